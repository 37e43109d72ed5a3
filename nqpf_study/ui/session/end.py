"""The end of a session: what it came to, and when to come back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from nqpf_study.ui import words
from nqpf_study.ui.session.ending import Ending
from nqpf_study.ui.session.missed import MissedCard
from nqpf_study.ui.session.sitting import Sitting
from nqpf_study.ui.steps import on_control, undo_said
from nqpf_study.ui.style import set_role
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.study.history import Step
    from nqpf_study.study.tally import Graded

CLOCK = 5000
"""Milliseconds between two looks at whether a learning step has ended."""


class EndView(Ending):
    """Shows a session's summary; a card whose learning step ends meanwhile can be gone on with."""

    continued = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Missed, and where the answer stands"), parent)
        self._sitting: Sitting | None = None
        self._figures = Text("", "lead", wrap=True)
        self._coming = Text("", "muted", wrap=True)
        self._continue = QPushButton(self.tr("Go on"))
        self._continue.clicked.connect(self.continued)
        set_role(self._continue, "primary")
        self.undo_button = QPushButton(undo_said(None))
        self.undo_button.clicked.connect(self.undo_asked)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK)
        self._clock.timeout.connect(self._look_at_clock)
        self.fill((self._figures, self._coming), (self._continue, self.back, self.undo_button))

    def show_summary(self, sitting: Sitting) -> None:
        """Show what `sitting` came to."""
        self._sitting = sitting
        summary = sitting.summary
        cards = len({graded.card.key for graded in summary.graded})
        if cards:
            count = words.counted(cards, self.tr("1 card"), self.tr("{n} cards"))
            self.headline.setText(words.listed((count, words.minutes(summary.duration))))
        else:
            self.headline.setText(self.tr("Nothing to ask now"))
        self._figures.setText(self._figures_said(cards, summary.first_seen, len(summary.missed)))
        self._figures.setVisible(bool(cards))
        self.undo_button.setVisible(bool(cards))
        self.show_missed(_missed(graded) for graded in summary.missed)
        self._coming.setText("")
        self._look_at_clock()
        if self._sitting.ready_in is not None:
            self._clock.start()
        (self._continue if self._continue.isVisibleTo(self) else self.back).setFocus()

    def name_undo(self, step: Step | None) -> None:
        """Say on its button what would be undone."""
        self.undo_button.setText(on_control(undo_said(step)))
        self.undo_button.setEnabled(step is not None)

    def show_coming(self, text: str) -> None:
        """Say when to come back."""
        self._coming.setText(text)

    def rest(self) -> None:
        """Stop looking at the clock: another card is asked, or the session is left."""
        self._clock.stop()

    def _figures_said(self, cards: int, first_seen: int, missed: int) -> str:
        parts = [self.tr("{n} remembered at once").replace("{n}", str(cards - missed))]
        if missed:
            parts.append(self.tr("{n} missed").replace("{n}", str(missed)))
        if first_seen:
            parts.append(self.tr("{n} seen for the first time").replace("{n}", str(first_seen)))
        return " · ".join(parts)

    def _look_at_clock(self) -> None:
        """Offer to go on as soon as a learning step may be asked."""
        wait = self._sitting.ready_in if self._sitting is not None else None
        ready = wait == timedelta()
        self._continue.setVisible(ready)
        set_role(self.back, "" if ready else "primary")
        if wait is not None:
            said = (
                self.tr("A card that you are learning is ready again.")
                if ready
                else self.tr("A card that you are learning comes back in {wait}.").replace(
                    "{wait}", words.interval(wait)
                )
            )
            self._coming.setText(said)


def _missed(graded: Graded) -> MissedCard:
    taken = graded.confused_with
    return MissedCard(graded.face.question, graded.face.answer, taken.text if taken else "")
