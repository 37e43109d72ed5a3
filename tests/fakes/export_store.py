"""A collection to export, in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.source import Source
from nqpf_study.study.ports import NoteMarks

IMPORTED = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)


@dataclass
class MemoryExportStore:
    """Decks with the time of each note's last change, `IMPORTED` where none is given."""

    decks: list[Deck] = field(default_factory=list)
    known_sources: list[Source] = field(default_factory=list)
    changed: dict[tuple[str, str], datetime] = field(default_factory=dict)

    marks: dict[str, dict[str, NoteMarks]] = field(default_factory=dict)
    """The learner's, by deck id and note id."""

    def edit(self, deck_id: str, note: Note, at: datetime) -> None:
        """Put a note in the place of the one with its id, or behind the others."""
        deck = next(deck for deck in self.decks if deck.id == deck_id)
        notes = {old.id: old for old in deck.notes} | {note.id: note}
        self.decks[self.decks.index(deck)] = replace(deck, notes=tuple(notes.values()))
        self.changed[deck_id, note.id] = at

    def stored_deck(self, deck_id: str) -> Deck | None:
        return next((replace(deck, notes=()) for deck in self.decks if deck.id == deck_id), None)

    def deck_ids(self) -> list[str]:
        return [deck.id for deck in self.decks]

    def notes_with_times(self, deck_id: str) -> list[tuple[Note, datetime]]:
        notes: Iterable[Note] = next(deck.notes for deck in self.decks if deck.id == deck_id)
        return [(note, self.changed.get((deck_id, note.id), IMPORTED)) for note in notes]

    def note_marks(self, deck_id: str) -> dict[str, NoteMarks]:
        return self.marks.get(deck_id, {})

    def sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.known_sources}
