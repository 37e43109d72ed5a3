"""A round of cards on the screen, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nqpf_study.ui.accessible import announce
from nqpf_study.ui.cram.end import EndOfRound
from nqpf_study.ui.cram.round import Round
from nqpf_study.ui.native_keys import native
from nqpf_study.ui.reader.latest import Latest
from nqpf_study.ui.session.beside import Beside
from nqpf_study.ui.session.column import Column
from nqpf_study.ui.session.question import Phase, Question
from nqpf_study.ui.session.question_view import QuestionView
from nqpf_study.ui.session.ratings import RatingBar
from nqpf_study.ui.session.top import TopLine
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError
    from nqpf_study.study.asking import Asked
    from nqpf_study.study.cramming import Cram
    from nqpf_study.study.lookup import LookedUp
    from nqpf_study.ui.preferences import Preferences


class CramView(QuestionView):
    """Goes over cards until each was known; what is said of an answer counts for nothing else."""

    ended = Signal()
    again = Signal()
    """Go over another round."""

    source_requested = Signal(str, object)
    message = Signal(str)

    def __init__(
        self, study: Study, cram: Cram, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        ratings = RatingBar()
        super().__init__(ratings, parent)
        self.setWindowTitle(self.tr("Practising"))
        self.ratings = ratings
        self._study = study
        self.round = Round(cram, pinyin=preferences.pinyin, parent=self)
        self.round.changed.connect(self.refresh)
        self._shown: Asked | None = None
        self._left = False
        self._latest = Latest(self, self._fail)
        self.top = TopLine()
        self.top.show_kind(
            self.tr("Practising without grading: nothing counts, your schedule stays as it is.")
        )
        self.end = EndOfRound()
        self._keys = Text("", "small", wrap=True)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out(preferences)
        self._join()

    @property
    def question(self) -> Question | None:
        """Return what asks."""
        return self.round

    def refresh(self) -> None:
        """Show the card, or the end of the round."""
        done = self.round.known
        self.top.show_progress(
            done,
            done + self.round.remaining,
            self.tr("{n} to go").replace("{n}", f"{self.round.remaining:,}"),
        )
        if self.round.phase is Phase.END or self._left:
            self._show_end()
            return
        if self._shown is not self.round.asked:
            self._beside.close_source()
        self._shown = self.round.asked
        self._stack.setCurrentIndex(0)
        self.show_question(self.round)
        if self.wants_sources:
            self._latest.run("sources", self._study.documents, self.name_sources)

    def show_state(self, question: Question) -> None:
        """Show what can be pressed now."""
        super().show_state(question)
        part = self.card.part
        if question.phase is Phase.ANSWER:
            said = self.tr(
                "1 not yet · 2 knew it · Space takes the marked one · S source · Esc ends"
            )
        elif part is not None and part.checks:
            said = self.tr("Enter checks · Ctrl+D don't know · Ctrl+S source · Esc ends")
        else:
            said = self.tr("Space shows the answer · S source · Esc ends")
        self._keys.setText(native(said))

    def leave(self) -> None:
        """End the round: show how it went so far, or leave where nothing was said."""
        begun = self.round.known or self.round.missed
        if self.end.isVisible() or not begun:
            self.ended.emit()
        else:
            self._left = True
            self._show_end()

    def _show_end(self) -> None:
        self._beside.close_source()
        self._stack.setCurrentWidget(self.end)
        self.end.show_end(self.round)
        announce(self, self.end.headline.text())
        study, cards = self._study, [asked.card for asked in self.round.missed]
        self._latest.run(
            "missed", lambda: [study.passages(card) for card in cards], self.end.show_passages
        )

    def _toggle_source(self) -> None:
        if self.round.phase is Phase.END or self.end.isVisible():
            return
        if self._beside.pane is not None:
            self._beside.close_source()
            return
        study, card = self._study, self.round.card
        if not card.note.passages:
            self.message.emit(self.tr("This card names no passage of a source."))
            return
        self._latest.run("source", lambda: study.passages(card), self._show_source)

    def _show_source(self, passages: tuple[LookedUp, ...]) -> None:
        if self.round.phase is not Phase.END and not self.end.isVisible():
            self._beside.show_passages(passages)

    def _fail(self, error: StudyError) -> None:
        self.message.emit(str(error))

    def _lay_out(self, preferences: Preferences) -> None:
        foot = Column(STEP, GAP)
        foot.down.addWidget(self.ratings)
        foot.down.addWidget(self._keys)
        self._beside = Beside(self.card_over(foot), preferences)
        self._stack = self.lay_out(self.top, self._beside, self.end)

    def _join(self) -> None:
        self.top.ended.connect(self.leave)
        self.card.origin.asked.connect(self._toggle_source)
        self.end.left.connect(self.ended)
        self.end.again.connect(self.again)
        for part in (self.end, self._beside):
            part.source_requested.connect(self.source_requested)
        self.add_keys(("Esc",), self.leave)
        self.add_keys(("Ctrl+D",), self.give_up)
        self.add_keys(("S", "Ctrl+S"), self._toggle_source)
