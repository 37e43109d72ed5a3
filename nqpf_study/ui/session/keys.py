"""The list of a session's keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from nqpf_study.ui.session.acts import acts
from nqpf_study.ui.tokens import GAP, ROOM, STEP
from nqpf_study.ui.widgets.text import Text


class KeysDialog(QDialog):
    """Says what every key of a session does; any of Esc, Enter, Space and ? closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        down = QVBoxLayout(self)
        down.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        down.setSpacing(GAP)
        down.addWidget(Text(self.tr("Keys of a session"), "title"))
        down.addLayout(keys_table())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        down.addWidget(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on the key that opened it, too."""
        if event.text() == "?" or event.key() == Qt.Key.Key_F1:
            self.reject()
        else:
            super().keyPressEvent(event)


def keys_table() -> QGridLayout:
    """Return a table of a session's keys and what they do."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(STEP)
    for row, act in enumerate(acts()):
        grid.addWidget(Text(act.keys_said, "key"), row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Text(act.what), row, 1)
    grid.setColumnStretch(1, 1)
    return grid
