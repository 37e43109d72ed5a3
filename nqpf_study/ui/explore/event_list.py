"""The events as a list: what the timeline shows, for a screen reader, and those without a date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from nqpf_study.study.explore import Event
from nqpf_study.ui.explore.words import known, known_at_length
from nqpf_study.ui.reader.controls import dress_table
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import GAP, HIT, scaled

Index = QModelIndex | QPersistentModelIndex

_DATE, _EVENT, _KNOWN = range(3)
_DATE_WIDTH, _KNOWN_WIDTH = 152, 168
"""The widths of the columns that don't stretch, in px at a text scale of 1."""

_EVENT_LEAST = 144
"""The width that the events keep, likewise: else how well they are known is left out."""


class EventsModel(QAbstractTableModel):
    """A row for each event: date, event, how well it is known."""

    def __init__(self) -> None:
        super().__init__()
        self.events: Sequence[Event] = ()
        self._titles = (self.tr("Date"), self.tr("Event"), self.tr("Known"))

    def show_events(self, events: Sequence[Event]) -> None:
        """List these events."""
        self.beginResetModel()
        self.events = events
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many events there are."""
        return 0 if parent is not None and parent.isValid() else len(self.events)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's title."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        event = self.events[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{event.text}\n{known_at_length(event.item.knowing)}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (
                event.said or self.tr("no date"),
                event.text,
                known(event.item.knowing),
            )[index.column()]
        return None


class EventList(QTableView):
    """The list. Enter or a click asks for the details of an event."""

    event_changed = Signal(object)
    """Another Event is the present one."""

    event_opened = Signal(object)
    """The details of this Event are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = EventsModel()
        self._showing = False
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Events"))
        dress_table(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._open)

    def show_events(self, events: Sequence[Event], key: int | None) -> None:
        """List these events; the one of the note `key` is the present one."""
        self._showing = True
        self.rows.show_events(events)
        keys = [event.item.key for event in events]
        if key in keys:
            self.selectRow(keys.index(key))
        elif events:
            self.selectRow(0)
        self._showing = False
        self._fit()

    @property
    def present(self) -> Event | None:
        """Return the present event."""
        index = self.currentIndex()
        return self.rows.events[index.row()] if index.isValid() else None

    def go_to(self, event: Event) -> None:
        """Make an event the present one."""
        keys = [each.item.key for each in self.rows.events]
        if event.item.key in keys:
            self.selectRow(keys.index(event.item.key))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell which event is the present one."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._showing:
            self.event_changed.emit(self.rows.events[current.row()])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the events the room that is left."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(HIT, text_scale()))
        whole = self.viewport().width()
        date = min(scaled(_DATE_WIDTH, text_scale()), 2 * whole // 5)
        said = {known(event.item.knowing) for event in self.rows.events}
        widest = max(map(self.fontMetrics().horizontalAdvance, said), default=0)
        known_width = max(scaled(_KNOWN_WIDTH, text_scale()), widest + GAP)
        spare = whole - date - known_width
        narrow = spare < scaled(_EVENT_LEAST, text_scale())
        self.setColumnHidden(_KNOWN, narrow)
        self.setColumnWidth(_DATE, date)
        self.setColumnWidth(_KNOWN, known_width)
        self.setColumnWidth(_EVENT, whole - date if narrow else spare)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the present event with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.event_opened.emit(self.rows.events[index.row()])
