"""How a row of the outline looks."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from nqpf_study.ui.explore.lines import Lines, pitch, set_lines
from nqpf_study.ui.explore.marks import paint_mark, side
from nqpf_study.ui.explore.outline_model import ROW, Row
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import BODY, GAP, HALF, LEAD, ROOM, SMALL, STEP, scaled

Index = QModelIndex | QPersistentModelIndex

_SIZES = (LEAD, LEAD, BODY)
_ABOVE = (STEP, STEP, 2)
"""The room above and below the words of a row, by level, in px."""


def font_of(row: Row, base: QFont) -> QFont:
    """Return the font of a row's words."""
    font = QFont(base)
    font.setPixelSize(scaled(_SIZES[row.level], text_scale()))
    if row.level == 0:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def head_height(row: Row) -> float:
    """Return the height of a row's first line with the room around it, in px."""
    font = QFont()
    font.setPixelSize(scaled(_SIZES[row.level], text_scale()))
    return pitch(font) + 2 * _ABOVE[row.level]


class OutlinePainter(QStyledItemDelegate):
    """Paints a row: a measure's number in a circle, the words on as many lines as they need."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the height of a row's words at the present width."""
        row: Row = index.data(ROW)
        left = self._view.indentation() * (row.level + 1)
        lines = self._lines(row, self._view.viewport().width() - left)
        return QSize(0, round(lines.height + 2 * _ABOVE[row.level]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row in the present colours."""
        row: Row = index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = font_of(row, self._view.font())
        lines = self._lines(row, rect.width())
        middle = rect.top() + head_height(row) / 2
        if row.badge:
            self._badge(painter, QPointF(rect.left() + _before(row) / 2 + HALF, middle), row.badge)
        painter.setFont(font)
        painter.setPen(QColor(colours().muted if row.level == 2 else colours().text))
        lines.draw(painter, rect.left() + STEP + _before(row), rect.top() + _ABOVE[row.level])
        right = rect.right() - GAP
        if row.end:
            small = self._small()
            painter.setFont(small)
            painter.setPen(QColor(colours().muted))
            metrics = QFontMetricsF(small)
            baseline = middle + (metrics.ascent() - metrics.descent()) / 2
            wide = metrics.horizontalAdvance(row.end)
            painter.drawText(QPointF(right - wide, baseline), row.end)
        elif row.knowing is not None:
            paint_mark(painter, QPointF(right - side() / 2, middle), row.knowing)
        painter.restore()

    def _lines(self, row: Row, width: float) -> Lines:
        room = width - STEP - _before(row) - 2 * GAP
        if row.end:
            room -= QFontMetricsF(self._small()).horizontalAdvance(row.end)
        else:
            room -= side()
        return set_lines(row.text, font_of(row, self._view.font()), room)

    def _badge(self, painter: QPainter, middle: QPointF, number: str) -> None:
        small = self._small()
        metrics = QFontMetricsF(small)
        radius = max(_badge_side() / 2, metrics.horizontalAdvance(number) / 2 + HALF)
        painter.setFont(small)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours().border), 1))
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(QColor(colours().text))
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)

    def _small(self) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(scaled(SMALL, text_scale()))
        return font


def _badge_side() -> int:
    return scaled(22, text_scale())


def _before(row: Row) -> float:
    """Return the room before a row's words: a measure's number; its parts stand below its words."""
    if row.level == 2:
        return _badge_side() + STEP - ROOM * text_scale()
    return _badge_side() + STEP if row.badge else 0.0
