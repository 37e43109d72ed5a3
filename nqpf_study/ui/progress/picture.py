"""A chart as a picture, and its figures as text: what is copied and saved."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter

from nqpf_study.ui.progress.charts import Chart
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import GAP, LEAD, scaled

SHARPNESS = 2
"""How many dots a picture has for each px of the screen."""


def image(chart: Chart, title: str) -> QImage:
    """Return a chart below its title, on a ground of its own, in the present colours."""
    size = _size(chart)
    made = QImage(size * SHARPNESS, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(SHARPNESS)
    painter = QPainter(made)
    _paint(painter, chart, title, size)
    painter.end()
    return made


def png(chart: Chart, title: str) -> bytes:
    """Return a chart's picture as a PNG file's content."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image(chart, title))
    return bytes(content.data())


def svg(chart: Chart, title: str) -> bytes:
    """Return a chart's picture as an SVG file's content: it stays sharp at any size."""
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - only where it is asked for

    content, size = QByteArray(), _size(chart)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(size)
    made.setViewBox(QRect(0, 0, size.width(), size.height()))
    made.setTitle(title)
    made.setDescription(chart.accessibleDescription())
    painter = QPainter(made)
    _paint(painter, chart, title, size)
    painter.end()
    return bytes(content.data())


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as a CSV file's content, marked as UTF-8 so that spreadsheets read it so."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows([_plain(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def as_lines(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as lines, their cells set apart by tabs: what spreadsheets take when pasted."""
    return "\n".join("\t".join(row) for row in rows)


def _plain(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def _paint(painter: QPainter, chart: Chart, title: str, size: QSize) -> None:
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(colours().surface))
    font = _heading(chart)
    painter.setFont(font)
    painter.setPen(QColor(colours().text))
    painter.drawText(QPointF(GAP, GAP + QFontMetricsF(font).ascent()), title)
    painter.translate(GAP, size.height() - GAP - chart.height())
    chart.prepare(painter)
    chart.draw(painter)


def _size(chart: Chart) -> QSize:
    above = round(QFontMetricsF(_heading(chart)).height()) + GAP
    return QSize(chart.width() + 2 * GAP, chart.height() + above + 2 * GAP)


def _heading(chart: Chart) -> QFont:
    font = QFont(chart.font())
    font.setPixelSize(scaled(LEAD, text_scale()))
    font.setWeight(QFont.Weight.DemiBold)
    return font
