"""Deck files, packages and folders of them that are to be opened: one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.deck_files import DeckFiles
from nqpf_study.ui.drop_overlay import openable
from nqpf_study.ui.language import told_error
from nqpf_study.ui.widgets.trouble import confirm
from nqpf_study.ui.words import counted, listed, running
from nqpf_study.ui.work import run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study

MANY = 8
"""Files beyond which it is asked whether all of them are meant."""


@dataclass(frozen=True, slots=True)
class Found:
    """What places come to: the files to open, the names of others, and folders without decks."""

    files: tuple[Path, ...]
    others: tuple[str, ...]
    errors: tuple[StudyError, ...]


class DeckQueue(QObject):
    """Opens files in turn: the next once the last is imported, given up or refused."""

    message = Signal(str)

    def __init__(self, files: DeckFiles, window: QWidget) -> None:
        super().__init__(files)
        self._files = files
        self._window = window
        self._asked: deque[tuple[Study, Sequence[Path]]] = deque()
        self._waiting: deque[tuple[Study, Path]] = deque()
        self._looking = self._busy = False
        files.left.connect(self._go_on)

    def add(self, study: Study, places: Sequence[Path]) -> None:
        """Open the deck files and packages that `places` are or hold, after what waits already."""
        self._asked.append((study, places))
        if not self._looking:
            self._look()

    def clear(self) -> None:
        """Forget what waits."""
        self._asked.clear()
        self._waiting.clear()
        self._looking = self._busy = False

    def _look(self) -> None:
        """Look what the next places come to; in turn, so that files keep their order."""
        self._looking = bool(self._asked)
        if self._asked:
            study, places = self._asked.popleft()
            take, fail = partial(self._take, study), self._fail
            run_job(lambda _progress: find(places), take, fail, owner=self)

    def _take(self, study: Study, found: Found) -> None:
        self._look()
        said = [str(told_error(error)) for error in found.errors]
        if found.others:
            no_decks = self.tr(
                "Not opened, as no deck file (.yaml) or package (.nqpf.zip): {files}"
            )
            said.append(no_decks.replace("{files}", listed(found.others)))
        if said:
            self.message.emit(running(said))
        if len(found.files) <= MANY:
            self._line_up(study, found.files)
            return
        count = counted(len(found.files), self.tr("1 deck file"), self.tr("{n} deck files"))
        box = confirm(
            self._window,
            self.tr("Open {files} one after the other?").replace("{files}", count),
            self.tr("Each is shown before anything is imported."),
            self.tr("Open"),
        )
        box.accepted.connect(partial(self._line_up, study, found.files))

    def _line_up(self, study: Study, files: Sequence[Path]) -> None:
        self._waiting.extend((study, file) for file in files)
        if not self._busy:
            self._go_on()

    def _go_on(self) -> None:
        self._busy = bool(self._waiting)
        if self._waiting:
            self._files.open(*self._waiting.popleft())

    def _fail(self, error: StudyError) -> None:
        self.message.emit(str(error))
        self._look()


def find(places: Sequence[Path]) -> Found:
    """Tell what places come to; for a worker, as it looks into folders."""
    from nqpf_study.app import decks_at  # noqa: PLC0415 - heavy, and this runs in a worker

    files: list[Path] = []
    others: list[str] = []
    errors: list[StudyError] = []
    for place in places:
        if not openable(place.name) and not place.is_dir():
            others.append(place.name)
            continue
        try:
            files += decks_at([place])
        except StudyError as error:
            errors.append(error)
    return Found(tuple(dict.fromkeys(files)), tuple(others), tuple(errors))
