"""Below the table: how many cards are chosen, and what can be done to them."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nqpf_study.ui.accessible import call
from nqpf_study.ui.browse.table import CardTable
from nqpf_study.ui.explore.flow import Flow
from nqpf_study.ui.tokens import STEP
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.words import counted


class ActsBar(QWidget):
    """A button for each act of the table."""

    def __init__(self, table: CardTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._chosen = Text("", "muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self._chosen, 1)
        self.buttons = [self._button(action) for action in table.offered]
        acts = QWidget()
        lines = Flow(acts, spacing=STEP)
        for button in self.buttons:
            lines.addWidget(button)
        row.addWidget(acts)
        table.choice_changed.connect(self._tell)
        self._tell()

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.iconText())
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        call(button, f"{action.text()} ({key})")
        button.clicked.connect(action.trigger)
        return button

    def _tell(self) -> None:
        count = self._table.chosen_count()
        one, many = self.tr("1 card chosen"), self.tr("{n} cards chosen")
        self._chosen.setText(counted(count, one, many) if count else self.tr("No card chosen"))
        for button in self.buttons:
            button.setEnabled(bool(count))
