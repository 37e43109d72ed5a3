"""Deck files: opened with a preview, imported, and decks removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from nqpf_study.ui.widgets.trouble import confirm, show_trouble
from nqpf_study.ui.widgets.waiting import wait_for
from nqpf_study.ui.words import counted, listed

if TYPE_CHECKING:
    from nqpf_study.app import Preview, Study
    from nqpf_study.domain.errors import StudyError
    from nqpf_study.study.ports import DeckChanges


class DeckFiles(QObject):
    """What the window does with deck files, one step after the other."""

    changed = Signal()
    """The collection was changed."""

    imported = Signal(str)
    """This deck (its id) was imported; `changed` follows."""

    check_asked = Signal(object, object)
    """Check a deck file (a Path), against the sources of a collection (a Study)."""

    message = Signal(str)

    opened = Signal(Path)
    """This file was opened, checked or made, whether it is imported or not."""

    left = Signal()
    """What was opened last is imported, given up or refused, and no dialog of it shows any more."""

    def __init__(self, window: QWidget, recent: Callable[[], Sequence[Path]] = tuple) -> None:
        super().__init__(window)
        self._window = window
        self._recent = recent

    def choose(self, study: Study) -> None:
        """Ask for a deck file, and open it."""
        if path := self._chosen(self.tr("Open a deck file")):
            self.open(study, path)

    @property
    def folder(self) -> Path:
        """Return where to look for deck files: beside the one that was opened last."""
        return next((path.parent for path in self._recent()), Path.home())

    def _chosen(self, title: str) -> Path | None:
        kinds = self.tr("Decks and packages (*.yaml *.yml *.zip)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(self.folder), kinds)
        return Path(name) if name else None

    def open(self, study: Study, path: Path) -> None:
        """Show what importing a deck file would do, and import it when the learner says so."""

        def show(preview: Preview) -> None:
            self.opened.emit(path)
            self._show(study, preview, path)

        wait_for(
            self.tr("Reading {file}").replace("{file}", path.name),
            lambda progress: study.preview(path, progress),
            show,
            self._refuse,
            self._window,
            on_cancelled=self.left.emit,
        )

    def check_file(self, study: Study, path: Path) -> None:
        """Have a deck file checked."""
        self.check_asked.emit(study, path)

    def remove(self, study: Study, deck_id: str, title: str) -> None:
        """Remove a deck when the learner has confirmed it."""
        box = confirm(
            self._window,
            self.tr("Remove “{deck}”?").replace("{deck}", title),
            self.tr(
                "Its cards are no longer asked. A backup is made first, and the deck's history is "
                "kept: import its file again, and you go on where you were."
            ),
            self.tr("Remove"),
        )
        box.accepted.connect(lambda: self._remove(study, deck_id, title))

    def _remove(self, study: Study, deck_id: str, title: str) -> None:
        wait_for(
            self.tr("Removing “{deck}”").replace("{deck}", title),
            lambda _progress: study.remove_deck(deck_id),
            lambda _: self._done(self.tr("“{deck}” was removed.").replace("{deck}", title)),
            self._fail,
            self._window,
        )

    def _show(self, study: Study, preview: Preview, opened: Path) -> None:
        from nqpf_study.ui.importing.dialog import ImportDialog  # noqa: PLC0415 - when first shown

        dialog = ImportDialog(preview, self._window, opened)
        dialog.accepted.connect(lambda: self.import_preview(study, preview))
        dialog.rejected.connect(self.left)
        dialog.check_asked.connect(lambda: self.check_file(study, opened))
        dialog.open()

    def import_preview(self, study: Study, preview: Preview) -> None:
        """Import what a preview showed."""
        wait_for(
            self.tr("Importing {file}").replace("{file}", preview.checked.path.name),
            lambda progress: study.import_deck(preview, progress),
            self._imported,
            self._refuse,
            self._window,
            on_cancelled=self._stopped,
        )

    def _stopped(self) -> None:
        self.message.emit(self.tr("The import was stopped. Nothing was changed."))
        self.left.emit()

    def _refuse(self, error: StudyError) -> None:
        """Tell why a file can't be opened or imported; the next one waits until that is read."""
        show_trouble(error, self._window).finished.connect(self.left)

    def _imported(self, changes: DeckChanges) -> None:
        done = (
            (
                len(changes.added) + len(changes.returned),
                self.tr("1 note added"),
                self.tr("{n} notes added"),
            ),
            (len(changes.changed), self.tr("1 note changed"), self.tr("{n} notes changed")),
            (len(changes.retired), self.tr("1 note retired"), self.tr("{n} notes retired")),
        )
        said = listed(counted(*each) for each in done if each[0]) or self.tr("no note has changed")
        self.imported.emit(changes.deck.id)
        self._done(
            self.tr("“{deck}”: {done}.")
            .replace("{done}", said)
            .replace("{deck}", changes.deck.title)
        )
        self.left.emit()

    def _done(self, said: str) -> None:
        self.message.emit(said)
        self.changed.emit()

    def _fail(self, error: StudyError) -> None:
        show_trouble(error, self._window)
