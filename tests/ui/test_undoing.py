"""Undo and redo in the window: what they are called, where they are done, what is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from nqpf_study.app import Study
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.review import Act, Rating
from nqpf_study.study.history import Change, History, TooLate
from nqpf_study.study.log_steps import Logbook
from nqpf_study.ui.crash import CrashHandler
from nqpf_study.ui.language import Language
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.session.sitting import Sitting
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.style import Look
from nqpf_study.ui.window import Window
from tests.fakes.dice import dice
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MemoryStudy:
    made = memory_study(tmp_path, terms())
    monkeypatch.setattr(Study, "open", lambda _home: made)
    return made


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, study: MemoryStudy
) -> Iterator[Window]:
    """Return a window that shows the study home of `study`."""
    shell = Shell()
    qtbot.addWidget(shell)
    look = Look(qapp, Appearance.LIGHT, 1.0)
    made = Window(shell, tmp_path, Preferences(tmp_path), look, CrashHandler(), tmp_path / "log")
    with qtbot.waitActive(shell):
        shell.show()
    made.open()
    qtbot.waitUntil(lambda: made.study is study and made.places.shown == "study")
    yield made
    shell.close()
    look.choose(Appearance.LIGHT, 1.0)


@pytest.fixture
def said(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(window.shell, "say", told.append)
    return told


def entries(window: Window) -> list[tuple[str, bool]]:
    """Return how the menu's two entries read, and whether they can be chosen."""
    return [
        (window.actions[name].text(), window.actions[name].isEnabled()) for name in ("undo", "redo")
    ]


def begin(qtbot: QtBot, window: Window) -> Sitting:
    window.start(None)
    qtbot.waitUntil(lambda: window.shell.stack.currentWidget() is window.session)
    sitting = window.session.sitting
    assert sitting is not None
    return sitting


def press(window: Window, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(QApplication.focusWidget() or window.shell, key, held)


def phase(sitting: Sitting) -> Phase:
    return sitting.phase


def test_there_is_nothing_to_undo_at_first(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: entries(window) == [("Undo", False), ("Redo", False)])


def test_the_key_waits_until_it_is_known_what_there_is(
    qtbot: QtBot, window: Window, study: MemoryStudy, said: list[str]
) -> None:
    study.set_aside(list(store_of(study).rows)[:2], Act.BURY)
    study.history.forget()
    window.undoing.watch(None)
    study.history = History(lambda: earlier.newest() if go_on.wait(10) else None)
    go_on = Event()
    earlier = Logbook(store_of(study), study.now, study.clock, dice(8).getrandbits)
    window.undoing.watch(study)
    assert entries(window)[0] == ("Undo", True)
    window.actions["undo"].trigger()
    assert said == []
    go_on.set()
    qtbot.waitUntil(lambda: said == ["Undone: bury 2 cards."])


def test_the_usual_keys_undo_and_redo(window: Window) -> None:
    undo, redo = (window.actions[name].shortcuts() for name in ("undo", "redo"))
    assert QKeySequence("Ctrl+Z") in undo
    assert {QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")} <= set(redo)
    assert set(QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)) <= set(redo)


def test_what_was_done_is_named_where_it_can_be_undone(
    qtbot: QtBot, window: Window, study: MemoryStudy
) -> None:
    keys = list(store_of(study).rows)
    study.set_aside(keys, Act.SUSPEND)
    n = len(keys)
    qtbot.waitUntil(lambda: entries(window)[0] == (f"Undo suspend {n} cards", True))
    study.history.undo()
    qtbot.waitUntil(lambda: entries(window) == [("Undo", False), (f"Redo suspend {n} cards", True)])


def test_what_was_done_before_the_start_can_be_undone(
    qtbot: QtBot, window: Window, study: MemoryStudy, said: list[str]
) -> None:
    study.set_aside(list(store_of(study).rows)[:2], Act.BURY)
    study.history.forget()
    window.undoing.watch(study)
    qtbot.waitUntil(lambda: entries(window)[0] == ("Undo bury 2 cards", True))
    window.actions["undo"].trigger()
    qtbot.waitUntil(lambda: said == ["Undone: bury 2 cards."])


def test_acts_of_the_browser_are_undone_where_one_is(
    qtbot: QtBot, window: Window, study: MemoryStudy, said: list[str]
) -> None:
    window.go("browse")
    study.set_aside(list(store_of(study).rows)[:3], Act.SUSPEND)
    window.shell.setFocus()
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: said == ["Undone: suspend 3 cards."])
    assert window.places.shown == "browse"
    press(window, Qt.Key.Key_Z, CTRL, SHIFT)
    qtbot.waitUntil(lambda: said[1:] == ["Redone: suspend 3 cards."])
    assert sum(row.status.suspended for row in store_of(study).rows.values()) == 3


def test_several_presses_are_taken_one_after_the_other(
    qtbot: QtBot, window: Window, study: MemoryStudy, said: list[str]
) -> None:
    go_on = Event()
    study.history.did(Change("the first", list, list))
    study.history.did(Change("the second", lambda: go_on.wait(10), list))
    window.actions["undo"].trigger()
    window.actions["undo"].trigger()
    go_on.set()
    qtbot.waitUntil(lambda: said == ["Undone: the second.", "Undone: the first."])
    window.actions["redo"].trigger()
    window.actions["redo"].trigger()
    qtbot.waitUntil(lambda: said[2:] == ["Redone: the first.", "Redone: the second."])


def test_a_removed_deck_comes_back(
    qtbot: QtBot, window: Window, study: MemoryStudy, said: list[str]
) -> None:
    study.remove_deck("terms")
    qtbot.waitUntil(lambda: entries(window)[0] == ("Undo removal of “Terms”", True))
    window.actions["undo"].trigger()
    qtbot.waitUntil(lambda: said == ["Undone: removal of “Terms”."])
    assert study.backups == 2
    assert len(study.search("")) == len(store_of(study).rows)


def test_limits_are_undone(qtbot: QtBot, window: Window, study: MemoryStudy) -> None:
    study.set_deck_options("terms", DeckOptions(new_per_day=1))
    qtbot.waitUntil(lambda: entries(window)[0] == ("Undo limits of “Terms”", True))
    window.actions["undo"].trigger()
    qtbot.waitUntil(lambda: study.deck_options()["terms"] == DeckOptions())


def test_what_is_too_late_is_said_and_forgotten(
    qtbot: QtBot, window: Window, study: MemoryStudy, said: list[str]
) -> None:
    def too_late() -> None:
        raise TooLate("It was changed since.", safe="Nothing was changed.")

    study.history.did(Change("the first", too_late, list))
    window.actions["undo"].trigger()
    qtbot.waitUntil(lambda: said == ["It was changed since. Nothing was changed."])
    assert entries(window) == [("Undo", False), ("Redo", False)]


def test_what_fails_is_told_and_can_be_tried_again(
    qtbot: QtBot, window: Window, study: MemoryStudy
) -> None:
    def full() -> None:
        raise StudyError("The disk is full.", mend="Make room.")

    study.history.did(Change("the first", full, list))
    window.actions["undo"].trigger()
    window.actions["undo"].trigger()
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(QMessageBox)))
    (box,) = window.shell.findChildren(QMessageBox)
    assert (box.text(), box.informativeText()) == ("The disk is full.", "Make room.")
    assert entries(window)[0] == ("Undo the first", True)


def test_an_ampersand_in_a_title_marks_no_key(
    qtbot: QtBot, window: Window, study: MemoryStudy
) -> None:
    study.history.did(Change("import of “Q & A”", list, list))
    qtbot.waitUntil(lambda: entries(window)[0][0] == "Undo import of “Q && A”")


def test_a_long_title_is_cut_in_the_menu(qtbot: QtBot, window: Window, study: MemoryStudy) -> None:
    study.history.did(Change(f"import of “{'A very long title ' * 9}”", list, list))
    qtbot.waitUntil(lambda: entries(window)[0][0].endswith("A very…"))
    assert len(entries(window)[0][0]) <= 60
    tip = window.session.actions_by_name["undo"].toolTip()
    assert tip.endswith("title ” (Z, Ctrl+Z)")


# --- in a session -----------------------------------------------------------------------------


def test_the_sessions_button_says_what_it_undoes(qtbot: QtBot, window: Window) -> None:
    sitting = begin(qtbot, window)
    undo = window.session.actions_by_name["undo"]
    assert not undo.isEnabled()
    sitting.reveal()
    sitting.grade(Rating.AGAIN)
    assert undo.isEnabled()
    assert undo.toolTip() == "Undo grade Again (Z, Ctrl+Z)"
    (button,) = (
        each for each in window.session.top.findChildren(QToolButton) if undo in each.actions()
    )
    assert button.toolTip() == undo.toolTip()
    assert button.accessibleName() == "Undo grade Again"
    assert button.accessibleDescription() == "Z, Ctrl+Z"


def test_keys_undo_a_grade_and_redo_it(
    qtbot: QtBot, window: Window, study: MemoryStudy, said: list[str]
) -> None:
    sitting = begin(qtbot, window)
    first = sitting.card.key
    sitting.reveal()
    sitting.grade(Rating.EASY)
    press(window, Qt.Key.Key_Z)
    assert sitting.card.key == first
    assert said == ["Undone: grade Easy."]
    press(window, Qt.Key.Key_Z, SHIFT)
    assert sitting.card.key != first
    assert said[1:] == ["Redone: grade Easy."]
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Z, CTRL, SHIFT)
    assert [entry.act for entry in store_of(study).log] == [
        *(Act.GRADE, Act.UNDO, Act.GRADE, Act.UNDO, Act.GRADE)
    ]


def test_the_end_says_what_it_undoes(qtbot: QtBot, window: Window) -> None:
    sitting = begin(qtbot, window)
    while sitting.phase is not Phase.END:
        sitting.reveal()
        sitting.grade(Rating.EASY)
    assert window.session.end.undo_button.text() == "Undo grade Easy"
    window.session.end.undo_button.click()
    assert phase(sitting) is Phase.QUESTION


def test_a_grade_is_undone_in_the_session_from_wherever_one_is(
    qtbot: QtBot, window: Window
) -> None:
    sitting = begin(qtbot, window)
    first = sitting.card.key
    sitting.reveal()
    sitting.grade(Rating.GOOD)
    window.go("browse")
    window.actions["undo"].trigger()
    qtbot.waitUntil(lambda: window.shell.stack.currentWidget() is window.session)
    assert sitting.card.key == first


def test_z_in_a_session_undoes_what_was_done_elsewhere_too(
    qtbot: QtBot, window: Window, study: MemoryStudy, said: list[str]
) -> None:
    sitting = begin(qtbot, window)
    asked = sitting.card
    study.remove_deck("terms")
    window.session.read_again()
    assert phase(sitting) is Phase.END
    press(window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: said == ["Undone: removal of “Terms”."])
    qtbot.waitUntil(lambda: phase(sitting) is Phase.QUESTION)
    assert sitting.card.key == asked.key


def test_an_import_that_is_undone_leaves_the_session_whole(
    qtbot: QtBot, window: Window, study: MemoryStudy, said: list[str]
) -> None:
    study.remove_deck("terms")
    study.history.undo()
    sitting = begin(qtbot, window)
    sitting.reveal()
    window.actions["redo"].trigger()
    qtbot.waitUntil(lambda: said == ["Redone: removal of “Terms”."])
    qtbot.waitUntil(lambda: phase(sitting) is Phase.END)
    window.actions["undo"].trigger()
    qtbot.waitUntil(lambda: phase(sitting) is Phase.QUESTION)
    sitting.reveal()
    sitting.grade(Rating.GOOD)
    assert store_of(study).ratings() == [Rating.GOOD]


def test_a_flag_is_undone_on_the_card(qtbot: QtBot, window: Window, said: list[str]) -> None:
    sitting = begin(qtbot, window)
    press(window, Qt.Key.Key_F)
    assert sitting.card.flagged
    press(window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: said[-1:] == ["Undone: flag 1 card."])
    qtbot.waitUntil(lambda: not sitting.card.flagged)
    press(window, Qt.Key.Key_Z, SHIFT)
    qtbot.waitUntil(lambda: sitting.card.flagged)


def test_letters_are_undone_before_grades(qtbot: QtBot, window: Window, study: MemoryStudy) -> None:
    sitting = begin(qtbot, window)
    sitting.ask_by(FormChoice.TYPED)
    sitting.give_up()
    sitting.accept()
    graded = len(store_of(study).log)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "zz")
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Z, CTRL, SHIFT)
    assert len(store_of(study).log) == graded, "z is a letter, and Ctrl+Z takes it back"


def test_where_nothing_counts_nothing_is_undone(
    qtbot: QtBot, window: Window, study: MemoryStudy, said: list[str]
) -> None:
    study.set_aside(list(store_of(study).rows)[:1], Act.BURY)
    window.cram(None)
    qtbot.waitUntil(lambda: window.shell.windowTitle() not in ("", "Study"))
    for name in ("undo", "redo"):
        window.actions[name].trigger()
    assert said[-1] == "Nothing counts here: there is nothing to undo."
    assert len(store_of(study).log) == 1


def test_it_is_named_in_the_language_that_is_spoken(
    qtbot: QtBot, window: Window, study: MemoryStudy
) -> None:
    study.set_aside(list(store_of(study).rows)[:2], Act.SUSPEND)
    qtbot.waitUntil(lambda: entries(window)[0][0] == "Undo suspend 2 cards")
    preferences = window.preferences
    preferences.language = Language.CHINESE
    window.speak()
    try:
        assert entries(window)[0][0] == "撤销暂停 2 张卡片"
        tip = window.session.actions_by_name["undo"].toolTip()
        assert tip.startswith("撤销暂停 2 张卡片")
    finally:
        preferences.language = Language.ENGLISH
        window.speak()
    assert entries(window)[0][0] == "Undo suspend 2 cards"
