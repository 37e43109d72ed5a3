"""A page of HTML on paper, or as a PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from nqpf_study.domain.errors import StudyError

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


def write_pdf(page: str, out: Path) -> None:
    """Write a page of HTML as a PDF. Raises StudyError for a place that can't be written to."""
    printer = _printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    part = out.with_name(f".{out.name}.part")
    printer.setOutputFileName(str(part))
    document(page).print_(printer)
    try:
        part.replace(out)
    except OSError as error:
        what = QCoreApplication.translate("paper", "{file} could not be written.")
        raise StudyError(
            what.replace("{file}", str(out)),
            mend=QCoreApplication.translate("paper", "Choose another place."),
        ) from error


def print_page(page: str, parent: QWidget) -> bool:
    """Ask for a printer, and print a page of HTML; tell whether it was printed."""
    printer = _printer()
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    document(page).print_(printer)
    return True


def _printer() -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    return printer
