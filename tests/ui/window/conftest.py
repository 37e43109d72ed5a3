"""The window on a collection in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.app import Study
from nqpf_study.ui.crash import CrashHandler
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.style import Look
from nqpf_study.ui.window import Window
from tests.fakes.study import MemoryStudy, memory_study, terms
from tests.ui.window.on_screen import home


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MemoryStudy:
    made = memory_study(tmp_path, terms())
    monkeypatch.setattr(Study, "open", lambda _home: made)
    return made


@pytest.fixture
def made(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Return a window that has not opened its collection yet."""
    preferences = Preferences(tmp_path)
    shell = Shell()
    qtbot.addWidget(shell)
    look = Look(qapp, Appearance.LIGHT, 1.0)
    window = Window(shell, tmp_path, preferences, look, CrashHandler(), tmp_path / "log")
    with qtbot.waitActive(shell):
        shell.show()
    yield window
    shell.close()
    look.choose(Appearance.LIGHT, 1.0)


@pytest.fixture
def window(made: Window, study: MemoryStudy, qtbot: QtBot) -> Window:
    """Return a window that shows the study home of `study`."""
    made.open()
    qtbot.waitUntil(lambda: made.study is study)
    qtbot.waitUntil(lambda: bool(home(made).rows))
    return made
