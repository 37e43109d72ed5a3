"""Provinces, firms or ministries side by side: what each has now, for the future, and its role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from nqpf_study.study.explore import HORIZONS, Pledge, in_columns
from nqpf_study.ui.explore.board_cell import PLEDGE, CellPainter
from nqpf_study.ui.explore.lines import lines_needed, pitch
from nqpf_study.ui.explore.words import horizon, known, known_at_length
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import BODY, GAP, ROOM, STEP, scaled

Index = QModelIndex | QPersistentModelIndex

_NARROWEST, _WIDEST = 184, 320
"""The width of a column in px, at a text scale of 1."""


class BoardModel(QAbstractTableModel):
    """A column for each province; a row for each horizon, more where one has several years."""

    def __init__(self) -> None:
        super().__init__()
        self.provinces: list[str] = []
        self.horizons: list[str] = []
        self._cells: dict[tuple[int, int], Pledge] = {}

    def show_pledges(self, pledges: Iterable[Pledge]) -> None:
        """Show these."""
        self.beginResetModel()
        columns = in_columns(pledges)
        found = dict.fromkeys(name for by_horizon in columns.values() for name in by_horizon)
        usual = [name for name in HORIZONS if name in found]
        self.provinces = list(columns)
        self.horizons, self._cells = [], {}
        for name in (*usual, *(own for own in found if own not in HORIZONS)):
            first = len(self.horizons)
            high = max(len(by_horizon.get(name, ())) for by_horizon in columns.values())
            self.horizons += [name] * high
            for column, by_horizon in enumerate(columns.values()):
                for row, pledge in enumerate(by_horizon.get(name, ()), first):
                    self._cells[row, column] = pledge
        self.endResetModel()

    def pledge(self, index: Index) -> Pledge | None:
        """Return what stands in a cell, None where nothing does."""
        return self._cells.get((index.row(), index.column()))

    def place(self, key: int | None) -> QModelIndex:
        """Return the cell of a note, an invalid one where it has none."""
        for (row, column), pledge in self._cells.items():
            if pledge.item.key == key:
                return self.index(row, column)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """Return the first cell that holds anything."""
        filled = min(self._cells, default=None)
        return QModelIndex() if filled is None else self.index(*filled)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.horizons)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many provinces there are."""
        return 0 if parent is not None and parent.isValid() else len(self.provinces)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a province, or of a horizon."""
        if orientation is Qt.Orientation.Horizontal:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return self.provinces[section]
        elif role == Qt.ItemDataRole.DisplayRole:
            again = section > 0 and self.horizons[section - 1] == self.horizons[section]
            return "" if again else horizon(self.horizons[section])
        elif role == Qt.ItemDataRole.AccessibleTextRole:
            return horizon(self.horizons[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        pledge = self.pledge(index)
        if role == PLEDGE:
            return pledge
        if role == Qt.ItemDataRole.AccessibleTextRole:
            where = (self.provinces[index.column()], horizon(self.horizons[index.row()]))
            if pledge is None:
                return ", ".join((*where, self.tr("nothing")))
            said = (*where, pledge.year, "; ".join(pledge.targets), known(pledge.item.knowing))
            return ", ".join(filter(None, said))
        if pledge is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(pledge.targets)
        return known_at_length(pledge.item.knowing) if role == Qt.ItemDataRole.ToolTipRole else None


class Board(QTableView):
    """The columns; names and horizons stay in sight. Enter or a click asks for details."""

    pledge_changed = Signal(object)
    """Another Pledge is the present one, or none is (None)."""

    pledge_opened = Signal(object)
    """The details of this Pledge are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = BoardModel()
        self._showing = False
        self.setModel(self.cells)
        self.setItemDelegate(CellPainter(self))
        self.setAccessibleName(self.tr("Provinces"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        start = Qt.AlignmentFlag.AlignLeft
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        columns.setDefaultAlignment(start | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
        rows.setDefaultAlignment(start | Qt.AlignmentFlag.AlignTop)
        for header in (columns, rows):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        set_role(self, "board")
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._size)
        self.clicked.connect(self._open)

    def show_pledges(self, pledges: Sequence[Pledge], key: int | None) -> None:
        """Show these; the one of the note `key` is the present one."""
        self._showing = True
        self.cells.show_pledges(pledges)
        index = self.cells.place(key)
        self.setCurrentIndex(index if index.isValid() else self.cells.first())
        self._showing = False
        self._size()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell which pledge is the present one."""
        super().currentChanged(current, previous)
        if not self._showing:
            self.pledge_changed.emit(self.cells.pledge(current))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the width among the provinces."""
        super().resizeEvent(event)
        self._soon.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room anew in text of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._soon.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the present cell with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        pledge = self.cells.pledge(index)
        if pledge is not None:
            self.pledge_opened.emit(pledge)

    def _size(self) -> None:
        """Give each province its width, and each row the height that its cells need."""
        count = self.cells.columnCount()
        if not count:
            return
        least, most = scaled(_NARROWEST, text_scale()), scaled(_WIDEST, text_scale())
        self.horizontalHeader().setDefaultSectionSize(
            min(max(self.viewport().width() // count, least), most)
        )
        header = self.horizontalHeader()
        bold = QFont(header.font())
        bold.setPixelSize(scaled(BODY, text_scale()))
        bold.setWeight(QFont.Weight.DemiBold)
        room = header.defaultSectionSize() - ROOM - STEP
        lines = max(lines_needed(name, bold, room) for name in self.cells.provinces)
        header.setFixedHeight(round(lines * pitch(bold)) + GAP)
        for row in range(self.cells.rowCount()):
            self.setRowHeight(row, max(self.sizeHintForRow(row), 2 * least // 5))
