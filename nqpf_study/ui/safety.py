"""The safety of what was learned: backups made and put back, and the collection examined."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.language import told
from nqpf_study.ui.settings.backups import BackupsDialog
from nqpf_study.ui.widgets.trouble import confirm, show_trouble
from nqpf_study.ui.widgets.waiting import wait_for

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.store.doctor import Report

BACKUPS = "backups"


class Safety(QObject):
    """Backs up, lets a backup be chosen, examines and rebuilds; says what came of it."""

    restored = Signal(object)
    """Put this backup (a Path) in the collection's place: the learner has confirmed it."""

    changed = Signal()
    """The collection was rebuilt."""

    message = Signal(str)

    def __init__(self, window: QWidget, home: Path) -> None:
        super().__init__(window)
        self._window = window
        self._home = home

    def show_folder(self) -> None:
        """Show the data folder in the system's file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._home))):
            self.message.emit(self.tr("Data folder: {path}").replace("{path}", str(self._home)))

    def back_up(self, study: Study) -> None:
        """Back the collection up now."""
        wait_for(
            self.tr("Backing up"),
            lambda _progress: study.back_up(),
            lambda path: self.message.emit(
                self.tr("Backed up to {path}").replace("{path}", str(path))
            ),
            self._fail,
            self._window,
        )

    def choose_backup(self) -> None:
        """Let the learner choose a backup, and confirm that it is to be put back."""
        dialog = BackupsDialog(self._home / BACKUPS, self._window)
        dialog.chosen.connect(self._confirm)
        dialog.open()

    def examine(self, study: Study) -> None:
        """Check the collection, and say what was found."""
        wait_for(
            self.tr("Examining the collection"),
            study.examine,
            lambda report: self._examined(study, report),
            self._fail,
            self._window,
        )

    def _confirm(self, backup: Path) -> None:
        box = confirm(
            self._window,
            self.tr("Put this backup in the collection's place?"),
            self.tr(
                "{file}\n\nWhat you studied since then is no longer counted. The collection of "
                "now is kept as a backup, so that you can come back to it."
            ).replace("{file}", backup.name),
            self.tr("Restore"),
        )
        box.accepted.connect(lambda: self.restored.emit(backup))

    def _examined(self, study: Study, report: Report) -> None:
        if report.fine:
            said = self.tr("All is well: {cards} cards and {reviews} reviews were examined.")
            self.message.emit(
                said.replace("{cards}", f"{report.cards:,}").replace(
                    "{reviews}", f"{report.reviews:,}"
                )
            )
            return
        shown = [told(problem) for problem in report.problems[:10]]
        if len(report.problems) > len(shown):
            more = self.tr("And {n} more.")
            shown.append(more.replace("{n}", str(len(report.problems) - len(shown))))
        box = confirm(
            self._window,
            self.tr("The collection is not as it should be. Rebuild it from the log?"),
            self.tr("A backup is made first.") + "\n\n" + "\n".join(shown),
            self.tr("Rebuild"),
        )
        box.accepted.connect(lambda: self._repair(study))

    def _repair(self, study: Study) -> None:
        def repaired(report: Report) -> None:
            if report.fine:
                self.message.emit(self.tr("The collection was rebuilt, and all is well."))
                self.changed.emit()
            else:
                problems = "\n".join(told(problem) for problem in report.problems[:10])
                mend = self.tr("Restore the newest backup from before this (File menu).")
                self._fail(
                    StudyError(
                        self.tr("Some of it could not be rebuilt."), safe=problems, mend=mend
                    )
                )

        wait_for(
            self.tr("Rebuilding the collection"),
            lambda _progress: study.repair(),
            repaired,
            self._fail,
            self._window,
        )

    def _fail(self, error: StudyError) -> None:
        show_trouble(error, self._window)
