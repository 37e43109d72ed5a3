"""A practice test on the screen: the questions, then what they came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nqpf_study.ui.accessible import announce
from nqpf_study.ui.practice.result import ResultView
from nqpf_study.ui.practice.trial import Trial
from nqpf_study.ui.session.column import Column
from nqpf_study.ui.session.question import Phase, Question
from nqpf_study.ui.session.question_view import QuestionView
from nqpf_study.ui.session.ratings import RatingBar
from nqpf_study.ui.session.top import TopLine
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.work import Job, run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError
    from nqpf_study.study.lookup import LookedUp
    from nqpf_study.study.practice import Practice


class PracticeView(QuestionView):
    """Asks the questions of a test one after the other."""

    ended = Signal()
    source_requested = Signal(str, object)
    save_asked = Signal()
    print_asked = Signal()
    message = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        ratings = RatingBar()
        super().__init__(ratings, parent)
        self.ratings = ratings
        self._study: Study | None = None
        self._trial: Trial | None = None
        self._job: Job | None = None
        self.result = ResultView()
        self.top = TopLine()
        self.top.show_kind(self.tr("Practice test: your schedule stays as it is."))
        foot = Column(STEP, GAP)
        foot.down.addWidget(ratings)
        self._stack = self.lay_out(self.top, self.card_over(foot), self.result)
        self._join()

    @property
    def question(self) -> Question | None:
        """Return what asks."""
        return self._trial

    @property
    def trial(self) -> Trial | None:
        """Return the test, None before the first."""
        return self._trial

    def begin(self, study: Study, practice: Practice, *, pinyin: bool) -> None:
        """Ask the first question of a test."""
        if self._trial is not None:
            self._trial.deleteLater()
        self._study = study
        self.card.clear()
        self._trial = Trial(practice, pinyin=pinyin, parent=self)
        self._trial.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the question, or after the last what the test came to."""
        trial = self._trial
        if trial is None:
            return
        if trial.phase is Phase.END:
            self._show_result(trial)
            return
        said = self.tr("Question {n} of {all}").replace("{n}", str(trial.place))
        self.top.show_progress(
            trial.place - 1, trial.total, said.replace("{all}", str(trial.total))
        )
        self._stack.setCurrentIndex(0)
        self.show_question(trial)

    def leave(self) -> None:
        """End the test: show what it came to so far, or leave where nothing was answered."""
        trial = self._trial
        at_end = self._stack.currentWidget() is self.result
        if trial is None or at_end or not trial.result.answered:
            self.ended.emit()
        else:
            self._show_result(trial)

    def _show_result(self, trial: Trial) -> None:
        study, result = self._study, trial.result
        self.top.show_progress(trial.place - 1, trial.total, "")
        self._stack.setCurrentWidget(self.result)
        self.result.show_result(result)
        announce(self, self.result.headline.text())
        if study is None:
            return
        cards = [one.card for one in result.missed]
        if self._job is not None:
            self._job.forget()
        self._job = run_job(
            lambda _progress: [study.passages(card) for card in cards],
            self._show_passages,
            self._fail,
            owner=self,
        )

    def _show_passages(self, passages: list[tuple[LookedUp, ...]]) -> None:
        self.result.show_passages(passages)

    def _fail(self, error: StudyError) -> None:
        self.message.emit(str(error))

    def _join(self) -> None:
        self.top.ended.connect(self.leave)
        self.result.left.connect(self.ended)
        self.result.save_asked.connect(self.save_asked)
        self.result.print_asked.connect(self.print_asked)
        self.result.source_requested.connect(self.source_requested)
        self.add_keys(("Esc",), self.leave)
        self.add_keys(("Ctrl+D",), self.give_up)
