"""What a chart can be made into: a copied picture, copied figures, a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from nqpf_study.ui.anki_export import file_name
from nqpf_study.ui.icons import icon
from nqpf_study.ui.progress import picture
from nqpf_study.ui.progress.charts import Chart
from nqpf_study.ui.widgets.trouble import show_trouble
from nqpf_study.ui.work import run_job


class KeepMenu(QMenu):
    """Copies and saves a chart and its figures, `called` so; `rows` are the table's, titles too."""

    message = Signal(str)

    def __init__(
        self, title: str, chart: Chart, rows: Callable[[], Sequence[Sequence[str]]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.called, self._chart, self._rows = title, chart, rows
        self.addAction(icon("copy"), self.tr("Copy the picture"), self.copy_picture)
        self.addAction(self.tr("Copy the figures"), self.copy_figures)
        self.addSeparator()
        self.addAction(self.tr("Save as PNG…"), lambda: self._ask(".png", self._png))
        self.addAction(self.tr("Save as SVG…"), lambda: self._ask(".svg", self._svg))
        self.addAction(self.tr("Save the figures as CSV…"), lambda: self._ask(".csv", self._csv))

    def copy_picture(self) -> None:
        """Copy the chart as a picture, and its figures for what takes only text."""
        data = QMimeData()
        data.setImageData(picture.image(self._chart, self.called))
        data.setText(picture.as_lines(self._rows()))
        QGuiApplication.clipboard().setMimeData(data)
        self.message.emit(self.tr("The chart is copied."))

    def copy_figures(self) -> None:
        """Copy the table, a line for each row, its cells set apart by tabs."""
        QGuiApplication.clipboard().setText(picture.as_lines(self._rows()))
        self.message.emit(self.tr("The figures are copied."))

    def _png(self) -> bytes:
        return picture.png(self._chart, self.called)

    def _svg(self) -> bytes:
        return picture.svg(self._chart, self.called)

    def _csv(self) -> bytes:
        return picture.as_csv(self._rows())

    def _ask(self, suffix: str, content: Callable[[], bytes]) -> None:
        """Ask where to, and write a file there."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kind = suffix[1:].upper()
        name, _ = QFileDialog.getSaveFileName(
            self.window(),
            self.tr("Save as {kind}").replace("{kind}", kind),
            str(Path(folder) / (file_name(self.called) + suffix)),
            f"{kind} (*{suffix})",
        )
        if name:
            out = Path(name)
            self.save(out if out.suffix.lower() == suffix else Path(name + suffix), content())

    def save(self, out: Path, content: bytes) -> None:
        """Write a file, in a worker."""

        def write() -> None:
            from nqpf_study.app import save_file  # noqa: PLC0415 - heavy, and this is a worker

            save_file(out, content)

        saved = self.tr("Saved to {path}").replace("{path}", str(out))
        run_job(
            lambda _progress: write(),
            lambda _: self.message.emit(saved),
            lambda error: show_trouble(error, self.window()),
            owner=self,
        )
