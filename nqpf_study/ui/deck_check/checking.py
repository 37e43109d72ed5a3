"""Checking deck files: a file is found, and a window shows what is wrong with it as it is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from nqpf_study.ui.deck_check.checkup import check_up
from nqpf_study.ui.widgets.trouble import show_trouble
from nqpf_study.ui.widgets.waiting import wait_for

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError
    from nqpf_study.ui.deck_check.checkup import Checkup
    from nqpf_study.ui.deck_check.window import DeckCheck
    from nqpf_study.ui.deck_files import DeckFiles


class DeckChecking(QObject):
    """Opens a window for each file that is checked, and keeps them up with the collection."""

    message = Signal(str)

    source_requested = Signal(str, object)
    """Open a source (its id) at a Passage in the reader."""

    def __init__(self, window: QWidget, files: DeckFiles) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._checks: list[DeckCheck] = []
        self._opening: set[Path] = set()

    def choose(self, study: Study) -> None:
        """Ask for a deck file, and check it."""
        if (path := self._chosen()) is not None:
            self.check_file(study, path)

    def check(self, study: Study, deck_id: str) -> None:
        """Check the file of a deck; ask for it where it isn't known or no longer there."""
        self.with_file(study, deck_id, lambda path: self.check_file(study, path))

    def show_file(self, study: Study, deck_id: str) -> None:
        """Show the folder that a deck's file is in."""
        self.with_file(study, deck_id, self._reveal)

    def check_file(self, study: Study, path: Path) -> None:
        """Check a deck file, what makes good cards included, in a window of its own."""
        for check in self._checks:
            if check.path == path:
                check.raise_()
                check.activateWindow()
                check.check_again()
                return
        if path in self._opening:
            return
        self._opening.add(path)

        def fail(error: StudyError) -> None:
            self._opening.discard(path)
            self._fail(error)

        wait_for(
            self.tr("Checking {file}").replace("{file}", path.name),
            lambda progress: check_up(study, path, progress),
            lambda checkup: self._show(study, checkup),
            fail,
            self._window,
            on_cancelled=lambda: self._opening.discard(path),
        )

    def renew(self) -> None:
        """Check all files again: the collection holds something else now."""
        for check in self._checks:
            check.check_again()

    def close(self) -> None:
        """Close all windows: the collection is let go."""
        for check in tuple(self._checks):
            check.close()

    def _show(self, study: Study, checkup: Checkup) -> None:
        from nqpf_study.ui.deck_check.window import DeckCheck  # noqa: PLC0415 - when first shown

        self._opening.discard(checkup.path)
        self._files.opened.emit(checkup.path)
        check = DeckCheck(study, checkup, self._window)
        self._checks.append(check)
        check.finished.connect(lambda: self._checks.remove(check))
        check.message.connect(self.message)
        self._files.message.connect(check.say)
        check.source_requested.connect(self.source_requested)
        check.import_asked.connect(lambda preview: self._files.import_preview(study, preview))
        check.show()
        check.activateWindow()

    def with_file(
        self,
        study: Study,
        deck_id: str,
        go_on: Callable[[Path], object],
        ask: Callable[[], Path | None] | None = None,
    ) -> None:
        """Find the file of a deck, and go on with it.

        Where it isn't known or no longer there, `ask` asks for it (None: as for a check).
        """

        def found(path: Path | None) -> None:
            if path is None:
                path = (ask or self._chosen)()
            if path is not None:
                go_on(path)

        wait_for(
            self.tr("Looking for the deck file"),
            lambda _progress: _where(study, deck_id),
            found,
            self._fail,
            self._window,
        )

    def _chosen(self) -> Path | None:
        kinds = self.tr("Decks and packages (*.yaml *.yml *.zip)")
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Check a deck file"), str(self._files.folder), kinds
        )
        return Path(name) if name else None

    def _reveal(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
            said = self.tr("The system can't open it. It is here: {path}")
            self.message.emit(said.replace("{path}", str(path)))

    def _fail(self, error: StudyError) -> None:
        show_trouble(error, self._window)


def _where(study: Study, deck_id: str) -> Path | None:
    """Return where a deck's file is, None where that isn't known or it is gone."""
    path = study.deck_file(deck_id)
    return path if path is not None and path.is_file() else None
