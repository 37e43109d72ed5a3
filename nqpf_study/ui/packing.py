"""Packing a deck to share: which deck file, where to, and the result."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from nqpf_study.domain.errors import BadInput, StudyError
from nqpf_study.ui.deck_files import DeckFiles
from nqpf_study.ui.widgets.trouble import show_trouble
from nqpf_study.ui.widgets.waiting import wait_for
from nqpf_study.ui.widgets.written import Written

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import Progress

ENDING = ".nqpf.zip"


class Packing(QObject):
    """Writes deck packages to where the teacher wants them."""

    message = Signal(str)

    def __init__(self, window: QWidget, files: DeckFiles) -> None:
        super().__init__(window)
        self._window = window
        self._files = files

    def choose(self, study: Study) -> None:
        """Ask for a deck file and for a place, and pack the deck."""
        if (deck_file := self.chosen()) is not None:
            self.ask(study, deck_file)

    def chosen(self) -> Path | None:
        """Ask which deck file is to be packed, None for none."""
        kinds = self.tr("Deck files (*.yaml *.yml)")
        title = self.tr("Choose the deck file to pack")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(self._files.folder), kinds)
        return Path(name) if name else None

    def ask(self, study: Study, deck_file: Path, folder: Path | None = None) -> None:
        """Ask where to, and pack the deck of a file; `folder` is proposed, None: where it is."""
        proposed = (folder or deck_file.parent) / (deck_file.stem.removesuffix(".nqpf") + ENDING)
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the package"),
            str(proposed),
            self.tr("Deck packages (*.nqpf.zip)"),
        )
        if name:
            out = Path(name if name.lower().endswith(ENDING) else _bare(name) + ENDING)
            self.pack(study, deck_file, out)

    def pack(self, study: Study, deck_file: Path, out: Path) -> None:
        """Pack the deck of a file into `out`; show every problem where it has some."""
        stopped = self.tr("The packing was stopped. Nothing was written.")
        more = self.tr("Give this file to your students. They open it as a deck file.")
        wait_for(
            self.tr("Packing {file}").replace("{file}", deck_file.name),
            lambda progress: _pack(deck_file, out, progress),
            lambda path: Written(self.tr("The deck is packed"), path, more, self._window).open(),
            lambda error: self._fail(study, deck_file, error),
            self._window,
            on_cancelled=lambda: self.message.emit(stopped),
        )

    def _fail(self, study: Study, deck_file: Path, error: StudyError) -> None:
        box = show_trouble(error, self._window)
        if isinstance(error, BadInput):
            box.finished.connect(lambda _: self._files.check_file(study, deck_file))


def _bare(name: str) -> str:
    """Return a file's name without the part of the ending that file dialogs put there."""
    return name.removesuffix(".zip").removesuffix(".nqpf")


def _pack(deck_file: Path, out: Path, progress: Progress) -> Path:
    from nqpf_study.app import pack_deck  # noqa: PLC0415 - heavy, and this runs in a worker

    return pack_deck(deck_file, out, progress)
