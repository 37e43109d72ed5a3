"""How the parts of the timeline are painted: axis, cuts, marks, labels."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from nqpf_study.ui.explore.timeline_layout import Label, Mark
from nqpf_study.ui.explore.timeline_scale import Stretch, Tick, TickKind
from nqpf_study.ui.explore.words import gap
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import HALF, SMALL, STEP, scaled

DOT = 10
"""The width of a mark in px, at a text scale of 1."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Explore", text)


def small(base: QFont) -> QFont:
    """Return the font of the axis."""
    font = QFont(base)
    font.setPixelSize(scaled(SMALL, text_scale()))
    return font


def said(tick: Tick) -> str:
    """Return what a tick says: 2024, Mar 2024, 8 Mar; a month without year within its year."""
    at = date.fromordinal(tick.day)
    shape = {
        TickKind.YEAR: "yyyy",
        TickKind.MONTH: _tr("MMM yyyy") if tick.major else _tr("MMM"),
        TickKind.DAY: _tr("d MMM yyyy") if tick.major else _tr("d MMM"),
    }[tick.kind]
    return QLocale().toString(QDate(at.year, at.month, at.day), shape)


def axis_width(base: QFont) -> float:
    """Return the width that the ticks need with their words."""
    longest = QLocale().toString(QDate(2024, 9, 28), _tr("d MMM yyyy"))
    return QFontMetricsF(small(base)).horizontalAdvance(longest) + STEP + HALF


def paint_tick(painter: QPainter, x: float, y: float, tick: Tick) -> None:
    """Paint a tick left of the axis, which stands at `x`."""
    major = tick.major or tick.kind is TickKind.YEAR
    painter.setPen(QPen(QColor(colours().border), 1))
    painter.drawLine(QPointF(x - HALF, y), QPointF(x, y))
    painter.setPen(QColor(colours().text if major else colours().muted))
    metrics, words = QFontMetricsF(painter.font()), said(tick)
    left = x - STEP - metrics.horizontalAdvance(words)
    painter.drawText(QPointF(left, y + metrics.capHeight() / 2), words)


def paint_stretch(painter: QPainter, x: float, top: float, stretch: Stretch) -> None:
    """Paint a part of the axis; one that is cut is a broken line, with the time it stands for.

    `top` is where the axis begins.
    """
    above, below = top + stretch.top, top + stretch.bottom
    painter.setPen(QPen(QColor(colours().border), 1))
    if not stretch.cut:
        painter.drawLine(QPointF(x, above), QPointF(x, below))
        return
    middle, reach = (above + below) / 2, HALF * text_scale()
    painter.drawLine(QPointF(x, above), QPointF(x, middle - reach / 2))
    painter.drawLine(QPointF(x, middle + reach / 2), QPointF(x, below))
    slant = QPointF(reach, -reach / 2)
    for offset in (-reach / 2, reach / 2):
        at = QPointF(x, middle + offset)
        painter.drawLine(at - slant, at + slant)
    painter.setPen(QColor(colours().muted))
    metrics = QFontMetricsF(painter.font())
    words = gap(stretch.end - stretch.start)
    if below - above > 2 * metrics.height():
        left = x - 2 * STEP - metrics.horizontalAdvance(words)
        painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), words)


def paint_mark(
    painter: QPainter, x: float, top: float, mark: Mark, *, lasted: bool, strong: bool
) -> None:
    """Paint an event's mark: a dot for a day, a bar for a time.

    A bar is filled where the event lasted, and an outline where it may have been at any time of it.
    """
    half = scaled(DOT, text_scale()) / 2
    accent = QColor(colours().text if strong else colours().accent)
    painter.setPen(QPen(accent, 1.5))
    painter.setBrush(accent if mark.exact or lasted else QColor(colours().accent_soft))
    if mark.exact:
        painter.drawEllipse(QPointF(x, top + mark.middle), half - 1, half - 1)
        return
    wide = half - 1
    box = QRectF(x - wide, top + mark.top + 1, 2 * wide, mark.bottom - mark.top - 2)
    painter.drawRoundedRect(box, wide, wide)


def paint_lead(
    painter: QPainter, mark_x: float, lanes_end: float, label_x: float, top: float, label: Label
) -> None:
    """Paint the line from a mark to its label; the painter's pen tells how strongly."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    bend = QPointF(lanes_end, top + label.anchor)
    end = QPointF(label_x, top + label.middle)
    path = QPainterPath(QPointF(mark_x, top + label.anchor))
    path.lineTo(bend)
    half = QPointF((label_x - lanes_end) / 2, 0)
    path.cubicTo(bend + half, end - half, end)
    painter.drawPath(path)
