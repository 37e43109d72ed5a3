"""A practice test on the screen: the questions, then what they came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.ui.accessible import announce
from nqpf_study.ui.icons import icon
from nqpf_study.ui.practice.result import ResultView
from nqpf_study.ui.practice.trial import Trial
from nqpf_study.ui.session.column import Column
from nqpf_study.ui.session.question import Phase, Question
from nqpf_study.ui.session.question_view import QuestionView
from nqpf_study.ui.session.ratings import RatingBar
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, HIT, STEP
from nqpf_study.ui.widgets.text import Text
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
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the test"))
        self._count = Text("", "small")
        self._notice = Text(
            self.tr("Practice test: your schedule stays as it is."), "small", wrap=True
        )
        self._notice.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._foot = Column(STEP, GAP)
        self._lay_out()
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
        self._bar.setRange(0, trial.total)
        self._bar.setValue(trial.place - 1)
        if trial.phase is Phase.END:
            self._show_result(trial)
            return
        self._count.setText(
            self.tr("Question {n} of {all}")
            .replace("{n}", str(trial.place))
            .replace("{all}", str(trial.total))
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
        self._count.setText("")
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

    def _lay_out(self) -> None:
        self._end = QToolButton()
        self._end.setIcon(icon("x"))
        self._end.setIconSize(QSize(18, 18))
        self._end.setFixedSize(HIT + STEP // 2, HIT + STEP // 2)
        set_role(self._end, "flat")
        what = self.tr("End the test (Esc)")
        self._end.setToolTip(what)
        self._end.setAccessibleName(what)
        top = QHBoxLayout()
        top.setContentsMargins(STEP, STEP, GAP, STEP)
        top.setSpacing(STEP)
        top.addWidget(self._end)
        top.addWidget(self._bar, 1)
        top.addWidget(self._count)
        self._foot.down.addWidget(self.ratings)
        self._foot.down.addWidget(self._notice)
        asking = QWidget()
        down = QVBoxLayout(asking)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.card, 1)
        down.addWidget(self._foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(asking)
        self._stack.addWidget(self.result)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)

    def _join(self) -> None:
        self._end.clicked.connect(self.leave)
        self.result.left.connect(self.ended)
        self.result.save_asked.connect(self.save_asked)
        self.result.print_asked.connect(self.print_asked)
        self.result.source_requested.connect(self.source_requested)
        self.card.keep_in_line(self._foot)
        for key, act in (("Esc", self.leave), ("Ctrl+D", self.give_up)):
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setAutoRepeat(False)
            action.triggered.connect(lambda _checked=False, act=act: act())
            self.addAction(action)
