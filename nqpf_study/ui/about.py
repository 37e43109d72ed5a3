"""About the program: version, data folder, licences."""

from __future__ import annotations

from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from nqpf_study import __version__
from nqpf_study.ui.icons import app_icon
from nqpf_study.ui.tokens import STEP
from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import Text


class AboutDialog(TallDialog):
    """Says which program this is, and where its data lies."""

    def __init__(self, home: Path, log_file: Path, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("AboutDialog", "About")
        super().__init__(title, "NQPF Study", Standard.Close, parent)
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(64, 64), self.devicePixelRatio()))
        self._above.insertWidget(0, picture)
        self.body.setSpacing(STEP)
        self.body.addWidget(
            Text(
                self.tr(
                    "Learn a subject from its sources: every card shows the passage it rests on."
                ),
                wrap=True,
            )
        )
        self.body.addSpacing(STEP)
        for name, value in (
            (self.tr("Version {version}, with Qt {qt}"), ""),
            (self.tr("Data folder: {path}"), str(home)),
            (self.tr("Log file: {path}"), str(log_file)),
            (self.tr("Licence: MIT. Icons by Lucide (ISC)."), ""),
        ):
            said = name.replace("{version}", __version__).replace("{qt}", qt_version)
            text = Text(said.replace("{path}", value), "muted", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(text)
        self.buttons.button(Standard.Close).setFocus()
