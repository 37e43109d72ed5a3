"""A deck's exam: its day and aim, and what they cost day by day, before anything is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QTimer
from PySide6.QtWidgets import QDateEdit, QDialogButtonBox, QFormLayout, QPushButton, QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import Exam
from nqpf_study.ui.planning import exam_words
from nqpf_study.ui.planning.stacks import Legend, StackChart
from nqpf_study.ui.progress.panel import ChartPanel
from nqpf_study.ui.reader.latest import Latest
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import HIT, ROOM, STEP
from nqpf_study.ui.widgets.numbers import NumberBox
from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.exam import ExamPlan

LEAST_TARGET, MOST_TARGET = 50, 99
DEFAULT_DAYS, MOST_DAYS = 30, 3 * 365
TYPING_PAUSE = 200
"""Milliseconds after the last change until the plan is made anew."""

LARGE = 1.5
"""The text scale from which a field stands below its name."""


class ExamDialog(TallDialog):
    """Shows what an exam would take; `keep` is called with it, or with None to prepare no more."""

    def __init__(
        self,
        study: Study,
        deck_id: str,
        title: str,
        exam: Exam | None,
        keep: Callable[[Exam | None], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            QCoreApplication.translate("ExamDialog", "Exam date"), title, parent=parent
        )
        self._study, self._deck, self._keep = study, deck_id, keep
        self._planned: Exam | None = None
        self._today = study.today()
        shown = exam if exam and exam.day > self._today else Exam(self._today + DEFAULT_DAYS)
        self.day = QDateEdit(_qdate(shown.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(self.tr("d MMMM yyyy"))
        self.day.setDateRange(_qdate(self._today + 1), _qdate(self._today + MOST_DAYS))
        self._percent, self._target = round(shown.target * 100), shown.target
        self.target = NumberBox(self._percent, LEAST_TARGET, MOST_TARGET, "%")
        self.expected = Text("", "lead", wrap=True)
        self.short = Text("", "error", wrap=True)
        parts = exam_words.parts()
        self.chart = StackChart(self.tr("Cards until the exam"), self.tr("cards"), parts)
        columns = (self.tr("Day"), *(part.name for part in parts), self.tr("In all"))
        self.panel = ChartPanel(self.tr("What it takes"), self.chart, columns)
        self.remove = QPushButton(self.tr("Prepare no more"))
        set_role(self.remove, "danger")
        self.buttons.addButton(self.remove, QDialogButtonBox.ButtonRole.DestructiveRole)
        self.remove.setVisible(exam is not None)
        self.remove.clicked.connect(self._remove)
        self._save = self.buttons.button(Standard.Save)
        self._lay_out(Legend(parts))
        self._latest = Latest(self, self._refuse)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._plan)
        self.day.dateChanged.connect(self._change)
        self.target.valueChanged.connect(self._change)
        self.day.setFocus()
        self._save.setEnabled(False)
        self._plan()

    @property
    def exam(self) -> Exam:
        """Return the exam that is entered."""
        percent = self.target.value()
        target = self._target if percent == self._percent else percent / 100
        return Exam(date(*self.day.date().getDate()).toordinal(), target)

    def accept(self) -> None:
        """Prepare for the exam, once what it costs was shown."""
        if self._save.isEnabled():
            self._keep(self.exam)
            super().accept()

    def _remove(self) -> None:
        self._keep(None)
        super().accept()

    def _change(self) -> None:
        """Plan anew, unless what is entered was planned: Enter tells of a change too."""
        if self.exam != self._planned:
            self._save.setEnabled(False)
            self._pause.start()

    def _plan(self) -> None:
        study, deck, exam = self._study, self._deck, self.exam
        self._latest.run("plan", lambda: study.exam_plan(deck, exam), self._show)

    def _show(self, plan: ExamPlan) -> None:
        self.clear_error()
        self.expected.setText(exam_words.expected_said(plan, self._today))
        self.short.setText(exam_words.short_said(plan))
        self.short.setVisible(bool(plan.short))
        said = exam_words.cost_said(plan, self._today)
        if exam_words.by_week(plan, self._today):
            said = f"{said} {self.tr('The bars are weeks.')}"
        bars = exam_words.stacks(plan, self._today)
        self.chart.show_stacks(bars, said)
        self.panel.show_figures(
            said, [(bar.label, *(f"{n:,}" for n in (*bar.counts, bar.total))) for bar in bars]
        )
        self._planned = plan.exam
        self._save.setEnabled(plan.exam == self.exam)
        self.take_room()

    def _refuse(self, error: StudyError) -> None:
        self.fail(error)

    def _lay_out(self, legend: Legend) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(ROOM)
        form.setVerticalSpacing(STEP)
        if text_scale() >= LARGE:
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for field, name in (
            (self.day, self.tr("Day of the exam")),
            (self.target, self.tr("To be known on that day")),
        ):
            field.setAccessibleName(name)
            label = Text(name)
            label.setMinimumHeight(HIT)  # a lower one is put at the field's top
            label.setBuddy(field)
            form.addRow(label, field)
        self.body.addWidget(
            Text(
                self.tr(
                    "Cards that would be forgotten by then get one more review before it, spread "
                    "over the days so that they come out even. New cards come early enough."
                ),
                "muted",
                wrap=True,
            )
        )
        self.body.addLayout(form)
        for part in (self.expected, self.short, self.panel, legend):
            self.body.addWidget(part)
        self.body.addStretch(1)


def _qdate(day: int) -> QDate:
    at = date.fromordinal(day)
    return QDate(at.year, at.month, at.day)
