"""What each desired retention costs: bars to look at, and to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from nqpf_study.domain.workload import Workload
from nqpf_study.ui import words
from nqpf_study.ui.progress.bars import Bar
from nqpf_study.ui.progress.charts import BarChart
from nqpf_study.ui.style import colours

WEEK = 7


class WorkloadChart(BarChart):
    """A bar for each retention; the chosen one is in the accent colour, a click chooses."""

    chosen = Signal(float)
    """This desired retention (0 to 1) was chosen on the chart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_tr("What a desired retention costs"), _tr("reviews a week"), parent)
        self._loads: Sequence[Workload] = ()
        self._pace = 0.0
        self._retention = 0.0

    def show_loads(self, loads: Sequence[Workload], seconds_per_card: float) -> None:
        """Show what retentions cost at a learner's pace."""
        self._loads, self._pace = tuple(loads), seconds_per_card
        bars = [
            Bar(words.percent(load.retention), _a_week(load.reviews), words.percent(load.retention))
            for load in loads
        ]
        self.show_bars(tuple(bars), self.accessibleDescription())

    def choose(self, retention: float) -> None:
        """Mark the retention that is chosen."""
        self._retention = retention
        self.update()

    def said(self, number: int) -> str:
        """Return what a bar's retention costs and brings."""
        return load_said(self._loads[number], self._pace)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the pointed-at retention by Space or Enter."""
        chooses = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if chooses and self._at is not None:
            self.chosen.emit(self._loads[self._at].retention)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the retention that was clicked."""
        super().mousePressEvent(event)
        at = self.item_at(event.position())
        if at is not None:
            self.chosen.emit(self._loads[at].retention)

    def _paint_bar(self, painter: QPainter, number: int) -> None:
        chosen = round(100 * self._loads[number].retention) == round(100 * self._retention)
        token = "text" if number == self._at else "accent" if chosen else "border"
        painter.setBrush(QColor(getattr(colours(), token)))
        painter.drawRoundedRect(self.bar_rect(number), 1.5, 1.5)


def between(loads: Sequence[Workload], retention: float) -> Workload:
    """Return what a retention costs that may lie between two that were reckoned."""
    if retention <= loads[0].retention:
        return loads[0]
    for low, high in pairwise(loads):
        if retention <= high.retention:
            share = (retention - low.retention) / (high.retention - low.retention)
            return Workload(
                retention,
                low.reviews + share * (high.reviews - low.reviews),
                low.remembered + share * (high.remembered - low.remembered),
                low.cards,
            )
    return loads[-1]


def load_said(load: Workload, seconds_per_card: float) -> str:
    """Say what a retention costs and brings."""
    a_week = _a_week(load.reviews)
    return (
        _tr(
            "{retention}: about {reviews} reviews a week, {minutes} min; after a year you would "
            "remember {remembered} of {cards} cards."
        )
        .replace("{retention}", words.percent(load.retention))
        .replace("{reviews}", f"{a_week:,}")
        .replace("{minutes}", f"{max(1, round(a_week * seconds_per_card / 60)):,}")
        .replace("{remembered}", f"{round(load.remembered):,}")
        .replace("{cards}", f"{load.cards:,}")
    )


def columns() -> tuple[str, ...]:
    """Return the heads of the table."""
    return _tr("Retention"), _tr("Reviews a week"), _tr("Min a week"), _tr("Known after a year")


def rows(loads: Sequence[Workload], seconds_per_card: float) -> list[tuple[str, ...]]:
    """Return the same figures as a table."""
    return [
        (
            words.percent(load.retention),
            f"{_a_week(load.reviews):,}",
            f"{max(1, round(_a_week(load.reviews) * seconds_per_card / 60)):,}",
            f"{round(load.remembered):,}",
        )
        for load in loads
    ]


def _a_week(a_day: float) -> int:
    return round(a_day * WEEK)


def _tr(text: str) -> str:
    return QCoreApplication.translate("workload", text)
