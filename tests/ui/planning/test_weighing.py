from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import Progress, StudyError
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.workload import Workload
from nqpf_study.ui.planning.weighing import Reckoned, Weighing
from nqpf_study.ui.planning.workload import between, load_said
from nqpf_study.ui.settings.limits import LimitsDialog

LOADS = [
    Workload(0.8, 2.0, 120.0, 150),
    Workload(0.9, 4.0, 135.0, 150),
    Workload(0.95, 8.0, 142.0, 150),
]

quiet_tooltip = pytest.mark.qt_log_ignore(r"does not support raise\(\)", extend=True)


def reckon(_progress: Progress) -> Reckoned:
    return LOADS, 10.0


@pytest.fixture
def weighing(qtbot: QtBot) -> Weighing:
    made = Weighing(reckon)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.choose(0.9)
    with qtbot.waitActive(made), qtbot.waitSignal(made.grown):
        made.show()
    return made


def test_a_retention_says_what_it_costs_and_brings() -> None:
    assert load_said(LOADS[1], 10.0) == (
        "90%: about 28 reviews a week, 5 min; after a year you would remember 135 of 150 cards."
    )


def test_what_lies_between_two_retentions_is_reckoned_from_both() -> None:
    middle = between(LOADS, 0.85)
    assert middle.reviews == pytest.approx(3)
    assert middle.remembered == pytest.approx(127.5)
    assert between(LOADS, 0.7) == LOADS[0]
    assert between(LOADS, 0.99) == LOADS[-1]


@quiet_tooltip
def test_the_picture_chooses_by_keys_and_by_a_click(qtbot: QtBot, weighing: Weighing) -> None:
    chart = weighing.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    with qtbot.waitSignal(weighing.chosen) as chosen:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [0.8]
    with qtbot.waitSignal(weighing.chosen) as chosen:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.bar_rect(2).center().toPoint())
    assert chosen.args == [0.95]


def test_the_same_figures_stand_in_a_table(weighing: Weighing) -> None:
    table = weighing.panel.table
    rows = [
        [table.model().index(row, column).data() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
    assert rows == [
        ["80%", "14", "2", "120"],
        ["90%", "28", "5", "135"],
        ["95%", "56", "9", "142"],
    ]
    assert weighing.chart.accessibleDescription().startswith("90%: about 28 reviews a week")


def test_what_cannot_be_reckoned_is_said(qtbot: QtBot) -> None:
    def broken(_progress: Progress) -> Reckoned:
        raise StudyError("Deck “terms” has no cards to reckon with.")

    weighing = Weighing(broken)
    qtbot.addWidget(weighing)
    qtbot.waitUntil(lambda: weighing.said.text() != "")
    assert weighing.said.text() == "Deck “terms” has no cards to reckon with."
    assert weighing.panel.isHidden()


def test_the_limits_take_the_retention_that_was_chosen_on_the_picture(qtbot: QtBot) -> None:
    kept: list[DeckOptions] = []
    dialog = LimitsDialog("Terms", DeckOptions(), kept.append, reckon=reckon)
    qtbot.addWidget(dialog)
    weighing = dialog.weighing
    assert weighing is not None
    qtbot.waitUntil(lambda: not weighing.panel.isHidden())
    weighing.chosen.emit(0.95)
    assert dialog.retention.value() == 95
    assert weighing.chart.accessibleDescription().startswith("95%")
    dialog.accept()
    assert kept[0].plan.desired_retention == 0.95


def test_a_dialog_that_is_closed_works_nothing_out_any_more(qtbot: QtBot) -> None:
    dialog = LimitsDialog("Terms", DeckOptions(), lambda _: None, reckon=reckon)
    qtbot.addWidget(dialog)
    dialog.reject()
    assert dialog.weighing is not None
    assert dialog.weighing._job.cancelled
