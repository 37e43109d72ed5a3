"""The rows of the outline: programmes, their measures, and the parts of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from nqpf_study.study.explore import Item, Measure, Programme
from nqpf_study.study.knowing import Knowing, Stage
from nqpf_study.ui.explore.words import known, known_at_length

Index = QModelIndex | QPersistentModelIndex
Key = tuple[object, ...]

ROW = Qt.ItemDataRole.UserRole + 1
_TOP = QModelIndex()


@dataclass(frozen=True)
class Row:
    """What a row shows: `badge` is the number of a measure, `knowing` what its mark tells.

    `item` is the note behind it, None for a programme. `level` counts from the programme, 0.
    """

    level: int
    text: str
    item: Item | None = None
    badge: str = ""
    knowing: Knowing | None = None
    end: str = ""


@dataclass
class _Node:
    """A row in its place; nodes are named by their numbers."""

    key: Key
    row: Row
    parent: int | None
    place: int
    below: list[int] = field(default_factory=list)


class OutlineModel(QAbstractItemModel):
    """The rows, each with a key by which it is found again."""

    def __init__(self) -> None:
        super().__init__()
        self._nodes: list[_Node] = []
        self._tops: list[int] = []
        self._numbers: dict[Key, int] = {}

    def show_programmes(self, programmes: Iterable[Programme]) -> None:
        """Show these."""
        self.beginResetModel()
        self._nodes, self._tops, self._numbers = [], [], {}
        for programme in programmes:
            self._add_programme(programme)
        self.endResetModel()

    def __len__(self) -> int:
        return len(self._nodes)

    def key(self, index: Index) -> Key:
        """Return the key of a row, an empty one for none."""
        return self._nodes[index.internalId()].key if index.isValid() else ()

    def find(self, key: Key) -> QModelIndex:
        """Return the row with a key, an invalid index where there is none."""
        number = self._numbers.get(key)
        return QModelIndex() if number is None else self._index(number)

    def parents(self) -> Iterable[QModelIndex]:
        """Yield the rows that have others below them."""
        for number, node in enumerate(self._nodes):
            if node.below:
                yield self._index(number)

    # --- rows ---------------------------------------------------------------------------------

    def _add_programme(self, programme: Programme) -> None:
        done = sum(each.item.knowing.stage is Stage.KNOWN for each in programme.measures)
        end = self.tr("{known} of {n} known").format(known=done, n=len(programme.measures))
        deck = programme.measures[0].item.deck
        text = programme.name[:1].upper() + programme.name[1:]
        top = self._add(("programme", None, deck, programme.name), Row(0, text, end=end), None)
        for measure in programme.measures:
            self._add_measure(measure, top)

    def _add_measure(self, measure: Measure, top: int) -> None:
        item = measure.item
        row = Row(1, measure.title, item, str(measure.number), item.knowing)
        above = self._add(("measure", item.key), row, top)
        for place, part in enumerate(measure.parts):
            self._add(("part", item.key, place), Row(2, part.text, item, "", part.knowing), above)

    def _add(self, key: Key, row: Row, parent: int | None) -> int:
        number = len(self._nodes)
        siblings = self._tops if parent is None else self._nodes[parent].below
        self._nodes.append(_Node(key, row, parent, len(siblings)))
        self._numbers[key] = number
        siblings.append(number)
        return number

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._nodes[number].place, 0, number)

    def _below(self, index: Index) -> list[int]:
        return self._nodes[index.internalId()].below if index.isValid() else self._tops

    # --- Qt's questions -----------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        """Return a row below another one."""
        below = self._below(parent)
        return self._index(below[row]) if column == 0 and 0 <= row < len(below) else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the row above another one."""
        above = self._nodes[index.internalId()].parent if index.isValid() else None
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        """Return how many rows there are below one."""
        return len(self._below(parent))

    def columnCount(self, _parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        """Return that a row is one cell."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says."""
        row = self._nodes[index.internalId()].row
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            standing = "" if row.knowing is None else known(row.knowing)
            return ", ".join(filter(None, (row.badge, row.text, row.end, standing)))
        if role == Qt.ItemDataRole.ToolTipRole and row.knowing is not None:
            return known_at_length(row.knowing)
        return None
