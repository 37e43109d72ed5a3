"""The end of a round: what was known, and what was not known at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from nqpf_study.ui import words
from nqpf_study.ui.session.ending import Ending
from nqpf_study.ui.session.missed import MissedCard
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.ui.cram.round import Round


class EndOfRound(Ending):
    """Says how the round went; another one can follow."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Not known at first, and where the answer stands"), parent)
        again = QPushButton(self.tr("Another round"))
        again.clicked.connect(self.again)
        unchanged = Text(self.tr("Your schedule is as it was."), "muted", wrap=True)
        self.fill((unchanged,), (self.back, again))

    def show_end(self, round_: Round) -> None:
        """Show how a round went, which may have been left before its end."""
        known = words.counted(round_.known, self.tr("1 card known"), self.tr("{n} cards known"))
        if round_.remaining:
            left = self.tr("{known}, {n} left").replace("{n}", str(round_.remaining))
            known = left.replace("{known}", known)
        self.headline.setText(known)
        self.show_missed(
            MissedCard(asked.face.question, asked.face.answer) for asked in round_.missed
        )
        self.back.setFocus()
