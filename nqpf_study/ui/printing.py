"""Printing a sheet, or keeping it as a file: where to, progress, and the result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

from nqpf_study.domain.errors import Cancelled
from nqpf_study.ui.anki_export import file_name
from nqpf_study.ui.widgets.trouble import show_trouble
from nqpf_study.ui.widgets.waiting import wait_for
from nqpf_study.ui.widgets.written import Written

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from nqpf_study.domain.errors import Progress, StudyError
    from nqpf_study.exchange.print_sheet import Sheet

PDF = ".pdf"
ENDINGS = (PDF, ".html", ".htm", ".txt")

Make = Callable[["Progress"], "Sheet"]
"""Makes a sheet, in a worker."""


class Printing(QObject):
    """Prints sheets and writes them to where the learner wants them."""

    message = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def place(self, title: str, name: str) -> Path | None:
        """Ask where a sheet is to be written, None where nowhere; `name` is what is proposed."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, kind = QFileDialog.getSaveFileName(
            self._window,
            title,
            str(Path(folder) / (file_name(name) + PDF)),
            self.tr("PDF (*.pdf);;Web page (*.html);;Text (*.txt)"),
        )
        if not chosen:
            return None
        if Path(chosen).suffix.lower() in ENDINGS:
            return Path(chosen)
        return Path(chosen + next((end for end in ENDINGS if f"*{end}" in kind), PDF))

    def write(self, out: Path, make: Make) -> None:
        """Write a sheet in the form that the file's name asks for."""
        from nqpf_study.ui.paper import pdf  # noqa: PLC0415 - rare; no worker makes Qt's classes

        stopped = self.tr("The writing was stopped. Nothing was written.")
        wait_for(
            self.tr("Writing {file}").replace("{file}", out.name),
            lambda progress: _write(out, make, pdf, progress),
            lambda _: self._tell(out),
            self._fail,
            self._window,
            on_cancelled=lambda: self.message.emit(stopped),
        )

    def print_out(self, title: str, make: Make) -> None:
        """Ask for a printer, and print a sheet on it."""
        if (printer := self._printer(title)) is None:
            return
        stopped = self.tr("The printing was stopped.")

        def printed(_: None) -> None:
            if printer.outputFileName():
                self._tell(Path(printer.outputFileName()))
            else:
                self.message.emit(self.tr("Sent to the printer."))

        wait_for(
            self.tr("Printing {title}").replace("{title}", title),
            lambda progress: _print(printer, make, progress),
            printed,
            self._fail,
            self._window,
            on_cancelled=lambda: self.message.emit(stopped),
        )

    def _tell(self, out: Path) -> None:
        Written(
            self.tr("{file} is written").replace("{file}", out.name),
            out,
            self.tr("It can be printed from there, too."),
            self._window,
            opens=self.tr("Open it"),
        ).open()

    def _printer(self, title: str) -> QPrinter | None:
        """Ask for a printer, None where nothing is to be printed."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - rarely used

        from nqpf_study.ui.paper import set_up  # noqa: PLC0415 - as above

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(file_name(title))  # as a file is called that is printed to
        set_up(printer)
        dialog = QPrintDialog(printer, self._window)
        for buttons in dialog.findChildren(QDialogButtonBox):
            for button in buttons.buttons():
                button.setIcon(QIcon())  # which some desktops' styles would put there
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if accepted else None

    def _fail(self, error: StudyError) -> None:
        show_trouble(error, self._window)


def _write(
    out: Path, make: Make, pdf: Callable[[Sheet, Progress], bytes], progress: Progress
) -> None:
    """Write a sheet (in a worker)."""
    from nqpf_study.app import save_file, save_sheet  # noqa: PLC0415 - heavy, and this is a worker

    sheet = make(progress)
    if out.suffix.lower() == PDF:
        save_file(out, pdf(sheet, progress))
    else:
        save_sheet(sheet, out)


def _print(printer: QPrinter, make: Make, progress: Progress) -> None:
    """Print a sheet (in a worker); one that was given up leaves no half of it, as far as may be."""
    from nqpf_study.ui.paper import draw  # noqa: PLC0415 - printing is rare

    sheet = make(progress)
    try:
        draw(sheet, printer, progress)
    except Cancelled:
        printer.abort()
        if printer.outputFileName():
            Path(printer.outputFileName()).unlink(missing_ok=True)
        raise
