"""What the four views have in common."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from nqpf_study.study.explore import Explored, Item
from nqpf_study.ui.tokens import STEP


class Looking(QWidget):
    """A way of looking at the decks. Each shows items, of which one is the present one."""

    item_changed = Signal(object)
    """Another Item is the present one, or none is (None)."""

    item_opened = Signal(object)
    """The details of this Item are asked for."""

    key_changed = Signal()
    """`key` returns something else now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing = ""
        """What is said where no deck has anything for this view."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(STEP)

    def items(self, explored: Explored) -> Iterable[Item]:
        """Return the items that this view shows of what there is."""
        raise NotImplementedError

    def key(self) -> list[QWidget]:
        """Return what tells the meaning of this view's own marks."""
        return []

    def look_at(self, explored: Explored, key: int | None) -> None:
        """Show this; the item with the note key `key` is the present one where it is there."""
        raise NotImplementedError

    def reveal(self) -> None:
        """Bring the present item into view."""
        ground = self.ground()
        if isinstance(ground, QAbstractItemView) and ground.currentIndex().isValid():
            ground.scrollTo(ground.currentIndex())

    def escape(self) -> bool:
        """Leave what one is in the middle of, and tell whether there was anything."""
        return False

    def ground(self) -> QWidget:
        """Return the widget that takes the focus."""
        raise NotImplementedError
