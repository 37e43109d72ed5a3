from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Document
from nqpf_study.study.lookup import LookedUp
from nqpf_study.ui import tokens
from nqpf_study.ui.preferences import Appearance
from nqpf_study.ui.reader.excerpt_text import ExcerptText
from nqpf_study.ui.reader.pane import SourcePane
from nqpf_study.ui.reader.passage_view import PassageView
from nqpf_study.ui.style import Look, colours
from tests.fakes.browse_study import (
    CHAIN,
    ELSEWHERE,
    FIRST,
    GREEN,
    LOST,
    TWICE,
    BrowseStudy,
    basic,
    measures,
    source,
)

_KEEP = QTextCursor.MoveMode.KeepAnchor


@pytest.fixture
def pane(qtbot: QtBot) -> SourcePane:
    made = SourcePane()
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    return made


def passages_of(key: int) -> tuple[LookedUp, ...]:
    fake = measures()
    return fake.passages(fake.cards([key])[0])


def views(pane: SourcePane) -> list[PassageView]:
    return pane.findChildren(PassageView)


def marked_words(text: QTextEdit) -> str:
    """Return the words that stand on the ground of the passage asked for."""
    cursor, words = QTextCursor(text.document()), ""
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, _KEEP):
        if cursor.charFormat().background().color() == QColor(colours().mark_strong):
            words += cursor.selectedText()
        cursor.clearSelection()
    return words


def said(view: PassageView) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel))


def button(view: PassageView, text: str) -> QPushButton:
    (found,) = [each for each in view.findChildren(QPushButton) if each.text() == text]
    return found


def test_the_quotation_is_marked_in_its_context(pane: SourcePane) -> None:
    pane.show_passages(passages_of(2))
    (view,) = views(pane)
    assert marked_words(view.words) == CHAIN.exact
    assert "The first measure is innovation." in view.words.toPlainText()
    assert "The third measure" in view.words.toPlainText()


def test_the_citation_names_title_publisher_and_date(pane: SourcePane) -> None:
    pane.show_passages(passages_of(2))
    (view,) = views(pane)
    assert "Developing new quality productive forces" in said(view)
    assert "Qiushi · 3 June 2024" in said(view)


def test_opening_asks_for_the_source_at_the_passage(qtbot: QtBot, pane: SourcePane) -> None:
    pane.show_passages(passages_of(2))
    with qtbot.waitSignal(pane.source_requested) as asked:
        QTest.mouseClick(button(views(pane)[0], "Open in reader"), Qt.MouseButton.LeftButton)
    assert asked.args == ["qiushi", CHAIN]


def test_several_passages_stand_one_below_the_other_the_found_ones_first(pane: SourcePane) -> None:
    pane.show_passages(passages_of(4)[::-1])
    assert [view.looked_up.passage for view in views(pane)] == [GREEN, TWICE]


def test_many_passages_come_one_after_the_other_and_give_way_to_others(
    qtbot: QtBot, pane: SourcePane
) -> None:
    pane.show_passages(passages_of(6))
    assert 0 < len(views(pane)) < 3, "the rest is made in later turns of the loop"
    pane.show_passages(passages_of(4))
    qtbot.waitUntil(lambda: len(views(pane)) == 2)
    assert [view.looked_up.passage for view in views(pane)] == [GREEN, TWICE]


def test_an_ambiguous_passage_says_so_and_shows_its_words(pane: SourcePane) -> None:
    pane.show_passages(passages_of(4))
    ambiguous = views(pane)[1]
    assert "stand in the source 3 times" in said(ambiguous)
    assert ambiguous.words.toPlainText() == TWICE.exact
    assert marked_words(ambiguous.words) == ""


def test_what_cannot_be_looked_up_says_why_and_shows_its_words(
    qtbot: QtBot, pane: SourcePane
) -> None:
    pane.show_passages(passages_of(6))
    qtbot.waitUntil(lambda: len(views(pane)) == 3)
    lost, elsewhere, no_file = views(pane)
    assert "This passage is no longer in the source." in said(lost)
    assert lost.words.toPlainText() == LOST.exact
    assert "The source “gone” is not in this collection." in said(elsewhere)
    assert elsewhere.words.toPlainText() == ELSEWHERE.exact
    assert "The file of this source is missing." in said(no_file)


def test_only_a_source_with_a_text_can_be_opened(qtbot: QtBot, pane: SourcePane) -> None:
    pane.show_passages(passages_of(6))
    qtbot.waitUntil(lambda: len(views(pane)) == 3)
    can_open = [
        any(each.text() == "Open in reader" for each in view.findChildren(QPushButton))
        for view in views(pane)
    ]
    assert can_open == [True, False, False]


def test_a_quotation_is_copied_with_its_citation(pane: SourcePane) -> None:
    pane.show_passages(passages_of(1))
    button(views(pane)[0], "Copy").click()
    assert QGuiApplication.clipboard().text() == (
        f"“{FIRST.exact}”\n— Qiushi, “Developing new quality productive forces”, 2024-06-03"
    )


def test_a_card_without_passages_says_so(pane: SourcePane) -> None:
    pane.show_passages(())
    assert any("no passage" in label.text() for label in pane.findChildren(QLabel))


def test_a_source_is_never_taken_for_markup(pane: SourcePane) -> None:
    evil = '<img src="file:///dev/zero"><b>bold</b> &amp; {{c1::x}}'
    fake = BrowseStudy(
        Deck("d", "D", notes=(basic("n", "Q?", "A", Passage("s", evil)),)),
        [Document(source("s", title="<i>title</i>"), f"Before. {evil} After.")],
    )
    pane.show_passages(fake.passages(fake.cards([1])[0]))
    (view,) = views(pane)
    assert marked_words(view.words) == evil


def test_the_words_are_never_cut_off(qtbot: QtBot, pane: SourcePane) -> None:
    pane.show_passages(passages_of(2))
    (text,) = pane.findChildren(ExcerptText)
    for width in (640, 320):
        pane.resize(width, 600)
        qtbot.waitUntil(lambda: text.height() >= text.document().size().height())


def test_switching_the_appearance_repaints_the_mark(qapp: QApplication, pane: SourcePane) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    pane.show_passages(passages_of(2))
    look.choose(Appearance.DARK, 1.0)
    assert colours() == tokens.DARK
    assert marked_words(views(pane)[0].words) == CHAIN.exact
    look.choose(Appearance.LIGHT, 1.0)
