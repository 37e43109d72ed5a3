"""Joins to the window what is made after it: who in it does what a part of it asks for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from nqpf_study.ui.browse.page import BrowsePage
    from nqpf_study.ui.cram.cramming import Cramming
    from nqpf_study.ui.errands import Errands
    from nqpf_study.ui.explore.page import ExplorePage
    from nqpf_study.ui.help import HelpPage
    from nqpf_study.ui.home.page import HomePage
    from nqpf_study.ui.pages import Page
    from nqpf_study.ui.session.view import SessionView
    from nqpf_study.ui.settings.page import SettingsPage
    from nqpf_study.ui.window import Window


def join_page(window: Window, place: str, page: Page) -> None:
    """Join the page of a place."""
    page.study_requested.connect(window.start)
    page.source_requested.connect(window.read_source)
    page.browse_requested.connect(window.browse)
    page.import_requested.connect(window.open_deck_file)
    page.message.connect(window.say)
    if place == "study":
        _join_home(window, cast("HomePage", page))
    elif place == "browse":
        browse = cast("BrowsePage", page)
        browse.edit_requested.connect(window.edit_note)
        browse.remember(window.preferences)
    elif place == "explore":
        cast("ExplorePage", page).remember(window.preferences)
    elif place == "settings":
        _join_settings(window, cast("SettingsPage", page))
    elif place == "help":
        cast("HelpPage", page).guide_asked.connect(window.actions["guide"].trigger)


def _join_home(window: Window, home: HomePage) -> None:
    home.open_asked.connect(window.actions["open"].trigger)
    home.deck_asked.connect(window.ask_deck)
    home.ahead_asked.connect(window.study_ahead)
    home.cram_asked.connect(window.cram)


def _join_settings(window: Window, settings: SettingsPage) -> None:
    settings.show_preferences(window.preferences, window.home)
    settings.look_changed.connect(window.dress)
    settings.language_changed.connect(window.speak)
    settings.limits_asked.connect(partial(window.ask_deck, "limits"))
    settings.act_asked.connect(lambda act: window.actions[act].trigger())


def join_session(window: Window, session: SessionView) -> None:
    """Join the view that sessions are shown on."""
    session.painted.connect(window.question_painted)
    session.source_requested.connect(window.read_source)
    session.edit_requested.connect(window.edit_note)
    session.undo_passed_on.connect(window.undoing.undo)
    session.redo_passed_on.connect(window.undoing.redo)
    session.message.connect(window.say)


def join_errands(window: Window, errands: Errands) -> None:
    """Join what does the menus' errands."""
    errands.changed.connect(window.show_changed)
    errands.editing.shown.connect(window.show_note)
    errands.checking.source_requested.connect(window.read_source)
    errands.message.connect(window.say)
    errands.deck_files.opened.connect(window.recent.remember)
    errands.deck_files.imported.connect(window.show_deck)
    errands.safety.restored.connect(window.restore)
    errands.practising.begun.connect(window.show_practice)
    errands.practising.left.connect(partial(window.show_practice, None))
    errands.practising.source_requested.connect(window.read_source)


def join_cramming(window: Window, cramming: Cramming) -> None:
    """Join what practises cards without grading them."""
    cramming.begun.connect(window.show_practice)
    cramming.left.connect(partial(window.show_practice, None))
    cramming.source_requested.connect(window.read_source)
    cramming.message.connect(window.say)
