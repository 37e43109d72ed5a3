"""Errors that nobody caught: into the log, and once onto the screen."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from nqpf_study import faults

LOG = logging.getLogger("nqpf_study")
HARMLESS = ("This plugin does not support propagateSizeHints()",)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashHandler(QObject):
    """Logs what nobody caught, each place once, and asks for one dialog at a time.

    A paint or model override can fail hundreds of times a second: what was seen is not told again.
    """

    crashed = Signal(str)
    """An error to show, with its traceback and its words. Emitted in the thread that failed."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[object] = set()

    def install(self) -> None:
        """Take over Python's and Qt's hooks."""
        sys.excepthook = self.on_error
        threading.excepthook = self._on_thread_error
        qInstallMessageHandler(self.on_qt_message)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take an error that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        frames = traceback.extract_tb(trace)
        place = (kind, frames[-1].filename, frames[-1].lineno) if frames else (kind, str(error), 0)
        if place in self._seen:
            return
        self._seen.add(place)
        LOG.error("not caught: %s", faults.described(error.with_traceback(trace)))
        self.crashed.emit("".join(traceback.format_exception(kind, error, trace)))

    def on_qt_message(self, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        """Take a message of Qt's own into the log, once."""
        if text in HARMLESS or text in self._seen:
            return
        self._seen.add(text)
        LOG.log(_LEVELS[kind], "Qt: %s", text)

    def _on_thread_error(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            self.on_error(failed.exc_type, failed.exc_value, failed.exc_traceback)


class _FaultLog(logging.Handler):
    """Writes to the log in a folder; `logging.handlers` would load sockets."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; where that fails, as on a full disk, there is nobody left to tell."""
        with suppress(OSError):
            faults.write(self._folder, self.format(record) + "\n")


def open_log(folder: Path) -> Path:
    """Write the log to a file in `folder`, see `nqpf_study.faults`; return its path."""
    handler = _FaultLog(folder)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    return folder / faults.NAME
