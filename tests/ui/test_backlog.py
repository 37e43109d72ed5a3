from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.domain.backlog import BacklogPlan, Spread
from nqpf_study.study.backlog import Backlog
from nqpf_study.ui.home.backlog import BacklogPanel, is_break

TODAY = 739000  # 24 April 2024
CHOICES = (Spread(1, (180,), 0.712), Spread(7, (26,) * 7, 0.68))


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture
def panel(qtbot: QtBot) -> BacklogPanel:
    made = BacklogPanel()
    qtbot.addWidget(made)
    made.resize(800, 300)
    return made


def waiting(
    count: int = 180, since: int = TODAY - 30, plan: BacklogPlan | None = None, today: int = 0
) -> Backlog:
    return Backlog(count, {"terms": count}, since, CHOICES, plan, today)


def test_one_line_says_what_has_waited_and_what_would_be_remembered(panel: BacklogPanel) -> None:
    panel.show_backlog(waiting(), TODAY)
    assert panel.said.text() == (
        "180 cards have waited, the first since 25 March. About 71% of them would still be "
        "remembered today."
    )
    assert "Nothing is rescheduled" in panel.explained.text()
    assert panel.undo.isHidden()


def test_each_choice_says_its_cards_and_its_retention(panel: BacklogPanel) -> None:
    panel.show_backlog(waiting(), TODAY)
    assert [button.accessibleName() for button in panel.options] == [
        "All now: 180 cards today, 71% remembered",
        "Over 7 days: 26 cards a day, 68% remembered",
    ]


def test_a_choice_is_made_by_key(qtbot: QtBot, panel: BacklogPanel) -> None:
    panel.show_backlog(waiting(), TODAY)
    with qtbot.waitActive(panel):
        panel.show()
    panel.options[1].setFocus()
    assert QApplication.focusWidget() is panel.options[1]
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(panel.options[1], Qt.Key.Key_Space)
    assert chosen.args == [7]


def test_the_choice_that_runs_is_shown_and_can_be_undone(qtbot: QtBot, panel: BacklogPanel) -> None:
    plan = BacklogPlan(TODAY - 1, 7, {"terms": 180})
    panel.show_backlog(waiting(154, plan=plan, today=26), TODAY)
    assert panel.said.text() == (
        "154 cards still wait; you spread them over 7 days, until 29 April. 26 of them today."
    )
    assert not panel.options
    with qtbot.waitSignal(panel.undone):
        panel.undo.click()


def test_all_now_is_shown_as_a_choice_too(panel: BacklogPanel) -> None:
    panel.show_backlog(waiting(plan=BacklogPlan(TODAY, 1, {"terms": 180}), today=180), TODAY)
    assert "you chose to go through all of them today" in panel.said.text()


@pytest.mark.parametrize(
    ("count", "days", "shown"), [(180, 30, True), (29, 30, False), (180, 2, False), (30, 3, True)]
)
def test_an_ordinary_evenings_work_is_no_break(count: int, days: int, shown: bool) -> None:
    assert is_break(waiting(count, TODAY - days), TODAY) is shown


def test_nothing_late_shows_nothing(panel: BacklogPanel) -> None:
    panel.show_backlog(Backlog(0, {}, None, (Spread(1, (0,), 1.0),)), TODAY)
    assert panel.isHidden()
