"""A teacher who mends a card where she meets it: the file, the card and its schedule."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from nqpf_study.domain.review import State
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.deck_check.window import DeckCheck
from nqpf_study.ui.editing.dialog import EditDialog
from nqpf_study.ui.importing.dialog import ImportDialog
from tests.journeys.desk import CTRL, Desk, choose_file, words_on
from tests.journeys.test_window_teacher import FINE, SOURCE

SHIFT = Qt.KeyboardModifier.ShiftModifier

COMMENTED = FINE.replace(
    "    answer: Six metres", "    # as the handout says\n    answer: Six metres"
)


@pytest.fixture
def deck_file(tmp_path: Path) -> Path:
    (tmp_path / "harbour.txt").write_text(SOURCE, encoding="utf-8")
    file = tmp_path / "harbour.yaml"
    file.write_text(COMMENTED, encoding="utf-8")
    return file


def studying(desk: Desk, deck_file: Path) -> None:
    desk.open(files=[deck_file])
    desk.dialog(ImportDialog)
    desk.press("Return")
    desk.wait(lambda: "3 notes added" in desk.said())
    desk.click_on("Study Our harbour")
    desk.in_session()


def edits(desk: Desk) -> bool:
    tops = desk.application.topLevelWidgets()
    return any(isinstance(top, EditDialog) and top.isVisible() for top in tops)


def write_anew(desk: Desk, text: str) -> None:
    desk.press("A", CTRL)
    desk.write(text)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_a_card_is_mended_in_the_session_and_in_its_file(desk: Desk, deck_file: Path) -> None:
    studying(desk, deck_file)
    desk.press("Space")
    desk.press("3")
    desk.press("Space")
    assert desk.sitting.card.id.note == "depth"
    desk.press("E")
    dialog = desk.dialog(EditDialog)
    assert "harbour.yaml, note depth" in words_on(dialog)
    write_anew(desk, "How deep was the dock in 1883?")
    desk.press("Tab")
    write_anew(desk, "Six metres: deep")
    desk.press("Return", CTRL)
    desk.wait(lambda: desk.said() == "Saved into harbour.yaml.")
    wanted = COMMENTED.replace("How deep was the dock?", "How deep was the dock in 1883?")
    wanted = wanted.replace("answer: Six metres", 'answer: "Six metres: deep"')
    assert deck_file.read_text("utf-8") == wanted
    session = desk.in_session()
    assert session.card.question == "How deep was the dock in 1883?"
    assert session.card.answer == "Six metres: deep"

    desk.press("Z", CTRL)
    desk.wait(lambda: session.card.question == "How deep was the dock?")
    assert deck_file.read_text("utf-8") == COMMENTED
    assert desk.said() == "Undone: edit of “Our harbour: depth”."
    desk.press("Z", CTRL | SHIFT)
    desk.wait(lambda: session.card.question == "How deep was the dock in 1883?")
    assert deck_file.read_text("utf-8") == wanted

    desk.press("4")
    desk.wait(lambda: desk.sitting.card.id.note == "cranes")
    (card,) = desk.study.cards(desk.study.search("1883 deep"))
    assert card.status.memory.state is State.REVIEW
    desk.press("Escape")
    desk.at_home()
    desk.close()


def test_an_edit_before_the_answer_is_a_hint_and_may_be_given_up(
    desk: Desk, deck_file: Path
) -> None:
    studying(desk, deck_file)
    desk.press("E")
    desk.dialog(EditDialog)
    write_anew(desk, "When?")
    desk.press("Escape")
    asked = desk.dialog(QMessageBox)
    assert asked.text() == "Close without saving?"
    desk.click_on("Discard", asked)
    desk.wait(lambda: not edits(desk))
    assert deck_file.read_text("utf-8") == COMMENTED
    session = desk.in_session()
    assert session.card.question == "When did the harbour open?"
    assert "Hard is the best rating" in session.bottom.hint
    desk.press("Escape")
    desk.at_home()
    desk.close()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_a_card_is_edited_in_the_browser_with_what_is_wrong_beside_the_field(
    desk: Desk, deck_file: Path
) -> None:
    desk.open(files=[deck_file])
    desk.dialog(ImportDialog)
    desk.press("Return")
    desk.wait(lambda: "3 notes added" in desk.said())
    browse = desk.go(BrowsePage)
    browse.show_search("cranes")
    desk.wait(lambda: browse.table.present_key() is not None and browse.model.rowCount() == 1)
    desk.wait(lambda: browse.model.row(0) is not None)
    browse.table.setFocus()
    desk.press("E")
    dialog = desk.dialog(EditDialog)
    answer = dialog.fields["answer",]
    answer.edit.setFocus()
    write_anew(desk, " ")
    desk.click_on("Save", dialog)
    desk.wait(lambda: answer.trouble == "“Answer” is empty")
    assert answer.edit.hasFocus()
    assert deck_file.read_text("utf-8") == COMMENTED
    write_anew(desk, "Two: 两台")
    assert not answer.trouble
    desk.click_on("More fields", dialog)
    dialog.fields["distractors",].edit.setFocus()
    write_anew(desk, "One")
    desk.press("Return")
    desk.write("Three")
    desk.click_on("Save", dialog)
    desk.wait(lambda: desk.said() == "Saved into harbour.yaml.")
    text = deck_file.read_text("utf-8")
    assert '    answer: "Two: 两台"\n    distractors:\n      - One\n      - Three\n' in text
    desk.wait(lambda: "Two: 两台" in words_on(browse.preview))
    desk.close()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_what_stands_in_the_way_is_said_and_helped_with(
    desk: Desk, deck_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    studying(desk, deck_file)
    deck_file.write_text(COMMENTED.replace("Six metres", "6 metres"), encoding="utf-8")
    desk.press("E")
    asked = desk.dialog(QMessageBox)
    assert asked.text() == "harbour.yaml was changed since it was imported."
    desk.click_on("See the changes…", asked)
    preview = desk.dialog(ImportDialog)
    assert [choice.text() for choice in preview.choices.buttons()] == ["1 changed"]
    desk.press("Escape")

    deck_file.write_text(COMMENTED.replace("answer:", "anwser:"), encoding="utf-8")
    desk.press("E")
    asked = desk.dialog(QMessageBox)
    desk.click_on("Check the file", asked)
    check = desk.dialog(DeckCheck)
    assert "anwser" in check.problems.text.toPlainText()
    desk.press("Escape")

    moved = deck_file.with_name("moved.yaml")
    deck_file.unlink()
    moved.write_text(COMMENTED, encoding="utf-8")
    titles = choose_file(monkeypatch, moved)
    desk.press("E")
    desk.click_on("Choose the file…", desk.dialog(QMessageBox))
    dialog = desk.dialog(EditDialog)
    assert titles == ["Choose the file of “Our harbour”"]
    assert "moved.yaml" in words_on(dialog)
    desk.press("Escape")
    desk.in_session()
    desk.press("Escape")
    desk.at_home()
    desk.close()


def test_a_deck_that_came_along_is_not_edited(desk: Desk) -> None:
    home = desk.open_at_home()
    desk.wait(lambda: len(home.rows) == 4)
    home.rows[0].study.click()
    desk.in_session()
    desk.press("E")
    told = desk.dialog(QMessageBox)
    assert "came with the program" in told.text()
    desk.press("Escape")
    desk.press("Escape")
    desk.at_home()
    desk.close()
