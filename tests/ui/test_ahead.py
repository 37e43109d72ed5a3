"""What the window may be asked for next is imported in its pauses, and is there to be imported."""

from __future__ import annotations

import threading
from importlib import import_module

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.ui import ahead
from nqpf_study.ui.places import PAGES


@pytest.mark.parametrize("part", ahead.PARTS)
def test_each_part_is_there(part: str) -> None:
    assert import_module(part).__name__ == part


def test_every_page_is_imported_and_of_a_package_each_module() -> None:
    found = list(ahead.modules())
    assert len(found) == len(set(found))
    at_start = {"nqpf_study.ui.home.page"}
    assert {module for module, _ in PAGES.values()} <= at_start.union(found)
    assert {"nqpf_study.ui.explore.timeline_paint", "nqpf_study.study.explore"} <= set(found)


@pytest.fixture
def imported(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that fills with what is imported, which only the GUI thread may do."""
    seen: list[str] = []

    def note(module: str) -> None:
        assert threading.current_thread() is threading.main_thread(), "Qt's classes, in a worker"
        seen.append(module)

    monkeypatch.setattr(ahead, "modules", lambda: ("first", "second"))
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
