"""Listens, while the window is open, for what later starts ask of it."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from nqpf_study.ui.second_start import FOLDER, Request, take

LATER = 300
"""Milliseconds until a request that came while a dialog was open is tried again."""


class Requests(QObject):
    """Takes the requests of later starts, and passes each on once no dialog is in its way."""

    arrived = Signal()
    """A later start wants the window to come forward."""

    asked = Signal(object)
    """This Request is to be done now."""

    def __init__(self, home: Path, parent: QObject) -> None:
        """Listen on the data folder `home`; one that can't be written to is not listened on."""
        super().__init__(parent)
        self._folder = home / FOLDER
        self._waiting: list[Request] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self._pass_on)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._take)
        with suppress(OSError):
            shutil.rmtree(self._folder, ignore_errors=True)  # what a crash left is out of date
            self._folder.mkdir(parents=True, exist_ok=True)
            self._watcher.addPath(str(self._folder))

    def close(self) -> None:
        """Listen no longer."""
        self._later.stop()
        for path in self._watcher.directories():
            self._watcher.removePath(path)
            shutil.rmtree(path, ignore_errors=True)

    def _take(self) -> None:
        taken = take(self._folder)
        if taken:
            self._waiting += taken
            self.arrived.emit()
            self._pass_on()

    def _pass_on(self) -> None:
        if QApplication.activeModalWidget() is not None:
            self._later.start()
            return
        waiting, self._waiting = self._waiting, []
        for request in waiting:
            self.asked.emit(request)
