"""The gallery's scenes of the explore page: what is pressed in each to come to its screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from stage import Stage

    from nqpf_study.ui.explore.page import ExplorePage

Key = Qt.Key


def view(
    name: str, then: Callable[[ExplorePage], object] = lambda _page: None
) -> Callable[[Stage], None]:
    """Show a view of the page, and do something in it."""

    def show(stage: Stage) -> None:
        stage.window.go("explore")
        stage.settle()
        page = cast("ExplorePage", stage.page)
        page.show_view(name)
        page.view.ground().setFocus()
        then(page)
        stage.settle()

    return show


def keys(*pressed: Qt.Key) -> Callable[[ExplorePage], None]:
    """Press keys in a view."""

    def press(page: ExplorePage) -> None:
        for key in pressed:
            QTest.keyClick(page.view.ground(), key)

    return press


def a_year(page: ExplorePage) -> None:
    """Let a year fill the timeline, around its sixth event."""
    keys(*[Key.Key_Right] * 6)(page)
    page.timeline.timeline.show_days(366)


def as_list(page: ExplorePage) -> None:
    """Show the events as a list."""
    page.timeline.as_list.click()
    page.view.ground().setFocus()


def by_pinyin(page: ExplorePage) -> None:
    """Sort the glossary by pinyin."""
    page.glossary.order.setCurrentIndex(1)


def found(page: ExplorePage) -> None:
    """Search the glossary without tones, and open what is found."""
    page.focus_search()
    QTest.keyClicks(page.glossary.field, "shengchanli")
    QTest.qWait(50)
    page.view.ground().setFocus()
    keys(Key.Key_Down, Key.Key_Return)(page)


EXPLORE: Mapping[str, Callable[[Stage], None]] = {
    "explore-measures": view("measures"),
    "explore-measures-open": view("measures", keys(Key.Key_Down, Key.Key_Return)),
    "explore-timeline": view("timeline"),
    "explore-timeline-open": view("timeline", keys(*[Key.Key_Right] * 8, Key.Key_Return)),
    "explore-timeline-year": view("timeline", a_year),
    "explore-timeline-list": view("timeline", as_list),
    "explore-provinces": view("provinces"),
    "explore-provinces-open": view("provinces", keys(Key.Key_Right, Key.Key_Return)),
    "explore-glossary": view("glossary"),
    "explore-glossary-pinyin": view("glossary", by_pinyin),
    "explore-glossary-found": view("glossary", found),
}
"""The way to each screen of the page."""
