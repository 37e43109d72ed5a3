"""Below the table: how many cards are chosen, and what can be done to them."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

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
        self._chosen = Text("", "muted")
        self.buttons = [self._button(action) for action in table.offered]
        lines = Flow(self, spacing=STEP)
        for part in (self._chosen, *self.buttons):
            lines.addWidget(part)
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
        one, many = self.tr("1 chosen"), self.tr("{n} chosen")
        self._chosen.setText(counted(count, one, many) if count else self.tr("None chosen"))
        for button in self.buttons:
            button.setEnabled(bool(count))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons at the right where one line holds them all."""
        super().resizeEvent(event)
        taken = sum(button.sizeHint().width() + STEP for button in self.buttons)
        self._chosen.setMinimumWidth(max(0, self.width() - taken))
