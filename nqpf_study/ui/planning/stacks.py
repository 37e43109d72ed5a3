"""Bars of several parts by day, and a legend of what the parts are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nqpf_study.ui.explore.flow import Flow
from nqpf_study.ui.progress.bars import Bar
from nqpf_study.ui.progress.charts import BarChart
from nqpf_study.ui.style import colours
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of the bars is: its name, and the token of its colour."""

    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class Stack:
    """A bar of parts, each a count; `tick` stands below the axis, `label` in tooltip and table."""

    label: str
    counts: tuple[int, ...]
    tick: str = ""

    @property
    def total(self) -> int:
        """Return how high the bar is."""
        return sum(self.counts)


class StackChart(BarChart):
    """Bars whose parts stand one on the other, the first lowest."""

    def __init__(
        self, name: str, unit: str, parts: Sequence[Part], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, unit, parent)
        self._parts = tuple(parts)
        self._stacks: tuple[Stack, ...] = ()

    def show_stacks(self, stacks: tuple[Stack, ...], description: str) -> None:
        """Show these bars; `description` says them in one sentence."""
        self._stacks = stacks
        self.show_bars(
            tuple(Bar(stack.label, stack.total, stack.tick) for stack in stacks), description
        )

    def said(self, number: int) -> str:
        """Return what a bar says, part by part."""
        stack = self._stacks[number]
        parts = ", ".join(
            f"{part.name} {count:,}"
            for part, count in zip(self._parts, stack.counts, strict=True)
            if count
        )
        return f"{stack.label}: {parts or 0}"

    def _paint_bar(self, painter: QPainter, number: int) -> None:
        whole, stack = self.bar_rect(number), self._stacks[number]
        bottom = whole.bottom()
        for part, count in zip(self._parts, stack.counts, strict=True):
            height = whole.height() * count / stack.total
            colour = colours().text if number == self._at else getattr(colours(), part.colour)
            painter.setBrush(QColor(colour))
            painter.drawRect(QRectF(whole.left(), bottom - height, whole.width(), height))
            bottom -= height


class Legend(QWidget):
    """The names of parts, each beside its colour; goes on in a second line where it must."""

    def __init__(self, parts: Sequence[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = Flow(self, spacing=STEP)
        for part in parts:
            flow.addWidget(_Entry(part))


class _Entry(QWidget):
    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part
        across = QHBoxLayout(self)
        across.setContentsMargins(GAP, 0, STEP, 0)
        across.addWidget(Text(part.name, "small"))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the colour's square."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(colours(), self._part.colour)))
        side = STEP + 2
        painter.drawRoundedRect(QRectF(0, (self.height() - side) / 2, side, side), 2, 2)
        painter.end()
