"""A sheet on paper, or as a PDF: its parts one below the other, none cut where it need not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.ui.tokens import CHINESE_FONTS

if TYPE_CHECKING:
    from nqpf_study.exchange.print_sheet import Part, Sheet

MARGIN = 20.0
"""Margins in mm."""

SIZE = 10
"""The size of the words on paper, in points."""

_FOOT = 10.0
"""How much of the lower margin the page's number has, in mm."""

_CHINESE = ", ".join(f"'{family}'" for family in CHINESE_FONTS)
_STYLE = (
    f"body {{ color: black; }} [lang=zh-Hans] {{ font-family: {_CHINESE}; }}"
    "h1 { font-size: 18pt; margin: 0 0 8px 0; } h2 { font-size: 13pt; margin: 12px 0 6px 0; }"
    "p { margin: 0 0 4px 0; } ul { margin: 0 0 4px 0; -qt-list-indent: 0; }"
    "blockquote { margin: 2px 0 4px 0; color: #333; }"
    "cite { color: #555; font-style: normal; }"
    "td, th { padding-right: 16px; } .line { line-height: 120%; }"
)
"""The margins are in px of 1/96 inch: Qt knows no other unit for them."""

_INDENT = 6.0
"""How far a quotation is set in, in mm."""


class _Part(QTextDocument):
    """Holds one part of a sheet after the other; opens no file, whatever stands in them."""

    def __init__(self, device: QPagedPaintDevice) -> None:
        super().__init__()
        self._width = float(device.width())
        font = QFont()
        font.setPointSize(SIZE)
        self.setDefaultFont(font)
        inset = round(_mm(device, _INDENT))  # to the side Qt counts in dots of the device
        self.setDefaultStyleSheet(f"{_STYLE} blockquote {{ margin-left: {inset}px; }}")
        self.setDocumentMargin(0)
        self.documentLayout().setPaintDevice(device)

    def hold(self, html: str) -> float:
        """Hold this part now; return how tall it is."""
        self.setHtml(f"<body>{html}</body>")
        self.setPageSize(QSizeF(self._width, -1))
        return self.size().height()

    def loadResource(self, _kind: int, _name: object) -> QImage:  # noqa: N802 - Qt's name
        return QImage()


class _Pages:
    """Fills the pages of a device from above."""

    def __init__(self, device: QPagedPaintDevice, painter: QPainter) -> None:
        self._device, self._painter = device, painter
        self._number, self._used = 1, 0.0
        self._gap = _mm(device, 3)
        self._part = _Part(device)
        self._draw_number()

    def add(self, part: Part) -> None:
        """Draw a part below what stands there, or on a new page where there is no room for it."""
        width, height = float(self._device.width()), float(self._device.height())
        body = height - _mm(self._device, _FOOT)
        tall = self._part.hold(part.html)
        if self._used and (part.new_page or self._used + tall > body):
            self.turn()
        if tall <= body:
            self._draw(QRectF(0, 0, width, tall))
            self._used += tall + self._gap
            return
        self._part.setPageSize(QSizeF(width, body))  # longer than a page: cut between its lines
        for page in range(self._part.pageCount()):
            if page:
                self.turn()
            self._draw(QRectF(0, page * body, width, body))
        self._used = body

    def turn(self) -> None:
        """Go on on a new page."""
        self._device.newPage()
        self._number, self._used = self._number + 1, 0.0
        self._draw_number()

    def _draw(self, seen: QRectF) -> None:
        """Draw what is to be seen of the part."""
        painter = self._painter
        painter.save()
        painter.translate(QPointF(0, self._used - seen.top()))
        painter.setClipRect(seen)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = seen
        self._part.documentLayout().draw(painter, context)
        painter.restore()

    def _draw_number(self) -> None:
        font = QFont()
        font.setPointSize(SIZE - 1)
        self._painter.setFont(font)
        page = QRectF(0, 0, self._device.width(), self._device.height())
        at = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
        self._painter.drawText(page, at, str(self._number))


def pdf(sheet: Sheet, progress: Progress = unheard) -> bytes:
    """Return a sheet as a PDF. For a worker; raises Cancelled where `progress` does."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    set_up(writer)
    draw(sheet, writer, progress)
    buffer.close()
    return bytes(buffer.data().data())


def set_up(device: QPagedPaintDevice) -> None:
    """Set the size of the paper, and its margins."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)


def draw(sheet: Sheet, device: QPagedPaintDevice, progress: Progress = unheard) -> None:
    """Draw a sheet on pages. For a worker; raises Cancelled where `progress` does."""
    from nqpf_study.exchange.print_sheet import parts  # noqa: PLC0415 - printing is rare

    found = parts(sheet)
    painter = QPainter(device)
    try:
        pages = _Pages(device, painter)
        for done, part in enumerate(found):
            progress(done, len(found), "pages")
            pages.add(part)
    finally:
        painter.end()


def _mm(device: QPagedPaintDevice, length: float) -> float:
    """Return a length in mm in the dots of a device."""
    return length * device.logicalDpiY() / 25.4
