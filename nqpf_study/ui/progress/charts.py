"""Charts painted with the tokens: bars by day, a share against an aim, the parts of a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nqpf_study.ui.accessible import announce
from nqpf_study.ui.progress.model import Bar, Share, percent, ticks
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import GAP, HALF, SMALL, STEP, scaled


class Chart(QWidget):
    """What the charts have in common: a font, a height, a name for screen readers."""

    def __init__(self, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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

    def begin(self) -> QPainter:
        """Return a painter with the small font and the muted colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.small())
        painter.setPen(QColor(colours().muted))
        return painter


class BarChart(Chart):
    """Bars by day over an axis of counts. Left and right go from bar to bar and say each."""

    def __init__(self, name: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 176, parent)
        self._unit = unit
        self._bars: tuple[Bar, ...] = ()
        self._at: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_bars(self, bars: tuple[Bar, ...], description: str) -> None:
        """Show these bars; `description` says them in one sentence."""
        self._bars = bars
        self._at = None
        self.setAccessibleDescription(description)
        self.update()

    @property
    def pointed(self) -> str:
        """Return what the pointed-at bar says, nothing where there is none."""
        if self._at is None or not self._bars:
            return ""
        bar = self._bars[self._at]
        return f"{bar.label}: {bar.value:,} {self._unit}"

    def bar_rect(self, number: int) -> QRectF:
        """Return where a bar stands, in the chart's coordinates."""
        plot, top = self._plot(), self._axis()[-1]
        step = plot.width() / max(1, len(self._bars))
        wide = max(2.0, step * 0.7)
        height = plot.height() * self._bars[number].value / top
        left = plot.left() + number * step + (step - wide) / 2
        return QRectF(left, plot.bottom() - height, wide, height)

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint axis, bars and ticks."""
        painter = self.begin()
        self._paint_axis(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, bar in enumerate(self._bars):
            if bar.value:
                strong = number == self._at
                painter.setBrush(QColor(colours().text if strong else colours().accent))
                painter.drawRoundedRect(self.bar_rect(number), 1.5, 1.5)
        self._paint_ticks(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours().accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), HALF, HALF)
        painter.end()

    def _axis(self) -> Sequence[int]:
        return ticks(max((bar.value for bar in self._bars), default=0))

    def _plot(self) -> QRectF:
        metrics = QFontMetricsF(self.small())
        left = max(metrics.horizontalAdvance(f"{tick:,}") for tick in self._axis())
        left += HALF + STEP
        below = metrics.height() + STEP
        above = metrics.height() + STEP + HALF
        return QRectF(self.rect()).adjusted(left, above, -STEP, -below)

    def _paint_axis(self, painter: QPainter) -> None:
        plot, axis = self._plot(), self._axis()
        metrics = QFontMetricsF(painter.font())
        painter.drawText(QPointF(HALF, metrics.ascent() + HALF / 2), self._unit)
        for tick in axis:
            y = round(plot.bottom() - plot.height() * tick / axis[-1]) + 0.5  # a crisp line
            painter.setPen(QColor(colours().line))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(colours().muted))
            number = f"{tick:,}"
            x = plot.left() - STEP - metrics.horizontalAdvance(number)
            painter.drawText(QPointF(x, y + metrics.capHeight() / 2), number)

    def _paint_ticks(self, painter: QPainter) -> None:
        painter.setPen(QColor(colours().muted))
        metrics = QFontMetricsF(painter.font())
        step = self._plot().width() / max(1, len(self._bars))
        taken = -1.0
        for number, bar in enumerate(self._bars):
            if not bar.tick:
                continue
            wide = metrics.horizontalAdvance(bar.tick)
            middle = self._plot().left() + (number + 0.5) * step
            left = min(max(middle - wide / 2, 0.0), self.width() - wide - HALF)
            if left > taken:
                painter.drawText(QPointF(left, self.height() - metrics.descent() - 1), bar.tick)
                taken = left + wide + STEP

    # --- pointing -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Say the bar under the pointer in a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._at = self._bar_at(event.pos().x())
            self.update()
            QToolTip.showText(event.globalPos(), self.pointed, self)
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Point at no bar any more."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._at = None
            self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Point at no bar any more."""
        super().focusOutEvent(event)
        self._at = None
        QToolTip.hideText()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from bar to bar."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None or not self._bars:
            super().keyPressEvent(event)
            return
        last = len(self._bars) - 1
        start = -1 if by > 0 else last + 1
        self._at = min(max((start if self._at is None else self._at) + by, 0), last)
        self.update()
        announce(self, self.pointed)
        at = self.bar_rect(self._at).center().toPoint()
        QToolTip.showText(self.mapToGlobal(at), self.pointed, self)

    def _bar_at(self, x: int) -> int | None:
        plot = self._plot()
        if not self._bars or not plot.left() <= x < plot.right():
            return None
        return int((x - plot.left()) / plot.width() * len(self._bars))


class ShareChart(Chart):
    """A share of 0 to 100 % as a bar, with the aim as a mark on it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 72, parent)
        self._share: float | None = None
        self._aim = 0.0
        self._aim_name = self.tr("aim {share}")

    def show_share(self, share: float | None, aim: float, description: str) -> None:
        """Show `share` against `aim`, both 0 to 1; None before there is any."""
        self._share, self._aim = share, aim
        self.setAccessibleDescription(description)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the scale, the bar and the mark."""
        painter = self.begin()
        metrics = QFontMetricsF(painter.font())
        label = metrics.height() + HALF
        bar = QRectF(0, label + HALF, self.width(), 2 * STEP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().line))
        painter.drawRoundedRect(bar, HALF, HALF)
        if self._share is not None:
            painter.setBrush(QColor(colours().accent))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), bar.width() * self._share, bar.height()), HALF, HALF
            )
        x = bar.left() + bar.width() * self._aim
        painter.setPen(QPen(QColor(colours().text), 2))
        painter.drawLine(QPointF(x, bar.top() - HALF), QPointF(x, bar.bottom() + HALF))
        painter.setPen(QColor(colours().muted))
        said = self._aim_name.format(share=percent(self._aim))
        wide = metrics.horizontalAdvance(said)
        painter.drawText(
            QPointF(min(max(x - wide / 2, 0), self.width() - wide), metrics.ascent()), said
        )
        y = bar.bottom() + STEP + metrics.ascent()
        painter.drawText(QPointF(0, y), percent(0))
        end = percent(1)
        painter.drawText(QPointF(self.width() - metrics.horizontalAdvance(end), y), end)
        painter.end()


class PartsChart(Chart):
    """The parts of a whole as one bar, with a legend of words and counts."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 0, parent)
        self._parts: tuple[Share, ...] = ()

    def show_parts(self, parts: tuple[Share, ...], description: str) -> None:
        """Show these parts."""
        self._parts = parts
        self.setAccessibleDescription(description)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a height that holds the bar and a line for each part."""
        line = QFontMetricsF(self.small()).height() + STEP
        return QSize(240, round(2 * STEP + GAP + len(self._parts) * line))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the bar and the legend."""
        painter = self.begin()
        metrics = QFontMetricsF(painter.font())
        total = sum(part.value for part in self._parts) or 1
        x, y = 0.0, 2.0 * STEP + GAP
        for part in self._parts:
            wide = self.width() * part.value / total
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(colours(), part.colour)))
            painter.drawRect(QRectF(x, 0, max(1.0, wide - 1), 2 * STEP))
            painter.drawRoundedRect(QRectF(0, y + 3, STEP + 2, STEP + 2), 2, 2)
            x += wide
            said = f"{part.value:,}"
            painter.setPen(QColor(colours().text))
            painter.drawText(QPointF(GAP + HALF, y + metrics.ascent()), part.label)
            right = self.width() - metrics.horizontalAdvance(said)
            painter.drawText(QPointF(right, y + metrics.ascent()), said)
            y += metrics.height() + STEP
        painter.end()
