from __future__ import annotations

import gc

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.ui import accessible_items
from nqpf_study.ui.progress.bars import Bar
from nqpf_study.ui.progress.charts import BarChart

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
BARS = (Bar("Today", 3, "0"), Bar("Tomorrow", 12, "1"), Bar("Friday", 0, "2"))


@pytest.fixture
def chart(qtbot: QtBot) -> BarChart:
    made = BarChart("Due in the next days", "cards")
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show_bars(BARS, "15 cards in 3 days")
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def test_a_chart_is_known_as_one_with_its_bars_as_children(chart: BarChart) -> None:
    known = QAccessible.queryAccessibleInterface(chart)
    assert known.role() is QAccessible.Role.Chart
    assert known.text(NAME) == "Due in the next days"
    assert known.text(DESCRIPTION) == "15 cards in 3 days"
    bars = [known.child(number) for number in range(known.childCount())]
    assert [bar.text(NAME) for bar in bars] == [
        "Today: 3 cards",
        "Tomorrow: 12 cards",
        "Friday: 0 cards",
    ]
    for number, bar in enumerate(bars):
        assert bar.role() is QAccessible.Role.ListItem
        assert bar.parent().text(NAME) == known.text(NAME)
        assert known.indexOfChild(bar) == number
        place = chart.item_rect(number).toAlignedRect()
        assert bar.rect().topLeft() == chart.mapToGlobal(place.topLeft())
    high = bars[1].rect().center()
    assert known.childAt(high.x(), high.y()).text(NAME) == "Tomorrow: 12 cards"
    corner = chart.mapToGlobal(QPoint(0, 0))
    assert known.childAt(corner.x(), corner.y()) is None


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_the_bar_that_the_arrows_lead_to_has_the_focus(
    chart: BarChart, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[QtGui.QAccessibleEvent] = []

    class Reader(QAccessible):
        @staticmethod
        def isActive() -> bool:  # noqa: N802 - Qt's name
            return True

        @staticmethod
        def updateAccessibility(event: QtGui.QAccessibleEvent) -> None:  # noqa: N802 - Qt's name
            sent.append(event)

    monkeypatch.setattr(accessible_items, "QAccessible", Reader)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert [(event.type(), event.child()) for event in sent] == [
        (QAccessible.Event.Focus, 0),
        (QAccessible.Event.Focus, 1),
    ]
    known = QAccessible.queryAccessibleInterface(chart)
    states = [known.child(number).state() for number in range(3)]
    assert [bool(state.focused) for state in states] == [False, True, False]
    assert known.focusChild().text(NAME) == "Tomorrow: 12 cards"


def test_a_chart_with_other_bars_tells_of_those(chart: BarChart) -> None:
    known = QAccessible.queryAccessibleInterface(chart)
    before = [known.child(number) for number in range(3)]
    chart.show_bars((Bar("Monday", 1, ""),), "1 card")
    assert known.childCount() == 1
    assert before[0].text(NAME) == "Monday: 1 cards"
    assert not before[2].isValid()
    assert before[2].text(NAME) == ""
    assert known.text(DESCRIPTION) == "1 card"


def test_charts_come_and_go_and_nothing_of_them_is_left_to_fall_over(qapp: QApplication) -> None:
    for _ in range(30):
        chart = BarChart("Due", "cards")
        chart.show_bars(BARS, "15 cards")
        known = QAccessible.queryAccessibleInterface(chart)
        said = [known.child(number).text(NAME) for number in range(3)]
        assert said[0] == "Today: 3 cards"
        chart.deleteLater()
        del chart, known
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
