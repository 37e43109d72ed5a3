from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.ui.cram.cramming import Cramming
from nqpf_study.ui.cram.view import CramView
from nqpf_study.ui.preferences import Preferences
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.work import end_all_jobs
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms


@pytest.fixture
def study(tmp_path: Path) -> MemoryStudy:
    return memory_study(tmp_path, terms())


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path, study: MemoryStudy) -> CramView:
    made = CramView(study, study.cram(form=FormChoice.RECALL), Preferences(tmp_path))
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    made.refresh()
    return made


@pytest.fixture
def cramming(qtbot: QtBot, tmp_path: Path) -> Iterator[Cramming]:
    owner = QWidget()
    qtbot.addWidget(owner)
    yield Cramming(owner, Preferences(tmp_path))
    end_all_jobs()


def words_on(view: CramView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def say(view: CramView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def test_the_screen_says_that_nothing_counts(view: CramView) -> None:
    assert "nothing counts" in view.top.kind.text()
    assert view.top.kind.isVisible()


def test_a_round_is_gone_through_by_keys_and_leaves_log_and_schedule_alone(
    view: CramView, study: MemoryStudy
) -> None:
    store = store_of(study)
    before = {key: row.status for key, row in store.rows.items()}
    total = view.round.remaining
    first = view.round.card.key
    say(view, Qt.Key.Key_Space, Qt.Key.Key_1)
    assert view.round.remaining == total
    assert view.round.known == 0
    while view.round.phase is not Phase.END:
        say(view, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert view.round.known == total
    assert [asked.card.key for asked in view.round.missed] == [first]
    assert view.end.isVisible()
    assert view.end.headline.text() == f"{total} cards known"
    assert store.log == []
    assert {key: row.status for key, row in store.rows.items()} == before


def test_only_two_things_can_be_said_of_an_answer(view: CramView) -> None:
    say(view, Qt.Key.Key_Space)
    said = [button for button in view.ratings.rating_buttons if button.isVisible()]
    assert [button.rating for button in said] == [Rating.AGAIN, Rating.GOOD]
    assert [button.accessibleName() for button in said] == [
        "Not yet: comes back soon",
        "Knew it: done for this round",
    ]
    said[1].click()
    assert view.round.known == 1


def test_the_source_can_be_looked_at(qtbot: QtBot, view: CramView) -> None:
    while not view.round.card.note.passages:
        say(view, Qt.Key.Key_Space, Qt.Key.Key_2)
    say(view, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: view._beside.pane is not None)
    say(view, Qt.Key.Key_S)
    assert view._beside.pane is None


def test_what_was_not_known_is_shown_with_its_passage(qtbot: QtBot, view: CramView) -> None:
    while not view.round.card.note.passages:
        say(view, Qt.Key.Key_Space, Qt.Key.Key_2)
    say(view, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Escape)
    assert view.end.isVisible()
    qtbot.waitUntil(lambda: "“" in words_on(view))
    with qtbot.waitSignal(view.ended):
        say(view, Qt.Key.Key_Escape)


def test_leaving_at_once_asks_for_nothing(qtbot: QtBot, view: CramView) -> None:
    with qtbot.waitSignal(view.ended):
        say(view, Qt.Key.Key_Escape)


def test_another_round_follows(qtbot: QtBot, study: MemoryStudy, cramming: Cramming) -> None:
    with qtbot.waitSignal(cramming.begun) as begun:
        cramming.start(study, ["terms"])
    (view,) = begun.args
    with qtbot.waitSignal(cramming.begun) as begun:
        view.again.emit()
    assert begun.args != [view]
    with qtbot.waitSignal(cramming.left):
        cramming.leave()
    assert cramming.view is None


def test_no_card_is_said(qtbot: QtBot, tmp_path: Path, cramming: Cramming) -> None:
    with qtbot.waitSignal(cramming.message) as said:
        cramming.start(memory_study(tmp_path), None)
    assert said.args == ["There are no cards to practise."]
