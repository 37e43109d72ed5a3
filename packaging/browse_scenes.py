"""The gallery's scenes of the browser: columns of one's choice, saved searches, help to search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from demonstration import FULL, LONG
from mark_scenes import mark

from nqpf_study.ui.browse.columns import Column, Layout

if TYPE_CHECKING:
    from stage import Stage

    from nqpf_study.app import Study
    from nqpf_study.ui.browse.page import BrowsePage

Prepare = Callable[["Study"], object]
Show = Callable[["Stage"], object]


def browsing() -> Iterator[tuple[str, str, Show, Prepare]]:
    """Return the name of each scene, its collection, the way to it, and what is prepared."""
    yield "browse-columns", LONG, columns, mark
    yield "browse-columns-full", FULL, columns, lambda _study: None
    yield "browse-columns-dialog", LONG, column_dialog, lambda _study: None


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
