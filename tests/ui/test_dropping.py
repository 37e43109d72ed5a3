"""What is dragged over the window and dropped, and files that are opened one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from nqpf_study.app import Study
from nqpf_study.content.packing import pack
from nqpf_study.ui import deck_queue
from nqpf_study.ui.crash import CrashHandler
from nqpf_study.ui.importing.dialog import ImportDialog
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.second_start import Request
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.style import Look
from nqpf_study.ui.tokens import CARD_WIDTH
from nqpf_study.ui.window import Window
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms

DECK = """\
format: 1
deck: {{id: {id}, title: Deck {id}}}
notes: [{{id: one, kind: basic, question: Q of {id}, answer: A}}]
"""
HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def deck(folder: Path, id_: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{id_}.yaml"
    path.write_text(DECK.format(id=id_), "utf-8")
    return path


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MemoryStudy:
    made = memory_study(tmp_path, terms())
    monkeypatch.setattr(Study, "open", lambda _home: made)
    return made


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, study: MemoryStudy
) -> Iterator[Window]:
    shell = Shell()
    qtbot.addWidget(shell)
    home = tmp_path / "home"
    look = Look(qapp, Appearance.LIGHT, 1.0)
    made = Window(shell, home, Preferences(home), look, CrashHandler(), home / "log")
    with qtbot.waitActive(shell):
        shell.show()
    made.open()
    qtbot.waitUntil(lambda: made.study is study)
    yield made
    shell.close()


def carrying(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag(window: Window, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, *HELD)
    event.ignore()
    QApplication.sendEvent(window.shell, event)
    return event.isAccepted()


def drop(window: Window, *paths: Path) -> None:
    data = carrying(*paths)
    assert drag(window, data)
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *HELD)
    QApplication.sendEvent(window.shell, event)


def preview(qtbot: QtBot, window: Window, title: str) -> ImportDialog:
    """Wait for the one preview on the screen, which is of the deck called so."""

    def shown() -> list[ImportDialog]:
        found = window.shell.findChildren(ImportDialog)
        return [dialog for dialog in found if dialog.isVisible() and dialog.plan.title == title]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    visible = [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog)]
    assert [top for top in visible if top.isVisible()] == shown()
    return shown()[0]


def message(window: Window) -> str:
    return window.shell._bar.findChildren(QLabel)[0].text()


# --- while it is dragged --------------------------------------------------------------------------


def test_a_drag_is_told_that_it_will_be_taken(window: Window, tmp_path: Path) -> None:
    data = carrying(tmp_path / "sea.nqpf.yaml")
    assert drag(window, data)
    overlay = window.shell.overlay
    assert overlay.isVisible()
    assert overlay.takes
    assert overlay.said.text() == "Drop to open sea.nqpf.yaml"
    assert overlay.size() == window.shell.size()
    QApplication.sendEvent(window.shell, QDragLeaveEvent())
    assert not overlay.isVisible()


def test_what_a_drop_would_do_is_said_in_the_middle_of_a_wide_window(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    window.shell.resize(2 * CARD_WIDTH, 700)
    assert drag(window, carrying(tmp_path / "sea.nqpf.yaml"))
    overlay = window.shell.overlay
    qtbot.waitUntil(lambda: 0 < overlay.said.width() <= CARD_WIDTH)
    middle = overlay.said.mapTo(overlay, overlay.said.rect().center())
    assert abs(middle.x() - overlay.rect().center().x()) <= 1


def test_several_files_are_counted(window: Window, tmp_path: Path) -> None:
    drag(
        window, carrying(*(tmp_path / name for name in ("a.yaml", "b.nqpf.zip", "c.png", "decks")))
    )
    assert window.shell.overlay.said.text() == "Drop to open 3 files"


def test_a_drag_that_brings_no_deck_is_told_so(window: Window, tmp_path: Path) -> None:
    drag(window, carrying(tmp_path / "picture.png"))
    assert not window.shell.overlay.takes
    assert window.shell.overlay.said.text().startswith("Only deck files")


def test_the_overlay_keeps_fields_below_from_taking_a_files_name(
    window: Window, tmp_path: Path
) -> None:
    window.go("browse")
    field = window.shell.findChildren(QLineEdit)[0]
    assert field.acceptDrops()
    drag(window, carrying(tmp_path / "sea.yaml"))
    over = window.shell.childAt(field.mapTo(window.shell, field.rect().center()))
    while over is not window.shell:
        assert over is not None
        assert not over.acceptDrops()
        over = over.parentWidget()


def test_text_from_elsewhere_is_not_taken(window: Window) -> None:
    data = QMimeData()
    data.setText("a.yaml")
    assert not drag(window, data)
    data.setUrls([QUrl("https://example.org/a.yaml")])
    assert not drag(window, data)


# --- what is dropped ------------------------------------------------------------------------------


def test_several_files_are_opened_one_after_the_other(
    qtbot: QtBot, window: Window, study: MemoryStudy, tmp_path: Path
) -> None:
    drop(window, *(deck(tmp_path, name) for name in ("lake", "pond", "sea")))
    preview(qtbot, window, "Deck lake").accept()
    preview(qtbot, window, "Deck pond").reject()
    preview(qtbot, window, "Deck sea").accept()
    decks = store_of(study).decks
    qtbot.waitUntil(lambda: {"lake", "sea"} <= set(decks))
    assert "pond" not in decks


def test_a_file_with_errors_does_not_keep_the_next_from_being_opened(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    bad, good = deck(tmp_path, "lake"), deck(tmp_path, "sea")
    bad.write_text("format: 1", "utf-8")
    drop(window, bad, good)
    preview(qtbot, window, "lake.yaml").reject()
    preview(qtbot, window, "Deck sea").reject()


def test_a_package_that_is_refused_is_told_before_the_next_file_is_opened(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    package = tmp_path / "bad.nqpf.zip"
    package.write_bytes(b"no archive")
    drop(window, package, deck(tmp_path, "sea"))
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(QMessageBox)))
    (box,) = window.shell.findChildren(QMessageBox)
    assert box.text() == "bad.nqpf.zip can't be opened: it is damaged, or no ZIP file."
    assert not window.shell.findChildren(ImportDialog)
    box.close()
    preview(qtbot, window, "Deck sea").reject()


def test_a_package_is_shown_before_it_is_imported(
    qtbot: QtBot, window: Window, study: MemoryStudy, tmp_path: Path
) -> None:
    package = tmp_path / "sea.nqpf.zip"
    package.write_bytes(pack(deck(tmp_path, "sea"), {}).content)
    drop(window, package)
    dialog = preview(qtbot, window, "Deck sea")
    assert dialog.windowTitle() == "Import sea.nqpf.zip"
    dialog.accept()
    qtbot.waitUntil(lambda: "sea" in store_of(study).decks)
    assert window.recent.files.keys() == {package}


def test_a_folder_is_opened_deck_by_deck(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    for name in ("lake", "sea"):
        deck(tmp_path / "decks", name)
    (tmp_path / "decks" / "notes.txt").touch()
    drop(window, tmp_path / "decks")
    preview(qtbot, window, "Deck lake").reject()
    preview(qtbot, window, "Deck sea").reject()


def test_what_is_no_deck_is_refused_with_a_plain_word(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    drop(window, tmp_path / "picture.png", tmp_path / "empty", deck(tmp_path, "sea"))
    preview(qtbot, window, "Deck sea").reject()
    assert message(window) == (
        f"There is no deck file in {tmp_path / 'empty'}. The names of deck files end in .yaml. "
        "Not opened, as no deck file (.yaml) or package (.nqpf.zip): picture.png"
    )


def test_many_files_are_opened_only_when_that_is_meant(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    for number in range(deck_queue.MANY + 1):
        deck(tmp_path / "decks", f"deck-{number}")
    drop(window, tmp_path / "decks")
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(QMessageBox)))
    (box,) = window.shell.findChildren(QMessageBox)
    assert box.text() == "Open 9 deck files one after the other?"
    box.accept()
    preview(qtbot, window, "Deck deck-0").reject()
    preview(qtbot, window, "Deck deck-1")
    window.errands.queue.clear()


def test_what_waits_is_forgotten_with_the_collection(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    drop(window, deck(tmp_path, "lake"), deck(tmp_path, "sea"))
    dialog = preview(qtbot, window, "Deck lake")
    window._let_go()
    dialog.reject()
    assert not window.errands.queue._waiting


# --- what the system and later starts ask for -----------------------------------------------------


def test_files_that_are_asked_for_before_the_collection_is_open_are_opened_then(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    study, window.study = window.study, None
    for name in ("lake", "sea"):
        window.arrivals.answer(Request(files=(str(deck(tmp_path, name)),)))
    assert study is not None
    window._opened(study)
    preview(qtbot, window, "Deck lake").reject()
    preview(qtbot, window, "Deck sea").reject()


def test_two_starts_with_a_file_each_are_answered_in_turn(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    for name in ("lake", "sea"):
        window.arrivals.answer(Request(files=(str(deck(tmp_path, name)),)))
    preview(qtbot, window, "Deck lake").reject()
    preview(qtbot, window, "Deck sea").reject()
