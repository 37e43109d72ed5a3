"""The measures as an outline: programmes, their measures, and the parts of each."""

from __future__ import annotations

from collections.abc import Iterable

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
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from nqpf_study.study.explore import Programme
from nqpf_study.ui.explore.outline_model import ROW, OutlineModel, Row
from nqpf_study.ui.explore.outline_row import OutlinePainter, head_height
from nqpf_study.ui.style import colours, set_role, text_scale
from nqpf_study.ui.tokens import HALF, RADIUS, ROOM, STEP, scaled

Index = QModelIndex | QPersistentModelIndex

_MANY = 400
"""An outline of more rows than that opens with its programmes only, the first one unfolded."""


class Outline(QTreeView):
    """The tree. Enter or a click asks for the details of a measure or of one of its parts."""

    item_changed = Signal(object)
    """Another Item is the present one, or none is (None)."""

    item_opened = Signal(object)
    """The details of this Item are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = OutlineModel()
        self._showing = False
        self.setModel(self.rows)
        self.setItemDelegate(OutlinePainter(self))
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Measures"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        set_role(self, "own-selection")
        self.setExpandsOnDoubleClick(False)
        self.clicked.connect(self._open)

    def show_programmes(self, programmes: Iterable[Programme], key: int | None) -> None:
        """Show these. What is folded stays so, and the present row stays present.

        That is, unless it belongs to another note than the one with the key `key`, where given.
        """
        folded = {
            self.rows.key(index) for index in self.rows.parents() if not self.isExpanded(index)
        }
        present = self.rows.key(self.currentIndex())
        self._showing = True
        self.setIndentation(scaled(ROOM, text_scale()))
        self.rows.show_programmes(programmes)
        if len(self.rows) <= _MANY:
            self.expandAll()
            for known_key in folded:
                self.collapse(self.rows.find(known_key))
        else:
            self.expand(self.rows.index(0, 0))
        if key is not None and present[1:2] != (key,):
            present = ("measure", key)
        index = self.rows.find(present)
        self.setCurrentIndex(index if index.isValid() else self.rows.index(0, 0))
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
