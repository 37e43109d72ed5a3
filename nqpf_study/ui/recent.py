"""The deck files that were opened last, in the File menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.preferences import Preferences
from nqpf_study.ui.work import run_job


class RecentFiles(QMenu):
    """Lists them, the newest first; one that is gone is there still, but can't be chosen."""

    chosen = Signal(Path)

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.files: dict[Path, QAction] = {}
        self.aboutToShow.connect(self._look)
        self.setToolTipsVisible(True)
        self.retell()

    def retell(self) -> None:
        """Write it anew, in the language that is spoken now and with what was opened since."""
        self.setTitle(self.tr("Open recen&t"))
        self.clear()
        kept = self._preferences.recent_files
        self.menuAction().setEnabled(bool(kept))
        self.files = {path: self._entry(path, kept) for path in kept}
        self.addSeparator()
        self.empty = self.addAction(self.tr("&Clear list"))
        self.empty.triggered.connect(self._forget)

    def remember(self, path: Path) -> None:
        """Put a file first."""
        self._preferences.remember_file(path)
        self.retell()

    def _entry(self, path: Path, kept: Sequence[Path]) -> QAction:
        name = path.name
        if sum(other.name == name for other in kept) > 1:
            name = self.tr("{file} in {folder}").replace("{file}", name)
            name = name.replace("{folder}", path.parent.name)
        entry = self.addAction(name.replace("&", "&&"))
        entry.setToolTip(str(path))
        entry.triggered.connect(partial(self.chosen.emit, path))
        return entry

    def _look(self) -> None:
        """See in a worker which files are still there: one may be on a drive that answers late."""
        paths = list(self.files)
        run_job(lambda _progress: _gone(paths), self._mark, self._pass_over, owner=self)

    def _mark(self, gone: Sequence[Path]) -> None:
        for path, entry in self.files.items():
            entry.setEnabled(path not in gone)
            said = self.tr("{path} is no longer there") if path in gone else "{path}"
            entry.setToolTip(said.replace("{path}", str(path)))

    def _pass_over(self, _error: StudyError) -> None:
        """Leave the entries as they are."""

    def _forget(self) -> None:
        self._preferences.forget_files()
        self.retell()


def _gone(paths: Sequence[Path]) -> list[Path]:
    return [path for path in paths if not path.exists()]
