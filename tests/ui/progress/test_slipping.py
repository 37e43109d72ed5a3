from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.review import CardId
from nqpf_study.study.ports import Confused
from nqpf_study.ui.progress.slipping import SlippingPanel
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms

LEADER, QUALITY = CardId("terms", "leader", "answer"), CardId("terms", "quality", "answer")


@pytest.fixture
def study(tmp_path: Path) -> MemoryStudy:
    """A learner who keeps mixing two cards up."""
    made = memory_study(tmp_path, terms())
    store = store_of(made)
    for row in store.rows.values():
        if row.id == LEADER:
            memory = replace(row.status.memory, lapses=9, reps=20)
            row.status = replace(row.status, memory=memory)
    confused = [Confused(LEADER, "High", QUALITY, 3), Confused(LEADER, "Steam", None, 1)]
    store.confusions = lambda: confused  # type: ignore[method-assign]
    return made


@pytest.fixture
def panel(qtbot: QtBot, study: MemoryStudy) -> SlippingPanel:
    made = SlippingPanel()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.refresh(study)
    qtbot.waitUntil(lambda: bool(made.rows))
    return made


def words_on(panel: SlippingPanel) -> str:
    labels = panel.findChildren(QLabel)
    return "\n".join(getattr(label, "said", label.text()) for label in labels)


def button(panel: SlippingPanel, text: str) -> QPushButton:
    (found,) = [made for made in panel.findChildren(QPushButton) if made.text() == text]
    return found


def test_a_card_is_shown_with_what_it_is_confused_with(panel: SlippingPanel) -> None:
    said = words_on(panel)
    assert "1 card was forgotten again and again." in said
    assert "What plays the leading role?" in said
    assert "forgotten 9 times · Terms" in said
    assert "Answered “High” 3 times: that answers “Of what quality are they?”" in said
    assert "Answered “Steam” once" in said


def test_its_source_and_its_cards_can_be_opened(qtbot: QtBot, panel: SlippingPanel) -> None:
    with qtbot.waitSignal(panel.source_requested) as source:
        button(panel, "Open its source").click()
    assert source.args[0] == "qiushi"
    with qtbot.waitSignal(panel.browse_requested) as search:
        button(panel, "Show the card").click()
    assert search.args == ['note:"terms/leader"']
    with qtbot.waitSignal(panel.browse_requested) as search:
        button(panel, "Show what it is confused with").click()
    assert search.args == ['note:"terms/quality"']
    with qtbot.waitSignal(panel.browse_requested) as search:
        button(panel, "Show them in Browse").click()
    assert search.args == ["is:leech"]


def test_it_is_suspended_only_when_asked_and_can_be_resumed(
    qtbot: QtBot, panel: SlippingPanel, study: MemoryStudy
) -> None:
    store = store_of(study)
    assert not store.status(LEADER).suspended
    (row,) = panel.rows
    with qtbot.waitSignal(panel.message):
        button(panel, "Suspend").click()
    assert store.status(LEADER).suspended
    qtbot.waitUntil(lambda: panel.rows != [row])
    assert "suspended" in words_on(panel)
    with qtbot.waitSignal(panel.message):
        button(panel, "Resume").click()
    assert not store.status(LEADER).suspended


def test_nothing_is_shown_where_no_card_slips(
    qtbot: QtBot, panel: SlippingPanel, study: MemoryStudy
) -> None:
    assert not panel.isHidden()
    study.set_deck_options("terms", DeckOptions(leech_threshold=0))
    panel.refresh(study)
    qtbot.waitUntil(panel.isHidden)


def test_every_act_names_its_card_for_screen_readers(panel: SlippingPanel) -> None:
    for made in panel.rows[0].findChildren(QPushButton):
        name = QAccessible.queryAccessibleInterface(made).text(QAccessible.Text.Name)
        assert "What plays the leading role?" in name
