"""Our notes as Anki's: which cards share one, and which have one of their own."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

import genanki

from nqpf_study.domain.deck import Note
from nqpf_study.domain.kinds import Card, cards_of
from nqpf_study.domain.review import CardId
from nqpf_study.exchange.anki.fields import (
    Frames,
    answer_of,
    backing_of,
    cloze_of,
    html_of,
    tags_of,
)
from nqpf_study.exchange.anki.ids import note_guid
from nqpf_study.exchange.anki.note_types import (
    FIXED_CARDS,
    NoteType,
    answer_field,
    question_field,
)
from nqpf_study.study.ports import NoteMarks

FLAGGED = "flagged"
"""The tag of an Anki note with a card that the learner flagged.

Flags themselves Anki takes only where scheduling is imported too, and only with new cards.
"""

_LAST_GAP = 499  # Anki counts no further
_FLAGS = 16  # the place of the flags among the values of a card
_RED = 1


class AnkiNote(genanki.Note):  # type: ignore[misc] # genanki has no types
    """A note of Anki's that knows the places of its cards and when it changed.

    Anki replaces a note only by one that changed later. So the second export of an unchanged note
    changes nothing there, and what a learner edited in Anki stays.
    """

    def __init__(
        self,
        note_type: NoteType,
        guid: str,
        fields: Mapping[str, str],
        *,
        places: Iterable[int],
        flagged: Collection[int] = (),
        tags: Iterable[str],
        changed: datetime,
        position: int,
    ) -> None:
        stored = [fields.get(name, "") for name in note_type.field_names]
        super().__init__(note_type, stored, tags=tags, guid=guid, due=position)
        self._places = tuple(places)
        self._flagged = frozenset(flagged)
        self._changed = int(changed.timestamp())

    @property
    def cards(self) -> list[genanki.Card]:
        """Return the note's cards, one for each place."""
        return [
            _FlaggedCard(place) if place in self._flagged else genanki.Card(place)
            for place in self._places
        ]

    def write_to_db(
        self,
        cursor: sqlite3.Cursor,
        timestamp: float,  # noqa: ARG002 - the package's; the note has its own
        deck_id: int,
        id_gen: Iterator[int],
    ) -> None:
        """Write the note and its cards."""
        super().write_to_db(cursor, self._changed, deck_id, id_gen)

    def _check_invalid_html_tags_in_fields(self) -> None:
        """Trust the fields, which hold no markup but ours: the check takes a third of the time."""


class _FlaggedCard(genanki.Card):  # type: ignore[misc] # genanki has no types
    """A card with Anki's first flag, which genanki has no word for."""

    def write_to_db(
        self,
        cursor: sqlite3.Cursor,
        timestamp: float,
        deck_id: int,
        note_id: int,
        id_gen: Iterator[int],
        due: int = 0,
    ) -> None:
        """Write the card."""
        super().write_to_db(_Flagging(cursor), timestamp, deck_id, note_id, id_gen, due)


@dataclass(frozen=True)
class _Flagging:
    """Puts the flag into the row that genanki writes."""

    cursor: sqlite3.Cursor

    def execute(self, insert: str, row: tuple[object, ...]) -> None:
        """Write a row of a card."""
        self.cursor.execute(insert, (*row[:_FLAGS], _RED, *row[_FLAGS + 1 :]))


@dataclass(frozen=True)
class Rewriter:
    """Rewrites the notes of one deck as Anki's.

    The cards that every note of a kind has share one note there, so that Anki keeps them apart as
    siblings; a card's place in it is its identity. A note may have any number of list members,
    whose places would shift as members come and go: the card of each has a note of its own.
    """

    deck_id: str
    frames: Frames
    plain: NoteType
    cloze: NoteType
    marks: Mapping[str, NoteMarks] = field(default_factory=dict)
    """The learner's own marks, by note id."""

    def rewritten(self, dated: list[tuple[Note, datetime]]) -> Iterator[list[AnkiNote]]:
        """Return for each note, given with the time of its last change, those it becomes.

        The list is emptied meanwhile: many notes freed at once would hold up every thread.

        New cards come in the order of the notes, those of list members behind all others: next to
        the whole list each would give the other away.
        """
        behind = len(dated)
        dated.reverse()
        for position in range(1, behind + 1):
            note, changed = dated.pop()
            tags, backing = tags_of(note.tags), backing_of(note, self.frames)
            marks = self.marks.get(note.id)
            made = []
            for part in self._parts(note):
                behind += part.own
                flagged = [
                    place for place, card in part.places.items() if marks and card in marks.flagged
                ]
                own = (*(marks.tags if marks else ()), *((FLAGGED,) if flagged else ()))
                made.append(
                    AnkiNote(
                        part.note_type,
                        note_guid(self.deck_id, note.id, *part.more),
                        {"Id": html_of(part.id), **part.fields, **backing},
                        places=part.places,
                        flagged=flagged,
                        tags=dict.fromkeys((*tags, *own)),
                        changed=changed,
                        position=behind if part.own else position,
                    )
                )
            yield made

    def _parts(self, note: Note) -> Iterator[_Part]:
        id_ = f"{self.deck_id}/{note.id}"
        cards = cards_of(note)
        if note.kind == "cloze":
            places = {int(card.name[1:]) - 1: card.name for card in cards}
            if places and max(places) < _LAST_GAP:
                # Anki never turns a note into one of another type: a cloze is a note by itself.
                fields = {"Text": cloze_of(note.text("text"))}
                yield _Part(self.cloze, id_, ("cloze",), fields, places)
                return
        fixed = FIXED_CARDS.get(note.kind, ())
        shared = {fixed.index(card.name): card for card in cards if card.name in fixed}
        if shared:
            places = {place: shared[place].name for place in sorted(shared)}
            yield _Part(self.plain, id_, (), _asked(shared, note), places)
        for card in cards:
            if card.name not in fixed:
                own = str(CardId(self.deck_id, note.id, card.name))
                yield _Part(
                    self.plain, own, (card.name,), _asked({0: card}, note), {0: card.name}, own=True
                )


class _Part(NamedTuple):
    note_type: NoteType
    id: str
    more: tuple[str, ...]
    fields: Mapping[str, str]
    places: Mapping[int, str]
    """The names of its cards in ours, by their places in Anki's note."""
    own: bool = False


def _asked(cards: Mapping[int, Card], note: Note) -> dict[str, str]:
    fields = {}
    for place, card in cards.items():
        fields[question_field(place)] = html_of(card.question)
        fields[answer_field(place)] = answer_of(card, note)
    return fields
