"""The table of cards: a hundred thousand keys, and of rows only those that were looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from nqpf_study.study.ports import StoredCard
from nqpf_study.ui.browse.cells import Titles, cell
from nqpf_study.ui.browse.columns import LOOKS, Column, column_meaning, column_name
from nqpf_study.ui.browse.rows import Row, row_of
from nqpf_study.ui.icons import icon
from nqpf_study.ui.widgets.flag import COLOUR

Index = QModelIndex | QPersistentModelIndex

WINDOW = 100
"""How many rows are fetched at once."""

KEPT = 30
"""How many windows of rows are kept; the one that was looked at longest ago goes first."""

QUEUED = 4
"""How many windows wait to be fetched; what was scrolled past is asked for when it shows again."""


class CardsModel(QAbstractTableModel):
    """Rows by key. Who shows it listens to `rows_wanted` and answers with `take_rows`."""

    rows_wanted = Signal(int, list)
    """Rows are needed: the number of their window, and the keys in it."""

    rows_changed = Signal()
    """Rows came in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: Sequence[int] = ()
        self._today = 0
        self._windows: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._stale: set[int] = set()
        self._asked: int | None = None
        self._looked_at: dict[int, None] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        self._names = [column_name(column) for column in Column]
        self._titles: Titles = {}
        self._flag = icon("flag", COLOUR)
        self._flag_of_title = icon("flag", "muted")

    # --- what is shown ------------------------------------------------------------------------

    def show_keys(self, keys: Sequence[int], today: int) -> None:
        """Show the cards with these keys. The same keys again: their rows are read anew."""
        self._today = today
        self._asked = None
        if keys == self._keys:
            self._stale = set(self._windows)
            self._tell(0, len(keys) - 1)
            return
        self.beginResetModel()
        self._keys = keys
        self._windows.clear()
        self._stale.clear()
        self._looked_at.clear()
        self.endResetModel()

    def know_sources(self, titles: Titles) -> None:
        """Call sources by these titles, by their ids."""
        self._titles = titles
        self._tell(0, len(self._keys) - 1)

    def take_rows(self, window: int, cards: Sequence[StoredCard]) -> None:
        """Take the cards of a window that was wanted."""
        self._asked = None
        self._windows[window] = {card.key: row_of(card, self._today) for card in cards}
        self._windows.move_to_end(window)
        self._stale.discard(window)
        while len(self._windows) > KEPT:
            gone, _ = self._windows.popitem(last=False)
            self._stale.discard(gone)
        self._looked_at.pop(window, None)
        self._tell(window * WINDOW, min((window + 1) * WINDOW, len(self._keys)) - 1)
        self.rows_changed.emit()
        self._soon.start()

    @property
    def keys(self) -> Sequence[int]:
        """Return the keys that are shown."""
        return self._keys

    def key(self, row: int) -> int:
        """Return the key of the card in a row."""
        return self._keys[row]

    def row(self, number: int) -> Row | None:
        """Return a row, None while it is being fetched."""
        if not 0 <= number < len(self._keys):
            return None
        window = number // WINDOW
        rows = self._windows.get(window)
        if rows is None or window in self._stale:
            self._want(window)
        else:
            self._windows.move_to_end(window)
        return None if rows is None else rows.get(self._keys[number])

    # --- fetching -----------------------------------------------------------------------------

    def _want(self, window: int) -> None:
        self._looked_at.pop(window, None)
        self._looked_at[window] = None
        while len(self._looked_at) > QUEUED:
            self._looked_at.pop(next(iter(self._looked_at)))
        self._soon.start()

    def _ask(self) -> None:
        """Ask for the window that was looked at last; the others wait until it is there."""
        if self._asked is not None or not self._looked_at:
            return
        window, _ = self._looked_at.popitem()
        self._asked = window
        self.rows_wanted.emit(window, list(self._keys[window * WINDOW : (window + 1) * WINDOW]))

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    # --- Qt's questions -----------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many cards there are."""
        return 0 if parent is not None and parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        if section == Column.FLAG and role == Qt.ItemDataRole.DecorationRole:
            return self._flag_of_title
        if section == Column.FLAG and role == Qt.ItemDataRole.DisplayRole:
            return ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return column_meaning(Column(section)) or self._names[section]
        return self._names[section] if role in _TITLED else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; an ellipsis while its row is being fetched."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(index.column())
        if role not in _SAID:
            return None
        row = self.row(index.row())
        if role == Qt.ItemDataRole.DecorationRole:
            flagged = row is not None and row.flagged
            return self._flag if flagged and index.column() == Column.FLAG else None
        if row is None:
            return "…" if index.column() == Column.QUESTION else ""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.QUESTION:
            return row.spoken
        return cell(row, Column(index.column()), self._titles)


_TITLED = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_SAID = (*_TITLED, Qt.ItemDataRole.DecorationRole)


def _aligned(column: int) -> Qt.AlignmentFlag:
    right = LOOKS[Column(column)].number
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
