"""Decks in a collection: imported, updated, edited and taken out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf_study import paths
from nqpf_study.app.base import PACKAGES, Joined
from nqpf_study.app.deck_files import Checked, library, read_checked, save_file, unpacked
from nqpf_study.domain.errors import BadInput, Progress, unheard
from nqpf_study.domain.phrase import phrase
from nqpf_study.study.deck_steps import DeckKeeping, carried_out
from nqpf_study.study.importing import plan_import
from nqpf_study.study.ports import DeckChanges, StoredCard

if TYPE_CHECKING:
    from nqpf_study.study.editing import Edit, OpenNote, Wanted


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing a deck file would do; `changes` is None where errors keep it out."""

    checked: Checked
    changes: DeckChanges | None


class Decks(Joined):
    """What is done with decks."""

    def load_curated(self, progress: Progress = unheard) -> list[DeckChanges]:
        """Import the shipped decks that are new or changed and were not removed by the learner.

        Return what was changed, nothing where all is as shipped. One backup covers them all.
        Raises as `import_deck`; the decks before the one that failed are loaded then.
        """
        stale = [path for path in paths.decks() if not self.collection.file_is_loaded(path)]
        if stale and self.collection.deck_ids():
            self.back_up("update")
        done = []
        for path in stale:
            done.append(self._write(self.preview(path), progress))
            self.collection.note_file(path, done[-1].deck.id)
        return done

    def check(
        self, deck_files: Iterable[Path], progress: Progress = unheard, *, lint: bool = False
    ) -> list[Checked]:
        """Read deck files, each with every problem and its place; packages are unpacked first.

        With `lint` their cards are held against the rules of good cards as well. Raises Cancelled
        where `progress` does, StudyError for a package that can't be opened.
        """
        known = {doc.source.id: doc for doc in self.collection.documents()}
        files = [unpacked(path, self.home / PACKAGES, progress) for path in deck_files]
        return [read_checked(path, known, progress, lint=lint) for path in files]

    def preview(
        self, deck_file: Path, progress: Progress = unheard, *, lint: bool = False
    ) -> Preview:
        """Read a deck file or package and tell what importing it would do.

        With `lint` as `check` does. Raises Cancelled where `progress` does, StudyError for a
        package that can't be opened.
        """
        (checked,) = self.check([deck_file], progress, lint=lint)
        if not checked.importable or checked.deck is None:
            return Preview(checked, None)
        return Preview(checked, plan_import(checked.deck, self.collection))

    def import_deck(self, preview: Preview, progress: Progress = unheard) -> DeckChanges:
        """Carry out a previewed import, after a backup, in one transaction.

        Raises BadInput where errors keep the deck out, Cancelled where `progress` does; the
        collection is as before then.
        """
        changes = preview.changes
        if changes is None or changes.nothing:
            return self._bring_in(preview, progress)
        return carried_out(
            *(self.history, self._keeping()),
            phrase("import of “{deck}”", deck=changes.deck.title),
            changes.deck.id,
            lambda: self._bring_in(preview, progress),
            written=(*changes.changed, *changes.returned),
            documents=preview.checked.documents,
        )

    def remove_deck(self, deck_id: str) -> None:
        """Take a deck out of use, after a backup; its history is kept and comes back with it."""

        def remove() -> None:
            self.back_up("removal")
            self.collection.remove_deck(deck_id, self._now())

        about = self.collection.stored_deck(deck_id)
        name = phrase("removal of “{deck}”", deck=about.title if about else deck_id)
        carried_out(self.history, self._keeping(), name, deck_id, remove)

    def about(self, deck_id: str) -> str:
        """Return what a deck says of itself, nothing where it says nothing."""
        deck = self.collection.stored_deck(deck_id)
        return deck.description if deck is not None else ""

    def deck_file(self, deck_id: str) -> Path | None:
        """Return the file that a deck was imported from or shipped in, None where that isn't known.

        It may be gone.
        """
        known = self.collection.deck_file(deck_id)
        if known is not None:
            return known
        shipped = (read_checked(path, {}) for path in paths.decks())
        return next((one.path for one in shipped if one.deck and one.deck.id == deck_id), None)

    def open_note(self, card: StoredCard, path: Path | None = None) -> OpenNote:
        """Read a card's note in its deck file, for editing; `path` where it is known to be now.

        Raises NotEditable, which tells why not.
        """
        from nqpf_study.content.editing import NoteFile
        from nqpf_study.study.editing import open_note

        where = path or self.deck_file(card.id.deck)
        file = None if where is None else NoteFile(where, library(self.collection.documents()))
        opened = open_note(card, file, self.collection, shipped=where in paths.decks())
        if path is not None:
            self.collection.set_deck_file(card.id.deck, path.absolute())
        return opened

    def save_note(
        self, opened: OpenNote, wanted: Wanted, progress: Progress = unheard
    ) -> Edit | None:
        """Write a note's new texts into its file and import it; None where nothing changes.

        Raises Refused for texts that the file can't hold, StudyError where it can't be written.
        """
        from nqpf_study.study.editing import Keeping, save_note

        keeping = Keeping(
            lambda file, data: save_file(file.resolve(), data),
            lambda file, progress: self._bring_in(self.preview(file, progress), progress),
        )
        edit = save_note(opened, wanted, keeping, progress)
        if edit is not None:
            self.history.did(edit)
        return edit

    def _bring_in(self, preview: Preview, progress: Progress) -> DeckChanges:
        if preview.changes is not None and not preview.changes.nothing:
            progress(0, 1, "backup")
            self.back_up("import")
        changes = self._write(preview, progress)
        self.collection.set_deck_file(changes.deck.id, preview.checked.path.absolute())
        return changes

    def _write(self, preview: Preview, progress: Progress) -> DeckChanges:
        checked, changes = preview.checked, preview.changes
        if changes is None:
            raise BadInput(phrase("{name} has errors.", name=checked.path.name), checked.problems)
        if not changes.nothing:
            self.collection.write_changes(changes, checked.documents, self._now(), progress)
        return changes

    def _keeping(self) -> DeckKeeping:
        return DeckKeeping(self.collection, self._now, lambda: self.back_up("undo"))
