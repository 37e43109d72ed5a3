"""What every chart has, and the plainest of them: bars.

A chart is painted with the tokens, on the screen as in a saved picture. Its items (bars, days,
parts) are gone through with the pointer or the arrow keys, and each says its value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nqpf_study.ui.accessible_items import expose, tell_present
from nqpf_study.ui.progress.bars import Bar, ticks
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import HALF, SMALL, STEP, scaled

BY_ONE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
DOWN_BY_ONE = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class Chart(QWidget):
    """What the charts have in common: a font, a height, a name, and items to point at.

    A kind of chart paints in `draw`, and says how many items it has (`items`), where each is
    (`item_rect`, `item_at`) and what each says (`said`). `keys` lead from item to item.
    """

    keys: ClassVar[Mapping[Qt.Key, int]] = BY_ONE

    def __init__(self, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        expose(self, QAccessible.Role.Chart)
        self._height = height
        self._at: int | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the chart's height; it takes whatever width there is."""
        return QSize(240, scaled(self._height, text_scale()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for some width."""
        return QSize(160, self.sizeHint().height())

    def small(self) -> QFont:
        """Return the font of axes and legends."""
        font = QFont(self.font())
        font.setPixelSize(scaled(SMALL, text_scale()))
        return font

    # --- what a kind of chart says ------------------------------------------------------------

    def draw(self, painter: QPainter) -> None:
        """Paint in the widget's coordinates; the painter has the small font and is muted."""
        raise NotImplementedError

    @property
    def items(self) -> int:
        """Return how many items there are."""
        return 0

    def item_rect(self, number: int) -> QRectF:
        """Return where an item is painted."""
        raise NotImplementedError

    def item_at(self, at: QPointF) -> int | None:
        """Return the item at a place, None where there is none."""
        inside = (number for number in range(self.items) if self.item_rect(number).contains(at))
        return next(inside, None)

    def said(self, number: int) -> str:
        """Return what an item says."""
        raise NotImplementedError

    @property
    def present_item(self) -> int | None:
        """Return the pointed-at item, None where there is none."""
        return self._at

    @property
    def pointed(self) -> str:
        """Return what the pointed-at item says, nothing where there is none."""
        return "" if self._at is None or not self.items else self.said(self._at)

    # --- painting -----------------------------------------------------------------------------

    def show_items(self, description: str) -> None:
        """Paint anew, since there are other items; `description` says them in one sentence."""
        self._at = None
        self.setAccessibleDescription(description)
        self.updateGeometry()
        self.update()

    def prepare(self, painter: QPainter) -> None:
        """Give a painter the small font and the muted colour."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.small())
        painter.setPen(QColor(colours().muted))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the chart, and that it has the focus."""
        painter = QPainter(self)
        self.prepare(painter)
        self.draw(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours().accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), HALF, HALF)
        painter.end()

    # --- pointing -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Say the item under the pointer in a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._point(self.item_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), self.pointed, self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Mark the item under the pointer."""
        self._point(self.item_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Point at no item any more."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Point at no item any more."""
        super().focusOutEvent(event)
        self._at = None
        QToolTip.hideText()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from item to item, and say each."""
        at = self._next(Qt.Key(event.key()))
        if at is None:
            super().keyPressEvent(event)
            return
        self._point(at)
        tell_present(self, self.pointed)
        place = self.item_rect(at).center().toPoint()
        QToolTip.showText(self.mapToGlobal(place), self.pointed, self)

    def _next(self, key: Qt.Key) -> int | None:
        last = self.items - 1
        if last < 0:
            return None
        if key in ENDS:
            return ENDS[key] % self.items
        by = self.keys.get(key)
        if by is None:
            return None
        if self._at is None:
            return 0 if by > 0 else last
        there = self._at + by
        return there if 0 <= there <= last else self._at

    def _point(self, at: int | None) -> None:
        if at != self._at:
            self._at = at
            self.update()


class BarChart(Chart):
    """Bars over an axis. Left and right go from bar to bar and say each."""

    def __init__(self, name: str, unit: str, parent: QWidget | None = None) -> None:
        """Make a chart without bars; `unit` is what its axis counts."""
        super().__init__(name, 176, parent)
        self._unit = unit
        self._bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: tuple[Bar, ...], description: str) -> None:
        """Show these bars; `description` says them in one sentence."""
        self._bars = bars
        self.show_items(description)

    @property
    def items(self) -> int:
        """Return how many bars there are."""
        return len(self._bars)

    def said(self, number: int) -> str:
        """Return a bar's label and value."""
        bar = self._bars[number]
        return f"{bar.label}: {bar.said or f'{bar.value:,} {self._unit}'}"

    def bar_rect(self, number: int) -> QRectF:
        """Return where a bar stands, in the chart's coordinates."""
        plot = self._plot()
        step = plot.width() / max(1, len(self._bars))
        wide = max(2.0, step * 0.7)
        top = self._height_of(self._bars[number].value)
        left = plot.left() + number * step + (step - wide) / 2
        return QRectF(left, top, wide, plot.bottom() - top)

    def item_rect(self, number: int) -> QRectF:
        """Return where a bar stands."""
        return self.bar_rect(number)

    def item_at(self, at: QPointF) -> int | None:
        """Return the bar above or below a place: low ones are hard to hit."""
        plot = self._plot()
        if not self._bars or not plot.left() <= at.x() < plot.right():
            return None
        return int((at.x() - plot.left()) / plot.width() * len(self._bars))

    # --- painting -----------------------------------------------------------------------------

    def draw(self, painter: QPainter) -> None:
        """Paint axis, bars and ticks."""
        self._paint_axis(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, bar in enumerate(self._bars):
            if bar.value:
                self._paint_bar(painter, number)
        self._paint_ticks(painter)

    def _paint_bar(self, painter: QPainter, number: int) -> None:
        strong = number == self._at
        painter.setBrush(QColor(colours().text if strong else colours().accent))
        painter.drawRoundedRect(self.bar_rect(number), 1.5, 1.5)

    def _axis(self) -> Sequence[int]:
        """Return what is marked on the axis, from where it begins to where it ends."""
        return ticks(max((bar.value for bar in self._bars), default=0))

    def _tick_said(self, tick: int) -> str:
        return f"{tick:,}"

    def _height_of(self, value: float) -> float:
        plot, axis = self._plot(), self._axis()
        share = (value - axis[0]) / (axis[-1] - axis[0])
        return plot.bottom() - plot.height() * share

    def _plot(self) -> QRectF:
        metrics = QFontMetricsF(self.small())
        left = max(metrics.horizontalAdvance(self._tick_said(tick)) for tick in self._axis())
        left += HALF + STEP
        below = metrics.height() + STEP
        above = metrics.height() + STEP + HALF
        return QRectF(self.rect()).adjusted(left, above, -STEP, -below)

    def _paint_axis(self, painter: QPainter) -> None:
        plot = self._plot()
        metrics = QFontMetricsF(painter.font())
        painter.drawText(QPointF(HALF, metrics.ascent() + HALF / 2), self._unit)
        for tick in self._axis():
            y = round(self._height_of(tick)) + 0.5  # a crisp line
            painter.setPen(QColor(colours().line))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(colours().muted))
            number = self._tick_said(tick)
            x = plot.left() - STEP - metrics.horizontalAdvance(number)
            painter.drawText(QPointF(x, y + metrics.capHeight() / 2), number)

    def _paint_ticks(self, painter: QPainter) -> None:
        painter.setPen(QColor(colours().muted))
        metrics = QFontMetricsF(painter.font())
        plot = self._plot()
        step = plot.width() / max(1, len(self._bars))
        taken = -1.0
        for number, bar in enumerate(self._bars):
            if not bar.tick:
                continue
            wide = metrics.horizontalAdvance(bar.tick)
            middle = plot.left() + (number + 0.5) * step
            left = min(max(middle - wide / 2, 0.0), self.width() - wide - HALF)
            if left > taken:
                painter.drawText(QPointF(left, self.height() - metrics.descent() - 1), bar.tick)
                taken = left + wide + STEP
