"""The gallery's scenes of the learner's own marks: flags, tags, and the dialog that gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from demonstration import FRESH, LONG
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from stage import Stage

    from nqpf_study.app import Study
    from nqpf_study.ui.browse.page import BrowsePage
    from nqpf_study.ui.practice.setup import SetupDialog

Prepare = Callable[["Study"], object]
Show = Callable[["Stage"], object]

DECK = "nqpf-terms"


def marking() -> Iterator[tuple[str, str, Show, Prepare]]:
    """Return the name of each scene, its collection, the way to it, and what is prepared."""
    yield "session-flagged", FRESH, flagged_answer, lambda _study: None
    yield "browse-marked", LONG, marked_cards, mark
    yield "browse-tags", LONG, tags, mark
    yield "browse-tags-first", LONG, tags, lambda _study: None
    yield "practice-tags", LONG, practice_tags, mark


def mark(study: Study) -> None:
    """Flag some cards, and tag some notes."""
    keys = study.search("")
    study.flag([keys[0], keys[2], keys[5]], on=True)
    study.tag(keys[:1], add=["exam", "hard"])
    study.tag(keys[2:4], add=["exam", "ask-teacher"])
    study.tag(keys[40:60], add=["重点", "week-3"])


def flagged_answer(stage: Stage) -> None:
    """Flag the card that is asked, and show its answer."""
    stage.study(DECK)
    stage.window.session.actions_by_name["flag"].trigger()
    stage.press(Qt.Key.Key_Space)


def marked_cards(stage: Stage) -> None:
    """Choose three cards in the browser."""
    stage.window.browse("")
    stage.settle()
    table = cast("BrowsePage", stage.page).table
    table.setFocus()
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def tags(stage: Stage) -> None:
    """Ask which tags the chosen cards shall have."""
    marked_cards(stage)
    QTest.keyClicks(cast("BrowsePage", stage.page).table, "t")
    stage.wait(lambda: stage.dialogs)


def practice_tags(stage: Stage) -> None:
    """Choose what a practice test is about by tags."""
    stage.window.actions["practice"].trigger()
    stage.wait(lambda: stage.dialogs)
    tags = cast("SetupDialog", stage.dialogs[0]).tags
    for row in (0, 2):
        tags.list.item(row).setCheckState(Qt.CheckState.Checked)
    tags.field.setFocus()
    QTest.keyClicks(tags.field, "meas")
