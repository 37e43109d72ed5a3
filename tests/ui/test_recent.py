"""The files that were opened last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from nqpf_study.ui.menus import ERRANDS, fill_menus, insert_after
from nqpf_study.ui.preferences import FILE, MOST_RECENT, Preferences
from nqpf_study.ui.recent import RecentFiles


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def menu(window: QMainWindow, preferences: Preferences) -> RecentFiles:
    return RecentFiles(preferences, window)


def names(menu: RecentFiles) -> list[str]:
    return [entry.text() for entry in menu.files.values()]


def test_the_newest_comes_first_and_only_ten_are_kept(tmp_path: Path) -> None:
    kept = Preferences(tmp_path)
    files = [tmp_path / f"{number}.yaml" for number in range(MOST_RECENT + 3)]
    for file in [*files, files[5]]:
        kept.remember_file(file)
    newest = [files[5], *(file for file in reversed(files) if file != files[5])]
    del kept
    assert list(Preferences(tmp_path).recent_files) == newest[:MOST_RECENT]


@pytest.mark.parametrize("names", ["", "one.yaml", 'a, "b, c", @Invalid()', "@ByteArray(x)"])
def test_a_list_that_makes_no_sense_is_no_trouble(tmp_path: Path, names: str) -> None:
    (tmp_path / FILE).write_text(f"[General]\nrecent_files={names}\n", "utf-8")
    assert all(isinstance(file, Path) for file in Preferences(tmp_path).recent_files)


def test_it_is_there_only_when_a_file_was_opened(menu: RecentFiles) -> None:
    assert not menu.menuAction().isEnabled()
    menu.remember(Path("/a/sea.yaml"))
    assert menu.menuAction().isEnabled()
    assert names(menu) == ["sea.yaml"]


def test_files_of_the_same_name_are_told_apart(menu: RecentFiles) -> None:
    for path in ("/old/sea.yaml", "/new/sea.yaml", "/old/fish&chips.yaml"):
        menu.remember(Path(path))
    assert names(menu) == ["fish&&chips.yaml", "sea.yaml in new", "sea.yaml in old"]


def test_choosing_one_opens_it(qtbot: QtBot, menu: RecentFiles) -> None:
    menu.remember(Path("/a/sea.yaml"))
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.files[Path("/a/sea.yaml")].trigger()
    assert chosen.args == [Path("/a/sea.yaml")]


def test_a_file_that_is_gone_cannot_be_chosen(
    qtbot: QtBot, menu: RecentFiles, tmp_path: Path
) -> None:
    here, gone = tmp_path / "here.yaml", tmp_path / "gone.yaml"
    here.touch()
    for path in (here, gone):
        menu.remember(path)
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: not menu.files[gone].isEnabled())
    assert menu.files[here].isEnabled()
    assert menu.files[gone].toolTip() == f"{gone} is no longer there"


def test_the_list_can_be_cleared(menu: RecentFiles, preferences: Preferences) -> None:
    menu.remember(Path("/a/sea.yaml"))
    menu.empty.trigger()
    assert preferences.recent_files == ()
    assert names(menu) == []
    assert not menu.menuAction().isEnabled()


def test_it_stands_below_what_opens_a_file(window: QMainWindow, preferences: Preferences) -> None:
    entries = (*ERRANDS, "quit", "undo", "find", "settings", "study", "browse", "sources")
    more = ("explore", "progress", "larger", "smaller", "normal", "full", "keys", "redo")
    actions = fill_menus(window, dict.fromkeys((*entries, *more), lambda: None))
    menu = RecentFiles(preferences, window)
    insert_after(actions["open"], menu)
    file = window.menuBar().actions()[0].menu()
    assert isinstance(file, QMenu)
    shown = file.actions()
    assert shown[shown.index(actions["open"]) + 1] is menu.menuAction()
    assert menu.menuAction().text() == "Open recen&t"
