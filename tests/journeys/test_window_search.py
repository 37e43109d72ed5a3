"""A learner who comes from Anki searches by keys: not, or, parentheses, and saves it."""

from __future__ import annotations

import pytest

from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.browse.save_dialog import SaveDialog
from tests.journeys.desk import CTRL, Desk


def counts(desk: Desk, page: BrowsePage, search: str, found: int) -> None:
    """Wait until the field says this search, and the browser counts what it finds."""
    assert page.field.text() == search
    desk.wait(lambda: page.count.text() == f"{found} card{'s' * (found != 1)}")


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_a_search_of_several_parts_is_typed_completed_narrowed_and_kept(desk: Desk) -> None:
    desk.open_at_home()
    page = desk.go(BrowsePage)
    green, rural = set(desk.study.search("green")), set(desk.study.search("农业"))
    terms, events = set(desk.study.search("kind:term")), set(desk.study.search("kind:event"))
    either = green | rural
    assert green - rural
    assert rural - green
    assert either & terms
    assert events - either

    desk.press("F", CTRL)
    desk.write("(green or ")
    counts(desk, page, "(green or ", len(green))
    desk.write("农业")
    counts(desk, page, "(green or 农业", len(either))
    desk.write(") -ki")
    for key in ("Down", "Return"):
        desk.press(key)
    desk.write("ter")
    for key in ("Down", "Return"):
        desk.press(key)
    counts(desk, page, "(green or 农业) -kind:term ", len(either - terms))

    desk.write("or kind:event ")
    counts(desk, page, "(green or 农业) -kind:term or kind:event ", len((either - terms) | events))
    menu = page.search.filters
    menu.popup(desk.window.shell.mapToGlobal(desk.window.shell.rect().center()))
    desk.wait(menu.isVisible)
    for key in ("Up", "Up", "Return"):
        desk.press(key)
    counts(desk, page, "((green or 农业) -kind:term or kind:event) lapses>3 ", 0)
    assert "nothing behind “-” may" in page.empty.said

    desk.window.shell.activateWindow()  # there is no window manager here that would
    desk.wait(page.field.hasFocus)
    for _ in "lapses>3 ":
        desk.press("Backspace")
    counts(
        desk, page, "((green or 农业) -kind:term or kind:event) ", len((either - terms) | events)
    )
    desk.press("S", CTRL)
    dialog = desk.dialog(SaveDialog)
    desk.write("Green and rural")
    desk.press("Return")
    desk.wait(lambda: not dialog.isVisible())
    desk.wait(desk.study.saved_searches)
    (kept,) = desk.study.saved_searches()
    desk.settle()
    desk.close()

    desk.open_at_home()
    page = desk.go(BrowsePage)
    assert desk.study.saved_searches() == (kept,)
    page.show_search(kept.text)
    counts(desk, page, kept.text, len((either - terms) | events))
