"""The kinds of charts besides bars, and what a chart can be made into."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from nqpf_study.ui.progress import picture
from nqpf_study.ui.progress.bars import Bar, Day, Ranked, Share
from nqpf_study.ui.progress.charts import BarChart, Chart
from nqpf_study.ui.progress.panel import ChartPanel
from nqpf_study.ui.progress.parts import PartsChart
from nqpf_study.ui.progress.rank import RankChart
from nqpf_study.ui.progress.trend import TrendChart
from nqpf_study.ui.progress.year import LEAST_CELL, YearChart
from nqpf_study.ui.style import Look
from tests.ui.progress.test_charts import quiet_tooltip

TODAY = date(2024, 6, 5).toordinal()  # a Wednesday


def shown(qtbot: QtBot, chart: Chart, width: int = 700) -> None:
    qtbot.addWidget(chart)
    chart.resize(width, chart.sizeHint().height())
    with qtbot.waitActive(chart):
        chart.show()
    chart.setFocus()


def walk(chart: Chart, *keys: Qt.Key) -> list[str]:
    said = []
    for key in keys:
        QTest.keyClick(chart, key)
        said.append(chart.pointed)
    return said


@pytest.fixture
def year(qtbot: QtBot) -> YearChart:
    chart = YearChart("Reviews by day")
    days = range(TODAY - 370, TODAY + 1)
    chart.show_days([Day(d, d % 40, f"{d}", f"{d}: {d % 40}") for d in days], "A year.")
    shown(qtbot, chart)
    return chart


@quiet_tooltip
def test_a_year_is_gone_through_by_days_and_by_weeks(year: YearChart) -> None:
    said = walk(year, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right)
    assert [int(each.split(":")[0]) - TODAY for each in said] == [0, -1, -8, -1]


def test_a_week_is_a_column_and_a_weekday_a_row(year: YearChart) -> None:
    last = year.items - 1
    today, yesterday, week_ago = (year.item_rect(last - back) for back in (0, 1, 7))
    assert today.left() == yesterday.left()
    assert today.top() > yesterday.top()
    assert week_ago.top() == today.top()
    assert week_ago.right() == pytest.approx(today.left())
    assert year.item_at(today.center()) == last


def test_all_days_are_inside_the_chart_and_the_oldest_give_way(year: YearChart) -> None:
    for width in (700, 420, 200):
        year.resize(width, year.height())
        assert all(year.rect().contains(year.item_rect(n).toRect()) for n in range(year.items))
        assert year.item_rect(0).width() >= LEAST_CELL
        assert year.said(year.items - 1).startswith(f"{TODAY}:")
    assert year.items < 371


def test_more_on_a_day_is_a_larger_square_not_only_a_stronger_one(qtbot: QtBot) -> None:
    chart = YearChart("Reviews by day")
    counts = [0, 1, 5, 9, 30]
    days = [Day(TODAY - 4 + n, count, "", "") for n, count in enumerate(counts)]
    chart.show_days(days, "Five days.")
    shown(qtbot, chart)
    ground = chart.grab().toImage()
    inks = []
    for number in range(len(counts)):
        cell = chart.item_rect(number).toRect().adjusted(1, 1, -1, -1)
        row = [ground.pixelColor(x, cell.center().y()) for x in range(cell.left(), cell.right())]
        inks.append(sum(colour.lightness() < 120 for colour in row))
    assert inks[0] == 0
    assert inks[1:] == sorted(set(inks[1:]))


def test_a_trend_has_its_dots_at_their_height_and_none_where_nothing_was(qtbot: QtBot) -> None:
    chart = TrendChart("True retention")
    bars = (Bar("a", 80, said="80%"), Bar("b", 0, said="no reviews"), Bar("c", 100, said="100%"))
    chart.show_trend(bars, (0.8, None, 1.0), 0.9, "Three weeks.")
    shown(qtbot, chart)
    low, aim, high = (chart.bar_rect(number).center().y() for number in range(3))
    assert low - aim == pytest.approx(aim - high)
    assert [chart.said(number) for number in range(3)] == ["a: 80%", "b: no reviews", "c: 100%"]
    chart.show_trend(bars, (0.1, None, 1.0), 0.9, "It fits, however low.")
    assert all(chart.rect().contains(chart.bar_rect(n).toRect()) for n in range(3))


@quiet_tooltip
def test_ranked_cards_are_opened_by_enter_and_by_a_double_click(qtbot: QtBot) -> None:
    chart = RankChart("The hardest cards", "difficulty", 10)
    chart.show_ranked(
        (Ranked("One", 9.0, "One, 9.0", "note:d/1"), Ranked("Two", 8.0, "Two", "note:d/2")), "Two."
    )
    shown(qtbot, chart)
    assert walk(chart, Qt.Key.Key_Down) == ["One, 9.0"]
    with qtbot.waitSignal(chart.chosen) as asked:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert asked.args == ["note:d/1"]
    with qtbot.waitSignal(chart.chosen) as asked:
        at = chart.item_rect(1).center().toPoint()
        QTest.mouseDClick(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert asked.args == ["note:d/2"]


def test_the_pointer_marks_what_it_is_over(qtbot: QtBot) -> None:
    chart = PartsChart("Cards by state")
    chart.show_parts((Share("New", 3, "easy"), Share("In review", 1, "good")), "3 and 1.")
    shown(qtbot, chart)
    QTest.mouseMove(chart, QPoint(650, 6))  # in the bar
    assert chart.pointed == "In review: 1 (25%)"
    QTest.mouseMove(chart, chart.item_rect(0).center().toPoint())  # in the legend
    assert chart.pointed == "New: 3 (75%)"
    assert chart.item_at(QPointF(650, 500)) is None


@pytest.fixture
def panel(qtbot: QtBot) -> ChartPanel:
    chart = BarChart("Due in the next days", "cards")
    made = ChartPanel("Due", chart, ("Day", "Cards"))
    chart.show_bars((Bar("today", 10, "today"), Bar("7 Jun", 5)), "In short.")
    made.show_figures("In short.", [("today", "10"), ("=7 Jun", "5")])
    qtbot.addWidget(made)
    made.resize(500, 300)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_chart_is_copied_as_a_picture_and_as_figures(panel: ChartPanel) -> None:
    panel.chart.setFocus()
    QTest.keySequence(panel.chart, QKeySequence(QKeySequence.StandardKey.Copy))
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert data.text() == "Day\tCards\ntoday\t10\n=7 Jun\t5"


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def save(qtbot: QtBot, panel: ChartPanel, words: str) -> None:
    (action,) = [each for each in panel.menu.actions() if words in each.text()]
    with qtbot.waitSignal(panel.message) as said:
        action.trigger()
    assert "Saved to" in said.args[0]


def test_a_chart_is_saved_as_png_svg_and_csv(
    qtbot: QtBot, panel: ChartPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for suffix in ("png", "svg", "csv"):
        choose(monkeypatch, tmp_path / "due")  # the ending is added
        save(qtbot, panel, suffix.upper())
    image = QImage(str(tmp_path / "due.png"))
    assert image.width() > 2 * panel.chart.width()
    svg = ET.parse(tmp_path / "due.svg").getroot()  # noqa: S314 - our own file
    texts = {"".join(each.itertext()).strip() for each in svg.iter() if each.tag.endswith("text")}
    assert {"Due", "cards", "today", "10"} <= texts  # words are words, not drawings of them
    written = (tmp_path / "due.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(written)))
    assert rows == [["Day", "Cards"], ["today", "10"], ["'=7 Jun", "5"]]
    assert sorted(path.name for path in tmp_path.glob("due*")) == ["due.csv", "due.png", "due.svg"]


def test_a_place_that_cannot_be_written_to_is_told(
    qtbot: QtBot, panel: ChartPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "gone" / "due.png")
    (action,) = [each for each in panel.menu.actions() if "PNG" in each.text()]
    action.trigger()
    qtbot.waitUntil(lambda: bool(panel.window().findChildren(QMessageBox)))
    (box,) = panel.window().findChildren(QMessageBox)
    assert "could not be written" in box.text()
    box.close()


def test_a_picture_has_the_colours_of_the_window(qapp: QApplication, panel: ChartPanel) -> None:
    from nqpf_study.ui.preferences import Appearance

    look = Look(qapp, Appearance.LIGHT, 1.0)
    light = picture.image(panel.chart, "Due").pixelColor(2, 2)
    look.choose(Appearance.DARK, 1.0)
    dark = picture.image(panel.chart, "Due").pixelColor(2, 2)
    look.choose(Appearance.LIGHT, 1.0)
    assert light.lightness() > 200
    assert dark.lightness() < 60
