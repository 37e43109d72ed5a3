"""Opening the collection: in a worker, the shipped decks loaded, a backup put back first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.opening import OpeningPage
from nqpf_study.ui.widgets.trouble import show_trouble
from nqpf_study.ui.work import run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study


class Opener(QObject):
    """Opens the collection in `home`, and shows on `page` how that goes."""

    opened = Signal(object)
    """The collection (a Study) is open, with its decks."""

    changed = Signal()
    """Shipped decks were brought up to date after the collection was opened."""

    message = Signal(str)

    def __init__(self, page: OpeningPage, home: Path) -> None:
        super().__init__(page)
        self._page = page
        self._home = home

    def open(self) -> None:
        """Open the collection; where it is new, load the shipped decks first."""
        self._page.wait(self.tr("Opening your collection"))
        home = self._home
        run_job(lambda _progress: _opened(home), self._take, self._page.fail, owner=self)

    def restore(self, backup: Path) -> None:
        """Put a backup in the collection's place, and open that."""
        self._page.wait(self.tr("Restoring the backup"))
        home = self._home
        run_job(
            lambda _progress: _restore(home, backup),
            lambda _: self.open(),
            self._fail_restoring,
            owner=self,
        )

    def _take(self, opened: tuple[Study, bool]) -> None:
        study, has_decks = opened
        if has_decks:
            self.opened.emit(study)
            run_job(study.load_curated, self._loaded_later, self._say, owner=self)
            return
        self._page.wait(self.tr("Loading the decks"))
        run_job(
            study.load_curated,
            lambda _loaded: self.opened.emit(study),
            lambda error: self._fail_loading(study, error),
            lambda done, total, _doing: self._page.show_progress(done, total),
            owner=self,
        )

    def _loaded_later(self, loaded: Sequence[object]) -> None:
        if loaded:
            self.changed.emit()

    def _say(self, error: StudyError) -> None:
        self.message.emit(str(error))

    def _fail_loading(self, study: Study, error: StudyError) -> None:
        self.opened.emit(study)
        show_trouble(error, self._page.window())

    def _fail_restoring(self, error: StudyError) -> None:
        show_trouble(error, self._page.window())
        self.open()


def _opened(home: Path) -> tuple[Study, bool]:
    """Open the collection; tell whether it has decks."""
    from nqpf_study.app import Study  # noqa: PLC0415 - heavy, and this runs in a worker

    study = Study.open(home)
    return study, bool(study.deck_options())


def _restore(home: Path, backup: Path) -> None:
    from nqpf_study.app import restore  # noqa: PLC0415 - as above

    restore(home, backup)
