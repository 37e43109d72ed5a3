"""Reading cards with the notes behind them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, exists, func, literal_column, select

from nqpf_study.domain.deck import Note
from nqpf_study.domain.review import CardId
from nqpf_study.store.convert import STATUS, AnyRow, instant, note_of, status_of
from nqpf_study.store.engine import Quick
from nqpf_study.store.tables import IN_USE, cards, decks, flags, notes, own_tags
from nqpf_study.study.ports import StoredCard

T = TypeVar("T")

_FLAGGED, _OWN_TAGS, _CHANGED = (first + len(STATUS) for first in (8, 9, 10))


def listed(name: str) -> Select[Any]:
    """Return the numbers of a JSON list that is bound to a name: however many, one statement."""
    return select(func.json_each(bindparam(name)).table_valued("value").c.value)


STORED = select(
    cards.c.key,
    decks.c.id,
    notes.c.id,
    cards.c.name,
    notes.c.key,
    notes.c.kind,
    notes.c.content,
    decks.c.title,
    *STATUS,
    # Two looks into an index by key: cheaper than a join that most cards have no row for.
    exists().where(flags.c.card_key == cards.c.key, flags.c.flagged),
    select(func.group_concat(own_tags.c.tag, literal_column("' '")))
    .where(own_tags.c.note_key == cards.c.note_key, own_tags.c.tagged)
    .scalar_subquery(),
    notes.c.modified_at,
).select_from(
    cards.join(notes, notes.c.key == cards.c.note_key).join(decks, decks.c.key == cards.c.deck_key)
)
_ONE = Quick(STORED.where(cards.c.key == bindparam("card")))
_SEVERAL = Quick(STORED.where(cards.c.key.in_(listed("cards")), IN_USE))


def read_card(connection: sqlite3.Connection, key: int) -> StoredCard | None:
    """Return a card, None where there is none with this key."""
    row = _ONE.run(connection, {"card": key}).fetchone()
    return None if row is None else stored_card(row)


def read_cards(connection: sqlite3.Connection, keys: Sequence[int]) -> list[StoredCard]:
    """Return cards in the order asked; keys of cards out of use are left out."""
    rows = _SEVERAL.run(connection, {"cards": json.dumps(list(keys))})
    found = {row[0]: stored_card(row) for row in rows}
    return [found[key] for key in keys if key in found]


def in_turn(items: Sequence[T], at_once: int) -> Iterator[Sequence[T]]:
    """Yield `items` in slices of at most `at_once`."""
    for start in range(0, len(items), at_once):
        yield items[start : start + at_once]


def stored_card(row: AnyRow, note: Note | None = None) -> StoredCard:
    """Return the card of a row of `STORED`; `note` is its note where that is at hand."""
    return StoredCard(
        key=row[0],
        id=CardId(row[1], row[2], row[3]),
        note_key=row[4],
        note=note_of(row[2], row[5], row[6]) if note is None else note,
        deck_title=row[7],
        status=status_of(row, 8),
        flagged=bool(row[_FLAGGED]),
        own_tags=tuple(sorted(row[_OWN_TAGS].split())) if row[_OWN_TAGS] else (),
        changed=instant(row[_CHANGED]),
    )
