"""What the window may be asked for next is imported by a worker, and is there to be imported."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.ui import ahead
from nqpf_study.ui.work import Job, end_all_jobs


@pytest.mark.parametrize("module", ahead.MODULES)
def test_each_module_is_there(module: str) -> None:
    assert import_module(module).__name__ == module


@pytest.fixture
def imported(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """Return a list that fills with what is imported, and whether on the GUI thread."""
    seen: list[tuple[str, bool]] = []
    monkeypatch.setattr(ahead, "MODULES", ("first", "second"))
    monkeypatch.setattr(ahead, "import_module", _noting(seen))
    return seen


def _noting(seen: list[tuple[str, bool]]) -> Callable[[str], None]:
    main = threading.main_thread()
    return lambda module: seen.append((module, threading.current_thread() is main))


def test_a_worker_imports_them_in_turn(
    qtbot: QtBot, qapp: QApplication, imported: list[tuple[str, bool]]
) -> None:
    ahead.import_ahead(qapp)
    qtbot.waitUntil(lambda: len(imported) == 2)
    assert imported == [("first", False), ("second", False)]


def test_a_window_that_closes_waits_for_no_more_than_one_of_them(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, imported: list[tuple[str, bool]]
) -> None:
    note = _noting(imported)
    under_way, asked_to_stop = threading.Event(), threading.Event()

    def slowly(module: str) -> None:
        note(module)
        under_way.set()
        assert asked_to_stop.wait(20)

    monkeypatch.setattr(ahead, "import_module", slowly)
    ahead.import_ahead(qapp)
    assert under_way.wait(20)
    for job in qapp.findChildren(Job):
        job.cancel()
    asked_to_stop.set()
    end_all_jobs()
    assert imported == [("first", False)]
