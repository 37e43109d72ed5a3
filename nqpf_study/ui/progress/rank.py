"""Named values one below the other, each with a bar: the hardest cards, say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from nqpf_study.ui.progress.bars import Ranked
from nqpf_study.ui.progress.charts import DOWN_BY_ONE, Chart
from nqpf_study.ui.style import colours
from nqpf_study.ui.tokens import HALF, STEP

NAMES = 0.62
"""The share of the width that the names have at most."""


class RankChart(Chart):
    """Bars that run across, from nothing to `most`. Enter or a double click opens one."""

    chosen = Signal(str)
    """The learner wants to see what this search finds."""

    keys: ClassVar[Mapping[Qt.Key, int]] = DOWN_BY_ONE

    def __init__(self, name: str, unit: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(name, 0, parent)
        self._unit, self._most = unit, most
        self._ranked: tuple[Ranked, ...] = ()

    def show_ranked(self, ranked: tuple[Ranked, ...], description: str) -> None:
        """Show these values, in this order."""
        self._ranked = ranked
        self.show_items(description)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a height that holds a line for each value, and the axis."""
        return QSize(240, round((len(self._ranked) + 1) * self._line()))

    @property
    def items(self) -> int:
        """Return how many values there are."""
        return len(self._ranked)

    def said(self, number: int) -> str:
        """Return what is told of a value."""
        return self._ranked[number].said

    def item_rect(self, number: int) -> QRectF:
        """Return a value's line."""
        return QRectF(0, number * self._line(), self.width(), self._line())

    def draw(self, painter: QPainter) -> None:
        """Paint names, bars, values and the axis."""
        metrics, left = QFontMetricsF(painter.font()), self.width() * NAMES
        room = self.width() - left - HALF - metrics.horizontalAdvance(f"{self._most}.0 ")
        bottom = self.items * self._line()
        painter.setPen(QColor(colours().line))
        painter.drawLine(QPointF(left, 0), QPointF(left, bottom))
        for number, ranked in enumerate(self._ranked):
            line = self.item_rect(number)
            y = line.top() + (line.height() + metrics.capHeight()) / 2
            strong = number == self._at
            painter.setPen(QColor(colours().accent if strong else colours().text))
            elide = Qt.TextElideMode.ElideRight
            painter.drawText(
                QPointF(HALF, y), metrics.elidedText(ranked.name, elide, left - HALF - STEP)
            )
            long = room * ranked.value / self._most
            painter.drawText(QPointF(left + long + HALF, y), f"{ranked.value:.1f}")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours().text if strong else colours().accent))
            painter.drawRoundedRect(
                QRectF(left, line.top() + HALF, long, line.height() - STEP), 1.5, 1.5
            )
        painter.setPen(QColor(colours().muted))
        y = bottom + (self._line() + metrics.capHeight()) / 2
        painter.drawText(QPointF(left, y), f"0 – {self._most}, {self._unit}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open what is pointed at, by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self.chosen.emit(self._ranked[self._at].search)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open what was clicked."""
        at = self.item_at(event.position())
        if at is not None:
            self.chosen.emit(self._ranked[at].search)

    def _line(self) -> float:
        return QFontMetricsF(self.small()).height() + STEP
