"""Deck files that are opened, and what is done with a deck."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from nqpf_study.domain.options import DeckOptions
from nqpf_study.ui.importing.dialog import ImportDialog
from nqpf_study.ui.settings.limits import LimitsDialog
from nqpf_study.ui.window import Window
from tests.fakes.study import MemoryStudy, store_of
from tests.ui.window.on_screen import home

DECK = """\
format: 1
deck:
  id: cities
  title: Cities
notes:
  - id: capital
    kind: basic
    question: Which city is the capital of France?
    answer: Paris
"""


def drop(window: Window, *paths: Path) -> bool:
    """Drag files over the window and drop them; return whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    what = (Qt.DropAction.CopyAction, data)
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), *what, *held)
    enter.ignore()
    QApplication.sendEvent(window.shell, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window.shell, QDropEvent(QPointF(9, 9), *what, *held))
    return enter.isAccepted()


def test_a_dropped_deck_file_is_shown_before_it_is_imported(
    qtbot: QtBot, window: Window, study: MemoryStudy, tmp_path: Path
) -> None:
    path = tmp_path / "cities.nqpf.yaml"
    path.write_text(DECK, encoding="utf-8")
    assert drop(window, path)
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(ImportDialog)))
    (dialog,) = window.shell.findChildren(ImportDialog)
    assert "cities" not in store_of(study).decks
    dialog.accept()
    qtbot.waitUntil(lambda: "cities" in store_of(study).decks)
    qtbot.waitUntil(lambda: len(home(window).rows) == 2)


def test_a_preview_that_is_turned_down_imports_nothing(
    qtbot: QtBot, window: Window, study: MemoryStudy, tmp_path: Path
) -> None:
    path = tmp_path / "cities.yaml"
    path.write_text(DECK, encoding="utf-8")
    window.open_deck_file(path)
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(ImportDialog)))
    window.shell.findChildren(ImportDialog)[0].reject()
    assert "cities" not in store_of(study).decks


def test_a_file_with_problems_is_shown_with_all_of_them(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(DECK.replace("answer:", "anwser:"), encoding="utf-8")
    window.open_deck_file(path)
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(ImportDialog)))
    (dialog,) = window.shell.findChildren(ImportDialog)
    assert dialog.import_button is None


def test_a_deck_is_removed_only_when_that_is_confirmed(
    qtbot: QtBot, window: Window, study: MemoryStudy
) -> None:
    for button, left in ((QMessageBox.StandardButton.Cancel, ["terms"]), (None, [])):
        home(window).rows[0].asked.emit("remove", "terms")
        qtbot.waitUntil(lambda: bool(window.shell.findChildren(QMessageBox)))
        (box,) = window.shell.findChildren(QMessageBox)
        pressed = box.button(button) if button else other_button(box)
        pressed.click()
        qtbot.waitUntil(lambda: not window.shell.findChildren(QMessageBox))
        qtbot.waitUntil(lambda left=left: list(store_of(study).decks) == left)  # type: ignore[misc]
    assert study.backups == 1
    qtbot.waitUntil(lambda: home(window).headline.text() == "No decks yet")


def other_button(box: QMessageBox) -> QPushButton:
    cancel = box.button(QMessageBox.StandardButton.Cancel)
    return next(button for button in box.findChildren(QPushButton) if button is not cancel)


def test_limits_of_a_deck_are_changed_in_a_dialog(
    qtbot: QtBot, window: Window, study: MemoryStudy
) -> None:
    home(window).rows[0].asked.emit("limits", "terms")
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(LimitsDialog)))
    (dialog,) = window.shell.findChildren(LimitsDialog)
    dialog.new.setValue(1)
    dialog.accept()
    qtbot.waitUntil(lambda: study.deck_options()["terms"] == DeckOptions(new_per_day=1))
    qtbot.waitUntil(lambda: home(window).more.text() == "1 new")
