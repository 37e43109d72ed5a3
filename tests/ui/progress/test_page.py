from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from nqpf_study.app import Study
from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import unheard
from nqpf_study.domain.review import Rating
from nqpf_study.study.importing import plan_import
from nqpf_study.study.statistics import Retention, Statistics
from nqpf_study.ui.progress.page import ProgressPage
from tests.fakes.browse_study import BrowseStudy
from tests.fakes.clock import Clock

TODAY = BrowseStudy(Deck("d", "D")).today()


@pytest.fixture
def page(qtbot: QtBot) -> ProgressPage:
    made = ProgressPage()
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    return made


def show(qtbot: QtBot, page: ProgressPage, statistics: Statistics) -> None:
    page.refresh(BrowseStudy(Deck("d", "D"), statistics=statistics).study)
    qtbot.waitUntil(lambda: page.parts.currentIndex() != 0)


def said(page: ProgressPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


STUDIED = Statistics(
    TODAY,
    due={TODAY: 4, TODAY + 1: 2},
    done={TODAY: 7},
    states={"new": 3, "review": 6},
    retention=Retention(9, 10),
    seconds={TODAY: 90.0},
)


def test_figures_stand_in_sentences_beside_the_charts(qtbot: QtBot, page: ProgressPage) -> None:
    show(qtbot, page, STUDIED)
    words = said(page)
    assert "7 reviews on 1 day, 90 seconds in all" in words
    assert "4 due today, 6 within 30 days" in words
    assert "9 of 10 cards in review remembered: 90%" in words
    assert "9 cards in use." in words
    assert page.panels.due_chart.accessibleDescription().startswith("4 due today")


def test_each_chart_has_a_table_with_the_same_figures(qtbot: QtBot, page: ProgressPage) -> None:
    show(qtbot, page, STUDIED)
    page.panels.due.toggle.click()
    assert page.panels.due.table.isVisible()
    assert not page.panels.due_chart.isVisible()
    cells = [page.panels.due.table.item(row, column) for row in (0, 1) for column in (0, 1)]
    assert [cell.text() for cell in cells if cell] == ["today", "4", "6 Jun", "2"]
    page.panels.due.toggle.click()
    assert page.panels.due_chart.isVisible()


def test_a_table_is_copied_with_its_titles(qtbot: QtBot, page: ProgressPage) -> None:
    show(qtbot, page, STUDIED)
    page.panels.states.toggle.click()
    page.panels.states.table.setFocus()
    QTest.keySequence(page.panels.states.table, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "State\tCards\nNew\t3\nIn review\t6"


def test_before_the_first_review_the_page_says_how_to_begin(
    qtbot: QtBot, page: ProgressPage
) -> None:
    show(qtbot, page, Statistics(TODAY, states={"new": 5}))
    assert "Nothing reviewed yet" in said(page)
    with qtbot.waitSignal(page.study_requested) as asked:
        QTest.mouseClick(page.empty.study, Qt.MouseButton.LeftButton)
    assert asked.args == [None]


def test_without_cards_the_page_says_where_they_come_from(qtbot: QtBot, page: ProgressPage) -> None:
    show(qtbot, page, Statistics(TODAY))
    assert "drop a deck file" in said(page)
    assert not page.empty.study.isVisible()


def test_panels_stand_in_one_column_where_there_is_no_room(
    qtbot: QtBot, page: ProgressPage
) -> None:
    show(qtbot, page, STUDIED)
    assert page.panels.due.y() == page.panels.done.y()
    page.resize(616, 560)
    qtbot.waitUntil(lambda: page.panels.done.y() > page.panels.due.y())
    assert page.panels.due.x() == page.panels.done.x()


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    home = tmp_path / "collection"
    home.mkdir()
    start = datetime(2024, 6, 5, 9, tzinfo=UTC)
    ticks = (start + timedelta(seconds=5 * number) for number in range(10_000))
    with Study.open(home, now=lambda: next(ticks)) as opened:
        opened.load_curated()
        yield opened


def test_what_was_graded_shows(qtbot: QtBot, page: ProgressPage, study: Study) -> None:
    session = study.session()
    for _ in range(3):
        session.reveal()
        session.grade(Rating.EASY)
    page.refresh(study)
    qtbot.waitUntil(lambda: page.parts.currentIndex() != 0)
    words = said(page)
    assert "3 reviews on 1 day" in words
    assert "In review" in page.panels.states_chart.accessibleDescription()
    assert sum(due_counts(page)) == 3


def due_counts(page: ProgressPage) -> list[int]:
    table = page.panels.due.table
    items = (table.item(row, 1) for row in range(table.rowCount()))
    return [int(item.text()) for item in items if item is not None]


# --- a deck, a range ----------------------------------------------------------------------------


def choose(qtbot: QtBot, page: ProgressPage, box: QComboBox, text: str) -> None:
    """Choose an entry as one does by keys, and wait for the figures."""
    before = page.panels.due_chart.accessibleDescription()
    box.setFocus()
    place = box.findText(text)
    key = Qt.Key.Key_Down if place > box.currentIndex() else Qt.Key.Key_Up
    for _ in range(abs(place - box.currentIndex())):
        QTest.keyClick(box, key)
    assert box.currentText() == text
    qtbot.waitUntil(lambda: page.panels.due_chart.accessibleDescription() != before)


@pytest.fixture
def some_time_ago(page: ProgressPage, qtbot: QtBot, tmp_path: Path) -> Iterator[Study]:
    """A learner who graded a card of "A" 200 days ago, and two of "B" today; the page shows it."""
    clock = Clock()
    with Study.open(tmp_path, now=clock) as study:
        for title, cards, days in (("A", 1, 200), ("B", 2, 0)):
            notes = tuple(
                Note(f"n{n}", "basic", {"question": f"{title}{n}?", "answer": "Yes"})
                for n in range(cards)
            )
            deck = Deck(title.lower(), title, notes=notes)
            study.collection.write_changes(
                plan_import(deck, study.collection), (), clock(), unheard
            )
            session = study.session([deck.id])
            for _ in range(cards):
                session.reveal()
                session.grade(Rating.EASY)
            clock.move(days=days)
        page.refresh(study)
        qtbot.waitUntil(lambda: page.parts.currentIndex() != 0)
        yield study


def test_a_deck_can_be_chosen_and_stays_chosen(
    qtbot: QtBot, page: ProgressPage, some_time_ago: Study
) -> None:
    boxes = [page.choice.deck.itemText(at) for at in range(page.choice.deck.count())]
    assert boxes == ["All decks", "A", "B"]
    assert "3 cards in use." in said(page)
    choose(qtbot, page, page.choice.deck, "A")
    words = said(page)
    assert "Nothing was reviewed in the last 30 days." in words
    assert "1 card in use." in words
    assert page.panels.states.rows == (("State", "Cards"), ("In review", "1"))
    page.refresh(some_time_ago)
    assert page.choice.deck_id == "a"
    some_time_ago.remove_deck("a")
    page.refresh(some_time_ago)
    qtbot.waitUntil(lambda: page.choice.deck_id is None)
    assert page.choice.deck.count() == 2
    assert "2 cards in use." in said(page)


def test_a_range_can_be_chosen_and_tables_follow(
    qtbot: QtBot, page: ProgressPage, some_time_ago: Study
) -> None:
    assert some_time_ago is page._study
    assert "In the last 30 days: 2 reviews on 1 day" in said(page)
    page.panels.done.toggle.click()
    table = page.panels.done.table
    choose(qtbot, page, page.choice.range, "1 year")
    assert "In the last year: 3 reviews on 2 days" in said(page)
    heads = [table.horizontalHeaderItem(column) for column in (0, 1)]
    assert [head.text() for head in heads if head] == ["Week", "Reviews"]
    assert table.rowCount() == 52
    rows = page.panels.done.rows
    assert (rows[0], rows[1]) == (("Week", "Reviews"), ("Week to today", "2"))
    assert [row[1] for row in rows[1:]].count("1") == 1
    choose(qtbot, page, page.choice.range, "All time")
    assert "Since the first day: 3 reviews on 2 days" in said(page)
    assert len(page.panels.done.rows) == 1 + 29


def test_what_is_saved_is_called_by_its_deck_and_its_range(
    qtbot: QtBot,
    page: ProgressPage,
    some_time_ago: Study,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert some_time_ago is page._study
    choose(qtbot, page, page.choice.deck, "B")
    asked: list[str] = []

    def place(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(proposed).name)
        return str(tmp_path / "saved.csv"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", place)
    for panel in (page.panels.done, page.panels.states):
        (action,) = [action for action in panel.menu.actions() if "CSV" in action.text()]
        with qtbot.waitSignal(page.message):
            action.trigger()
    assert asked == ["Reviews (B, 1 month).csv", "Cards (B).csv"]


def test_the_wheel_scrolls_the_page_and_chooses_nothing(
    page: ProgressPage, some_time_ago: Study
) -> None:
    assert some_time_ago is page._study
    event = QWheelEvent(
        *(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(page.choice.deck, event)
    assert not event.isAccepted()
    assert page.choice.deck_id is None


def test_reading_that_takes_long_is_said(
    qtbot: QtBot, page: ProgressPage, some_time_ago: Study
) -> None:
    page.refresh(some_time_ago)
    page._late.timeout.emit()
    assert "Reading your reviews…" in said(page)
    qtbot.waitUntil(lambda: "In the last 30 days" in said(page))
