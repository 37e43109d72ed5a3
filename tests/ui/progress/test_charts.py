from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.ui import tokens
from nqpf_study.ui.preferences import Appearance
from nqpf_study.ui.progress.bars import Bar, Share
from nqpf_study.ui.progress.charts import BarChart
from nqpf_study.ui.progress.parts import PartsChart
from nqpf_study.ui.style import Look, colours

quiet_tooltip = pytest.mark.qt_log_ignore(r"does not support raise\(\)", extend=True)
"""Without a screen, a tooltip cannot be raised."""


@pytest.fixture
def chart(qtbot: QtBot) -> BarChart:
    made = BarChart("Due", "cards")
    qtbot.addWidget(made)
    made.resize(400, 176)
    made.show_bars((Bar("today", 10, "today"), Bar("6 Jun", 0), Bar("7 Jun", 5)), "In short.")
    with qtbot.waitActive(made):
        made.show()
    return made


def share_of(colour: str, widget: QWidget, rect: QRectF) -> float:
    """Return how much of a rectangle is painted in a colour."""
    image = widget.grab(rect.toAlignedRect()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = QColor(colour).rgb()
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(image.pixel(x, y) == wanted for x, y in points) / len(points)


def test_bars_are_as_high_as_their_values(chart: BarChart) -> None:
    assert chart.bar_rect(2).height() == pytest.approx(chart.bar_rect(0).height() / 2)
    assert chart.bar_rect(1).height() == 0
    assert share_of(colours().accent, chart, chart.bar_rect(0)) > 0.8


@quiet_tooltip
def test_arrows_go_from_bar_to_bar_and_say_each(chart: BarChart) -> None:
    chart.setFocus()
    said = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(chart, key)
        said.append(chart.pointed)
    assert said == ["today: 10 cards", "6 Jun: 0 cards", "7 Jun: 5 cards", "7 Jun: 5 cards"]
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.pointed == "6 Jun: 0 cards"


@quiet_tooltip
def test_the_pointer_says_the_bar_it_is_over(chart: BarChart) -> None:
    at = chart.bar_rect(2).center().toPoint()
    QApplication.sendEvent(
        chart, QHelpEvent(QHelpEvent.Type.ToolTip, at, chart.mapToGlobal(QPoint(at)))
    )
    assert chart.pointed == "7 Jun: 5 cards"


def test_a_chart_has_a_name_and_a_description(chart: BarChart) -> None:
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("Due", "In short.")


def test_a_chart_without_bars_paints_its_axis(qtbot: QtBot) -> None:
    empty = BarChart("Due", "cards")
    qtbot.addWidget(empty)
    empty.resize(400, 176)
    assert share_of(colours().line, empty, QRectF(empty.rect())) > 0
    assert empty.pointed == ""


def test_charts_are_painted_in_the_present_colours(qapp: QApplication, chart: BarChart) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    look.choose(Appearance.DARK, 1.0)
    assert share_of(tokens.DARK.accent, chart, chart.bar_rect(0)) > 0.8
    look.choose(Appearance.LIGHT, 1.0)
    assert share_of(tokens.LIGHT.accent, chart, chart.bar_rect(0)) > 0.8


def test_parts_take_their_share_of_the_whole(qtbot: QtBot) -> None:
    chart = PartsChart("Cards by state")
    qtbot.addWidget(chart)
    chart.show_parts((Share("New", 3, "easy"), Share("In review", 1, "good")), "3 and 1.")
    chart.resize(200, chart.sizeHint().height())
    bar = QRectF(0, 2, 200, 10)
    assert share_of(colours().easy, chart, bar) == pytest.approx(0.75, abs=0.03)
    assert share_of(colours().good, chart, bar) == pytest.approx(0.25, abs=0.03)
