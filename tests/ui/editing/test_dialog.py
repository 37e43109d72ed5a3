"""The dialog in which a note's texts are edited."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from nqpf_study.content.editing import NoteFile
from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.errors import Problem, StudyError
from nqpf_study.domain.passage import Passage
from nqpf_study.study.editing import OpenNote, Refused, Wanted
from nqpf_study.ui.editing.dialog import EditDialog
from nqpf_study.ui.language import told_error
from nqpf_study.ui.widgets.tall_dialog import Standard
from tests.fakes.browse_study import basic

NOTE = basic("depth", "How deep was the dock?", "Six metres")
LIST = Note(
    "parts",
    "list",
    {"question": "Which parts?", "items": (Member("dam", "dam", "What holds?"), Member("wheel"))},
    passages=(Passage("handout", "a dam and a wheel"),),
)
FILE = NoteFile(Path("harbour.yaml"), {})


class Desk:
    """The dialog, and what it had saved."""

    def __init__(self, qtbot: QtBot, note: Note) -> None:
        self.asked: list[Wanted] = []
        opened = OpenNote(FILE, b"", Deck("harbour", "Our harbour", notes=(note,)), note)
        self.dialog = EditDialog(opened, lambda _dialog, wanted: self.asked.append(wanted))
        qtbot.addWidget(self.dialog)
        with qtbot.waitActive(self.dialog):
            self.dialog.open()
        self.save = self.dialog.buttons.button(Standard.Save)

    def write(self, *key: str | int, text: str) -> None:
        edit = self.dialog.fields[key].edit
        edit.setText(text) if isinstance(edit, QLineEdit) else edit.setPlainText(text)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, NOTE)


def shown(desk: Desk) -> list[str]:
    fields = desk.dialog.fields.values()
    return [field.edit.accessibleName() for field in fields if field.isVisible()]


def test_what_the_note_says_comes_first_and_the_rest_when_asked_for(desk: Desk) -> None:
    assert shown(desk) == ["Question", "Answer"]
    desk.dialog.more.click()
    assert shown(desk) == [
        *("Question", "Answer", "Remark", "How it follows from the source", "As of"),
        "Wrong answers to choose from",
    ]
    assert desk.dialog.fields["remark",].edit.hasFocus()
    assert desk.dialog.fields["as_of",].edit.accessibleDescription().startswith("Such as 2024")


def test_only_what_was_changed_is_saved(desk: Desk) -> None:
    assert not desk.save.isEnabled()
    desk.write("answer", text="Seven metres")
    desk.write("distractors", text="Two\n\n Three \n")
    desk.save.click()
    assert desk.asked == [{("answer",): "Seven metres", ("distractors",): ("Two", "Three")}]
    assert desk.dialog.isVisible()
    desk.save.click()
    assert len(desk.asked) == 1, "it is being saved already"
    desk.dialog.saved()
    assert not desk.dialog.isVisible()


def test_control_and_enter_saves_from_a_field_of_several_lines(desk: Desk) -> None:
    field = desk.dialog.fields["question",].edit
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.asked == []
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.asked) == 1


def test_members_with_cards_of_their_own_are_lines_of_their_own(qtbot: QtBot) -> None:
    desk = Desk(qtbot, LIST)
    assert shown(desk) == ["Question", "Member 1", "Question for member 1", "Member 2"]
    desk.write("items", 0, "cue", text="What holds the water?")
    desk.save.click()
    assert desk.asked == [{("items", 0, "cue"): "What holds the water?"}]


def refused(*problems: Problem, blamed: dict[tuple[str | int, ...], Problem]) -> StudyError:
    return told_error(Refused("The deck would have errors.", problems, blamed))


def test_what_is_wrong_stands_beside_the_text_at_fault(desk: Desk) -> None:
    desk.write("as_of", text="soon")
    desk.save.click()
    wrong = Problem("harbour.yaml", 9, 5, "bad-date", "`as_of` is `no` date", "write 2024")
    desk.dialog.fail(refused(wrong, blamed={("as_of",): wrong}))
    field = desk.dialog.fields["as_of",]
    assert field.isVisible()
    assert field.trouble == "“As of” is `no` date\nwrite 2024", "by the name that the form has"
    assert field.edit.hasFocus()
    spoken = QAccessible.queryAccessibleInterface(field.edit).text(QAccessible.Text.Description)
    assert "“As of” is" in spoken
    assert not desk.dialog.error.isVisible()
    desk.write("as_of", text="2024")
    assert not field.trouble
    desk.save.click()
    assert len(desk.asked) == 2


def test_what_is_wrong_elsewhere_stands_below(desk: Desk) -> None:
    desk.write("answer", text="7")
    desk.save.click()
    wrong = Problem("harbour.yaml", 3, 5, "unknown-source", "unknown source “a” in `passages`")
    desk.dialog.fail(refused(wrong, blamed={}))
    assert "unknown source “a” in “Passages” Nothing was written." in desk.dialog.error.text()
    desk.save.click()
    desk.dialog.fail(StudyError("The disk is full.", mend="Make room."))
    assert desk.dialog.error.text() == "The disk is full. Make room."
    desk.dialog.stopped()
    assert desk.save.isEnabled()


def test_what_was_written_is_not_lost_by_a_slip(qtbot: QtBot, desk: Desk) -> None:
    desk.write("answer", text="Seven")
    desk.dialog.reject()
    box = desk.dialog.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert desk.dialog.isVisible()
    (discard,) = [one for one in box.findChildren(QPushButton) if one.text() == "Discard"]
    with qtbot.waitSignal(desk.dialog.rejected):
        discard.click()
    assert not desk.dialog.isVisible()


def test_nothing_changed_is_left_without_a_question(qtbot: QtBot, desk: Desk) -> None:
    desk.write("answer", text="Seven")
    desk.write("answer", text="Six metres")
    with qtbot.waitSignal(desk.dialog.rejected):
        desk.dialog.reject()
    assert desk.asked == []


def test_a_field_grows_with_what_is_written_in_it(desk: Desk) -> None:
    edit = desk.dialog.fields["answer",].edit
    low = edit.height()
    desk.write("answer", text="\n".join("abc"))
    assert edit.height() > low
    tall = edit.height()
    desk.write("answer", text="\n".join("abcdefghijklmnopqrstuvwxyz"))
    higher = edit.height()
    assert tall < higher < 26 * edit.fontMetrics().lineSpacing()
    desk.write("answer", text="a")
    assert edit.height() == low
