"""The end of a session: what it came to, and when to come back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nqpf_study.ui import words
from nqpf_study.ui.session.missed import MissedCard
from nqpf_study.ui.session.sitting import Sitting
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import CARD_WIDTH, GAP, ROOM, STEP, WIDE, scaled
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.study.lookup import LookedUp

CLOCK = 5000
"""Milliseconds between two looks at whether a learning step has ended."""


class EndView(QScrollArea):
    """Shows a session's summary; a card whose learning step ends meanwhile can be gone on with."""

    left = Signal()
    continued = Signal()
    undo_asked = Signal()
    source_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sitting: Sitting | None = None
        self._headline = Text("", "display", wrap=True)
        self._figures = Text("", "lead", wrap=True)
        self._coming = Text("", "muted", wrap=True)
        self._back = QPushButton(self.tr("Back to the decks"))
        self._back.clicked.connect(self.left)
        set_role(self._back, "primary")
        self._continue = QPushButton(self.tr("Go on"))
        self._continue.clicked.connect(self.continued)
        set_role(self._continue, "primary")
        self._undo = QPushButton(self.tr("Take back the last"))
        self._undo.clicked.connect(self.undo_asked)
        self._missed_title = Text(self.tr("Missed, and where the answer stands"), "title")
        self._missed = QVBoxLayout()
        self._missed.setSpacing(STEP)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK)
        self._clock.timeout.connect(self._look_at_clock)
        self.setWidget(self._ground())

    def show_summary(self, sitting: Sitting) -> None:
        """Show what `sitting` came to."""
        self._sitting = sitting
        summary = sitting.summary
        cards = len({graded.card.key for graded in summary.graded})
        if cards:
            count = words.counted(cards, self.tr("1 card"), self.tr("{n} cards"))
            self._headline.setText(words.listed((count, words.minutes(summary.duration))))
        else:
            self._headline.setText(self.tr("Nothing to ask now"))
        self._figures.setText(self._figures_said(cards, summary.first_seen, len(summary.missed)))
        self._figures.setVisible(bool(cards))
        self._undo.setVisible(bool(cards))
        self._missed_title.setVisible(bool(summary.missed))
        self._clear_missed()
        for graded in summary.missed:
            taken = graded.confused_with
            given = taken.text if taken else ""
            part = MissedCard(graded.face.question, graded.face.answer, given)
            part.source_requested.connect(self.source_requested)
            self._missed.addWidget(part)
        self._coming.setText("")
        self._look_at_clock()
        if self._sitting.ready_in is not None:
            self._clock.start()
        (self._continue if self._continue.isVisibleTo(self) else self._back).setFocus()

    def show_coming(self, text: str) -> None:
        """Say when to come back."""
        self._coming.setText(text)

    def show_passages(self, passages: Sequence[tuple[LookedUp, ...]]) -> None:
        """Show the passages of the missed cards, in their order."""
        for at, looked_up in enumerate(passages):
            item = self._missed.itemAt(at)
            part = item.widget() if item is not None else None
            if isinstance(part, MissedCard):
                part.show_passages(looked_up)

    def rest(self) -> None:
        """Stop looking at the clock: another card is asked, or the session is left."""
        self._clock.stop()

    def _ground(self) -> QWidget:
        column = QWidget()
        column.setMaximumWidth(scaled(CARD_WIDTH, text_scale()) + 2 * ROOM)
        down = QVBoxLayout(column)
        down.setContentsMargins(ROOM, WIDE, ROOM, ROOM)
        down.setSpacing(GAP)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        for button in (self._continue, self._back, self._undo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        down.addWidget(self._headline)
        down.addWidget(self._figures)
        down.addWidget(self._coming)
        down.addLayout(buttons)
        down.addSpacing(GAP)
        down.addWidget(self._missed_title)
        down.addLayout(self._missed)
        down.addStretch(1)
        ground = QWidget()
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(column, 1000)
        across.addStretch(1)
        return ground

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
        set_role(self._back, "" if ready else "primary")
        if wait is not None:
            said = (
                self.tr("A card that you are learning is ready again.")
                if ready
                else self.tr("A card that you are learning comes back in {wait}.").replace(
                    "{wait}", words.interval(wait)
                )
            )
            self._coming.setText(said)

    def _clear_missed(self) -> None:
        while (item := self._missed.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
