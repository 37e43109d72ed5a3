"""Errors that nobody caught: into the log, and once onto the screen."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

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
    """An error to show, with its traceback. Emitted in the thread that failed."""

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
        said = "".join(traceback.format_exception(kind, error, trace))
        LOG.error("not caught: %s", said)
        self.crashed.emit(said)

    def on_qt_message(self, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        """Take a message of Qt's own into the log, once."""
        if text in HARMLESS or text in self._seen:
            return
        self._seen.add(text)
        LOG.log(_LEVELS[kind], "Qt: %s", text)

    def _on_thread_error(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            self.on_error(failed.exc_type, failed.exc_value, failed.exc_traceback)


def open_log(folder: Path) -> Path:
    """Write the log to a file in `folder`, the last but one kept beside it; return its path.

    Where the folder can't be written to there is no log; opening the collection tells of it.
    """
    path = folder / "nqpf-study.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST_LOG:
            path.replace(path.with_suffix(".log.1"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        return path
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    return path


LARGEST_LOG = 512 * 1024
"""Bytes; rotated at the start only, a sitting writes little. (`logging.handlers` loads sockets.)"""
