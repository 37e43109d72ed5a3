"""Text twice as large on the smallest window: every word can be read, every control be used."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton, QScrollArea, QWidget

from nqpf_study.app import COLLECTION
from nqpf_study.domain.options import FormChoice, StudyOptions
from nqpf_study.domain.review import Rating
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.cram.view import CramView
from nqpf_study.ui.explore.page import ExplorePage
from nqpf_study.ui.help import HelpPage
from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.pages import Page
from nqpf_study.ui.planning.exam_dialog import ExamDialog
from nqpf_study.ui.preferences import Preferences
from nqpf_study.ui.progress.page import ProgressPage
from nqpf_study.ui.reader.head import Elided
from nqpf_study.ui.reader.page import SourcesPage
from nqpf_study.ui.session.keys import KeysDialog
from nqpf_study.ui.settings.fitting import FitDialog
from nqpf_study.ui.settings.limits import LimitsDialog
from nqpf_study.ui.settings.page import SettingsPage
from nqpf_study.ui.shell import SMALLEST
from tests.journeys.desk import CTRL, Desk, words_on

PAGES: list[type[Page]] = [
    HomePage,
    BrowsePage,
    SourcesPage,
    ExplorePage,
    ProgressPage,
    SettingsPage,
    HelpPage,
]


@pytest.fixture
def large(desk: Desk) -> Desk:
    """A learner who needs large text."""
    Preferences(desk.home).text_scale = 2.0
    return desk


def cut_off(desk: Desk, ground: QWidget) -> list[str]:
    """Return what does not fit into its place, by its words."""
    desk.settle()
    parts = [part for part in ground.findChildren(QWidget) if part.isVisible()]
    places = [(part, *room_and_need(part)) for part in parts]
    return [
        f"{type(part).__name__} “{words(part)}”: {room} < {need}"
        for part, room, need in places
        if room < need
    ]


def room_and_need(part: QWidget) -> tuple[int, int]:
    """Return the width that a part has, and the width that it needs, as far as that is known."""
    if isinstance(part, QScrollArea):
        inside = part.widget()
        return part.viewport().width(), inside.minimumSizeHint().width() if inside else 0
    with_words = isinstance(part, QPushButton) and part.text()
    if with_words or (isinstance(part, QLabel) and not isinstance(part, Elided)):
        return part.width(), part.minimumSizeHint().width()
    return part.width(), 0


def words(part: QWidget) -> str:
    if isinstance(part, QAbstractButton | QLabel):
        return part.accessibleName() or part.text()
    return part.accessibleName() or type(part.parent()).__name__


@pytest.mark.parametrize("kind", PAGES)
def test_pages(large: Desk, kind: type[Page]) -> None:
    desk = large
    desk.open_at_home()
    desk.window.shell.resize(SMALLEST)
    desk.go(kind)
    assert cut_off(desk, desk.window.shell) == []
    desk.close()


def test_a_session_with_its_source(large: Desk) -> None:
    desk = large
    desk.open_at_home()
    desk.window.shell.resize(SMALLEST)
    desk.press("Return")
    session = desk.in_session()
    desk.press("Space")
    desk.press("S")
    desk.wait(lambda: session.pane is not None)
    assert cut_off(desk, desk.window.shell) == []
    desk.close()


def test_the_dialogs_of_a_session_and_of_a_deck(large: Desk) -> None:
    desk = large
    desk.open_at_home()
    desk.window.shell.resize(SMALLEST)
    page = desk.go(SettingsPage)
    desk.wait(lambda: "Timeline" in words_on(page))
    desk.click_on("Limits of Timeline")
    limits = desk.dialog(LimitsDialog)
    assert_fits(desk, limits)
    desk.press("Escape")
    desk.press("1", CTRL)
    desk.at_home()
    desk.press("Return")
    desk.in_session()
    desk.write("?")
    assert_fits(desk, desk.dialog(KeysDialog))
    desk.press("Escape")
    desk.close()


def test_the_dialogs_of_planning(large: Desk) -> None:
    desk = large
    home = desk.open_at_home()
    desk.window.shell.resize(SMALLEST)
    home.deck_asked.emit("exam", "nqpf-timeline")
    exam = desk.dialog(ExamDialog)
    desk.wait(exam._save.isEnabled)
    assert_fits(desk, exam)
    desk.press("Escape")
    desk.window.actions["fit"].trigger()
    fit = desk.dialog(FitDialog)
    desk.wait(fit.reviews.text)
    assert_fits(desk, fit)
    desk.press("Escape")
    desk.close()


def test_a_break_and_practice(large: Desk) -> None:
    desk = large
    with desk.open_study() as study:
        session = study.session()
        while session.asked is not None:
            session.reveal()
            session.grade(Rating.EASY)
            desk.clock.move(seconds=5)
    desk.clock.move(days=30)
    home = desk.open_at_home()
    desk.window.shell.resize(SMALLEST)
    desk.wait(home.backlog.isVisible)
    assert cut_off(desk, desk.window.shell) == []
    home.cram_asked.emit(None)
    desk.wait(lambda: isinstance(desk.window.shell.stack.currentWidget(), CramView))
    desk.press("Space")
    assert cut_off(desk, desk.window.shell) == []
    desk.press("1")
    desk.press("Escape")
    assert cut_off(desk, desk.window.shell) == []
    desk.close()


def assert_fits(desk: Desk, dialog: QDialog) -> None:
    assert cut_off(desk, dialog) == []
    assert dialog.width() <= desk.window.shell.width()
    assert dialog.height() <= desk.window.shell.height()


def test_trouble(large: Desk) -> None:
    desk = large
    (desk.home / COLLECTION).write_bytes(b"")
    desk.open()
    desk.window.shell.resize(SMALLEST)
    desk.wait(lambda: desk.window.opening.trouble)
    assert cut_off(desk, desk.window.shell) == []
    desk.close()


def test_answers_to_choose_from(large: Desk) -> None:
    desk = large
    with desk.open_study() as study:
        study.set_study_options(StudyOptions(form=FormChoice.CHOICE))
    desk.open_at_home()
    desk.window.shell.resize(SMALLEST)
    desk.press("Return")
    desk.in_session()
    desk.press("2")
    assert cut_off(desk, desk.window.shell) == []
    desk.close()
