"""What the window may be asked for next is imported in its pauses, and is there to be imported."""

from __future__ import annotations

import threading
from importlib import import_module

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.ui import ahead


@pytest.mark.parametrize("module", ahead.MODULES)
def test_each_module_is_there(module: str) -> None:
    assert import_module(module).__name__ == module


@pytest.fixture
def imported(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that fills with what is imported, which only the GUI thread may do."""
    seen: list[str] = []

    def note(module: str) -> None:
        assert threading.current_thread() is threading.main_thread(), "Qt's classes, in a worker"
        seen.append(module)

    monkeypatch.setattr(ahead, "MODULES", ("first", "second"))
    monkeypatch.setattr(ahead, "import_module", note)
    return seen


def test_they_are_imported_in_turns(qtbot: QtBot, qapp: QApplication, imported: list[str]) -> None:
    ahead.import_ahead(qapp)
    assert not imported, "the window comes first"
    qtbot.waitUntil(lambda: imported == ["first"])
    qtbot.waitUntil(lambda: imported == ["first", "second"])


def test_a_window_that_closes_imports_no_more(
    qtbot: QtBot, qapp: QApplication, imported: list[str]
) -> None:
    window = QObject()
    ahead.import_ahead(window)
    qtbot.waitUntil(lambda: imported == ["first"])
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(5 * ahead.PAUSE)
    assert imported == ["first"]
