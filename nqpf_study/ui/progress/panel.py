"""A chart in its panel: what it shows, a sentence, the chart or its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.ui.progress.charts import Chart
from nqpf_study.ui.progress.keeping import KeepMenu
from nqpf_study.ui.reader.controls import dress_table, quiet, tool
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.words import listed

Rows = Sequence[tuple[str, ...]]

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_WORDS, _FIGURES = Qt.AlignmentFlag.AlignLeft | _MIDDLE, Qt.AlignmentFlag.AlignRight | _MIDDLE
"""How the columns stand: the first, words, to the left; figures to the right."""


class ChartPanel(QFrame):
    """Shows a chart; the buttons at its head show the same figures as a table, and keep both."""

    message = Signal(str)
    """Say this in the quiet bar at the bottom."""

    def __init__(self, title: str, chart: Chart, columns: tuple[str, ...]) -> None:
        super().__init__()
        set_role(self, "panel")
        self.chart = chart
        self._rows: Rows = ()
        self._columns = columns
        self._title = title
        self.toggle = quiet(QPushButton(self.tr("Table")))
        self.toggle.setCheckable(True)
        self.toggle.setAccessibleName(self.tr("{title} as a table").format(title=title))
        self._said = Text("", "muted", wrap=True)
        heading = Text(title, "heading")
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.toggle)
        head.addWidget(self._keep_button(title))
        self._figure = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, STEP + HALF, GAP, GAP)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addWidget(self._said)
        column.addSpacing(HALF)
        column.addLayout(self._figure)
        self._figure.addWidget(_top(chart))  # it shows at once: as a window, without us
        self.toggle.toggled.connect(self._turn)
        _on_copy(chart, self.menu.copy_picture)

    def show_figures(self, said: str, rows: Rows, first: str = "") -> None:
        """Say the sentence and fill the table; `first` is the first column's title, if another."""
        self._said.setText(said)
        self._rows = rows
        if first:
            self._columns = (first, *self._columns[1:])
        if "table" in self.__dict__:
            self._fill(self.table)

    def tell_about(self, *what: str) -> None:
        """Call what is copied or saved by what it is about as well: a deck, a range."""
        about = listed(filter(None, what))
        self.menu.called = f"{self._title} ({about})" if about else self._title

    @property
    def rows(self) -> Rows:
        """Return the table, its titles first."""
        return (self._columns, *self._rows)

    @cached_property
    def table(self) -> QTableWidget:
        """Return the table, made when it is first asked for: most charts are only looked at."""
        made = self._table(self._title)
        _on_copy(made, self.menu.copy_figures)
        self._figure.addWidget(made)
        self._fill(made)
        return made

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self._figure.setCurrentIndex(self._figure.indexOf(self.table) if on else 0)

    def _fill(self, table: QTableWidget) -> None:
        head = table.horizontalHeaderItem(0)
        if head is not None:
            head.setText(self._columns[0])
        table.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            for place, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_FIGURES if place else _WORDS)
                table.setItem(number, place, item)

    def _keep_button(self, title: str) -> QToolButton:
        self.menu = KeepMenu(title, self.chart, lambda: self.rows, self)
        self.menu.message.connect(self.message)
        what = self.tr("Copy or save {title}").replace("{title}", title)
        button = tool("ellipsis-vertical", what)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.menu)
        return button

    def _table(self, title: str) -> QTableWidget:
        table = QTableWidget(0, len(self._columns))
        table.setAccessibleName(title)
        dress_table(table)
        for place, column in enumerate(self._columns):
            head = QTableWidgetItem(column)
            head.setTextAlignment(_FIGURES if place else _WORDS)
            table.setHorizontalHeaderItem(place, head)
        mode = QHeaderView.ResizeMode
        head_of_table = table.horizontalHeader()
        if len(self._columns) > 2:
            head_of_table.setSectionResizeMode(mode.ResizeToContents)
            head_of_table.setSectionResizeMode(0, mode.Stretch)
        else:
            head_of_table.setSectionResizeMode(mode.Stretch)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        return table


def _on_copy(widget: QWidget, copy: Callable[[], None]) -> None:
    """Have a widget copied when it has the focus."""
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(copy)


def _top(chart: Chart) -> QWidget:
    """Keep a chart at the top of whatever height there is."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(chart)
    column.addStretch()
    return page
