from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nqpf_study.app import Study
from nqpf_study.domain.deck import Deck
from nqpf_study.domain.review import Rating
from nqpf_study.study.statistics import Retention, Statistics
from nqpf_study.ui.progress.page import ProgressPage
from tests.fakes.browse_study import BrowseStudy

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
