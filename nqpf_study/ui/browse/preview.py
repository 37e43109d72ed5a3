"""The present card beside the passages that it rests on."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from nqpf_study.study.lookup import LookedUp
from nqpf_study.ui.browse.card_view import CardView
from nqpf_study.ui.browse.rows import Row
from nqpf_study.ui.reader.pane import SourcePane

_FREE = 16_777_215  # QWIDGETSIZE_MAX: as high as may be


class Preview(QFrame):
    """Shows a card and its passages, one above the other or side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = CardView()
        self.pane = SourcePane()
        self._upright = False
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(0)
        self._parts.addWidget(self.card, 2)
        self._parts.addWidget(self.pane, 3)
        self.pane.hide()

    def show_row(self, row: Row | None) -> None:
        """Show a card; its passages follow."""
        self.card.show_row(row)
        if row is None:
            self.pane.hide()
            self._give_room()

    def show_passages(self, passages: tuple[LookedUp, ...]) -> None:
        """Show the card's passages."""
        self.pane.show_passages(passages)
        self.pane.show()
        self._give_room()

    def stand(self, upright: bool) -> None:  # noqa: FBT001 - a signal calls it
        """Put the passages below the card (upright) or beside it."""
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if upright else direction.LeftToRight)
        self._upright = upright
        self._parts.setStretchFactor(self.card, 0 if upright else 2)
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the passages what a short card does not need."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Let a card above its passages be as high as it must be, up to two fifths."""
        most = self.height() * 2 // 5 if self._upright and self.pane.isVisibleTo(self) else _FREE
        self.card.setMaximumHeight(most)
