"""The list of a session's keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.ui.session.acts import acts
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import GAP, ROOM, STEP, scaled
from nqpf_study.ui.widgets.text import Text

WIDTH, WIDEST = 480, 720
"""The width of the words, in px at a text scale of 1, and at most."""


class KeysDialog(QDialog):
    """Says what every key of a session does; any of Esc, Enter, Space and ? closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        down = QVBoxLayout(self)
        down.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        down.setSpacing(GAP)
        heading = Text(self.tr("Keys of a session"), "title")
        heading.setMinimumWidth(min(scaled(WIDTH, text_scale()), WIDEST))
        down.addWidget(heading)
        table, keys = QWidget(), keys_table()
        keys.setContentsMargins(0, 0, 0, 0)
        table.setLayout(keys)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Keys of a session"))
        scroll.setWidget(table)
        down.addWidget(scroll)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        down.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()

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
    top_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    for row, act in enumerate(acts()):
        grid.addWidget(Text(act.keys_said, "key"), row, 0, top_left)
        grid.addWidget(Text(act.what, wrap=True), row, 1)
    grid.setColumnStretch(1, 1)
    return grid
