"""The present card beside the passages that it rests on."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from nqpf_study.study.lookup import LookedUp
from nqpf_study.ui.browse.card_view import CardView
from nqpf_study.ui.browse.rows import Row
from nqpf_study.ui.reader.pane import SourcePane


class Preview(QFrame):
    """Shows a card and its passages, one above the other or side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = CardView()
        self.pane = SourcePane()
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

    def show_passages(self, passages: tuple[LookedUp, ...]) -> None:
        """Show the card's passages."""
        self.pane.show_passages(passages)
        self.pane.show()

    def stand(self, upright: bool) -> None:  # noqa: FBT001 - a signal calls it
        """Put the passages below the card (upright) or beside it."""
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if upright else direction.LeftToRight)
