"""The page at the end of a session, a round or a test: what it came to, and what was missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nqpf_study.ui.session.column import ColumnPage
from nqpf_study.ui.session.missed import MissedCard
from nqpf_study.ui.session.parts.rows import empty
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, ROOM, STEP, WIDE
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.study.lookup import LookedUp


class Ending(ColumnPage):
    """A headline, what else is to be said, buttons, and the cards that were missed."""

    left = Signal()
    """Back to the decks."""

    source_requested = Signal(str, object)

    def __init__(self, missed: str, parent: QWidget | None = None) -> None:
        """`missed` is the title of the cards that were missed."""
        super().__init__(WIDE, ROOM, parent)
        self.down.setSpacing(GAP)
        self.headline = Text("", "display", wrap=True)
        self.back = QPushButton(self.tr("Back to the decks"))
        set_role(self.back, "primary")
        self.back.clicked.connect(self.left)
        self._missed_title = Text(missed, "title", wrap=True)
        self._missed = QVBoxLayout()
        self._missed.setSpacing(STEP)

    def fill(
        self,
        said: Sequence[QWidget],
        buttons: Sequence[QPushButton],
        between: Sequence[QWidget] = (),
    ) -> None:
        """Put the page together: `said` below the headline, `between` before what was missed."""
        row = QHBoxLayout()
        row.setSpacing(STEP)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        for part in (self.headline, *said):
            self.down.addWidget(part)
        self.down.addLayout(row)
        self.down.addSpacing(GAP)
        for part in (*between, self._missed_title):
            self.down.addWidget(part)
        self.down.addLayout(self._missed)
        self.down.addStretch(1)

    def show_missed(self, cards: Iterable[MissedCard]) -> None:
        """Show these cards as missed; their passages follow."""
        empty(self._missed)
        for card in cards:
            card.source_requested.connect(self.source_requested)
            self._missed.addWidget(card)
        self._missed_title.setVisible(self._missed.count() > 0)
        self.verticalScrollBar().setValue(0)

    def show_passages(self, passages: Sequence[tuple[LookedUp, ...]]) -> None:
        """Show the passages of what was missed, in its order."""
        for at, looked_up in enumerate(passages):
            item = self._missed.itemAt(at)
            part = item.widget() if item is not None else None
            if isinstance(part, MissedCard):
                part.show_passages(looked_up)
