"""Flags and tags that the learner gave, each with the time when it was put on or taken off."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    bindparam,
    cast,
    delete,
    func,
    literal,
    not_,
    select,
    text,
    union_all,
)

from nqpf_study.domain.review import CardId
from nqpf_study.domain.tags import tags_in
from nqpf_study.store.convert import instant, milliseconds
from nqpf_study.store.engine import Quick
from nqpf_study.store.part import Part
from nqpf_study.store.stored_cards import listed
from nqpf_study.store.tables import cards, decks, flags, note_tags, notes, own_tags
from nqpf_study.study.marks import MarkChanges, TagInUse
from nqpf_study.study.ports import NoteMarks

# A later act has a later time, also where the clock was set back: in a merge the newer one wins.
_FLAG = Quick(
    text(
        "INSERT INTO flags (card_key, flagged, at) "
        "SELECT value, 1, :at FROM json_each(:keys) WHERE 1 "
        "ON CONFLICT DO UPDATE SET flagged = 1, at = max(excluded.at, at + 1) WHERE flagged = 0 "
        "RETURNING card_key"
    )
)
_UNFLAG = Quick(
    text(
        "UPDATE flags SET flagged = 0, at = max(:at, at + 1) WHERE flagged = 1 "
        "AND card_key IN (SELECT value FROM json_each(:keys)) RETURNING card_key"
    )
)
_TAG = Quick(
    text(
        "INSERT INTO own_tags (tag, note_key, tagged, at) "
        "SELECT :tag, value, 1, :at FROM json_each(:keys) WHERE 1 "
        "ON CONFLICT DO UPDATE SET tagged = 1, at = max(excluded.at, at + 1) WHERE tagged = 0 "
        "RETURNING note_key"
    )
)
_UNTAG = Quick(
    text(
        "UPDATE own_tags SET tagged = 0, at = max(:at, at + 1) WHERE tagged = 1 AND tag = :tag "
        "AND note_key IN (SELECT value FROM json_each(:keys)) RETURNING note_key"
    )
)
_MERGE_FLAG = Quick(
    text(
        "INSERT INTO flags (card_key, flagged, at) VALUES (:card, :flagged, :at) "
        "ON CONFLICT DO UPDATE SET flagged = excluded.flagged, at = excluded.at "
        "WHERE (excluded.at, excluded.flagged) > (at, flagged)"
    )
)
_MERGE_TAG = Quick(
    text(
        "INSERT INTO own_tags (tag, note_key, tagged, at) VALUES (:tag, :note, :tagged, :at) "
        "ON CONFLICT DO UPDATE SET tagged = excluded.tagged, at = excluded.at "
        "WHERE (excluded.at, excluded.tagged) > (at, tagged)"
    )
)
_FLAGGED = select(func.count()).where(flags.c.card_key.in_(listed("keys")), flags.c.flagged)
_NOTES = select(cards.c.note_key).where(cards.c.key.in_(listed("keys"))).distinct()
_TAGS = (
    select(own_tags.c.tag, func.count())
    .where(own_tags.c.note_key.in_(listed("keys")), own_tags.c.tagged)
    .group_by(own_tags.c.tag)
)
_OWN = (
    select(own_tags.c.tag)
    .distinct()
    .join(notes, notes.c.key == own_tags.c.note_key)
    .where(own_tags.c.tagged, notes.c.retired.is_(False))
    .order_by(own_tags.c.tag)
)
_GIVEN = union_all(
    select(note_tags.c.tag, note_tags.c.note_key, literal(0).label("own")),
    select(own_tags.c.tag, own_tags.c.note_key, literal(1).label("own")).where(own_tags.c.tagged),
).subquery()
_IN_USE = (
    select(
        *(_GIVEN.c.tag, decks.c.id, func.count(_GIVEN.c.note_key.distinct())),
        func.max(_GIVEN.c.own),
    )
    .join_from(_GIVEN, notes, notes.c.key == _GIVEN.c.note_key)
    .join(decks, decks.c.key == notes.c.deck_key)
    .where(notes.c.retired.is_(False), decks.c.in_use)
    .group_by(_GIVEN.c.tag, decks.c.key)
    .order_by(_GIVEN.c.tag, decks.c.key)
)
_ALL_FLAGS = (
    select(decks.c.id, notes.c.id, cards.c.name, flags.c.flagged, flags.c.at)
    .join_from(flags, cards)
    .join(notes, notes.c.key == cards.c.note_key)
    .join(decks, decks.c.key == notes.c.deck_key)
)
_ALL_TAGS = (
    select(decks.c.id, notes.c.id, own_tags.c.tag, own_tags.c.tagged, own_tags.c.at)
    .join_from(own_tags, notes)
    .join(decks, decks.c.key == notes.c.deck_key)
)
_FLAGS_OF_DECK = (
    select(notes.c.id, cards.c.name, flags.c.flagged, flags.c.at)
    .join_from(flags, cards)
    .join(notes, notes.c.key == cards.c.note_key)
    .join(decks, decks.c.key == notes.c.deck_key)
    .where(decks.c.id == bindparam("deck"))
)
_TAGS_OF_DECK = (
    select(notes.c.id, own_tags.c.tag, own_tags.c.tagged, own_tags.c.at)
    .join_from(own_tags, notes)
    .join(decks, decks.c.key == notes.c.deck_key)
    .where(decks.c.id == bindparam("deck"))
)


def _is_odd(on: Column[bool], at: Column[int]) -> ColumnElement[bool]:
    """Tell of damage; where a file is only read, SQLite itself does not look at its constraints."""
    written = (func.typeof(at) == "integer") & (at > 0) & cast(on, Integer).in_((0, 1))
    return not_(written)


_ODD_FLAGS = (
    select(decks.c.id, notes.c.id, cards.c.name)
    .join_from(flags, cards)
    .join(notes, notes.c.key == cards.c.note_key)
    .join(decks, decks.c.key == notes.c.deck_key)
    .where(_is_odd(flags.c.flagged, flags.c.at))
)
_ODD_TAGS = (
    select(decks.c.id, notes.c.id, own_tags.c.tag, _is_odd(own_tags.c.tagged, own_tags.c.at))
    .join_from(own_tags, notes)
    .join(decks, decks.c.key == notes.c.deck_key)
)


class Marks(Part):
    """The learner's flags and tags."""

    def mark(self, changes: MarkChanges, at: datetime) -> MarkChanges:
        """Make changes in one transaction; return those that were not so before."""
        stamp = milliseconds(at)
        # Marks change neither which cards there are nor their order, which `write` would forget.
        with self._database.quick_write() as connection:

            def changed(statement: Quick, keys: Sequence[int], tag: str = "") -> tuple[int, ...]:
                asked = {"keys": json.dumps(keys), "at": stamp, "tag": tag}
                return tuple(row[0] for row in statement.run(connection, asked).fetchall())

            def retagged(
                statement: Quick, tags: Mapping[str, Sequence[int]]
            ) -> dict[str, tuple[int, ...]]:
                found = {tag: changed(statement, keys, tag) for tag, keys in tags.items()}
                return {tag: keys for tag, keys in found.items() if keys}

            return MarkChanges(
                flag=changed(_FLAG, changes.flag),
                unflag=changed(_UNFLAG, changes.unflag),
                tag=retagged(_TAG, changes.tag),
                untag=retagged(_UNTAG, changes.untag),
            )

    def flagged_among(self, keys: Sequence[int]) -> int:
        """Count the flagged ones of some cards."""
        with self._database.read() as connection:
            return int(connection.execute(_FLAGGED, {"keys": json.dumps(keys)}).scalar_one())

    def notes_of(self, keys: Sequence[int]) -> list[int]:
        """Return the keys of the notes of some cards, each once."""
        with self._database.read() as connection:
            return list(connection.execute(_NOTES, {"keys": json.dumps(keys)}).scalars())

    def tags_among(self, notes: Sequence[int]) -> Mapping[str, int]:
        """Return the learner's tags on notes with these keys, and how many have each."""
        with self._database.read() as connection:
            rows = connection.execute(_TAGS, {"keys": json.dumps(notes)})
            return {row[0]: row[1] for row in rows}

    def own_tags(self) -> list[str]:
        """Return the learner's tags that are on any note in use, sorted."""
        with self._database.read() as connection:
            return list(connection.execute(_OWN).scalars())

    def tags_in_use(self) -> list[TagInUse]:
        """Return the tags of all notes in use, the learner's and the deck files', sorted."""
        with self._database.read() as connection:
            rows = connection.execute(_IN_USE).all()
        return [
            TagInUse(
                tag, {deck: number for _, deck, number, _ in of_tag}, any(r[3] for r in of_tag)
            )
            for tag, found in groupby(rows, key=lambda row: str(row[0]))
            for of_tag in [list(found)]
        ]

    def note_marks(self, deck_id: str) -> Mapping[str, NoteMarks]:
        """Return the marks of a deck's notes by note id, where there is or was any."""
        flagged: defaultdict[str, set[str]] = defaultdict(set)
        tagged: defaultdict[str, set[str]] = defaultdict(set)
        changed: dict[str, int] = {}
        with self._database.snapshot() as connection:
            for asked, into in ((_FLAGS_OF_DECK, flagged), (_TAGS_OF_DECK, tagged)):
                for note, mark, on, at in connection.execute(asked, {"deck": deck_id}):
                    changed[note] = max(at, changed.get(note, at))
                    if on:
                        into[note].add(mark)
        return {
            note: NoteMarks(tuple(sorted(tagged[note])), tuple(sorted(flagged[note])), instant(at))
            for note, at in changed.items()
        }


def flags_in(connection: Connection) -> Iterator[tuple[CardId, bool, int]]:
    """Yield every card that has or had a flag: whether it has one still, and since when."""
    for deck, note, card, flagged, at in connection.execute(_ALL_FLAGS):
        yield CardId(deck, note, card), flagged, at


def tags_on_notes(connection: Connection) -> Iterator[tuple[str, str, str, bool, int]]:
    """Yield deck, note and tag wherever one is or was: whether it still is, and since when."""
    yield from connection.execute(_ALL_TAGS)


def take_flag(raw: sqlite3.Connection, card: int, at: int, *, flagged: bool) -> int:
    """Take over a flag, or its removal, where it is newer than what we have; return 1 or 0."""
    return _MERGE_FLAG.run(raw, {"card": card, "flagged": flagged, "at": at}).rowcount


def take_tag(raw: sqlite3.Connection, note: int, tag: str, at: int, *, tagged: bool) -> int:
    """Take over a tag, or its removal, where it is newer than what we have; return 1 or 0."""
    asked = {"note": note, "tag": tag, "tagged": tagged, "at": at}
    return _MERGE_TAG.run(raw, asked).rowcount


def odd_flags(connection: Connection) -> list[str]:
    """Return the ids of the cards whose flag is not as flags are written."""
    return [str(CardId(*row)) for row in connection.execute(_ODD_FLAGS)]


def odd_tags(connection: Connection) -> list[tuple[str, str]]:
    """Return the tags that are not as tags are written, each with the id of its note."""
    return [
        (tag, f"{deck}/{note}")
        for deck, note, tag, odd in connection.execute(_ODD_TAGS)
        if odd or tags_in(tag) != (tag,)
    ]


def drop_odd_marks(connection: Connection) -> None:
    """Remove the marks that are not as marks are written."""
    connection.execute(delete(flags).where(_is_odd(flags.c.flagged, flags.c.at)))
    connection.execute(delete(own_tags).where(_is_odd(own_tags.c.tagged, own_tags.c.at)))
    for tag in {tag for tag, _ in odd_tags(connection)}:
        connection.execute(delete(own_tags).where(own_tags.c.tag == tag))
