"""The gallery's scenes of the menus: the window's own, and a deck's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from demonstration import SOME
from PySide6.QtCore import QPoint, Qt

if TYPE_CHECKING:
    from stage import Stage

    from nqpf_study.ui.home.page import HomePage

Show = Callable[["Stage"], object]


def menus() -> Iterator[tuple[str, str, Show]]:
    """Return the name of each scene, its collection, and the way to it."""
    for place, name in enumerate(("file", "edit", "view", "help")):
        yield f"menu-{name}", SOME, menu(place)
    yield "menu-deck", SOME, of_a_deck


def menu(place: int) -> Show:
    """Return the way to a menu of the window, after a card was graded and the grade undone."""

    def show(stage: Stage) -> None:
        stage.study(None)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Space, Qt.Key.Key_4, Qt.Key.Key_Z):
            stage.press(key)
            stage.settle()
        stage.press(Qt.Key.Key_Escape)
        stage.settle()
        bar = stage.shell.menuBar()
        entry = bar.actions()[place]
        below = bar.actionGeometry(entry).bottomLeft()
        stage.menu_of(entry).popup(bar.mapToGlobal(below + QPoint(0, 1)))

    return show


def of_a_deck(stage: Stage) -> None:
    """Open the menu of the first deck."""
    stage.window.go("study")
    stage.settle()
    row = cast("HomePage", stage.page).rows[0]
    corner = row.more.rect().bottomRight() - QPoint(row.menu.sizeHint().width(), 0)
    row.menu.popup(row.more.mapToGlobal(corner))
