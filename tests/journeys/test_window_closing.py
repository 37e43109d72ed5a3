"""Leaving: whenever the window is closed, or the process killed, nothing is lost or left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from nqpf_study.app import COLLECTION
from nqpf_study.domain.review import Rating
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.help import HelpPage
from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.progress.page import ProgressPage
from nqpf_study.ui.reader.page import SourcesPage
from nqpf_study.ui.session.sitting import Phase
from nqpf_study.ui.settings.page import SettingsPage
from tests.journeys.desk import Desk

ROOT = Path(__file__).parents[2]


class Strays(QObject):
    """Notes each widget that shows as a window of its own and is neither dialog nor menu."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.seen: list[str] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            wanted = (QMainWindow, QDialog, QMenu)
            if watched.isWindow() and not isinstance(watched, wanted):
                self.seen.append(type(watched).__name__)
        return False


def test_nothing_is_left_of_a_window_that_went_everywhere(desk: Desk) -> None:
    before = set(threading.enumerate())
    strays = Strays(desk.application)
    home = desk.open_at_home()
    pages = [desk.go(kind) for kind in (BrowsePage, SourcesPage, ProgressPage, SettingsPage)]
    pages += [desk.go(HelpPage), desk.go(HomePage)]
    assert pages[-1] is home
    desk.press("Return")
    session = desk.in_session()
    desk.press("S")
    desk.wait(lambda: session.pane is not None)
    left = [desk.window, desk.window.shell, session, *pages]
    desk.close()
    assert strays.seen == []
    desk.application.removeEventFilter(strays)
    assert [part for part in left if shiboken6.isValid(part)] == []
    assert set(threading.enumerate()) <= before


def test_a_window_closed_at_an_answer_loses_only_that_card(desk: Desk) -> None:
    desk.open_at_home()
    desk.press("Return")
    desk.in_session()
    first = desk.sitting.card.id
    desk.press("Space")
    desk.press("3")
    second = desk.sitting.card.id
    desk.press("Space")
    assert desk.phase is Phase.ANSWER
    desk.close()

    home = desk.open_at_home()
    assert home.more.text() == "39 new · 1 learning"
    log = desk.study.collection
    assert [entry.rating for entry in log.entries(first)] == [Rating.GOOD]
    assert log.entries(second) == []
    desk.close()


def test_a_window_closed_while_the_decks_are_loaded_loads_them_later(new_desk: Desk) -> None:
    desk = new_desk
    desk.open()
    desk.wait((desk.home / COLLECTION).exists)
    assert desk.window.study is None
    desk.close()
    home = desk.open_at_home()
    desk.wait(lambda: home.headline.text() == "40 cards, about 7 minutes")
    assert desk.study.examine().fine
    desk.close()


@pytest.fixture
def program(desk: Desk) -> Iterator[subprocess.Popen[str]]:
    """The program itself, in a process of its own, told to start with a question."""
    command = [sys.executable, "-m", "nqpf_study", "--home", str(desk.home), "--study"]
    told = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "NQPF_STUDY_TRACE_START": "1"}
    with subprocess.Popen(
        command, cwd=ROOT, env=told, stdout=subprocess.PIPE, text=True
    ) as running:
        yield running
        running.kill()


def test_the_program_shows_a_question_and_a_kill_leaves_no_lock(
    desk: Desk, program: subprocess.Popen[str]
) -> None:
    assert program.stdout is not None
    reached = [program.stdout.readline().strip() for _ in range(2)]
    assert reached == ["PAINTED", "QUESTION"]
    program.kill()
    program.wait()
    home = desk.open_at_home()
    assert home.headline.text() == "40 cards, about 7 minutes"
    assert desk.study.examine().fine
    desk.close()
