"""The line that counts what cards rest on, and the way through what they leave out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Document
from nqpf_study.ui.reader.coverage_bar import CoverageBar
from nqpf_study.ui.reader.model import Reading
from nqpf_study.ui.reader.reader import Reader
from nqpf_study.ui.style import colours
from tests.fakes.browse_study import BrowseStudy, basic, measures, source

RAW = (
    "Menu\n\n😀 Innovation leads. Nobody asks this. Industry follows。没有卡片。\n\n"
    "Green comes third. The end.\n\nShare this\n"
)
QUOTED = ("Innovation leads", "Industry", "Green comes third.")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def reading(*quoted: str) -> Reading:
    notes = (basic(f"n{at}", "Q?", "A", Passage("own", words)) for at, words in enumerate(quoted))
    documents = [Document(source("own", begins="😀 Innovation", ends="The end."), RAW)]
    return Reading(BrowseStudy(Deck("d", "D", notes=tuple(notes)), documents).study.read("own"))


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show_reading(reading(*QUOTED))
    with qtbot.waitActive(made):
        made.show()
    made.text.setFocus()
    return made


def box(reader: Reader) -> QCheckBox:
    (found,) = reader.coverage.findChildren(QCheckBox)
    return found


def dotted(reader: Reader) -> list[str]:
    return [
        mark.cursor.selectedText()
        for mark in reader.text.extraSelections()
        if mark.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
    ]


def selected(reader: Reader) -> str:
    return reader.text.textCursor().selectedText()


def test_the_sentences_of_the_text_proper_are_counted(reader: Reader) -> None:
    assert reader.coverage.said.text() == "Cards rest on 3 of 6 sentences"
    assert reader.coverage.isVisible()


def test_the_box_marks_what_no_card_rests_on_and_not_by_colour_alone(
    reader: Reader,
) -> None:
    assert dotted(reader) == []
    QTest.keyClick(box(reader), Qt.Key.Key_Space)
    assert dotted(reader) == ["Nobody asks this.", "没有卡片。", "The end."]
    marks = reader.text.extraSelections()
    grounds = {mark.format.background().color().name() for mark in marks}
    assert grounds == {colours().mark, colours().bare}
    box(reader).setChecked(False)
    assert dotted(reader) == []


def test_u_marks_and_unmarks(reader: Reader) -> None:
    QTest.keyClick(reader.text, Qt.Key.Key_U)
    assert len(dotted(reader)) == 3
    assert reader.coverage.place.text() == "3 sentences"
    QTest.keyClick(reader.text, Qt.Key.Key_U)
    assert dotted(reader) == []
    assert not reader.coverage.place.isVisible()


def test_shift_n_and_p_go_from_one_to_the_next_and_round(reader: Reader) -> None:
    seen = []
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_P):
        QTest.keyClick(reader.text, key, SHIFT)
        seen.append(selected(reader))
    assert seen == ["Nobody asks this.", "没有卡片。", "Nobody asks this.", "The end."]
    assert reader.coverage.place.text() == "3 of 3"
    assert len(dotted(reader)) == 3, "stepping marks them too"
    assert reader.text.place is None, "passages are stepped through with N and P alone"


def test_the_buttons_step_too(reader: Reader) -> None:
    QTest.keyClick(reader.text, Qt.Key.Key_U)
    steps = {
        button.accessibleName(): button
        for button in reader.coverage.findChildren(QAbstractButton)
        if button.isVisible() and button is not box(reader)
    }
    steps["Next sentence without a card"].click()
    assert selected(reader) == "Nobody asks this."
    steps["Previous sentence without a card"].click()
    assert selected(reader) == "The end."


def test_what_was_stepped_to_is_copied_with_its_citation(reader: Reader) -> None:
    reader.step_bare(1)
    assert reader.text.quotation().startswith("“Nobody asks this.”\n— Qiushi")


def test_a_first_sentence_at_the_very_top_is_found(reader: Reader) -> None:
    documents = [Document(source("own"), "Nobody asks this. Nor this.")]
    reader.show_reading(Reading(BrowseStudy(Deck("d", "D"), documents).study.read("own")))
    reader.step_bare(1)
    assert selected(reader) == "Nobody asks this."


def test_cards_that_come_change_the_count_and_the_marks(reader: Reader) -> None:
    QTest.keyClick(reader.text, Qt.Key.Key_U)
    reader.show_reading(reading(*QUOTED, "Nobody"))
    assert reader.coverage.said.text() == "Cards rest on 4 of 6 sentences"
    assert dotted(reader) == ["没有卡片。", "The end."]


def test_a_text_with_cards_on_all_of_it_has_nothing_to_show(reader: Reader) -> None:
    reader.show_reading(reading(*QUOTED, "Nobody asks", "卡片", "The end"))
    assert reader.coverage.said.text() == "Cards rest on every sentence"
    assert not box(reader).isVisible()
    QTest.keyClick(reader.text, Qt.Key.Key_U)
    QTest.keyClick(reader.text, Qt.Key.Key_N, SHIFT)
    assert dotted(reader) == []
    assert selected(reader) == ""


def test_a_source_without_its_text_counts_nothing(reader: Reader) -> None:
    reader.show_reading(Reading(measures().read("no-file")))
    assert not reader.coverage.isVisible()


def test_letters_typed_into_the_search_mark_nothing(reader: Reader) -> None:
    reader.open_find()
    QTest.keyClicks(reader.find_bar.field, "uNP")
    assert reader.find_bar.field.text() == "uNP"
    assert dotted(reader) == []


@pytest.mark.parametrize(("width", "below"), [(900, False), (360, True)])
def test_the_box_stands_beside_the_counts_or_below_as_there_is_room(
    qtbot: QtBot, width: int, below: bool
) -> None:
    bar = CoverageBar()
    qtbot.addWidget(bar)
    bar.show_counts(64, 6)
    bar.toggle(on=True)
    bar.resize(width, 100)
    bar.show()
    (shown,) = bar.findChildren(QCheckBox)

    def is_below() -> bool:
        said_top, top = (part.mapTo(bar, QPoint(0, 0)).y() for part in (bar.said, shown))
        return top >= said_top + bar.said.height()

    qtbot.waitUntil(lambda: bar.width() == width and is_below() == below)
    assert bar.minimumSizeHint().width() <= 360
