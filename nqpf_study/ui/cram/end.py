"""The end of a round: what was known, and what was not known at first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nqpf_study.ui import words
from nqpf_study.ui.session.missed import MissedCard
from nqpf_study.ui.session.parts.rows import empty
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import CARD_WIDTH, GAP, ROOM, STEP, WIDE, scaled
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.study.lookup import LookedUp
    from nqpf_study.ui.cram.round import Round


class EndOfRound(QScrollArea):
    """Says how the round went; another one can follow."""

    left = Signal()
    again = Signal()
    source_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.headline = Text("", "display", wrap=True)
        self._back = QPushButton(self.tr("Back to the decks"))
        set_role(self._back, "primary")
        self._back.clicked.connect(self.left)
        self._again = QPushButton(self.tr("Another round"))
        self._again.clicked.connect(self.again)
        self._missed_title = Text(
            self.tr("Not known at first, and where the answer stands"), "title"
        )
        self._missed_title.setWordWrap(True)
        self._missed = QVBoxLayout()
        self._missed.setSpacing(STEP)
        self._column = QWidget()
        self._lay_out()

    def show_end(self, round_: Round) -> None:
        """Show how a round went, which may have been left before its end."""
        self._column.setMaximumWidth(scaled(CARD_WIDTH, text_scale()) + 2 * ROOM)
        known = words.counted(round_.known, self.tr("1 card known"), self.tr("{n} cards known"))
        if round_.remaining:
            left = self.tr("{known}, {n} left").replace("{n}", str(round_.remaining))
            known = left.replace("{known}", known)
        self.headline.setText(known)
        self._missed_title.setVisible(bool(round_.missed))
        empty(self._missed)
        for asked in round_.missed:
            card = MissedCard(asked.face.question, asked.face.answer)
            card.source_requested.connect(self.source_requested)
            self._missed.addWidget(card)
        self._back.setFocus()

    def show_passages(self, passages: Sequence[tuple[LookedUp, ...]]) -> None:
        """Show the passages of what was not known at first, in its order."""
        for at, looked_up in enumerate(passages):
            item = self._missed.itemAt(at)
            part = item.widget() if item is not None else None
            if isinstance(part, MissedCard):
                part.show_passages(looked_up)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self._column)
        down.setContentsMargins(ROOM, WIDE, ROOM, ROOM)
        down.setSpacing(GAP)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self._back)
        buttons.addWidget(self._again)
        buttons.addStretch(1)
        down.addWidget(self.headline)
        down.addWidget(Text(self.tr("Your schedule is as it was."), "muted", wrap=True))
        down.addLayout(buttons)
        down.addSpacing(GAP)
        down.addWidget(self._missed_title)
        down.addLayout(self._missed)
        down.addStretch(1)
        ground = QWidget()
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._column, 1000)
        across.addStretch(1)
        self.setWidget(ground)
