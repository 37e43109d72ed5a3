from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Document
from nqpf_study.ui.preferences import Appearance
from nqpf_study.ui.reader.model import Reading
from nqpf_study.ui.reader.source_text import SourceText
from nqpf_study.ui.style import Look, colours
from tests.fakes.browse_study import (
    CHAIN,
    FIRST,
    GREEN,
    INDUSTRY,
    BrowseStudy,
    basic,
    measures,
    source,
)

Show = Callable[[Reading], SourceText]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(reading: Reading) -> SourceText:
        text = SourceText()
        qtbot.addWidget(text)
        text.resize(900, 500)
        text.show_reading(reading)
        text.show()
        return text

    return shown


def measured() -> Reading:
    return Reading(measures().read("qiushi"))


def long_reading(after: int = 0) -> Reading:
    """Return a source of many paragraphs, and one with a passage before the last ones of them."""
    middle = "\n\n".join(
        f"Paragraph {n} says what the others say, in its own words." for n in range(200)
    )
    text = f"{middle}\n\n😀 Here stands the passage. And then the end." + "\n\nMore." * after
    note = basic("n", "Q?", "A", Passage("s", "Here stands the passage."))
    return Reading(
        BrowseStudy(Deck("d", "D", notes=(note,)), [Document(source("s"), text)]).read("s")
    )


def words_on(text: SourceText, ground: str) -> list[str]:
    """Return the words of each selection on a ground."""
    return [
        each.cursor.selectedText()
        for each in text.extraSelections()
        if each.format.background().color() == QColor(ground)
    ]


def centre_of(text: SourceText, words: str) -> QPoint:
    cursor = text.document().find(words, 0)
    assert not cursor.isNull()
    start = QTextCursor(cursor)
    start.setPosition(cursor.selectionStart() + 2)
    return text.cursorRect(start).center()


def test_every_passage_is_marked_softly(show: Show) -> None:
    text = show(measured())
    marked = [FIRST.exact, CHAIN.exact, INDUSTRY.exact, GREEN.exact]
    assert words_on(text, colours().mark) == marked
    assert words_on(text, colours().mark_strong) == []


def test_the_passage_asked_for_is_marked_strongly(show: Show) -> None:
    text = show(measured())
    text.show_place(1)
    assert words_on(text, colours().mark_strong) == [CHAIN.exact]


def test_what_is_no_text_proper_is_dimmed(show: Show) -> None:
    text = show(measured())
    shades = []
    for number in range(text.document().blockCount()):
        cursor = QTextCursor(text.document().findBlockByNumber(number))
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        shades.append(cursor.charFormat().foreground().color().name())
    assert shades == [colours().muted, colours().text, colours().text]


def test_the_passage_is_scrolled_to_even_when_asked_for_before_the_text_shows(qtbot: QtBot) -> None:
    text = SourceText()
    qtbot.addWidget(text)
    text.resize(900, 500)
    text.show_reading(long_reading())
    text.show_place(0)
    text.show()
    assert text.viewport().rect().contains(centre_of(text, "Here stands"))


def test_the_passage_stays_in_sight_when_the_window_changes(qtbot: QtBot, show: Show) -> None:
    text = show(long_reading())
    text.show_place(0)
    for size in ((400, 300), (1200, 700), (700, 220)):
        text.resize(*size)
        qtbot.waitUntil(lambda: text.viewport().rect().contains(centre_of(text, "Here stands")))


def test_a_line_holds_65_to_75_characters(show: Show) -> None:
    prose = (
        "Development is the absolute principle and new quality productive forces serve it. " * 40
    )
    text = show(Reading(BrowseStudy(Deck("d", "D"), [Document(source("s"), prose)]).read("s")))
    layout = text.document().firstBlock().layout()
    lengths = [layout.lineAt(n).textLength() for n in range(layout.lineCount() - 1)]
    assert 62 <= sum(lengths) / len(lengths) <= 78


def test_a_click_on_a_mark_chooses_it(qtbot: QtBot, show: Show) -> None:
    text = show(measured())
    with qtbot.waitSignal(text.place_chosen) as chosen:
        QTest.mouseClick(
            text.viewport(), Qt.MouseButton.LeftButton, pos=centre_of(text, "industry")
        )
    assert chosen.args == [2]


def test_a_click_beside_the_marks_chooses_nothing(qtbot: QtBot, show: Show) -> None:
    text = show(measured())
    with qtbot.assertNotEmitted(text.place_chosen):
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=centre_of(text, "Menu"))
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(450, 480))


def test_the_selection_is_quoted_before_the_passage(show: Show) -> None:
    text = show(measured())
    assert text.quotation() == ""
    text.show_place(3)
    assert text.quotation().startswith(f"“{GREEN.exact}”\n— Qiushi")
    start, _ = measured().find("The end.")[0]
    text.select(start, start + 7)
    assert text.quotation().startswith("“The end”\n— Qiushi")


def test_the_same_text_again_keeps_its_place(show: Show) -> None:
    text = show(long_reading())
    text.verticalScrollBar().setValue(700)
    text.show_reading(long_reading())
    assert text.verticalScrollBar().value() == 700


def test_switching_the_appearance_and_size_sets_the_text_anew(
    qapp: QApplication, show: Show
) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    text = show(measured())
    size = text.document().defaultFont().pixelSize()
    look.choose(Appearance.DARK, 2.0)
    assert words_on(text, colours().mark)[0] == FIRST.exact
    assert text.document().defaultFont().pixelSize() == 2 * size
    look.choose(Appearance.LIGHT, 1.0)


@pytest.mark.parametrize("larger", [1.0, 1.5])
def test_a_change_of_the_look_leaves_the_passage_where_it_is(
    qapp: QApplication, show: Show, larger: float
) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    text = show(long_reading(after=50))
    text.show_place(0)
    qapp.processEvents()
    passage = "Here stands"
    before = centre_of(text, passage)
    start = text.document().find(passage, 0).selectionStart()
    text.select(start, start + 4)
    look.choose(Appearance.DARK, larger)
    qapp.processEvents()
    assert abs(centre_of(text, passage).y() - before.y()) <= 20
    assert text.textCursor().selectedText() == "Here"
    text.hide()
    look.choose(Appearance.LIGHT, 1.0)
    text.show()
    qapp.processEvents()
    assert text.viewport().rect().contains(centre_of(text, passage))
