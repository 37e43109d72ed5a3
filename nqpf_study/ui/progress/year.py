"""A year of study days as a sheet of squares: the more was done on a day, the larger its square."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nqpf_study.ui.progress.bars import Day
from nqpf_study.ui.progress.charts import DOWN_BY_ONE, Chart
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import HALF, STEP

WEEK = 7
LEAST_CELL, MOST_CELL = 9.0, 15.0
"""How wide a day is, in px at a text scale of 1; in a narrow window the oldest weeks make room."""

LEVELS = (0.4, 0.6, 0.8, 1.0)
"""The sides of the squares, as shares of a day's cell."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The days that are shown, and where: their cells' side, and the first one's left and top.

    `first_weekday` is the day that weeks begin with: 1 for Monday.
    """

    days: tuple[Day, ...]
    first_weekday: int
    side: float
    left: float
    top: float

    def cell_of(self, number: int) -> QRectF:
        """Return the cell of a day."""
        day, first = self.days[number].day, self.days[0].day
        column = self._week(day) - self._week(first)
        row = (day - self.first_weekday) % WEEK
        x, y = self.left + column * self.side, self.top + row * self.side
        return QRectF(x, y, self.side, self.side)

    def _week(self, day: int) -> int:
        """Return the number of the week that a day is in; day 1 of all days was a Monday."""
        return (day - self.first_weekday) // WEEK


class YearChart(Chart):
    """Weeks side by side, the newest on the right; the days of a week below each other."""

    keys: ClassVar[Mapping[Qt.Key, int]] = {
        **DOWN_BY_ONE,
        Qt.Key.Key_Left: -WEEK,
        Qt.Key.Key_Right: WEEK,
    }

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 0, parent)
        self._days: tuple[Day, ...] = ()

    def show_days(self, days: Sequence[Day], description: str) -> None:
        """Show these days, which follow on each other; the last is today."""
        self._days = tuple(days)
        self.show_items(description)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a height that holds seven days of the largest size, and the words around them."""
        return QSize(240, round(self._top() + (WEEK + 1) * MOST_CELL * text_scale() + STEP + HALF))

    @property
    def items(self) -> int:
        """Return how many days there is room for."""
        return len(self._sheet().days)

    def said(self, number: int) -> str:
        """Return a day and what was done on it."""
        return self._sheet().days[number].said

    def item_rect(self, number: int) -> QRectF:
        """Return the cell of a day."""
        return self._sheet().cell_of(number)

    def item_at(self, at: QPointF) -> int | None:
        """Return the day at a place."""
        sheet = self._sheet()
        numbers = range(len(sheet.days))
        return next((number for number in numbers if sheet.cell_of(number).contains(at)), None)

    def draw(self, painter: QPainter) -> None:
        """Paint the names of days and months, the squares, and what their sizes mean."""
        sheet, bounds = self._sheet(), self._bounds()
        self._paint_names(painter, sheet)
        for number, day in enumerate(sheet.days):
            cell = sheet.cell_of(number)
            _paint_day(painter, cell, _level(day.value, bounds))
            if number == self._at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(colours().text), 2))
                painter.drawRect(cell)
        _paint_legend(painter, sheet, bounds)

    def _paint_names(self, painter: QPainter, sheet: _Sheet) -> None:
        painter.setPen(QColor(colours().muted))
        metrics, names = QFontMetricsF(painter.font()), QLocale()
        for place in range(0, WEEK, 2):
            named = names.dayName((sheet.first_weekday + place - 1) % WEEK + 1, _SHORT)
            y = sheet.top + place * sheet.side + (sheet.side + metrics.capHeight()) / 2
            painter.drawText(QPointF(HALF, y), named)
        taken = 0.0
        for number, day in enumerate(sheet.days):
            at = date.fromordinal(day.day)
            if at.day != 1:
                continue
            x = sheet.cell_of(number).left()
            month = names.standaloneMonthName(at.month, _SHORT)
            wide = metrics.horizontalAdvance(month)
            if x >= taken and x + wide <= self.width():
                painter.drawText(QPointF(x, metrics.ascent() + HALF / 2), month)
                taken = x + wide + STEP

    def _sheet(self) -> _Sheet:
        """Return where the days are: the newest weeks that there is room for."""
        metrics, names = QFontMetricsF(self.small()), QLocale()
        words = (names.dayName(day, _SHORT) for day in range(1, WEEK + 1))
        left = HALF + STEP + max(map(metrics.horizontalAdvance, words))
        room = self.width() - left - HALF
        weeks = -(-len(self._days) // WEEK) or 1
        least, most = (cell * text_scale() for cell in (LEAST_CELL, MOST_CELL))
        side = min(most, max(least, room // weeks))
        first = names.firstDayOfWeek().value
        today = self._days[-1].day if self._days else 0
        columns = max(1, int(room // side))
        oldest = ((today - first) // WEEK - columns + 1) * WEEK + first
        days = tuple(day for day in self._days if day.day >= oldest)
        return _Sheet(days, first, side, left, self._top())

    def _top(self) -> float:
        return QFontMetricsF(self.small()).height() + HALF

    def _bounds(self) -> tuple[int, ...]:
        """Return the largest number of each level: the quarters of the days that were studied."""
        done = sorted(day.value for day in self._days if day.value)
        if not done:
            return ()
        quarters = (done[(len(done) - 1) * part // len(LEVELS)] for part in (1, 2, 3))
        return tuple(sorted({*quarters, done[-1]}))


def _paint_day(painter: QPainter, cell: QRectF, level: int | None) -> None:
    inside = cell.adjusted(1, 1, -1, -1)
    if level is None:
        painter.setPen(QPen(QColor(colours().line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inside.adjusted(0.5, 0.5, -0.5, -0.5))
        return
    less = inside.width() * (1 - LEVELS[level]) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().accent))
    painter.drawRect(inside.adjusted(less, less, -less, -less))


def _paint_legend(painter: QPainter, sheet: _Sheet, bounds: Sequence[int]) -> None:
    """Say which numbers the sizes of the squares stand for."""
    metrics, side = QFontMetricsF(painter.font()), sheet.side
    x, y = sheet.left, sheet.top + WEEK * side + STEP
    for said, most in zip(_spans(bounds), bounds, strict=True):
        _paint_day(painter, QRectF(x, y, side, side), _level(most, bounds))
        painter.setPen(QColor(colours().muted))
        x += side + HALF
        painter.drawText(QPointF(x, y + (side + metrics.capHeight()) / 2), said)
        x += metrics.horizontalAdvance(said) + STEP


_SHORT = QLocale.FormatType.ShortFormat


def _level(value: int, bounds: Sequence[int]) -> int | None:
    """Return which size a number has, None for no square."""
    if not value:
        return None
    level = next(level for level, most in enumerate(bounds) if value <= most)
    return level + len(LEVELS) - len(bounds)


def _spans(bounds: Sequence[int]) -> list[str]:
    """Say which numbers each level stands for."""
    firsts = [1, *(bound + 1 for bound in bounds)]
    return [
        f"{first:,}" if first == last else f"{first:,}–{last:,}"
        for first, last in zip(firsts, bounds, strict=False)
    ]
