"""The gallery's scenes of the browser: columns of one's choice, saved searches, help to search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from demonstration import FULL, LONG
from mark_scenes import mark
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nqpf_study.ui.browse.columns import Column, Layout

if TYPE_CHECKING:
    from stage import Stage

    from nqpf_study.app import Study
    from nqpf_study.ui.browse.page import BrowsePage
    from nqpf_study.ui.browse.save_dialog import SaveDialog
    from nqpf_study.ui.browse.search_bar import SearchBar

Prepare = Callable[["Study"], object]
Show = Callable[["Stage"], object]


def browsing() -> Iterator[tuple[str, str, Show, Prepare]]:
    """Return the name of each scene, its collection, the way to it, and what is prepared."""
    yield "browse-columns", LONG, columns, mark
    yield "browse-columns-full", FULL, columns, lambda _study: None
    yield "browse-columns-dialog", LONG, column_dialog, lambda _study: None
    yield "browse-typing", LONG, typing("is:"), lambda _study: None
    yield "browse-typing-name", FULL, typing("built deck:"), lambda _study: None
    yield "browse-typing-group", LONG, typing("(green or kind:measure) -ta"), lambda _study: None
    yield "browse-ways-on", LONG, ways_on, lambda _study: None
    yield "browse-help", LONG, search_help, lambda _study: None
    yield "browse-mistyped", LONG, mistyped, lambda _study: None
    yield "browse-unopened", LONG, unopened, lambda _study: None
    yield "browse-save", LONG, naming, save
    yield "browse-saved", LONG, saved, save


def columns(stage: Stage) -> None:
    """Show other columns than the usual ones, put in the order of the difficulty."""
    chosen = (Column.FLAG, Column.STATE, Column.INTERVAL, Column.DIFFICULTY, Column.TAGS)
    stage.window.browse("")
    stage.settle()
    table = cast("BrowsePage", stage.page).table
    table.columns.choose(Layout().show(chosen).move(Column.TAGS, 2))
    table.sort_by(Column.DIFFICULTY)


def column_dialog(stage: Stage) -> None:
    """Ask for the order and the widths of the columns."""
    stage.window.browse("")
    stage.settle()
    cast("BrowsePage", stage.page).table.column_menu.ask()
    stage.wait(lambda: stage.dialogs)


def bar(stage: Stage) -> SearchBar:
    """Go to the browser, and return what stands above its table."""
    stage.window.browse("")
    stage.settle()
    return cast("BrowsePage", stage.page).search


def typing(text: str) -> Show:
    """Type a search, and choose the second way to go on."""

    def show(stage: Stage) -> None:
        field = bar(stage).field
        field.setFocus()
        QTest.keyClicks(field, text)
        for _ in range(2):
            QTest.keyClick(field, Qt.Key.Key_Down)

    return show


def ways_on(stage: Stage) -> None:
    """List all ways to go on behind a word."""
    field = bar(stage).field
    field.setFocus()
    QTest.keyClicks(field, "green ")
    QTest.keyClick(field, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Up)


def search_help(stage: Stage) -> None:
    """Ask how to search."""
    bar(stage).filters.help_asked.emit()
    stage.wait(lambda: stage.dialogs)


def mistyped(stage: Stage) -> None:
    """Search for a deck that there is not."""
    stage.window.browse("deck:nqpf-tems innovation")


def unopened(stage: Stage) -> None:
    """Close a parenthesis that was not opened."""
    stage.window.browse("zebra or lion) -is:new")


def save(study: Study) -> None:
    """Save some searches."""
    study.save_search("Exam in June", "tag:exam is:due")
    study.save_search("数字经济", "数字 kind:term")
    study.save_search("Slow ones of the five measures", "deck:nqpf-measures difficulty>6")


def naming(stage: Stage) -> None:
    """Save a search under a name that another one has."""
    above = bar(stage)
    stage.window.browse("tag:exam")
    stage.settle()
    above.save()
    stage.wait(lambda: stage.dialogs)
    (dialog,) = stage.dialogs
    QTest.keyClicks(cast("SaveDialog", dialog).field, "exam in June")


def saved(stage: Stage) -> None:
    """Show the saved searches, to be renamed or removed."""
    bar(stage).searches.others_asked.emit()
    stage.wait(lambda: stage.dialogs)
