"""A checked file: its problems, what was waived and why, and the same after it was mended."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nqpf_study.app import Checked
from nqpf_study.domain.deck import Deck
from nqpf_study.domain.errors import Level, Problem, Waived
from nqpf_study.ui.importing.check import CheckDialog
from nqpf_study.ui.importing.problems import ProblemsPanel

FILE = Path("history.nqpf.yaml")
LONG = Problem(FILE.name, 12, 5, "long-answer", "the answer is long", level=Level.WARNING)
WAIVED = Waived(LONG, "It is learned as a whole.")


def checked(*problems: Problem, waived: tuple[Waived, ...] = ()) -> Checked:
    return Checked(FILE, Deck("history", "History"), problems, waived=waived)


def shown(qtbot: QtBot, what: Checked) -> CheckDialog:
    dialog = CheckDialog(what)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def read(dialog: CheckDialog) -> str:
    panels = [panel for panel in dialog.findChildren(ProblemsPanel) if panel.isVisible()]
    assert len(panels) == 1
    return panels[0].text.toPlainText()


def test_problems_come_first_and_then_what_was_waived_with_its_reason(qtbot: QtBot) -> None:
    dialog = shown(qtbot, checked(LONG, waived=(WAIVED,)))
    assert dialog.windowTitle() == "Check of history.nqpf.yaml"
    warning, waived = read(dialog).split("Waived  ")
    assert warning.startswith("Warning  history.nqpf.yaml:12:5  long-answer\nthe answer is long")
    assert waived.endswith("the answer is long\nIt is learned as a whole.")
    (copy,) = [each for each in dialog.findChildren(QPushButton) if each.text() == "Copy all"]
    copy.click()
    assert QGuiApplication.clipboard().text().splitlines() == [str(LONG), str(WAIVED)]


def test_the_file_is_checked_again_when_it_was_mended(qtbot: QtBot) -> None:
    dialog = shown(qtbot, checked(LONG))
    dialog.again.connect(lambda: dialog.show_result(checked(waived=(WAIVED,))))
    with qtbot.waitSignal(dialog.again):
        dialog.again_button.click()
    qtbot.waitUntil(lambda: len(dialog.findChildren(ProblemsPanel)) == 1)
    assert read(dialog).startswith("Waived  history.nqpf.yaml:12:5")
    assert dialog.again_button.hasFocus()
