"""Telling that a file was written for another program or person, and leading to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from nqpf_study.ui.widgets.plain_buttons import plain
from nqpf_study.ui.widgets.trouble import Message


class Written(Message):
    """Says what was written and where; `opens` names a button that opens it, nothing for none."""

    def __init__(
        self, said: str, path: Path, more: str, parent: QWidget | None = None, *, opens: str = ""
    ) -> None:
        super().__init__("circle-check", "good", parent)
        self._path = path
        self.setText(said)
        self.setInformativeText(f"{path}\n\n{more}")
        if opens:
            self._add(opens, path)
        self._add(self.tr("Show the folder"), path.parent)
        self.setDefaultButton(self.addButton(QMessageBox.StandardButton.Close))
        plain(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _add(self, words: str, opened: Path) -> None:
        button = self.addButton(words, QMessageBox.ButtonRole.ActionRole)
        button.clicked.disconnect()  # the message stays: the other button may be wanted next
        button.clicked.connect(lambda: self._open(opened))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            said = self.tr("The system can't open it. It is here: {path}")
            self.setInformativeText(said.replace("{path}", str(self._path)))
