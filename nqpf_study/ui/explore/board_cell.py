"""How a cell of the board looks: the year, what was pledged line by line, how well it is known."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from nqpf_study.study.explore import Pledge
from nqpf_study.ui.explore.lines import Lines, lines_needed, pitch, set_lines
from nqpf_study.ui.explore.marks import paint_mark, side
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import BODY, HALF, RADIUS, SMALL, STEP, scaled

Index = QModelIndex | QPersistentModelIndex

PLEDGE = Qt.ItemDataRole.UserRole + 1
_IN = STEP + HALF
"""The room inside a cell, in px."""


class CellPainter(QStyledItemDelegate):
    """Paints cells; an empty one is a dash."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the height that a cell needs at the width of its column."""
        pledge = index.data(PLEDGE)
        width = self._view.columnWidth(index.column())
        if not isinstance(pledge, Pledge):
            return QSize(width, 0)
        font, room = self._font(BODY), width - 3 * _IN
        lines = sum(lines_needed(target, font, room) for target in pledge.targets)
        high = pitch(self._font(SMALL)) + lines * pitch(font) + HALF * len(pledge.targets)
        return QSize(width, round(high + 2 * _IN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell in the present colours."""
        pledge = index.data(PLEDGE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(rect).adjusted(2, 2, -2, -2)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(QColor(colours().accent_soft))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        elif state & QStyle.StateFlag.State_MouseOver and isinstance(pledge, Pledge):
            painter.setBrush(QColor(colours().hover))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        painter.setPen(QPen(QColor(colours().line), 1))
        if index.row():
            y = rect.top() + 0.5
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        left, top = float(rect.left() + _IN), float(rect.top() + _IN)
        if isinstance(pledge, Pledge):
            self._paint_pledge(painter, rect, pledge)
        else:
            painter.setPen(QColor(colours().muted))
            set_lines("–", self._font(SMALL), 40).draw(painter, left, top)
        painter.restore()

    def _paint_pledge(self, painter: QPainter, rect: QRect, pledge: Pledge) -> None:
        left, top = float(rect.left() + _IN), float(rect.top() + _IN)
        year, targets = self._set(pledge, rect.width())
        painter.setPen(QColor(colours().muted))
        year.draw(painter, left, top)
        middle = top + pitch(self._font(SMALL)) / 2
        paint_mark(painter, QPointF(rect.right() - _IN - side() / 2, middle), pledge.item.knowing)
        top += year.height + HALF
        for lines in targets:
            dot = top + pitch(self._font(BODY)) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours().border))
            painter.drawEllipse(QPointF(left + 2, dot), 2, 2)
            painter.setPen(QColor(colours().text))
            lines.draw(painter, left + _IN, top)
            top += lines.height + HALF

    def _set(self, pledge: Pledge, width: float) -> tuple[Lines, list[Lines]]:
        room = width - 2 * _IN
        font = self._font(BODY)
        return (
            set_lines(pledge.year or " ", self._font(SMALL), room - side(), 1),
            [set_lines(target, font, room - _IN) for target in pledge.targets],
        )

    def _font(self, size: int) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(scaled(size, text_scale()))
        return font
