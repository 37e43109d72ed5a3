from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.ui.crash import HARMLESS, LOG, CrashHandler, open_log
from nqpf_study.ui.crash_dialog import CrashDialog, CrashTeller


@pytest.fixture
def crashes() -> CrashHandler:
    return CrashHandler()


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    before = list(LOG.handlers)
    yield open_log(tmp_path / "logs")
    for handler in [handler for handler in LOG.handlers if handler not in before]:
        LOG.removeHandler(handler)
        handler.close()


def fail(crashes: CrashHandler) -> None:
    error = ValueError("boom")
    crashes.on_error(ValueError, error.with_traceback(None), None)


@pytest.mark.logs("not caught")
def test_an_error_is_told_once_however_often_it_happens(crashes: CrashHandler) -> None:
    told: list[str] = []
    crashes.crashed.connect(told.append)
    for _ in range(100):
        fail(crashes)
    assert len(told) == 1
    assert "ValueError: boom" in told[0]


@pytest.mark.logs("not caught")
def test_an_error_in_a_thread_is_told(qtbot: QtBot, crashes: CrashHandler) -> None:
    def broken() -> None:
        raise ValueError("in a thread")

    kept = sys.excepthook, threading.excepthook
    crashes.install()
    try:
        with qtbot.waitSignal(crashes.crashed) as told:
            thread = threading.Thread(target=broken)
            thread.start()
            thread.join()
    finally:
        crashes.uninstall()
        sys.excepthook, threading.excepthook = kept
    assert "in a thread" in told.args[0]


def test_being_interrupted_is_no_crash(crashes: CrashHandler) -> None:
    told: list[str] = []
    crashes.crashed.connect(told.append)
    crashes.on_error(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


@pytest.mark.logs("Qt: odd")
def test_qts_own_words_go_into_the_log_once(
    crashes: CrashHandler, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        crashes.on_qt_message(QtMsgType.QtWarningMsg, None, "odd")  # type: ignore[arg-type]
        crashes.on_qt_message(QtMsgType.QtWarningMsg, None, HARMLESS[0])  # type: ignore[arg-type]
    assert [record.getMessage() for record in caplog.records] == ["Qt: odd"]


@pytest.mark.logs("not caught")
def test_one_dialog_says_that_the_data_is_safe(
    qtbot: QtBot, crashes: CrashHandler, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    teller = CrashTeller(crashes, tmp_path / "the.log", window)
    fail(crashes)
    crashes.crashed.emit("another")
    (dialog,) = window.findChildren(CrashDialog)
    assert "Your data is safe: each grade was saved" in dialog.informativeText()
    assert str(tmp_path / "the.log") in dialog.informativeText()
    assert "boom" in dialog.detailedText()
    dialog.copy.click()
    assert "boom" in QGuiApplication.clipboard().text()
    assert dialog.isVisible()
    dialog.accept()
    assert teller.dialog is None


@pytest.mark.logs("not caught")
def test_the_log_has_what_failed_and_where(crashes: CrashHandler, log_file: Path) -> None:
    fail(crashes)
    said = log_file.read_text(encoding="utf-8")
    assert "ERROR nqpf_study: not caught" in said
    assert "builtins.ValueError" in said


@pytest.mark.logs("not caught")
def test_the_text_of_a_card_is_in_the_dialog_but_not_in_the_log(
    crashes: CrashHandler, log_file: Path
) -> None:
    told: list[str] = []
    crashes.crashed.connect(told.append)
    card = {"question": "新质生产力 means?", "answer": "Innovation leads"}
    try:
        try:
            int(card["answer"])
        except ValueError as error:
            raise KeyError(card["question"]) from error
    except KeyError as error:
        crashes.on_error(KeyError, error, error.__traceback__)
    said = log_file.read_text(encoding="utf-8")
    assert "builtins.ValueError" in said
    assert "caused" in said
    assert "builtins.KeyError" in said
    assert "test_crash.py" in said
    for words in card.values():
        assert words not in said
        assert words in told[0]


@pytest.mark.logs("not caught")
def test_a_folder_that_cannot_be_written_to_is_no_trouble(
    crashes: CrashHandler, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    path = open_log(tmp_path / "file" / "logs")
    fail(crashes)
    assert not path.exists()
    LOG.removeHandler(LOG.handlers[-1])
