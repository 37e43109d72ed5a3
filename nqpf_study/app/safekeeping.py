"""Leaving with what was learned, and keeping it safe: exports, backups, merges, repairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf_study.app.base import BACKUPS, COLLECTION, Joined, utc_now
from nqpf_study.domain.errors import Progress, StudyError, unheard
from nqpf_study.domain.phrase import phrase
from nqpf_study.study.ports import Merged

if TYPE_CHECKING:
    from nqpf_study.store.doctor import Report


class Safekeeping(Joined):
    """What leaves the collection, and what keeps it whole."""

    def export_anki(
        self, out: Path, decks: Sequence[str] | None = None, progress: Progress = unheard
    ) -> int:
        """Write an Anki package of `decks` (None: all); return how many notes it holds.

        Raises StudyError for an unknown deck or a place that cannot be written to.
        """
        from nqpf_study.exchange.anki import export_anki

        return export_anki(self.collection, out, decks, progress)

    def export_cards(self, out: Path, keys: Sequence[int], progress: Progress = unheard) -> int:
        """Write an Anki package of the notes of cards; return how many notes it holds.

        Raises what `export_anki` does.
        """
        from nqpf_study.exchange.anki import export_anki

        notes = self.collection.note_ids(keys)
        return export_anki(self.collection, out, list(notes), progress, notes)

    def examine(self, progress: Progress = unheard) -> Report:
        """Check the collection's integrity and hold each card against its replayed log."""
        from nqpf_study.store.doctor import examine

        return examine(self.collection, progress)

    def merge(self, other: Path, progress: Progress = unheard) -> Merged:
        """Bring in all that another collection (a file, or its folder) has besides, after a backup.

        Raises StudyError where it is damaged, newer than the program or no collection, Cancelled
        where `progress` does; nothing was changed then.
        """
        from nqpf_study.store.merging import merge

        file = _collection_at(other)
        progress(0, 1, "backup")
        self.back_up("merge")
        merged = merge(self.collection, file, progress)
        self.history.forget()
        return merged

    def preview_merge(self, other: Path, progress: Progress = unheard) -> Merged:
        """Tell what `merge` would bring in; nothing is changed. Raises what `merge` does."""
        from nqpf_study.store.merging import preview

        return preview(self.collection, _collection_at(other), progress)

    def repair(self) -> Report:
        """Rebuild the cards from the log, and the search index, after a backup.

        Return what is wrong still. Raises StudyError where the file itself is damaged.
        """
        from nqpf_study.store.doctor import repair

        return repair(self.collection)


def restore(home: Path, backup: Path, now: Callable[[], datetime] = utc_now) -> Path | None:
    """Put a backup in the collection's place; the collection that was there becomes a backup.

    Return that backup's path, None where there was no collection. Raises StudyError where the
    backup is damaged or no collection.
    """
    from nqpf_study.store.backup import restore as restore_collection

    return restore_collection(home / COLLECTION, backup, home / BACKUPS, now())


def _collection_at(place: Path) -> Path:
    """Return the file of a collection, named itself or by its folder."""
    file = place / COLLECTION if place.is_dir() else place
    if not file.exists():
        raise StudyError(phrase("There is no collection at {other}.", other=place))
    return file
