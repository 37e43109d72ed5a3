"""Searching the cards in use."""

from __future__ import annotations

import json
from array import array
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Join, case, func, select, text

from nqpf_study.domain.search_query import Query
from nqpf_study.store.engine import Database, Quick, driver_connection
from nqpf_study.store.missing_passages import MissingPassages
from nqpf_study.store.part import Part
from nqpf_study.store.search_filters import INTERVAL, conditions
from nqpf_study.store.search_text import match_expression
from nqpf_study.store.stored_cards import listed, read_cards
from nqpf_study.store.tables import IN_USE, cards, decks, flags, notes
from nqpf_study.study.ports import CardOrder, SortKey, StoredCard

FEW = 1000
"""Up to so many notes, SQLite puts their cards in order; more are faster put in order here."""

_ORDER = (cards.c.deck_key, cards.c.position, cards.c.place)
_EVERY = Quick(select(cards.c.key, cards.c.note_key).where(IN_USE).order_by(*_ORDER))
# As one text of JSON, since many rows take several times as long to fetch.
_KEYS = select(func.json_group_array(cards.c.key)).where(IN_USE)
_OF_NOTES = (
    select(cards.c.key).where(cards.c.note_key.in_(listed("notes")), IN_USE).order_by(*_ORDER)
)
_WITH_NOTES = cards.join(notes, notes.c.key == cards.c.note_key)
_JOINED: Mapping[SortKey, Join] = {
    SortKey.DECK: cards.join(decks, decks.c.key == cards.c.deck_key),
    SortKey.KIND: _WITH_NOTES,
    SortKey.FLAG: cards.outerjoin(flags, flags.c.card_key == cards.c.key),
    SortKey.CHANGED: _WITH_NOTES,
    SortKey.NOTE: _WITH_NOTES,
}
_SORTED: Mapping[SortKey, tuple[ColumnElement[Any], ...]] = {
    SortKey.DECK: (decks.c.title.collate("NOCASE"),),
    SortKey.KIND: (notes.c.kind,),
    SortKey.STATE: (cards.c.suspended, cards.c.state),
    SortKey.DUE: (cards.c.due_day,),
    SortKey.LAPSES: (cards.c.lapses,),
    SortKey.FLAG: (case((flags.c.flagged, 1)),),
    SortKey.INTERVAL: (INTERVAL,),
    SortKey.STABILITY: (cards.c.stability,),
    SortKey.DIFFICULTY: (cards.c.difficulty,),
    SortKey.REVIEWS: (cards.c.reps,),
    SortKey.STUDIED: (cards.c.last_at,),
    SortKey.CHANGED: (notes.c.modified_at,),
    SortKey.NOTE: (notes.c.id,),
}
# From each tag to the next by the index: reading all rows would take longer by the note.
_TAGS = text(
    "WITH RECURSIVE tags (tag) AS (SELECT min(tag) FROM note_tags UNION ALL "
    "SELECT (SELECT min(tag) FROM note_tags WHERE tag > tags.tag) FROM tags "
    "WHERE tags.tag IS NOT NULL) SELECT tag FROM tags WHERE tag IS NOT NULL"
)
_FOUND = text("SELECT json_group_array(rowid) FROM note_words WHERE note_words MATCH :words")


@dataclass(frozen=True, slots=True)
class _Order:
    """The cards in use, and beside them their notes, in order; as of so many changes."""

    changes: int
    cards: array[int]
    notes: array[int]

    def among(self, found: Container[int] | None, wanted: Container[int] | None) -> Iterator[int]:
        """Yield the cards of the notes `found` that are `wanted`; None stands for all."""
        for card, note in zip(self.cards, self.notes, strict=True):
            if (found is None or note in found) and (wanted is None or card in wanted):
                yield card


class Browse(Part):
    """The cards, as the browser and the search see them."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._order: _Order | None = None
        self._missing = MissingPassages()

    def search(self, query: Query, day: int) -> list[int]:
        """Return the keys of the cards in use that fit, in the order of decks and notes."""
        words, rest = match_expression(query)
        changes = self._database.changes  # before the snapshot, so that it can only be too old
        with self._database.snapshot() as connection:
            fits = conditions(connection, rest, self._missing)
            found = wanted = None
            if words is not None:
                listed_notes = connection.execute(_FOUND, {"words": words}).scalar_one()
                found = frozenset(json.loads(listed_notes))
                if len(found) <= FEW:
                    few = _OF_NOTES.where(*fits)
                    rows = connection.execute(few, {"notes": listed_notes, "day": day})
                    return list(rows.scalars())
            if fits:
                keys = connection.execute(_KEYS.where(*fits), {"day": day}).scalar_one()
                wanted = frozenset(json.loads(keys))
            return list(self._in_order(connection, changes).among(found, wanted))

    def sorted_by(self, keys: Sequence[int], order: CardOrder) -> list[int]:
        """Return the keys of cards in use in another order; equals as decks and notes have them."""
        by = _SORTED[order.by]
        put = [(column.desc() if order.descending else column).nulls_last() for column in by]
        joined = _JOINED.get(order.by, cards)
        in_order = select(cards.c.key).select_from(joined).where(IN_USE).order_by(*put, *_ORDER)
        asked = select(func.json_group_array(in_order.subquery().c.key))  # as in _KEYS
        wanted = frozenset(keys)
        with self._database.read() as connection:
            every = json.loads(connection.execute(asked).scalar_one())
        return [key for key in every if key in wanted]

    def file_tags(self) -> list[str]:
        """Return every tag that a deck file gave a note."""
        with self._database.read() as connection:
            return list(connection.execute(_TAGS).scalars())

    def cards(self, keys: Sequence[int]) -> list[StoredCard]:
        """Return cards by key, in the order asked; keys that are gone are left out."""
        with self._database.read() as connection:
            return read_cards(driver_connection(connection), keys)

    def _in_order(self, connection: Connection, changes: int) -> _Order:
        """Return all cards in order: remembered, where nobody else can write, until changed."""
        order = self._order
        if order is None or order.changes != changes or self._database.read_only:
            rows = _EVERY.run(driver_connection(connection), {}).fetchall()
            in_cards, in_notes = (array("q", (row[column] for row in rows)) for column in (0, 1))
            order = self._order = _Order(changes, in_cards, in_notes)
        return order
