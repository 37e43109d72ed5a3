"""F in a session: a sign at the card, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.search_query import Query
from nqpf_study.study.marks import MarkChanges
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.session import question_view as module
from nqpf_study.ui.session.acts import acts
from nqpf_study.ui.session.sitting import Phase, Sitting
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.style import Look
from nqpf_study.ui.widgets.flag import FlagSign
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms

Key = Qt.Key


@pytest.fixture
def study(tmp_path: Path) -> MemoryStudy:
    return memory_study(tmp_path, terms())


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> SessionView:
    Look(qapp, Appearance.LIGHT, 1.0)
    made = SessionView(Preferences(tmp_path))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


def begin(view: SessionView, study: MemoryStudy, form: FormChoice = FormChoice.RECALL) -> Sitting:
    view.begin(study, study.session(None, form))
    assert view.sitting is not None
    return view.sitting


def press(view: SessionView, *keys: Key | str) -> None:
    for key in keys:
        focused = QApplication.focusWidget() or view
        if isinstance(key, str):
            QTest.keyClicks(focused, key)
        else:
            QTest.keyClick(focused, key)


def flagged(study: MemoryStudy) -> list[str]:
    store = store_of(study)
    cards = store.cards(store.search(Query(states=("flagged",)), 1))
    return [card.id.note for card in cards]


def has_sign(view: SessionView) -> bool:
    return view.card.flagged


def test_f_flags_the_card_and_takes_the_flag_off(
    qtbot: QtBot, view: SessionView, study: MemoryStudy
) -> None:
    sitting = begin(view, study)
    assert not has_sign(view)
    with qtbot.waitSignal(view.message) as said:
        press(view, "f")
    assert said.args == ["Flagged. F takes the flag off."]
    assert has_sign(view)
    assert flagged(study) == [sitting.card.id.note]
    press(view, Key.Key_Space)
    assert has_sign(view), "the answer shows with the flag"
    with qtbot.waitSignal(view.message) as said:
        press(view, "f")
    assert said.args == ["The flag is off."]
    assert not has_sign(view)
    assert flagged(study) == []


def test_the_next_card_has_its_own_flag(view: SessionView, study: MemoryStudy) -> None:
    sitting = begin(view, study)
    first = sitting.card.id.note
    press(view, "f", Key.Key_Space, Key.Key_Space)
    assert sitting.card.id.note != first
    assert not has_sign(view)
    assert flagged(study) == [first]
    press(view, "z")
    assert sitting.card.id.note == first
    assert has_sign(view)


def test_undo_takes_the_flag_off_the_screen_too(view: SessionView, study: MemoryStudy) -> None:
    sitting = begin(view, study)
    press(view, "f")
    sitting.undo()
    assert not has_sign(view)
    assert sitting.phase is Phase.QUESTION
    assert flagged(study) == []


def test_the_question_is_not_said_again_and_the_source_stays(
    qtbot: QtBot, view: SessionView, study: MemoryStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(view, study)
    press(view, "s")
    qtbot.waitUntil(lambda: view.pane is not None)
    told: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _widget, text: told.append(text))
    press(view, "f")
    assert told == []
    assert view.pane is not None
    press(view, Key.Key_Space)
    assert view.pane is not None, "the flag made no new question of it"


def test_what_was_typed_stays(qtbot: QtBot, view: SessionView, study: MemoryStudy) -> None:
    sitting = begin(view, study, FormChoice.TYPED)
    press(view, "frail")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(field.isVisible)
    assert (field.text(), flagged(study)) == ("frail", []), "while one writes, letters are letters"
    view.actions_by_name["flag"].trigger()
    assert has_sign(view)
    assert (field.text(), field.isVisible()) == ("frail", True)
    sitting.undo()
    assert not has_sign(view)
    assert (field.text(), field.isVisible()) == ("frail", True)


def test_the_sign_has_a_name(view: SessionView, study: MemoryStudy) -> None:
    begin(view, study)
    press(view, "f")
    (sign,) = view.card.findChildren(FlagSign)
    assert sign.isVisible()
    assert sign.width() >= 12
    told = QAccessible.queryAccessibleInterface(sign)
    assert told.text(QAccessible.Text.Name) == "Flagged"


def test_a_flag_that_cannot_be_saved_is_not_shown(
    view: SessionView, study: MemoryStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(view, study)

    def fail(*_: object) -> MarkChanges:
        raise StudyError("The disk is full.", mend="Free some space.")

    monkeypatch.setattr(store_of(study), "mark", fail)
    press(view, "f")
    assert not has_sign(view)
    assert "The disk is full." in view.bottom.error


def test_the_act_is_in_the_menu_and_among_the_keys(view: SessionView, study: MemoryStudy) -> None:
    sitting = begin(view, study)
    (act,) = [act for act in acts() if act.name == "flag"]
    assert (act.keys_said, act.what) == ("F", "Flag the card, or take its flag off")
    assert view.actions_by_name["flag"].isEnabled()
    while sitting.phase is not Phase.END:
        sitting.suspend()
    assert not view.actions_by_name["flag"].isEnabled()
    press(view, "f")
    assert flagged(study) == []
