"""Searching with help: ways to go on below the field, saved searches, and how to search."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from nqpf_study.domain.search_query import SavedSearch
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.browse.save_dialog import SaveDialog
from nqpf_study.ui.browse.search_help import SearchHelp
from nqpf_study.ui.browse.searches_dialog import SearchesDialog
from nqpf_study.ui.browse.suggestions import Suggestions
from tests.fakes.browse_study import BrowseStudy, measures

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def fake() -> BrowseStudy:
    return measures()


@pytest.fixture
def page(qtbot: QtBot, fake: BrowseStudy) -> BrowsePage:
    made = BrowsePage()
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    made.refresh(fake.study)
    qtbot.waitUntil(lambda: made.model.rowCount() == 6 and bool(made.search.known.decks))
    made.focus_search()
    return made


def listed(page: BrowsePage) -> list[str]:
    there = page.search.suggestions
    return [there.item(row).text() for row in range(there.count())] if there.isVisible() else []


def press(page: BrowsePage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.field, key)


# --- ways to go on ----------------------------------------------------------------------------


def test_a_filter_and_its_name_are_chosen_by_keys(qtbot: QtBot, page: BrowsePage) -> None:
    QTest.keyClicks(page.field, "de")
    assert listed(page) == ["deck:"]
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.field.text() == "deck:"
    assert listed(page) == ["deck:m"], "the deck's name is asked for next"
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert page.field.text() == "deck:m "
    assert page.field.hasFocus()
    assert listed(page) == []
    QTest.keyClicks(page.field, "green")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_down_goes_through_the_list_and_up_the_other_way(page: BrowsePage) -> None:
    QTest.keyClicks(page.field, "is:")
    there = page.search.suggestions
    assert there.currentRow() == -1, "nothing is chosen for one"
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert there.currentRow() == 1
    press(page, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert there.currentRow() == there.count() - 1
    assert page.field.hasFocus()


def test_enter_goes_into_the_table_as_long_as_nothing_is_chosen(page: BrowsePage) -> None:
    QTest.keyClicks(page.field, "is:")
    press(page, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    assert listed(page) == []


def test_escape_hides_the_list_and_then_empties_the_field(page: BrowsePage) -> None:
    QTest.keyClicks(page.field, "is:")
    press(page, Qt.Key.Key_Escape)
    assert listed(page) == []
    assert page.field.text() == "is:"
    press(page, Qt.Key.Key_Escape)
    assert page.field.text() == ""


def test_control_and_space_list_every_filter(page: BrowsePage) -> None:
    QTest.keyClick(page.field, Qt.Key.Key_Space, CTRL)
    assert {"deck:", "tag:", "lapses>"} <= set(listed(page))
    assert page.field.text() == ""


def test_a_click_takes_what_is_under_the_mouse(page: BrowsePage) -> None:
    QTest.keyClicks(page.field, "is:susp")
    there = page.search.suggestions
    at = there.visualItemRect(there.item(0)).center()
    QTest.mouseClick(there.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.field.text() == "is:suspended "
    assert page.field.hasFocus()


def test_what_others_put_into_the_field_lists_nothing(page: BrowsePage) -> None:
    page.show_search("is:")
    assert listed(page) == []
    QTest.keyClicks(page.field, "n")
    assert "is:new" in listed(page)
    page.show_search("green")
    assert listed(page) == []


def test_the_list_stands_below_the_field_inside_the_page(page: BrowsePage) -> None:
    page.resize(616, 300)
    QTest.keyClick(page.field, Qt.Key.Key_Space, CTRL)
    there: Suggestions = page.search.suggestions
    below = page.field.mapTo(page, QPoint(0, page.field.height()))
    assert there.x() == below.x()
    assert there.y() >= below.y()
    assert page.rect().contains(there.geometry())


def test_a_denied_filter_and_a_group_are_completed_too(qtbot: QtBot, page: BrowsePage) -> None:
    QTest.keyClicks(page.field, "second or (green -de")
    assert listed(page) == ["deck:"]
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.field.text() == "second or (green -deck:m "
    QTest.keyClicks(page.field, ")")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("second or", 1), ("second or (", 1), ("second or (green", 3), ("second or green -", 3)],
)
def test_while_one_types_what_stands_there_so_far_is_found(
    qtbot: QtBot, page: BrowsePage, typed: str, found: int
) -> None:
    QTest.keyClicks(page.field, typed)
    qtbot.waitUntil(lambda: page.model.rowCount() == found)


def test_a_filter_from_the_menu_narrows_the_whole_search(qtbot: QtBot, page: BrowsePage) -> None:
    QTest.keyClicks(page.field, "second or green")
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.search.filters.chosen.emit("is:suspended")
    assert page.field.text() == "(second or green) is:suspended "
    qtbot.waitUntil(page.empty.isVisible)
    assert "nothing behind" in page.empty.said


# --- saved searches ---------------------------------------------------------------------------


def entries(page: BrowsePage) -> dict[str, QAction]:
    page.search.searches.aboutToShow.emit()
    actions = page.search.searches.actions()
    return {action.text().split("\t")[0]: action for action in actions if action.text()}


def opened(qtbot: QtBot, page: BrowsePage, act: Callable[[], object]) -> QDialog:
    act()
    found: list[QDialog] = []

    def active() -> bool:
        found[:] = [each for each in page.window().findChildren(QDialog) if each.isActiveWindow()]
        return bool(found)

    qtbot.waitUntil(active)
    return found[0]


def saved(fake: BrowseStudy) -> dict[str, str]:
    return {one.name: one.text for one in fake.saved_searches()}


def test_useful_searches_are_there_from_the_start(qtbot: QtBot, page: BrowsePage) -> None:
    assert {"Due today", "Never seen", "Hard lately", "Keeps slipping"} < set(entries(page))
    assert {"Flagged", "Suspended", "Passage not found"} < set(entries(page))
    entries(page)["Suspended"].trigger()
    qtbot.waitUntil(page.empty.isVisible)
    assert page.field.text() == "is:suspended"
    assert page.field.hasFocus()
    ticked = [name for name, action in entries(page).items() if action.isChecked()]
    assert ticked == ["Suspended"]


def test_the_present_search_is_saved_under_a_name(
    qtbot: QtBot, page: BrowsePage, fake: BrowseStudy
) -> None:
    page.show_search(" green ")
    dialog = opened(qtbot, page, lambda: QTest.keyClick(page.field, Qt.Key.Key_S, CTRL))
    assert isinstance(dialog, SaveDialog)
    assert not dialog.buttons.buttons()[0].isEnabled()
    QTest.keyClicks(dialog.field, "Green & good")
    with qtbot.waitSignal(page.message) as told:
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert "“Green & good”" in told.args[0]
    assert saved(fake) == {"Green & good": "green"}
    qtbot.waitUntil(lambda: "Green && good" in entries(page))
    page.show_search("")
    entries(page)["Green && good"].trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_a_name_that_is_taken_is_said(qtbot: QtBot, page: BrowsePage, fake: BrowseStudy) -> None:
    fake.save_search("Mine", "second")
    page.refresh(fake.study)
    qtbot.waitUntil(lambda: bool(page.search.known.searches))
    page.show_search("green")
    dialog = opened(qtbot, page, entries(page)["Save this search…"].trigger)
    assert isinstance(dialog, SaveDialog)
    assert dialog.taken.text() == ""
    QTest.keyClicks(dialog.field, " mine ")
    assert "replaces the search “second”" in dialog.taken.text()
    with qtbot.waitSignal(page.message):
        dialog.accept()
    assert saved(fake) == {"mine": "green"}


def test_a_long_name_leaves_the_menu_on_the_screen(
    qtbot: QtBot, page: BrowsePage, fake: BrowseStudy
) -> None:
    long = " ".join(["tag:exam or"] * 60 + ["green"])
    fake._searches.keep_searches([SavedSearch(f"Exam · {long}", long)])
    page.refresh(fake.study)
    qtbot.waitUntil(lambda: bool(page.search.known.searches))
    (name,) = [name for name in entries(page) if name.startswith("Exam")]
    assert name.endswith("green")
    assert page.search.searches.sizeHint().width() < page.width()
    entries(page)[name].trigger()
    assert page.field.text() == long


def test_an_empty_search_is_not_saved(qtbot: QtBot, page: BrowsePage) -> None:
    assert not entries(page)["Save this search…"].isEnabled()
    assert not entries(page)["Rename or remove…"].isEnabled()
    with qtbot.waitSignal(page.message) as told:
        QTest.keyClick(page.field, Qt.Key.Key_S, CTRL)
    assert told.args == ["Type a search first, then save it."]


@pytest.fixture
def manager(qtbot: QtBot, page: BrowsePage, fake: BrowseStudy) -> SearchesDialog:
    fake.save_search("a", "first")
    fake.save_search("b", "second")
    page.refresh(fake.study)
    qtbot.waitUntil(lambda: len(page.search.known.searches) == 2)
    dialog = opened(qtbot, page, entries(page)["Rename or remove…"].trigger)
    assert isinstance(dialog, SearchesDialog)
    return dialog


def rows(dialog: SearchesDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_search_is_renamed_in_its_row(
    qtbot: QtBot, manager: SearchesDialog, fake: BrowseStudy
) -> None:
    assert manager.text.text() == "first"
    QTest.keyClick(manager.list, Qt.Key.Key_F2)
    editor = manager.list.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.clear()
    QTest.keyClicks(editor, "c")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(manager) == ["b", "c"])
    assert saved(fake) == {"b": "second", "c": "first"}
    assert manager.isVisible()


def test_a_name_of_another_search_is_refused_and_said(
    qtbot: QtBot, manager: SearchesDialog, fake: BrowseStudy
) -> None:
    manager.list.item(0).setText("B")
    qtbot.waitUntil(manager.error.isVisible)
    assert "“B” already" in manager.error.text()
    assert rows(manager) == ["a", "b"]
    assert saved(fake) == {"a": "first", "b": "second"}


def test_searches_are_removed_one_by_one(
    qtbot: QtBot, page: BrowsePage, manager: SearchesDialog, fake: BrowseStudy
) -> None:
    QTest.keyClick(manager.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: rows(manager) == ["b"])
    QTest.mouseClick(manager.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rows(manager) == [])
    assert manager.none.isVisible()
    assert not manager.rename.isEnabled()
    assert saved(fake) == {}
    manager.close()
    assert not entries(page)["Rename or remove…"].isEnabled()


def test_undone_elsewhere_the_list_is_shown_anew(
    qtbot: QtBot, page: BrowsePage, fake: BrowseStudy, manager: SearchesDialog
) -> None:
    fake.remove_search("a")
    page.refresh(fake.study)
    qtbot.waitUntil(lambda: rows(manager) == ["b"])
    assert page.search.known.searches == (SavedSearch("b", "second"),)


# --- help and advice --------------------------------------------------------------------------


def test_how_to_search_is_told(qtbot: QtBot, page: BrowsePage) -> None:
    dialog = opened(qtbot, page, page.search.filters.help_asked.emit)
    assert isinstance(dialog, SearchHelp)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for word in ("deck:", "tag:", "kind:", "source:", "is:hard", "is:missing", "lapses>3", "-tag:"):
        assert word in said


def test_help_is_in_the_field_too(qtbot: QtBot, page: BrowsePage) -> None:
    (how,) = [action for action in page.field.actions() if action.text() == "How to search"]
    assert isinstance(opened(qtbot, page, how.trigger), SearchHelp)


def test_what_may_have_been_meant_is_one_press_away(qtbot: QtBot, page: BrowsePage) -> None:
    page.show_search("deck:mm green")
    qtbot.waitUntil(page.empty.isVisible)
    assert "No deck is called “mm”." in page.empty.said
    assert page.empty.instead.text() == "Search for “deck:m green”"
    QTest.mouseClick(page.empty.instead, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert page.field.text() == "deck:m green"


def test_every_button_above_the_table_has_a_name(page: BrowsePage) -> None:
    names = [button.accessibleName() for button in page.search.findChildren(QToolButton)]
    assert {"Clear", "How to search", "Saved searches", "Columns"} <= set(names)
