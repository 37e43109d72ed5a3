"""Flags and tags in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nqpf_study.study.marks import TagsThere
from nqpf_study.ui.browse.columns import Column
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.browse.tag_dialog import TagDialog
from nqpf_study.ui.widgets.written import Written
from tests.fakes.browse_study import BrowseStudy, measures

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
States = Qt.CheckState


@pytest.fixture
def page(qtbot: QtBot) -> BrowsePage:
    made = BrowsePage()
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def fake(qtbot: QtBot, page: BrowsePage) -> BrowseStudy:
    """The collection that the page shows; its second and third card are chosen."""
    made = measures()
    page.refresh(made.study)
    qtbot.waitUntil(lambda: flags(page) == [False] * 6)
    page.table.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down):  # a test before may have left Shift pressed
        QTest.keyClick(page.table, key)
    QTest.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    assert page.table.chosen() == [2, 3]
    return made


def flags(page: BrowsePage) -> list[bool]:
    model, sign = page.model, Qt.ItemDataRole.DecorationRole
    rows = range(model.rowCount())
    if any(model.data(model.index(row, Column.QUESTION)) == "…" for row in rows):
        return []
    return [model.data(model.index(row, Column.FLAG), sign) is not None for row in rows]


def words(page: BrowsePage) -> str:
    labels = page.preview.card.findChildren(QLabel)
    return "\n".join(getattr(label, "said", label.text()) for label in labels)


def button(page: BrowsePage, text: str) -> QPushButton:
    return next(each for each in page.acts.buttons if each.text() == text)


# --- flags ------------------------------------------------------------------------------------


def test_a_key_flags_the_chosen_cards_and_takes_the_flags_off(
    qtbot: QtBot, page: BrowsePage, fake: BrowseStudy
) -> None:
    with qtbot.waitSignal(page.changed), qtbot.waitSignal(page.message) as told:
        QTest.keyClicks(page.table, "f")
    assert told.args == ["2 cards flagged."]
    qtbot.waitUntil(lambda: flags(page) == [False, True, True, False, False, False])
    assert page.table.chosen() == [2, 3], "the choice is kept"
    with qtbot.waitSignal(page.message) as told:
        QTest.keyClicks(page.table, "f")
    assert told.args == ["2 cards without a flag now."]
    qtbot.waitUntil(lambda: flags(page) == [False] * 6)
    assert [asked for asked in fake.asked if asked[0] == "flag"] == [("flag", (2, 3), None)] * 2


def test_the_sign_is_drawn_where_a_card_is_flagged(
    qtbot: QtBot, page: BrowsePage, fake: BrowseStudy
) -> None:
    fake.flag([4], on=True)
    page.refresh(fake.study)
    qtbot.waitUntil(lambda: flags(page) == [False, False, False, True, False, False])

    def drawn(row: int) -> QImage:
        place = page.table.visualRect(page.model.index(row, Column.FLAG))
        return page.table.viewport().grab(place).toImage()

    assert drawn(3) != drawn(4)
    assert drawn(4) == drawn(5)


def test_of_some_that_are_flagged_the_others_are_flagged_too(
    qtbot: QtBot, page: BrowsePage, fake: BrowseStudy
) -> None:
    fake.flag([3], on=True)
    with qtbot.waitSignal(page.message) as told:
        QTest.mouseClick(button(page, "Flag"), Qt.MouseButton.LeftButton)
    assert told.args == ["1 card flagged."]
    qtbot.waitUntil(lambda: flags(page) == [False, True, True, False, False, False])


def test_the_preview_tells_of_flag_and_tags(
    qtbot: QtBot, page: BrowsePage, fake: BrowseStudy
) -> None:
    fake.flag([1], on=True)
    fake.tag([1], add=["exam", "hard"])
    page.refresh(fake.study)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: "Flagged · Measures" in words(page))
    assert "Your tags: #exam #hard" in words(page)
    page.table.selectRow(3)
    qtbot.waitUntil(lambda: "What is third?" in words(page))
    assert "Flagged" not in words(page)
    assert "Your tags" not in words(page)


# --- tags -------------------------------------------------------------------------------------


def test_tags_are_asked_for_and_given(qtbot: QtBot, page: BrowsePage, fake: BrowseStudy) -> None:
    fake.tag([2], add=["exam"])
    dialog = asked(qtbot, page)
    assert dialog.heading.said == "Tags of 2 notes"
    QTest.keyClicks(dialog.field, "Hard to-ask")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter took the words; the dialog goes on"
    assert dialog.field.text() == ""
    with qtbot.waitSignal(page.message) as told:
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert told.args == ["2 notes tagged anew."]
    assert ("tag", (2, 3), ("hard", "to-ask"), ()) in fake.asked
    assert fake.cards([2])[0].own_tags == ("exam", "hard", "to-ask")
    assert fake.cards([3])[0].own_tags == ("hard", "to-ask")


def test_a_tag_of_some_is_put_on_all_or_taken_off(
    qtbot: QtBot, page: BrowsePage, fake: BrowseStudy
) -> None:
    fake.tag([2], add=["exam", "hard", "late"])
    fake.tag([3], add=["hard"])
    fake.tag([4], add=["other"])
    dialog = asked(qtbot, page)
    assert marked(dialog) == {
        "exam": States.PartiallyChecked,
        "hard": States.Checked,
        "late": States.PartiallyChecked,
        "other": States.Unchecked,
    }
    assert (dialog.added, dialog.removed) == ((), ())
    dialog.list.setFocus()
    for _ in range(2):  # from some to all, then to none
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert (dialog.added, dialog.removed) == (("late",), ("exam", "hard"))
    with qtbot.waitSignal(page.changed):
        dialog.accept()
    assert fake.cards([2])[0].own_tags == fake.cards([3])[0].own_tags == ("late",)


def test_what_was_typed_and_not_yet_taken_counts_too(
    qtbot: QtBot, page: BrowsePage, fake: BrowseStudy
) -> None:
    dialog = asked(qtbot, page)
    assert dialog.hint.isVisible()
    assert not dialog.list.isVisible()
    QTest.keyClicks(dialog.field, "exam")
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    with qtbot.waitSignal(page.changed):
        QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    assert fake.own_tags() == ["exam"]


@pytest.mark.parametrize(("typed", "key"), [("exam", Qt.Key.Key_Escape), ("", Qt.Key.Key_Return)])
def test_nothing_changes_by_leaving_or_without_a_change(
    qtbot: QtBot, page: BrowsePage, fake: BrowseStudy, typed: str, key: Qt.Key
) -> None:
    dialog = asked(qtbot, page)
    QTest.keyClicks(dialog.field, typed)
    QTest.keyClick(dialog.field, key)
    qtbot.waitUntil(lambda: not page.window().findChildren(TagDialog))
    assert fake.own_tags() == []
    assert not [each for each in fake.asked if each[0] == "tag"]


def test_a_tag_that_is_there_is_marked_not_listed_twice(qtbot: QtBot) -> None:
    dialog = TagDialog(TagsThere(1, {}, ("exam", "hard")))
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.field, "EXAM")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert marked(dialog) == {"exam": States.Checked, "hard": States.Unchecked}
    assert dialog.added == ("exam",)


def test_the_dialogs_controls_have_names(qtbot: QtBot) -> None:
    dialog = TagDialog(TagsThere(1, {"exam": 1}, ("exam",)))
    qtbot.addWidget(dialog)
    assert dialog.field.accessibleName() == "New tags, apart by spaces"
    assert dialog.list.accessibleName() == "Your tags"


def asked(qtbot: QtBot, page: BrowsePage) -> TagDialog:
    """Press T, and return the dialog once it shows."""
    before = page.window().findChildren(TagDialog)
    QTest.keyClicks(page.table, "t")

    def shown() -> list[TagDialog]:
        found = page.window().findChildren(TagDialog)
        return [each for each in found if each not in before and each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def marked(dialog: TagDialog) -> dict[str, Qt.CheckState]:
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    return {item.text(): item.checkState() for item in items}


# --- export -----------------------------------------------------------------------------------


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the system's file dialog is told to put a package."""
    out = tmp_path / "chosen"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    return out.with_suffix(".apkg")


def test_the_chosen_cards_are_exported(
    qtbot: QtBot, page: BrowsePage, fake: BrowseStudy, package: Path
) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_E, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(page.findChildren(Written)))
    assert ("export_cards", package, (2, 3)) in fake.asked
    (told,) = page.findChildren(Written)
    assert told.text() == "2 notes exported"
