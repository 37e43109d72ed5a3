"""The gallery's scenes of every place on a collection with nothing in it, and on a full one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from demonstration import EMPTY, FULL
from explore_scenes import EXPLORE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from nqpf_study.ui.progress.span import Range

if TYPE_CHECKING:
    from stage import Stage

    from nqpf_study.ui.browse.page import BrowsePage
    from nqpf_study.ui.home.page import HomePage
    from nqpf_study.ui.progress.page import ProgressPage

Show = Callable[["Stage"], object]

PLACES = ("study", "browse", "sources", "explore", "progress", "settings", "help")
SAID = {"study": "home"}
"""What scenes call a place where they call it otherwise than the window."""

LONG_DECK, CHINESE_DECK = "made-up-7", "made-up-12"
"""Decks of the full collection with long titles."""


def everywhere() -> Iterator[tuple[str, str, Show]]:
    """Return the name of each scene, its collection, and the way to it."""
    for place in PLACES:
        yield f"{SAID.get(place, place)}-empty", EMPTY, go(place)
    yield "practice-setup-empty", EMPTY, act("practice")
    yield "about-empty", EMPTY, act("about")

    for place in PLACES[:-1]:
        yield f"{SAID.get(place, place)}-full", FULL, go(place)
    for place in ("study", "progress", "settings"):
        yield f"{SAID.get(place, place)}-full-below", FULL, below(place)
    yield "progress-full-ever", FULL, ever
    yield "browse-full-found", FULL, found
    yield "browse-full-chinese", FULL, lambda stage: stage.window.browse("水文")
    yield "reader-full", FULL, reader
    for name, show in EXPLORE.items():
        if not name.endswith("-open"):
            yield f"{name}-full", FULL, show
    yield "session-full", FULL, lambda stage: stage.study(None)
    yield "session-full-answer", FULL, answer
    yield "session-full-chinese", FULL, chinese_answer
    yield "session-full-info", FULL, card_info
    yield "practice-setup-full", FULL, act("practice")
    yield "exam-full", FULL, deck_act("exam")
    yield "print-full", FULL, deck_act("print")


def go(place: str) -> Show:
    """Go to a place of the side bar."""
    return lambda stage: stage.window.go(place)


def act(name: str) -> Show:
    """Do what a menu's entry does."""
    return lambda stage: stage.window.actions[name].trigger()


def below(place: str) -> Show:
    """Go to a place, and to the last control on it."""

    def show(stage: Stage) -> None:
        stage.window.go(place)
        stage.settle()
        area = stage.page.findChildren(QScrollArea)[0]
        tabs = Qt.FocusPolicy.TabFocus
        parts = area.findChildren(QWidget)
        stops = [part for part in parts if part.isVisible() and part.focusPolicy() & tabs]
        if area.focusPolicy() & tabs:
            stops = [area]
        lowest = max(stops, key=lambda part: part.mapTo(area, part.rect().bottomLeft()).y())
        lowest.setFocus(Qt.FocusReason.TabFocusReason)
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    return show


def ever(stage: Stage) -> None:
    """Show all that was ever done of the deck with the long title."""
    stage.window.go("progress")
    stage.settle()
    choice = cast("ProgressPage", stage.page).choice
    choice.deck.setCurrentIndex(choice.deck.findData(LONG_DECK))
    choice.range.setCurrentIndex(choice.range.findData(Range.ALL))
    choice.changed.emit()
    stage.settle()


def found(stage: Stage) -> None:
    """Search for a word that half of the cards have, and go down some rows."""
    stage.window.browse("built")
    stage.settle()
    table = cast("BrowsePage", stage.page).table
    table.setFocus()
    for _ in range(4):
        QTest.keyClick(table, Qt.Key.Key_Down)


def reader(stage: Stage) -> None:
    """Read the source of the deck with the long title."""
    stage.window.read_source(LONG_DECK, None)


def answer(stage: Stage) -> None:
    """Show the answer to a card of the deck with the long title, beside its source."""
    stage.study(LONG_DECK)
    stage.press(Qt.Key.Key_Space)
    stage.open_source()


def chinese_answer(stage: Stage) -> None:
    """Show the answer to a card of the Chinese deck."""
    stage.study(CHINESE_DECK)
    stage.press(Qt.Key.Key_Space)


def card_info(stage: Stage) -> None:
    """Tell of a card of the Chinese deck."""
    stage.study(CHINESE_DECK)
    stage.window.session.actions_by_name["info"].trigger()


def deck_act(what: str) -> Show:
    """Have something done with the deck with the long title, such as its exam or printing it."""

    def show(stage: Stage) -> None:
        stage.window.go("study")
        stage.settle()
        cast("HomePage", stage.page).deck_asked.emit(what, LONG_DECK)
        stage.wait(lambda: stage.dialogs)

    return show
