"""Exports and backups."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import Progress, StudyError
from nqpf_study.ui.widgets.waiting import Waiting
from nqpf_study.ui.widgets.written import Written
from nqpf_study.ui.window import Window
from tests.fakes.study import MemoryStudy


def test_an_export_says_where_it_went(
    qtbot: QtBot,
    window: Window,
    study: MemoryStudy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "all.apkg"
    asked: list[tuple[Path, object]] = []

    def export(path: Path, decks: object, _progress: object) -> int:
        asked.append((path, decks))
        return 4

    monkeypatch.setattr(study, "export_anki", export)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out.with_suffix("")), ""))
    window.actions["export"].trigger()
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(Written)))
    assert asked == [(out, None)]
    (told,) = window.shell.findChildren(Written)
    assert told.text() == "4 notes exported"
    assert told.informativeText() == f"{out}\n\nOpen the file in Anki to import it."


def test_an_export_that_fails_is_told(
    qtbot: QtBot,
    window: Window,
    study: MemoryStudy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> int:
        raise StudyError("The disk is full.", safe="The decks are as they were.")

    monkeypatch.setattr(study, "export_anki", full)
    window.errands.export.export(study, tmp_path / "all.apkg", None)
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(QMessageBox)))
    (box,) = window.shell.findChildren(QMessageBox)
    assert (box.text(), box.informativeText()) == (
        "The disk is full.",
        "The decks are as they were.",
    )


def test_a_long_job_shows_its_progress_and_can_be_stopped(
    qtbot: QtBot,
    window: Window,
    study: MemoryStudy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = Event()

    def export(_path: Path, _decks: object, progress: Progress) -> int:
        progress(3, 10, "writing")
        assert go_on.wait(10)
        progress(4, 10, "writing")
        raise AssertionError("it went on after it was stopped")

    monkeypatch.setattr(study, "export_anki", export)
    said: list[str] = []
    monkeypatch.setattr(window.shell, "say", said.append)
    window.errands.export.export(study, tmp_path / "all.apkg", None)
    (waiting,) = window.shell.findChildren(Waiting)
    assert not waiting.isVisible(), "what is done soon shows nothing"
    waiting.open()
    qtbot.waitUntil(lambda: "3 / 10" in [part.text() for part in waiting.findChildren(QLabel)])
    waiting.reject()
    go_on.set()
    qtbot.waitUntil(lambda: said == ["The export was stopped. Nothing was written."])


def test_a_backup_says_where_it_lies(
    qtbot: QtBot, window: Window, study: MemoryStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(window.shell, "say", said.append)
    window.actions["backup"].trigger()
    qtbot.waitUntil(lambda: study.backups == 1 and bool(said))
    assert said[0].startswith("Backed up to ")
