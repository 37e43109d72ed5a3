"""What holds for every test of the window: no screen, own settings, no complaint of Qt's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QDialog

from nqpf_study.ui.work import end_all_jobs

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fail a test on a warning of Qt's."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start the application of all tests in the style of the window."""
    return ["NQPF Study", "-style", "Fusion"]


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path) -> None:
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    """Let no job and no dialog live on into the next test."""
    yield
    end_all_jobs()
    for window in qapp.topLevelWidgets():
        if isinstance(window, QDialog):
            window.close()
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
