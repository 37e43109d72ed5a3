"""A page of HTML on paper, or as a PDF."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

MARGIN = 20.0
"""Margins in mm."""

SIZE = 10
"""The size of the words on paper, in points."""


class _Page(QTextDocument):
    """A page that opens no file, whatever stands in it."""

    def loadResource(self, _kind: int, _name: object) -> QImage:  # noqa: N802 - Qt's name
        return QImage()


def document(page: str) -> QTextDocument:
    """Return a page of HTML as it is set on paper."""
    made = _Page()
    font = QFont()
    font.setPointSize(SIZE)
    made.setDefaultFont(font)
    made.setHtml(page)
    return made


def pdf(page: str) -> bytes:
    """Return a page of HTML as a PDF. For a worker."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    _set_up(writer)
    document(page).print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def print_page(page: str, parent: QWidget) -> bool:
    """Ask for a printer, and print a page of HTML; tell whether it was printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _set_up(printer)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    document(page).print_(printer)
    return True


def _set_up(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
