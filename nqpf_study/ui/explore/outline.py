"""The measures as an outline: programmes, their measures, and the parts of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QCursor,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from nqpf_study.study.explore import Item, Measure, Part, Programme
from nqpf_study.study.knowing import Knowing, Stage
from nqpf_study.ui.explore.outline_row import OutlinePainter, head_height
from nqpf_study.ui.explore.words import known, known_at_length
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import HALF, RADIUS, ROOM, STEP, scaled

Index = QModelIndex | QPersistentModelIndex
Key = tuple[object, ...]

ROW = Qt.ItemDataRole.UserRole + 1


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


class Outline(QTreeView):
    """The tree. Enter or a click asks for the details of a measure or of one of its parts."""

    item_changed = Signal(object)
    """Another Item is the present one, or none is (None)."""

    item_opened = Signal(object)
    """The details of this Item are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QStandardItemModel(self)
        self._by_key: dict[Key, QStandardItem] = {}
        self._showing = False
        self.setModel(self.rows)
        self.setItemDelegate(OutlinePainter(self))
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Measures"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setStyleSheet("selection-background-color: transparent;")
        self.setExpandsOnDoubleClick(False)
        self.clicked.connect(self._open)

    def show_programmes(self, programmes: Iterable[Programme], key: int | None) -> None:
        """Show these. What is folded stays so, and the present row stays present.

        That is, unless it belongs to another note than the one with the key `key`, where given.
        """
        folded = [known for known, row in self._by_key.items() if self._is_folded(row)]
        present = self._key(self.currentIndex())
        self._showing = True
        self.rows.clear()
        self._by_key.clear()
        self.setIndentation(scaled(ROOM, text_scale()))
        for programme in programmes:
            self._add(programme)
        self.expandAll()
        for known_key in folded:
            if known_key in self._by_key:
                self.collapse(self._by_key[known_key].index())
        if key is not None and present[1:2] != (key,):
            present = ("measure", key)
        row = self._by_key.get(present, self.rows.item(0))
        if row is not None:
            self.setCurrentIndex(row.index())
        self._showing = False

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell which item is the present one."""
        super().currentChanged(current, previous)
        row = current.data(ROW)
        if not self._showing:
            self.item_changed.emit(row.item if isinstance(row, Row) else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the present row with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def drawRow(  # noqa: N802 - Qt's name
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint the ground of a row over its whole width, its branch included."""
        rect: QRect = option.rect
        selected = self.selectionModel().isSelected(index)
        hovered = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())) == index
        if selected or (hovered and self.viewport().underMouse()):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours().accent_soft if selected else colours().hover))
            painter.drawRoundedRect(QRectF(rect).adjusted(HALF, 1, -HALF, -1), RADIUS, RADIUS)
            painter.restore()
        super().drawRow(painter, option, index)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Step in as far as text of the present size asks for."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setIndentation(scaled(ROOM, text_scale()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the rows anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def drawBranches(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRect, index: Index
    ) -> None:
        """Draw the lines that lead down the outline, and the sign that a row can be folded."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().line), 1))
        step = self.indentation()
        head = round(rect.top() + head_height(row) / 2) + 0.5
        own = rect.right() - step // 2 + 0.5
        x = own - step
        branch: Index = index
        while branch.parent().isValid():
            goes_on = branch.sibling(branch.row() + 1, 0).isValid()
            if goes_on:
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() + 1))
            elif branch == index:
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, head))
            if branch == index:
                painter.drawLine(QPointF(x, head), QPointF(x + step / 2 - HALF, head))
            branch, x = branch.parent(), x - step
        if self.model().rowCount(index):
            folded = not self.isExpanded(index)
            if not folded:
                painter.drawLine(QPointF(own, head + STEP), QPointF(own, rect.bottom() + 1))
            _chevron(painter, QPointF(own, head), folded=folded)
        painter.restore()

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row) and row.item is not None:
            self.item_opened.emit(row.item)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    # --- rows ---------------------------------------------------------------------------------

    def _add(self, programme: Programme) -> None:
        done = sum(each.item.knowing.stage is Stage.KNOWN for each in programme.measures)
        end = self.tr("{known} of {n} known").format(known=done, n=len(programme.measures))
        first = programme.measures[0].item
        text = programme.name[:1].upper() + programme.name[1:]
        head = self._row(("programme", None, first.deck, programme.name), Row(0, text, end=end))
        self.rows.appendRow(head)
        for measure in programme.measures:
            head.appendRow(self._measure(measure))

    def _measure(self, measure: Measure) -> QStandardItem:
        item = measure.item
        row = Row(1, measure.title, item, str(measure.number), item.knowing)
        made = self._row(("measure", item.key), row)
        for number, part in enumerate(measure.parts):
            made.appendRow(self._part(item, number, part))
        return made

    def _part(self, item: Item, number: int, part: Part) -> QStandardItem:
        row = Row(2, part.text, item, knowing=part.knowing)
        return self._row(("part", item.key, number), row)

    def _row(self, key: Key, row: Row) -> QStandardItem:
        made = QStandardItem(row.text)
        made.setEditable(False)
        made.setData(row, ROW)
        made.setData(key, ROW + 1)
        said = [row.badge, row.text, row.end, "" if row.knowing is None else known(row.knowing)]
        made.setAccessibleText(", ".join(filter(None, said)))
        if row.knowing is not None:
            made.setToolTip(known_at_length(row.knowing))
        self._by_key[key] = made
        return made

    def _key(self, index: QModelIndex) -> Key:
        return tuple(index.data(ROW + 1) or ())

    def _is_folded(self, row: QStandardItem) -> bool:
        return row.hasChildren() and not self.isExpanded(row.index())


def _chevron(painter: QPainter, middle: QPointF, *, folded: bool) -> None:
    """Draw the sign that a row can be unfolded, or folded."""
    reach = HALF * text_scale()
    painter.setPen(
        QPen(
            QColor(colours().muted),
            1.5,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    along, across = QPointF(reach / 2, 0), QPointF(0, reach)
    if not folded:
        along, across = QPointF(0, reach / 2), QPointF(reach, 0)
    painter.drawPolyline([middle - along - across, middle + along, middle - along + across])
