"""The list of problems: it keeps its place while the file is mended."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import Level, Problem, Waived
from nqpf_study.ui.importing.problems import ProblemsPanel

LONG = Problem("h.yaml", 12, 5, "long-answer", "the answer is long", level=Level.WARNING)
WAIVED = Waived(LONG, "It is learned as a whole.")


def problem(line: int, message: str = "") -> Problem:
    return Problem("h.yaml", line, 5, "unknown-field", message or f"unknown field {line}")


MANY = tuple(problem(10 * number) for number in range(1, 41))


def panel(qtbot: QtBot, *problems: Problem, waived: tuple[Waived, ...] = ()) -> ProblemsPanel:
    made = ProblemsPanel(problems, waived)
    made.resize(400, 300)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def top(shown: ProblemsPanel) -> str:
    """Return the line at the top."""
    return shown.text.cursorForPosition(QPoint(20, 12)).block().text()


def scroll_to(shown: ProblemsPanel, words: str) -> None:
    cursor = shown.text.document().find(words)
    assert not cursor.isNull()
    bar = shown.text.verticalScrollBar()
    bar.setValue(bar.value() + shown.text.cursorRect(cursor).top() - 12)


def test_what_was_waived_comes_last_with_its_reason(qtbot: QtBot) -> None:
    shown = panel(qtbot, LONG, waived=(WAIVED,))
    warning, waived = shown.text.toPlainText().split("Waived  ")
    assert warning.startswith("Warning  h.yaml:12:5  long-answer\nthe answer is long")
    assert waived.endswith("the answer is long\nIt is learned as a whole.")
    shown.copy_all.click()
    assert QGuiApplication.clipboard().text().splitlines() == [str(LONG), str(WAIVED)]


def test_the_list_stays_where_it_is_when_problems_before_it_are_mended(qtbot: QtBot) -> None:
    shown = panel(qtbot, *MANY)
    scroll_to(shown, "h.yaml:200:5")
    assert "h.yaml:200:5" in top(shown)
    shown.show_problems(tuple(problem(p.line + 2, p.message) for p in MANY[5:]), ())
    assert "h.yaml:202:5" in top(shown)
    assert shown.count == "35 errors"


def test_where_the_problem_at_the_top_is_mended_the_nearest_takes_its_place(qtbot: QtBot) -> None:
    shown = panel(qtbot, *MANY)
    scroll_to(shown, "h.yaml:200:5")
    shown.show_problems(tuple(p for p in MANY if p.line != 200), ())
    assert "h.yaml:190:5" in top(shown)


def test_the_last_problem_mended_leaves_an_empty_list(qtbot: QtBot) -> None:
    shown = panel(qtbot, MANY[0])
    shown.show_problems((), ())
    assert shown.text.toPlainText() == ""
    assert shown.count == "No problems"
    shown.show_problems(MANY[:2], ())
    assert "h.yaml:20:5" in shown.text.toPlainText()


def test_enter_and_a_double_click_choose_the_problem(qtbot: QtBot) -> None:
    shown = panel(qtbot, *MANY)
    cursor = shown.text.document().find("unknown field 20")
    shown.text.setTextCursor(cursor)
    with qtbot.waitSignal(shown.chosen) as chosen:
        QTest.keyClick(shown.text, Qt.Key.Key_Return)
    assert chosen.args == [MANY[1]]
    cursor = shown.text.document().find("h.yaml:10:5")
    with qtbot.waitSignal(shown.chosen) as chosen:
        at = shown.text.cursorRect(cursor).center()
        QTest.mouseDClick(shown.text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [MANY[0]]
    empty = panel(qtbot)
    with qtbot.assertNotEmitted(empty.chosen):
        QTest.keyClick(empty.text, Qt.Key.Key_Return)


def test_where_nothing_is_wrong_there_is_nothing_to_copy(qtbot: QtBot) -> None:
    shown = panel(qtbot)
    assert shown.copy_all.isHidden()
    assert shown.text.placeholderText() == "There is nothing to mend."
    shown.show_problems((LONG,), ())
    assert shown.copy_all.isVisible()
    shown.show_problems((), (WAIVED,))
    assert shown.copy_all.isVisible()
