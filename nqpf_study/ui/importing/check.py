"""What a check of a deck file found, for a teacher who mends the file beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from nqpf_study.ui.accessible import announce
from nqpf_study.ui.importing.model import found_by_check
from nqpf_study.ui.importing.problems import ProblemsPanel
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, HALF, ROOM, STEP
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.app import Checked


class CheckDialog(QDialog):
    """Shows a checked file's problems; the file can be checked again when it was mended."""

    again = Signal()
    """Check the file once more, and show it here."""

    def __init__(self, checked: Checked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(720, 480)
        self.again_button = QPushButton(self.tr("Check again"))
        set_role(self.again_button, "primary")
        self.again_button.setDefault(True)
        self.again_button.clicked.connect(self.again)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        buttons = QDialogButtonBox()
        buttons.addButton(self.again_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self._title = Text("", "title", wrap=True)
        self._file = Text("", "small", wrap=True)
        self._panel: ProblemsPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        self._column.setSpacing(STEP)
        head = QVBoxLayout()
        head.setSpacing(HALF)
        head.addWidget(self._title)
        head.addWidget(self._file)
        self._column.addLayout(head)
        self._column.addWidget(buttons)
        self.show_result(checked)

    def show_result(self, checked: Checked) -> None:
        """Show what a check found, in the place of what the last one did."""
        self.setWindowTitle(self.tr("Check of {file}").replace("{file}", checked.path.name))
        self._title.setText(checked.deck.title if checked.deck else checked.path.name)
        self._file.setText(str(checked.path))
        panel = ProblemsPanel(checked.problems, checked.waived)
        if self._panel is None:
            self._column.insertWidget(1, panel, 1)
        else:
            self._column.replaceWidget(self._panel, panel)
            self._panel.deleteLater()
            announce(self, found_by_check(checked.problems, checked.waived))
        self._panel = panel
