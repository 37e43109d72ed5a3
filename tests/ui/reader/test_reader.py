from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.study.ports import StoredCard
from nqpf_study.ui.reader.model import Reading
from nqpf_study.ui.reader.reader import Reader
from tests.fakes.browse_study import CHAIN, FIRST, GREEN, LOST, TWICE, measures


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(900, 600)
    study = measures()
    made.cards_asked.connect(lambda keys: made.show_cards(study.cards(keys)))
    made.show_reading(Reading(study.read("qiushi")))
    with qtbot.waitActive(made):
        made.show()
    made.text.setFocus()
    return made


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def listed(qtbot: QtBot, reader: Reader) -> str:
    """Return what the list of cards says, once its cards are made."""
    qtbot.waitUntil(lambda: len(texts(reader.cards)) > 1)
    return " ".join(texts(reader.cards))


def test_the_head_names_the_source(reader: Reader) -> None:
    said = texts(reader.head)
    assert "Developing new quality productive forces" in said
    assert "Qiushi · 3 June 2024 · English" in said
    assert "4 passages" in said


def test_n_and_p_go_from_passage_to_passage_and_round(reader: Reader) -> None:
    seen = []
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_P):
        QTest.keyClick(reader.text, key)
        seen.append(reader.text.place)
    assert seen == [0, 1, 0, 3]
    assert reader.head.place.text() == "4 of 4"


def test_enter_lists_the_cards_on_the_passage(qtbot: QtBot, reader: Reader) -> None:
    reader.show_passage(GREEN)
    QTest.keyClick(reader.text, Qt.Key.Key_Return)
    said = listed(qtbot, reader)
    assert "2 cards on this passage" in said
    assert "What is third?" in said
    assert "And which colour?" in said


def test_the_list_of_cards_follows_the_passage(qtbot: QtBot, reader: Reader) -> None:
    reader.show_passage(FIRST)
    QTest.keyClick(reader.text, Qt.Key.Key_Return)
    listed(qtbot, reader)
    QTest.keyClick(reader.text, Qt.Key.Key_N)
    assert "What is second?" in " ".join(texts(reader.cards))


def test_a_card_leads_to_its_deck_and_to_the_browser(qtbot: QtBot, reader: Reader) -> None:
    reader.show_passage(FIRST)
    reader.text.place_chosen.emit(0)
    listed(qtbot, reader)
    study, browse = (each for each in reader.cards.findChildren(QPushButton) if each.isVisible())
    with qtbot.waitSignal(reader.study_requested) as asked:
        study.click()
    assert asked.args == [["m"]]
    with qtbot.waitSignal(reader.browse_requested) as searched:
        browse.click()
    assert [card.note.id for card in found_by(str(searched.args[0]))] == ["one"]


def found_by(search: str) -> list[StoredCard]:
    fake = measures()
    return fake.cards(fake.search(search))


def test_escape_closes_one_thing_at_a_time(qtbot: QtBot, reader: Reader) -> None:
    reader.show_passage(FIRST)
    reader.text.place_chosen.emit(0)
    reader.open_find()
    QTest.keyClick(reader.find_bar.field, Qt.Key.Key_Escape)
    assert not reader.find_bar.isVisible()
    assert reader.cards.isVisible()
    QTest.keyClick(reader.text, Qt.Key.Key_Escape)
    assert not reader.cards.isVisible()
    with qtbot.waitSignal(reader.back):
        QTest.keyClick(reader.text, Qt.Key.Key_Escape)


def test_finding_goes_from_hit_to_hit(reader: Reader) -> None:
    reader.open_find()
    QTest.keyClicks(reader.find_bar.field, "measure is")
    assert reader.find_bar.count.text() == "1 of 3"
    QTest.keyClick(reader.find_bar.field, Qt.Key.Key_Return)
    assert reader.find_bar.count.text() == "2 of 3"
    assert reader.text.textCursor().selectedText() == "measure is"
    QTest.keyClick(reader.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reader.find_bar.count.text() == "1 of 3"


def test_what_is_not_in_the_text_is_said(reader: Reader) -> None:
    reader.open_find()
    QTest.keyClicks(reader.find_bar.field, "zebra")
    assert reader.find_bar.count.text() == "Not found"


def test_letters_typed_into_the_search_are_no_shortcuts(reader: Reader) -> None:
    reader.open_find()
    QTest.keyClicks(reader.find_bar.field, "npn")
    assert reader.find_bar.field.text() == "npn"
    assert reader.text.place is None


def test_the_passage_is_copied_with_its_citation(reader: Reader) -> None:
    reader.show_passage(CHAIN)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(reader.text, Qt.Key.Key_C, modifiers)
    assert QGuiApplication.clipboard().text().startswith(f"“{CHAIN.exact}”\n— Qiushi")


def test_quotations_that_are_not_found_are_said_and_listed(qtbot: QtBot, reader: Reader) -> None:
    assert "2 quotations of cards are not found in this text." in texts(reader)
    reader.notice.asked.emit()
    said = listed(qtbot, reader)
    assert "Stands in the source 3 times:" in said
    assert "No longer in the source:" in said
    assert "What is sixth?" in said


@pytest.mark.parametrize(
    ("passage", "why"),
    [(LOST, "is no longer in this source"), (TWICE, "stands in this source 3 times")],
)
def test_a_passage_that_cannot_be_shown_says_why(reader: Reader, passage: object, why: str) -> None:
    reader.show_passage(passage)  # type: ignore[arg-type]
    assert why in " ".join(texts(reader.notice))
    assert reader.text.place is None


def test_the_source_read_anew_keeps_the_passage(reader: Reader) -> None:
    reader.show_passage(GREEN)
    reader.text.place_chosen.emit(3)
    fewer = measures()
    reader.show_reading(Reading(fewer.read("qiushi")))
    assert reader.text.place == 3
    assert reader.cards.isVisible()


def test_a_source_without_its_file_says_so(reader: Reader) -> None:
    reader.show_reading(Reading(measures().read("no-file")))
    assert "The file of this source is missing" in " ".join(texts(reader))
    assert reader.text.toPlainText() == ""
    assert "No passages" in texts(reader.head)


def test_every_control_has_a_name(reader: Reader) -> None:
    reader.text.place_chosen.emit(0)
    reader.open_find()
    unnamed = [
        button
        for button in reader.findChildren(QAbstractButton)
        if not (button.accessibleName() or button.text())
        and button.parentWidget() is not reader.find_bar.field
    ]
    assert not unnamed
    assert reader.find_bar.field.accessibleName()
    assert reader.text.accessibleName()
