"""About the program: version, data folder, licences."""

from __future__ import annotations

from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from nqpf_study import __version__
from nqpf_study.ui.icons import app_icon
from nqpf_study.ui.tokens import GAP, ROOM, STEP
from nqpf_study.ui.widgets.text import Text

WIDTH = 440
"""The width of the words, in px; told to one of them, for Qt to reckon the others' height by."""


class AboutDialog(QDialog):
    """Says which program this is, and where its data lies."""

    def __init__(self, home: Path, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About"))
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(64, 64), self.devicePixelRatio()))
        down = QVBoxLayout(self)
        down.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        down.setSpacing(STEP)
        down.addWidget(picture)
        down.addWidget(Text("NQPF Study", "title"))
        purpose = Text(self.tr("Every card shows the passage it rests on."), wrap=True)
        purpose.setMinimumWidth(WIDTH)
        down.addWidget(purpose)
        down.addSpacing(STEP)
        for name, value in (
            (self.tr("Version {version}, with Qt {qt}"), ""),
            (self.tr("Data folder: {path}"), str(home)),
            (self.tr("Log file: {path}"), str(log_file)),
            (self.tr("Licence: MIT. Icons by Lucide (ISC)."), ""),
        ):
            said = name.replace("{version}", __version__).replace("{qt}", qt_version)
            text = Text(said.replace("{path}", value), "muted", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            down.addWidget(text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        down.addSpacing(STEP)
        down.addWidget(buttons)
