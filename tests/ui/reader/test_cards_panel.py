from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck
from nqpf_study.study.lookup import Lost
from nqpf_study.ui.reader.cards_panel import AT_ONCE, CardsPanel
from nqpf_study.ui.widgets.text import CardText
from tests.fakes.browse_study import LOST, TWICE, BrowseStudy, basic

MANY = 5 * AT_ONCE


@pytest.fixture
def panel(qtbot: QtBot) -> CardsPanel:
    made = CardsPanel()
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    return made


def cards(count: int) -> BrowseStudy:
    notes = (basic(f"n{number}", f"Question {number}?", "It is.") for number in range(count))
    return BrowseStudy(Deck("d", "D", notes=tuple(notes)))


def questions(panel: CardsPanel) -> list[str]:
    said = (label.said for label in panel.findChildren(CardText))
    return [text for text in said if text.startswith("Question")]


def test_many_cards_are_counted_at_once_and_listed_as_one_scrolls(
    qtbot: QtBot, panel: CardsPanel
) -> None:
    panel.show_cards(cards(MANY).cards(range(1, MANY + 1)))
    assert f"{MANY} cards on this passage" in [one.text() for one in panel.findChildren(QLabel)]
    assert 0 < len(questions(panel)) < MANY
    (area,) = panel.findChildren(QScrollArea)
    bar = area.verticalScrollBar()

    def is_all_there() -> bool:
        bar.setValue(bar.maximum())
        return len(questions(panel)) == MANY

    qtbot.waitUntil(is_all_there)
    assert questions(panel) == [f"Question {number}?" for number in range(MANY)]


def test_a_high_panel_fills_up_by_itself(qtbot: QtBot, panel: CardsPanel) -> None:
    panel.resize(320, 2000)
    panel.show_cards(cards(MANY).cards(range(1, AT_ONCE + 2)))
    qtbot.waitUntil(lambda: len(questions(panel)) == AT_ONCE + 1)


def test_other_cards_take_the_place_of_the_last_without_an_empty_list_between(
    panel: CardsPanel,
) -> None:
    study = cards(MANY)
    panel.show_cards(study.cards(range(1, MANY + 1)))
    panel.show_cards(study.cards([MANY]))
    assert questions(panel)[-1] == f"Question {MANY - 1}?"


def test_a_panel_that_opens_shows_before_its_cards_are_made(qtbot: QtBot) -> None:
    panel = CardsPanel()
    qtbot.addWidget(panel)
    panel.show_cards(cards(1).cards([1]))
    panel.show()
    assert not questions(panel)
    qtbot.waitUntil(lambda: bool(questions(panel)))


def test_a_lost_quotation_whose_card_is_gone_is_left_out(panel: CardsPanel) -> None:
    lost = [Lost(LOST, 1, 0), Lost(TWICE, 7, 3), Lost(TWICE, 2, 3)]
    panel.show_lost(lost, cards(2).cards([1, 7, 2]))
    assert questions(panel) == ["Question 0?", "Question 1?"]
