"""Opening the collection: in a worker, the shipped decks loaded, a backup put back first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.opening import OpeningPage
from nqpf_study.ui.widgets.trouble import show_trouble
from nqpf_study.ui.work import run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study


def open_study(home: Path) -> Study:
    """Open the collection in `home` on the system's clock; see `nqpf_study.app.Study.open`."""
    from nqpf_study.app import Study  # noqa: PLC0415 - heavy, and this runs in a worker

    return Study.open(home)


class Opener(QObject):
    """Opens the collection in `home`, and shows on `page` how that goes."""

    opened = Signal(object)
    """The collection (a Study) is open, with its decks."""

    changed = Signal()
    """Shipped decks were brought up to date after the collection was opened."""

    message = Signal(str)

    def __init__(
        self, page: OpeningPage, home: Path, open_study: Callable[[Path], Study] = open_study
    ) -> None:
        super().__init__(page)
        self._page = page
        self._home = home
        self._open_study = open_study
        self._late: Study | None = None
        """A collection whose shipped decks are still to be brought up to date."""

        self._held: Study | None = None
        """The collection from when it was opened in the worker until `opened` passes it on."""

    def open(self) -> None:
        """Open the collection; where it is new, load the shipped decks first."""
        self._page.wait(self.tr("Opening your collection"))
        run_job(lambda _progress: self._opened(), self._take, self._fail, owner=self)

    def bring_up_to_date(self) -> None:
        """Load shipped decks that are newer than the collection's, now that there is time."""
        study, self._late = self._late, None
        if study is not None:
            run_job(study.load_curated, self._loaded_later, self._say, owner=self)

    def let_go(self) -> None:
        """Close a collection that was opened and not passed on; no job may be under way."""
        if self._held is not None:
            self._held.close()
            self._held = None

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

    def _opened(self) -> tuple[Study, bool]:
        """Open the collection (in the worker); tell whether it has decks."""
        self._held = study = self._open_study(self._home)
        return study, bool(study.deck_options())

    def _fail(self, error: StudyError) -> None:
        self.let_go()
        self._page.fail(error)

    def _pass_on(self, study: Study) -> None:
        self._held = None
        self.opened.emit(study)

    def _take(self, opened: tuple[Study, bool]) -> None:
        study, has_decks = opened
        if has_decks:
            self._late = study
            self._pass_on(study)
            return
        self._page.wait(self.tr("Loading the decks"))
        run_job(
            study.load_curated,
            lambda _loaded: self._pass_on(study),
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
        self._pass_on(study)
        show_trouble(error, self._page.window())

    def _fail_restoring(self, error: StudyError) -> None:
        show_trouble(error, self._page.window())
        self.open()


def _restore(home: Path, backup: Path) -> None:
    from nqpf_study.app import restore  # noqa: PLC0415 - heavy, and this runs in a worker

    restore(home, backup)
