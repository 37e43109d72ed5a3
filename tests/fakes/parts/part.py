"""What the parts of a collection in memory share: its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

from nqpf_study.domain.backlog import BacklogPlan
from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.options import DeckOptions, FitOptions, StudyOptions
from nqpf_study.domain.review import CardId, CardStatus, LogEntry
from nqpf_study.domain.search_query import SavedSearch
from nqpf_study.domain.source import Document
from nqpf_study.study.ports import StoredCard


@dataclass
class NoteRow:
    """A note, and where it stands in its deck."""

    key: int
    deck: str
    note: Note
    place: int
    retired: bool = False
    changed: datetime | None = None


@dataclass
class CardRow:
    """A card; `used` is False once its note, or the note's card of that name, left the deck."""

    key: int
    id: CardId
    note_key: int
    place: int
    used: bool = True
    status: CardStatus = field(default_factory=CardStatus)


class Part:
    """One port of a collection; all of them work on the same rows."""

    def __init__(self) -> None:
        self.decks: dict[str, Deck] = {}
        self.notes: dict[int, NoteRow] = {}
        self.rows: dict[int, CardRow] = {}
        self.log: list[LogEntry] = []
        self.kept_documents: dict[str, Document] = {}
        self.options: dict[str, DeckOptions] = {}
        self.study = StudyOptions()
        self.backlog: BacklogPlan | None = None
        self.fitting = FitOptions()
        self.files: dict[str, Path] = {}
        self.searches: tuple[SavedSearch, ...] = ()
        self.flags: dict[int, bool] = {}
        self.given_tags: dict[tuple[str, int], bool] = {}
        self._keys = count(1)

    def card(self, key: int) -> StoredCard:
        row = self.rows[key]
        deck = self.decks.get(row.id.deck, Deck(row.id.deck, row.id.deck))
        note = self.notes[row.note_key]
        return StoredCard(
            row.key,
            row.id,
            row.note_key,
            note.note,
            deck.title,
            row.status,
            self.flags.get(key, False),
            self._tags_of(row.note_key),
            note.changed,
        )

    def _tags_of(self, note: int) -> tuple[str, ...]:
        return tuple(
            sorted(tag for (tag, key), on in self.given_tags.items() if key == note and on)
        )

    def _notes_in_use(self, deck: str) -> list[NoteRow]:
        rows = [row for row in self.notes.values() if row.deck == deck and not row.retired]
        return sorted(rows, key=lambda row: row.place)

    def _in_use_of(self, deck: str | None) -> list[CardRow]:
        return [row for row in self._in_use() if deck is None or row.id.deck == deck]

    def _in_use(self) -> list[CardRow]:
        decks = list(self.decks)
        used = [row for row in self.rows.values() if row.used]
        return sorted(
            used,
            key=lambda row: (
                decks.index(row.id.deck),
                self.notes[row.note_key].place,
                row.note_key,
                row.place,
            ),
        )

    def _row(self, card: CardId) -> CardRow:
        return next(row for row in self.rows.values() if row.id == card)


def is_set_aside(status: CardStatus, day: int) -> bool:
    return status.suspended or (status.buried_day is not None and status.buried_day >= day)
