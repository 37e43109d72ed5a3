"""From a painted frame to an open collection, and closing it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressBar
from pytestqt.qtbot import QtBot

from nqpf_study.app import Study
from nqpf_study.domain.errors import Progress, StudyError
from nqpf_study.domain.fitting import Evaluation
from nqpf_study.study.fitting import Fit
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.crash import CrashHandler
from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.style import Look
from nqpf_study.ui.window import Window
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms
from tests.ui.window.on_screen import current, home, in_session, words_of


def test_the_frame_is_painted_before_anything_heavy_is_imported() -> None:
    """Imported in a fresh process, the frame brings neither the collection nor the pages."""
    code = (
        "import sys, nqpf_study.ui.start;"
        "heavy = ('sqlalchemy', 'fsrs', 'yaml', 'alembic', 'genanki', 'nqpf_study.app',"
        " 'nqpf_study.domain.scheduling', 'nqpf_study.study.session', 'nqpf_study.ui.window');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_nothing_moves_when_the_menus_come(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, study: MemoryStudy
) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    shell = Shell()
    qtbot.addWidget(shell)
    with qtbot.waitExposed(shell):
        shell.show()
    middle = shell.centralWidget()
    assert middle is not None
    before = middle.geometry()
    preferences = Preferences(tmp_path)
    Window(shell, tmp_path, preferences, look, CrashHandler(), tmp_path / "log").open()
    qtbot.waitUntil(lambda: shell.menuBar().actions() != [])
    QApplication.processEvents()
    assert study is not None
    assert middle.geometry() == before


def test_a_fit_that_ran_by_itself_is_told(
    qtbot: QtBot, made: Window, study: MemoryStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, better = Evaluation(0.34, 0.05), Evaluation(0.32, 0.04)
    fit = Fit(520, usual, better, tuple(0.1 * at for at in range(1, 22)), 0.12)
    monkeypatch.setattr(study, "fit_by_itself", lambda _progress: fit)
    made.open()
    qtbot.waitUntil(lambda: "12% longer than average" in words_of(made.shell.stack.bar))


def test_it_opens_on_the_study_home(window: Window) -> None:
    assert home(window).headline.text() == "4 cards, about 1 minute"
    assert window.shell.windowTitle() == "Study"


@pytest.mark.usefixtures("study")
def test_studying_can_be_asked_for_from_the_start(qtbot: QtBot, made: Window) -> None:
    with qtbot.waitSignal(made.question_painted):
        made.open(study=True, decks=["terms"])
    assert current(made) is made.session


@pytest.mark.usefixtures("study")
def test_a_question_that_is_asked_for_waits_for_no_page(qtbot: QtBot, made: Window) -> None:
    made.open(study=True)
    in_session(qtbot, made)
    assert not made.shell.findChildren(HomePage)
    QTest.keyClick(made.session, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(home(made).rows))


def test_a_deck_that_is_not_there_leads_to_the_study_home(
    qtbot: QtBot, made: Window, study: MemoryStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_decks: object) -> None:
        raise StudyError("There is no deck “none” in the collection.")

    monkeypatch.setattr(study, "session", unknown)
    made.open(study=True, decks=["none"])
    qtbot.waitUntil(lambda: current(made) is made.places.page("study"))
    assert "There is no deck" in words_of(made.shell.stack.bar)


def test_a_collection_that_cannot_be_opened_is_told_and_can_be_tried_again(
    qtbot: QtBot, made: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = StudyError("The collection is open elsewhere.", mend="Close it.", safe="All is safe.")
    answers: list[Study | StudyError] = [locked, memory_study(tmp_path, terms())]

    def opened(_home: Path) -> Study:
        answer = answers.pop(0)
        if isinstance(answer, StudyError):
            raise answer
        return answer

    monkeypatch.setattr(Study, "open", opened)
    made.open()
    qtbot.waitUntil(lambda: made.opening.trouble != "")
    assert made.opening.trouble == "The collection is open elsewhere.\nAll is safe.\nClose it."
    assert QApplication.focusWidget() is made.opening.retry
    made.go("browse")
    assert current(made) is made.opening, "there is nothing to browse yet"
    QTest.keyClick(made.opening.retry, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: made.study is not None)


def test_a_new_collection_waits_for_the_shipped_decks(
    qtbot: QtBot, made: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = memory_study(tmp_path)
    monkeypatch.setattr(Study, "open", lambda _home: new)
    go_on = Event()

    def load(_self: Study, progress: Progress) -> list[object]:
        progress(3, 10, "notes")
        assert go_on.wait(10)
        store_of(new).add(terms(), new.now())
        return []

    monkeypatch.setattr(Study, "load_curated", load)
    made.open()
    bar = made.opening.findChild(QProgressBar)
    assert bar is not None
    qtbot.waitUntil(lambda: bar.value() == 3)
    assert "Loading the decks" in words_of(made.opening)
    assert made.study is None, "there is nothing to study yet"
    go_on.set()
    qtbot.waitUntil(lambda: made.study is new and bool(home(made).rows))


def test_decks_that_cannot_be_loaded_leave_the_window_usable(
    qtbot: QtBot, made: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = memory_study(tmp_path)
    monkeypatch.setattr(Study, "open", lambda _home: empty)

    def full(_self: Study, _progress: object) -> None:
        raise StudyError("The disk is full.")

    monkeypatch.setattr(Study, "load_curated", full)
    made.open()
    qtbot.waitUntil(lambda: bool(made.shell.findChildren(QMessageBox)))
    assert made.shell.findChildren(QMessageBox)[0].text() == "The disk is full."
    assert current(made) is home(made)


def test_closing_lets_the_collection_go_and_remembers_the_place(
    window: Window, study: MemoryStudy, tmp_path: Path
) -> None:
    window.shell.close()
    assert store_of(study).closed
    assert not Preferences(tmp_path).place("window").isEmpty()


def test_what_was_to_begin_in_a_moment_does_not_begin_once_the_window_is_closed(
    qtbot: QtBot, window: Window
) -> None:
    window.go("browse")
    page = current(window)
    assert isinstance(page, BrowsePage)
    qtbot.waitUntil(lambda: page.count.text() != "")
    page.field.setText("tide")  # which is searched for when nothing more is typed
    waiting = [timer for timer in page.findChildren(QTimer) if timer.isActive()]
    assert waiting
    window.shell.close()
    assert not any(timer.isActive() for timer in waiting)
