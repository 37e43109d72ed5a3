"""The one dialog for errors of our own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from nqpf_study.ui.crash import CrashHandler
from nqpf_study.ui.widgets.plain_buttons import plain
from nqpf_study.ui.widgets.trouble import Message


class CrashDialog(Message):
    """Says that something went wrong, that the data is safe, and where the log lies."""

    def __init__(self, details: str, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__("triangle-alert", "again", parent)
        self.setText(
            self.tr("Something went wrong in the program. This is our mistake, not yours.")
        )
        self.setInformativeText(
            self.tr(
                "Your data is safe: each grade was saved when you gave it. You can go on; if the "
                "window behaves oddly, close it and start again.\n\nWhat happened is in the log "
                "file, without the text of your cards:\n{path}"
            ).replace("{path}", str(log_file))
        )
        self.setDetailedText(details)
        self.copy = self.addButton(self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        self.copy.clicked.disconnect()  # copying doesn't close the dialog
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        go_on = self.addButton(self.tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        plain(self)
        self.setDefaultButton(go_on)
        self.setEscapeButton(go_on)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


class CrashTeller(QObject):
    """Shows one dialog at a time; what crashes while it is open is in the log only."""

    def __init__(self, crashes: CrashHandler, log_file: Path, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._log_file = log_file
        self.dialog: CrashDialog | None = None
        crashes.crashed.connect(self._tell)

    @Slot(str)
    def _tell(self, details: str) -> None:
        if self.dialog is None:
            self.dialog = CrashDialog(details, self._log_file, self._window)
            self.dialog.finished.connect(self._forget)
            self.dialog.open()

    @Slot()
    def _forget(self) -> None:
        self.dialog = None
