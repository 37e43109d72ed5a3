"""A share over time, against the one that is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nqpf_study.ui.progress.bars import Bar
from nqpf_study.ui.progress.charts import BarChart
from nqpf_study.ui.style import colours
from nqpf_study.ui.tokens import HALF
from nqpf_study.ui.words import percent

DOT = 5.0


class TrendChart(BarChart):
    """Dots joined by a line, and the aim as a dashed line with its name.

    The axis need not begin at nothing, since dots have a place and no length.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "", parent)
        self._shares: tuple[float | None, ...] = ()
        self._aim = 0.9
        self._aim_name = self.tr("aim {share}")

    def show_trend(
        self, bars: tuple[Bar, ...], shares: Sequence[float | None], aim: float, description: str
    ) -> None:
        """Show shares of 0 to 1, None where there is none, each with its label; and the aim."""
        self._shares, self._aim = tuple(shares), aim
        self.show_bars(bars, description)

    def bar_rect(self, number: int) -> QRectF:
        """Return where a dot is; where there is none, on the line of the aim."""
        middle = super().bar_rect(number).center().x()
        share = self._shares[number]
        at = QPointF(middle, self._height_of(100 * (self._aim if share is None else share)))
        return QRectF(at.x() - DOT, at.y() - DOT, 2 * DOT, 2 * DOT)

    def draw(self, painter: QPainter) -> None:
        """Paint axis, aim, line and dots."""
        self._paint_axis(painter)
        self._paint_aim(painter)
        painter.setPen(QPen(QColor(colours().accent), 2))
        known = (n for n, share in enumerate(self._shares) if share is not None)
        painter.drawPolyline([self.bar_rect(number).center() for number in known])
        painter.setPen(Qt.PenStyle.NoPen)
        for number, share in enumerate(self._shares):
            if share is not None:
                self._paint_dot(painter, number)
        self._paint_ticks(painter)

    def _paint_dot(self, painter: QPainter, number: int) -> None:
        strong = number == self._at
        painter.setBrush(QColor(colours().text if strong else colours().accent))
        less = 0 if strong else 1
        painter.drawEllipse(self.bar_rect(number).adjusted(less, less, -less, -less))

    def _paint_aim(self, painter: QPainter) -> None:
        plot, y = self._plot(), self._height_of(100 * self._aim)
        painter.setPen(QPen(QColor(colours().text), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        said = self._aim_name.format(share=percent(self._aim))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(QColor(colours().text))
        x = plot.right() - metrics.horizontalAdvance(said)
        painter.drawText(QPointF(x, metrics.ascent() + HALF / 2), said)

    def _axis(self) -> Sequence[int]:
        lowest = min([self._aim, *(share for share in self._shares if share is not None)])
        return (0, 25, 50, 75, 100) if lowest < 0.5 else (50, 60, 70, 80, 90, 100)

    def _tick_said(self, tick: int) -> str:
        return f"{tick}%"
