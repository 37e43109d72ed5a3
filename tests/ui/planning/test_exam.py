from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.exam import ExamPlan
from nqpf_study.domain.options import Exam
from nqpf_study.ui.planning import exam_words
from nqpf_study.ui.planning.exam_dialog import ExamDialog
from tests.fakes.study import MemoryStudy, memory_study, terms

TODAY = 739000  # 24 April 2024
KEPT: list[Exam | None] = []


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    KEPT.clear()


@pytest.fixture
def study(tmp_path: Path) -> MemoryStudy:
    return memory_study(tmp_path, terms())


def opened(qtbot: QtBot, study: MemoryStudy, exam: Exam | None = None) -> ExamDialog:
    made = ExamDialog(study, "terms", "Terms", exam, KEPT.append)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made._save.isEnabled)
    return made


def plan(days: int, **parts: dict[int, int]) -> ExamPlan:
    return ExamPlan(Exam(TODAY + days), **parts, expected=0.92, without=0.71)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ({}, "exam on 4 May: no extra cards"),
        ({TODAY: 1}, "exam on 4 May: 1 extra card until then"),
        ({TODAY: 4, TODAY + 1: 2}, "exam on 4 May: 6 extra cards until then"),
        ({TODAY + day: 12 for day in range(10)}, "exam on 4 May: 12 extra cards a day"),
    ],
)
def test_a_row_says_the_exam_and_what_it_costs(extra: dict[int, int], said: str) -> None:
    assert exam_words.row_said(plan(10, extra=extra), TODAY) == said


def test_what_is_expected_is_said_with_extra_cards_and_without() -> None:
    said = exam_words.expected_said(plan(10), TODAY)
    assert "you would know about 92% of the cards" in said
    assert "Without extra cards it would be 71%" in said
    short = ExamPlan(Exam(TODAY + 1), short=3)
    assert exam_words.short_said(short).startswith("3 cards stay below your aim")
    assert exam_words.short_said(plan(10)) == ""


def test_each_day_is_a_bar_of_new_due_and_extra_cards_and_many_days_are_weeks() -> None:
    few = plan(3, new={TODAY: 2}, reviews={TODAY: 5}, extra={TODAY + 2: 1})
    assert [bar.counts for bar in exam_words.stacks(few, TODAY)] == [
        (2, 5, 0),
        (0, 0, 0),
        (0, 0, 1),
    ]
    many = plan(100, reviews={TODAY + day: 1 for day in range(100)})
    weeks = exam_words.stacks(many, TODAY)
    assert [bar.total for bar in weeks] == [7] * 14 + [2]
    assert weeks[0].label == "week from today"


def test_what_an_exam_costs_is_shown_before_it_can_be_kept(
    qtbot: QtBot, study: MemoryStudy
) -> None:
    dialog = ExamDialog(study, "terms", "Terms", None, KEPT.append)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    assert KEPT == []
    qtbot.waitUntil(dialog._save.isEnabled)
    assert "you would know about" in dialog.expected.text()
    assert "cards until then" in dialog.chart.accessibleDescription()
    assert dialog.panel.table.rowCount() == 30
    dialog.day.setDate(dialog.day.date().addDays(-20))
    assert not dialog._save.isEnabled()
    qtbot.waitUntil(dialog._save.isEnabled)
    assert dialog.panel.table.rowCount() == 10
    dialog.accept()
    assert [Exam(study.today() + 10, 0.9)] == KEPT


def test_an_exam_that_is_set_is_shown_and_can_be_removed(qtbot: QtBot, study: MemoryStudy) -> None:
    exam = Exam(study.today() + 12, 0.855)
    dialog = opened(qtbot, study, exam)
    assert dialog.exam == exam
    assert dialog.remove.isVisible()
    dialog.remove.click()
    assert KEPT == [None]


def test_an_exam_that_is_over_is_no_beginning(qtbot: QtBot, study: MemoryStudy) -> None:
    dialog = opened(qtbot, study, Exam(study.today() - 3))
    assert dialog.exam.day == study.today() + 30


def test_trouble_is_said_and_nothing_can_be_kept(qtbot: QtBot, study: MemoryStudy) -> None:
    def broken(*_: object) -> ExamPlan:
        raise StudyError("The collection is locked.", mend="Close the other program.")

    study.exam_plan = broken  # type: ignore[method-assign, assignment]
    dialog = ExamDialog(study, "terms", "Terms", None, KEPT.append)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.error.isVisible)
    assert dialog.error.text() == "The collection is locked. Close the other program."
    dialog.accept()
    assert KEPT == []


def test_a_bar_says_its_parts(qtbot: QtBot, study: MemoryStudy) -> None:
    dialog = opened(qtbot, study)
    assert dialog.chart.said(0).startswith("today: New 5")


def test_every_control_has_a_name(qtbot: QtBot, study: MemoryStudy) -> None:
    dialog = opened(qtbot, study, Exam(study.today() + 12))
    for part in (dialog.day, dialog.target, dialog.chart, dialog.remove, dialog.panel.toggle):
        assert isinstance(part, QWidget)
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
