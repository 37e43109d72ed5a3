"""Watching a deck file and the texts beside it, however an editor saves them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

PAUSE = 200
"""Milliseconds of rest after which a saved file is taken to be whole."""


class FileWatch(QObject):
    """Tells when one of some files may have changed, was replaced, or came back.

    The folders are watched too: many editors write a new file and put it in the old one's place.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._watcher.fileChanged.connect(self._touch)
        self._watcher.directoryChanged.connect(self._touch)
        self._rest.timeout.connect(self.changed)

    def watch(self, files: Iterable[Path]) -> None:
        """Watch these files from now on; a file that was replaced is to be named again."""
        wanted = {str(file) for file in files} | {str(file.parent) for file in files}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))

    def stop(self) -> None:
        """Watch nothing any more."""
        self._rest.stop()
        self.watch(())

    def _touch(self) -> None:
        self._rest.start()
