"""Exporting to Anki: where to, progress, and the result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from nqpf_study.ui import words
from nqpf_study.ui.widgets.trouble import show_trouble
from nqpf_study.ui.widgets.waiting import wait_for
from nqpf_study.ui.widgets.written import Written

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import Progress, StudyError

ANKI = ".apkg"


class AnkiExport(QObject):
    """Writes Anki packages to where the learner wants them."""

    message = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, study: Study, deck_id: str | None = None, title: str = "NQPF Study") -> None:
        """Ask where to, and write an Anki package of one deck, or of all."""
        if out := self._place(title):
            self.export(study, out, deck_id)

    def ask_cards(self, study: Study, keys: Sequence[int], title: str = "NQPF Study") -> None:
        """Ask where to, and write an Anki package of the notes of cards."""
        if out := self._place(title):
            self._write(out, lambda progress: study.export_cards(out, keys, progress))

    def export(self, study: Study, out: Path, deck_id: str | None) -> None:
        """Write an Anki package of one deck, or of all, to `out`."""
        decks = None if deck_id is None else [deck_id]
        self._write(out, lambda progress: study.export_anki(out, decks, progress))

    def _place(self, title: str) -> Path | None:
        """Ask where a package is to be written, None where nowhere."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(folder) / (file_name(title) + ANKI)
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export to Anki"),
            str(suggested),
            self.tr("Anki packages (*.apkg)"),
        )
        if not name:
            return None
        return Path(name) if name.lower().endswith(ANKI) else Path(name + ANKI)

    def _write(self, out: Path, work: Callable[[Progress], int]) -> None:
        stopped = self.tr("The export was stopped. Nothing was written.")
        wait_for(
            self.tr("Exporting to {file}").replace("{file}", out.name),
            work,
            lambda notes: self._exported(notes, out),
            self._fail,
            self._window,
            on_cancelled=lambda: self.message.emit(stopped),
        )

    def _exported(self, notes: int, out: Path) -> None:
        count = words.counted(notes, self.tr("1 note"), self.tr("{n} notes"))
        Written(
            self.tr("{notes} exported").replace("{notes}", count),
            out,
            self.tr("Open the file in Anki to import it."),
            self._window,
            opens=self.tr("Open it in Anki"),
        ).open()

    def _fail(self, error: StudyError) -> None:
        show_trouble(error, self._window)


def file_name(title: str) -> str:
    """Return a deck's title as a file name that every system takes."""
    return "".join(" " if character in '<>:"/\\|?*' else character for character in title).strip()
