"""Editing a card's note: its file is looked for and read, its texts edited, saved and imported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from nqpf_study.study.editing import NotEditable, Obstacle
from nqpf_study.ui.widgets.trouble import confirm, show_trouble
from nqpf_study.ui.widgets.waiting import wait_for

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError
    from nqpf_study.study.editing import Edit, OpenNote, Wanted
    from nqpf_study.study.ports import StoredCard
    from nqpf_study.ui.editing.dialog import EditDialog


class Editing(QObject):
    """Lets the notes of one's own decks be edited, and says why another can't be."""

    changed = Signal()
    """The collection was changed."""

    shown = Signal(object)
    """The note of a card (a StoredCard) is on the screen, with all that it says."""

    message = Signal(str)

    check_asked = Signal(object, object)
    """Check a deck file (a Path), against the sources of a collection (a Study)."""

    preview_asked = Signal(object, object)
    """Show what importing a deck file (a Path) into a collection (a Study) would do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._opening = False

    def ask(self, study: Study, card: StoredCard, path: Path | None = None) -> None:
        """Show a card's note to edit; `path` is its deck file, where that was just chosen."""
        if self._opening:
            return
        self._opening = True
        wait_for(
            self.tr("Looking for the deck file"),
            lambda _progress: study.open_note(card, path),
            lambda opened: self._show(study, card, opened),
            lambda error: self._refuse(study, card, error),
            self._window,
            on_cancelled=self._stop,
        )

    def _stop(self) -> None:
        self._opening = False

    def _show(self, study: Study, card: StoredCard, opened: OpenNote) -> None:
        from nqpf_study.ui.editing.dialog import EditDialog  # noqa: PLC0415 - when first shown

        self._opening = False
        dialog = EditDialog(
            opened, lambda dialog, wanted: self._save(study, dialog, wanted), self._window
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self.shown.emit(card)

    def _save(self, study: Study, dialog: EditDialog, wanted: Wanted) -> None:
        wait_for(
            self.tr("Saving into {file}").replace("{file}", dialog.opened.file.path.name),
            lambda progress: study.save_note(dialog.opened, wanted, progress),
            lambda edit: self._saved(dialog, edit),
            dialog.fail,
            dialog,
            on_cancelled=dialog.stopped,
        )

    def _saved(self, dialog: EditDialog, edit: Edit | None) -> None:
        name = dialog.opened.file.path.name
        dialog.saved()
        if edit is not None:
            self.message.emit(self.tr("Saved into {file}.").replace("{file}", name))
            self.changed.emit()

    def _refuse(self, study: Study, card: StoredCard, error: StudyError) -> None:
        """Say why the note can't be edited, and offer what helps."""
        self._opening = False
        cause = error.__cause__
        obstacle = cause.obstacle if isinstance(cause, NotEditable) else None
        path = cause.path if isinstance(cause, NotEditable) else None
        if obstacle in (Obstacle.UNKNOWN, Obstacle.GONE):
            box = confirm(self._window, error.what, error.mend, self.tr("Choose the file…"))
            box.accepted.connect(lambda: self._choose(study, card))
        elif obstacle is Obstacle.ERRORS:
            box = confirm(self._window, error.what, error.mend, self.tr("Check the file"))
            box.accepted.connect(lambda: self.check_asked.emit(study, path))
        elif obstacle is Obstacle.CHANGED:
            box = confirm(self._window, error.what, error.mend, self.tr("See the changes…"))
            box.accepted.connect(lambda: self.preview_asked.emit(study, path))
        else:
            show_trouble(error, self._window)

    def _choose(self, study: Study, card: StoredCard) -> None:
        title = self.tr("Choose the file of “{deck}”").replace("{deck}", card.deck_title)
        kinds = self.tr("Deck files (*.yaml *.yml)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), kinds)
        if name:
            self.ask(study, card, Path(name))
