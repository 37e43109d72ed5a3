"""Columns by keys: which show, in which order, and how wide."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from nqpf_study.ui.accessible import announce, call
from nqpf_study.ui.browse.columns import Column, Layout, column_meaning, column_name
from nqpf_study.ui.browse.header import TableHeader
from nqpf_study.ui.explore.flow import Flow
from nqpf_study.ui.native_keys import native
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import STEP, scaled
from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import Text

ROW = 28
"""The height of a row in px at a text scale of 1, at least."""

_COLUMN = Qt.ItemDataRole.UserRole


class ColumnDialog(TallDialog):
    """Lists all columns from left to right; what is changed shows in the table at once."""

    def __init__(self, header: TableHeader, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ColumnDialog", "Columns")
        super().__init__(title, title, Standard.Close, parent)
        self._header = header
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        set_role(self.list, "choices")
        self.list.setMinimumHeight(scaled(8 * ROW, text_scale()))
        buttons = QWidget()
        row = Flow(buttons, spacing=STEP)
        self.up = self._button(row, self.tr("Up"), "Alt+Up", partial(self._move, -1))
        self.down = self._button(row, self.tr("Down"), "Alt+Down", partial(self._move, 1))
        self.narrower = self._button(row, self.tr("Narrower"), "Alt+Left", partial(self._widen, -1))
        self.wider = self._button(row, self.tr("Wider"), "Alt+Right", partial(self._widen, 1))
        self.reset = QPushButton(self.tr("Reset columns"))
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._reset)
        row.addWidget(self.reset)
        self.body.setSpacing(STEP)
        said = self.tr("From left to right. Question and answer share the room that is left.")
        self.body.addWidget(Text(said, "muted", wrap=True))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(buttons)
        self._fill()
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._turn)
        self.list.currentRowChanged.connect(self._look)
        self._look()
        self.list.setFocus()

    @property
    def column(self) -> Column:
        """Return the present column."""
        return Column(self.list.currentItem().data(_COLUMN))

    def _button(self, row: Flow, name: str, keys: str, does: partial[None]) -> QPushButton:
        button = QPushButton(name)
        button.setAutoDefault(False)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        call(button, native(f"{name} ({shown})"))
        button.clicked.connect(lambda _checked=False: does())
        QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        row.addWidget(button)
        return button

    def _fill(self) -> None:
        """List the columns anew; the present one stays so."""
        present = self.column if self.list.count() else None
        quiet = QSignalBlocker(self.list)
        self.list.clear()
        shown = self._header.shown
        height = scaled(ROW, text_scale())
        for column in self._header.chosen.order:
            item = QListWidgetItem(column_name(column))
            item.setData(_COLUMN, int(column))
            item.setToolTip(column_meaning(column))
            item.setSizeHint(QSize(0, max(height, self.fontMetrics().height() + STEP)))
            states = Qt.CheckState
            item.setCheckState(states.Checked if column in shown else states.Unchecked)
            if column is Column.QUESTION:  # a row is read by it
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(item)
            if column is present:
                self.list.setCurrentItem(item)
        quiet.unblock()
        self._look()

    def _turn(self, item: QListWidgetItem) -> None:
        on = item.checkState() is Qt.CheckState.Checked
        self._header.turn(Column(item.data(_COLUMN)), on=on)
        self._look()

    def _move(self, by: int) -> None:
        place = self.list.currentRow() + by
        if 0 <= place < self.list.count():
            name = column_name(self.column)
            self._header.choose(self._header.chosen.move(self.column, place))
            self._fill()
            said = self.tr("{column}: place {n} of {count}").replace("{column}", name)
            said = said.replace("{n}", str(place + 1)).replace("{count}", str(len(Column)))
            announce(self.list, said)

    def _widen(self, by: int) -> None:
        self._header.widen(self.column, by)
        self._look()
        pixels = str(self._header.sectionSize(self.column))
        said = self.tr("{column}: {n} pixels wide").replace("{column}", column_name(self.column))
        announce(self.list, said.replace("{n}", pixels))

    def _reset(self) -> None:
        self._header.choose(Layout())
        self._fill()

    def _look(self) -> None:
        """Offer what can be done with the present column."""
        place, shown = self.list.currentRow(), self._header.shown
        there = place >= 0 and self.column in shown
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < self.list.count() - 1)
        for button in (self.narrower, self.wider):
            button.setEnabled(there)
        self.reset.setEnabled(self._header.chosen != Layout())
