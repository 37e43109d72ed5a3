"""The menu of columns: a tick for each that shows, and the way to their order and widths."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from nqpf_study.ui.browse.columns import Column, Layout, column_meaning, column_name
from nqpf_study.ui.browse.header import TableHeader


class ColumnMenu(QMenu):
    """Turns columns on and off. It is filled when it shows."""

    def __init__(self, header: TableHeader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = header
        self.setAccessibleName(self.tr("Columns"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        shown = self._header.shown
        for column in Column:
            action = self.addAction(column_name(column))
            action.setToolTip(column_meaning(column) or column_name(column))
            action.setCheckable(True)
            action.setChecked(column in shown)
            action.setEnabled(column is not Column.QUESTION)  # a row is read by it
            action.toggled.connect(lambda on, column=column: self._header.turn(column, on=on))
        self.addSeparator()
        self.addAction(self.tr("Order and widths…")).triggered.connect(self.ask)
        reset = self.addAction(self.tr("Reset columns"))
        reset.setEnabled(self._header.chosen != Layout())
        reset.triggered.connect(lambda: self._header.choose(Layout()))

    def ask(self) -> None:
        """Show the dialog in which columns are ordered and made wider by keys too."""
        from nqpf_study.ui.browse.column_dialog import ColumnDialog  # noqa: PLC0415 - rarely asked

        dialog = ColumnDialog(self._header, self._header.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
