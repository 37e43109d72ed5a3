"""The parts of a whole as one bar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from nqpf_study.ui.progress.bars import Share
from nqpf_study.ui.progress.charts import DOWN_BY_ONE, Chart
from nqpf_study.ui.style import colours
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.words import percent


class PartsChart(Chart):
    """The parts of a whole as one bar, with a legend of words and counts."""

    keys: ClassVar[Mapping[Qt.Key, int]] = DOWN_BY_ONE

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 0, parent)
        self._parts: tuple[Share, ...] = ()

    def show_parts(self, parts: tuple[Share, ...], description: str) -> None:
        """Show these parts."""
        self._parts = parts
        self.show_items(description)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a height that holds the bar and a line for each part."""
        return QSize(240, round(2 * STEP + GAP + len(self._parts) * self._line()))

    @property
    def items(self) -> int:
        """Return how many parts there are."""
        return len(self._parts)

    def item_rect(self, number: int) -> QRectF:
        """Return a part's line of the legend."""
        return QRectF(0, 2 * STEP + GAP + number * self._line(), self.width(), self._line())

    def item_at(self, at: QPointF) -> int | None:
        """Return the part at a place, in the bar or in the legend."""
        for number in range(self.items):
            left, wide = self._span(number)
            if QRectF(left, 0, wide, 2 * STEP).contains(at):
                return number
        return super().item_at(at)

    def said(self, number: int) -> str:
        """Return a part's name, its count and its share."""
        part = self._parts[number]
        return f"{part.label}: {part.value:,} ({percent(part.value / self._total())})"

    def draw(self, painter: QPainter) -> None:
        """Paint the bar and the legend."""
        metrics = QFontMetricsF(painter.font())
        for number, part in enumerate(self._parts):
            (left, wide), y = self._span(number), self.item_rect(number).top()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(colours(), part.colour)))
            painter.drawRect(QRectF(left, 0, max(1.0, wide - 1), 2 * STEP))
            painter.drawRoundedRect(QRectF(HALF, y + 3, STEP + 2, STEP + 2), 2, 2)
            said = f"{part.value:,}"
            painter.setPen(QColor(colours().accent if number == self._at else colours().text))
            painter.drawText(QPointF(GAP + STEP, y + metrics.ascent()), part.label)
            right = self.width() - HALF - metrics.horizontalAdvance(said)
            painter.drawText(QPointF(right, y + metrics.ascent()), said)

    def _total(self) -> int:
        return sum(part.value for part in self._parts) or 1

    def _span(self, number: int) -> tuple[float, float]:
        """Return where a part of the bar begins, and how wide it is."""
        before = sum(part.value for part in self._parts[:number])
        wide = self.width() / self._total()
        return wide * before, wide * self._parts[number].value

    def _line(self) -> float:
        return QFontMetricsF(self.small()).height() + STEP
