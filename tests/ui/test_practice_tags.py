"""Choosing the tags of a practice test."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nqpf_study.study.marks import TagInUse
from nqpf_study.ui.practice.setup import SetupDialog
from nqpf_study.ui.practice.tag_choice import TagChoice

TAGS = (
    TagInUse("green", {"a": 3}),
    TagInUse("reform", {"a": 2, "b": 1}),
    TagInUse("exam", {"b": 1}, own=True),
)
MANY = tuple(TagInUse(f"measure-{n}", {"a": n}) for n in range(1, 9))


@pytest.fixture
def dialog(qtbot: QtBot) -> SetupDialog:
    return shown(qtbot, SetupDialog({"a": "A", "b": "B"}, [], None, TAGS))


def shown(qtbot: QtBot, dialog: SetupDialog) -> SetupDialog:
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def offered(choice: TagChoice) -> list[str]:
    items = [choice.list.item(row) for row in range(choice.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def said(choice: TagChoice) -> str:
    return next(label.text() for label in choice.findChildren(QLabel) if label.isVisible())


def test_the_learners_own_tags_come_first_and_none_is_marked(dialog: SetupDialog) -> None:
    assert offered(dialog.tags) == ["exam: 1 note, yours", "green: 3 notes", "reform: 3 notes"]
    assert said(dialog.tags) == "Tags: any, or none"
    assert dialog.wanted.tags == ()


def test_only_tags_of_the_marked_decks_are_offered_and_marks_come_back(dialog: SetupDialog) -> None:
    dialog.tags.list.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.decks["a"].setChecked(False)
    assert offered(dialog.tags) == ["exam: 1 note, yours", "reform: 1 note"]
    assert not dialog.wanted.tags
    dialog.decks["a"].setChecked(True)
    assert dialog.wanted.tags == ("green",)
    for box in dialog.decks.values():
        box.setChecked(False)
    assert not dialog.tags.isVisible()


def test_a_click_on_a_tags_name_marks_it_as_one_on_its_box_does(dialog: SetupDialog) -> None:
    view = dialog.tags.list
    row = view.visualItemRect(view.item(2))
    press = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    marked = []
    for across in (row.width() // 2, 16):
        QTest.mouseClick(view.viewport(), *press, row.topLeft() + QPoint(across, row.height() // 2))
        marked.append(list(dialog.wanted.tags))
    assert marked == [["reform"], []]
    assert said(dialog.tags) == "Tags: any, or none"


def test_tags_are_marked_by_keys_and_enter_starts(qtbot: QtBot, dialog: SetupDialog) -> None:
    dialog.tags.list.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Space):
        QTest.keyClick(dialog.tags.list, key)
    assert dialog.wanted.tags == ("exam", "green")
    assert said(dialog.tags) == "Tags: cards with any of the 2 that are marked"
    with qtbot.waitSignal(dialog.started) as started:
        QTest.keyClick(dialog.tags.list, Qt.Key.Key_Return)
    assert started.args[0].tags == ("exam", "green")


def test_of_many_tags_some_are_found_by_typing_and_enter_marks_the_first(qtbot: QtBot) -> None:
    dialog = shown(qtbot, SetupDialog({"a": "A"}, [], None, MANY))
    tags = dialog.tags
    tags.field.setFocus()
    tags.field.setText("URE-４")
    assert offered(tags) == ["measure-4: 4 notes"]
    QTest.keyClick(tags.field, Qt.Key.Key_Return)
    assert (tags.field.text(), dialog.wanted.tags) == ("", ("measure-4",))
    assert len(offered(tags)) == 8
    assert said(tags) == "Tags: cards with the one that is marked"
    QTest.keyClicks(tags.field, "-2")
    assert offered(tags) == ["measure-2: 2 notes", "measure-4: 4 notes"]
    QTest.keyClicks(tags.field, "x")
    QTest.keyClick(tags.field, Qt.Key.Key_Return)
    assert dialog.wanted.tags == ("measure-4",)
    assert QApplication.focusWidget() is tags.field


def test_few_tags_need_no_line_to_find_them_and_none_need_no_list(
    qtbot: QtBot, dialog: SetupDialog
) -> None:
    assert not dialog.tags.field.isVisible()
    assert not shown(qtbot, SetupDialog({"a": "A"}, [])).tags.isVisible()
