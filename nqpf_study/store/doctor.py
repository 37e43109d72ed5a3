"""Examining a collection: the file, the log as it was written, each card against its log."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, exists, func, insert, or_, select

from nqpf_study.domain.deck import Note, note_hash
from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.replay import replay
from nqpf_study.domain.review import CardId, CardStatus
from nqpf_study.store.backup import back_up
from nqpf_study.store.collection import Collection
from nqpf_study.store.convert import STATUS, note_of, status_values
from nqpf_study.store.engine import Database, driver_connection
from nqpf_study.store.failures import damaged
from nqpf_study.store.log import BY_CARD, GRADES, entry_name, entry_of, is_sound
from nqpf_study.store.marks import drop_odd_marks, odd_flags, odd_tags
from nqpf_study.store.search_text import search_text
from nqpf_study.store.sessions import SET_STATUS
from nqpf_study.store.tables import IN_USE, SEARCH_INDEX, card_counts, cards, decks, log, notes

_FRESH = tuple(status_values(CardStatus()).values())
_LOGGED = exists().where(log.c.card_key == cards.c.key)
_TOUCHED = or_(
    *(
        column.is_not(None) if fresh is None else column != fresh
        for column, fresh in zip(STATUS, _FRESH, strict=True)
    )
)
_KEPT = (
    select(cards.c.key, decks.c.id, notes.c.id, cards.c.name, *STATUS)
    .select_from(
        cards.join(notes, notes.c.key == cards.c.note_key).join(
            decks, decks.c.key == cards.c.deck_key
        )
    )
    .where(or_(_TOUCHED, _LOGGED))
)
_NOTES = select(
    notes.c.key,
    decks.c.id,
    notes.c.id,
    notes.c.kind,
    notes.c.content,
    notes.c.hash,
    notes.c.retired,
).join(decks, decks.c.key == notes.c.deck_key)
_COUNTS = (
    select(cards.c.deck_key, cards.c.state, cards.c.suspended, func.count())
    .where(IN_USE)
    .group_by(cards.c.deck_key, cards.c.state, cards.c.suspended)
)
_COUNTED = select(card_counts).where(card_counts.c.number != 0)
_CARD_KEY = itemgetter(16)  # in a row of the log
_ENTER = "INSERT INTO note_words(rowid, words) VALUES (?, ?)"
_TELL_EVERY = 1000
_HELD = (
    "SELECT term, count(*), sum(doc), sum(doc * (offset + 1)) FROM temp.{}_words "
    "GROUP BY term ORDER BY term"
)


@dataclass(frozen=True, slots=True)
class Report:
    """What a collection holds, and what is wrong with it: nothing, where it is `fine`.

    `file` is what SQLite says of the file. `entries` are ids of log rows that are not as they were
    written, `changed_notes` ids of notes (deck/note) whose text is not what was imported, and
    `wrong_cards` ids of cards (deck/note/card) whose status is not what their log yields.
    `reviews` counts grades, undone ones included; `counts_fine` tells whether the cards are
    counted right, by deck and state, for the study home; `search_fine` whether the search index
    holds the words of the notes in use. `odd_flags` are ids of cards whose flag, and
    `odd_tags` tags, each with the id of its note, that are not as the program writes them.
    """

    decks: int
    notes: int
    cards: int
    reviews: int
    file: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    changed_notes: tuple[str, ...] = ()
    wrong_cards: tuple[str, ...] = ()
    counts_fine: bool = True
    search_fine: bool = True
    odd_flags: tuple[str, ...] = ()
    odd_tags: tuple[tuple[str, str], ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        """Return what is wrong, one sentence each."""
        return (
            *(phrase("The file is damaged: {said}.", said=said) for said in self.file),
            *(phrase("Log entry {id} is not as it was written.", id=id_) for id_ in self.entries),
            *(phrase("Note {id} is not as it was imported.", id=id_) for id_ in self.changed_notes),
            *(
                phrase("Card {id} is not where its log puts it.", id=id_)
                for id_ in self.wrong_cards
            ),
            *(
                phrase("The flag of card {id} is not as flags are written.", id=id_)
                for id_ in self.odd_flags
            ),
            *(
                phrase("Tag “{tag}” of note {id} is not as tags are written.", tag=tag, id=id_)
                for tag, id_ in self.odd_tags
            ),
            *(() if self.counts_fine else (phrase("The cards of a deck are not counted right."),)),
            *(
                ()
                if self.search_fine
                else (phrase("The search index does not hold the notes' words."),)
            ),
        )

    @property
    def fine(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.problems


def examine(collection: Collection, progress: Progress = unheard) -> Report:
    """Check the file, the log's checksums, the notes, every card against its log, and the index.

    Nothing is changed. Raises StudyError where the file is too damaged to be read at all, Cancelled
    where `progress` does.
    """
    progress(0, 1, "file")
    with collection.database.snapshot() as connection, _any_text(connection):
        held = _held(connection)
        file = tuple(_file_problems(connection))
        if file:
            return replace(held, file=file)
        replayed = _Told(progress, held.reviews, "log")
        entries, wrong = _held_against_log(connection, replayed)
        counts_fine = set(connection.execute(_COUNTS)) == set(connection.execute(_COUNTED))
        flags, tags = tuple(odd_flags(connection)), tuple(odd_tags(connection))
        with closing(sqlite3.connect("file::memory:", uri=True)) as memory:
            memory.execute(SEARCH_INDEX)
            changed = _index(connection, memory, _Told(progress, held.notes, "words"))
            search_fine = _hold_the_same(memory, collection.database)
    return replace(
        held,
        entries=tuple(entries),
        changed_notes=tuple(changed),
        wrong_cards=tuple(str(card.id) for card in wrong),
        counts_fine=counts_fine,
        search_fine=search_fine,
        odd_flags=flags,
        odd_tags=tags,
    )


def repair(collection: Collection) -> Report:
    """Rebuild the cards' statuses from the log, their counts, and the search index; drop odd marks.

    A backup is made first. Cards with a damaged log entry are left as they are. Return what is
    wrong still. Raises StudyError where the file itself is damaged: that needs a backup restored.
    """
    if examine(collection).file:
        raise damaged(collection.database.path)
    back_up(collection, collection.backups, "repair", collection.now())
    with collection.database.write() as connection:
        for card in _held_against_log(connection)[1]:
            SET_STATUS.run(driver_connection(connection), {"card": card.key, **card.yielded})
        connection.execute(delete(card_counts))
        connection.execute(insert(card_counts).from_select(card_counts.c.keys(), _COUNTS))
        drop_odd_marks(connection)
        connection.exec_driver_sql("INSERT INTO note_words(note_words) VALUES ('delete-all')")
        _index(connection, driver_connection(connection))
    return examine(collection)


def _held(connection: Connection) -> Report:
    def counted(asked: Select[int]) -> int:
        return connection.execute(asked).scalar_one()

    return Report(
        decks=counted(select(func.count()).select_from(decks)),
        notes=counted(select(func.count()).select_from(notes)),
        cards=counted(select(func.count()).select_from(cards)),
        reviews=counted(select(func.count()).where(GRADES)),
    )


class _Told:
    """Tells of progress now and then: of so many of `total` rows."""

    def __init__(self, progress: Progress, total: int, doing: str) -> None:
        self._progress, self._total, self._doing = progress, total, doing
        self._done = 0

    def more(self, rows: int) -> None:
        """Count rows that are done."""
        before, self._done = self._done, self._done + rows
        if not before or before // _TELL_EVERY != self._done // _TELL_EVERY:
            self._progress(min(self._done, self._total), self._total, self._doing)


class _WrongCard(NamedTuple):
    """A card whose status is not what its log yields: key, identity, and what it yields."""

    key: int
    id: CardId
    yielded: dict[str, Any]


@contextmanager
def _any_text(connection: Connection) -> Iterator[None]:
    """Read text even where damage left bytes that are none."""
    raw = driver_connection(connection)
    raw.text_factory = partial(str, encoding="utf-8", errors="replace")
    try:
        yield
    finally:
        raw.text_factory = str


def _file_problems(connection: Connection) -> Iterator[str]:
    for said in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if said != "ok":
            yield said
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"a row of {row[0]} refers to a row of {row[2]} that is missing"


def _held_against_log(
    connection: Connection, told: _Told | None = None
) -> tuple[list[str], list[_WrongCard]]:
    """Replay every log; return the ids of damaged entries, and the cards that are wrong.

    A card with a damaged entry is not judged.
    """
    kept = {row[0]: row for row in connection.execute(_KEPT)}
    damaged_entries: list[str] = []
    wrong: list[_WrongCard] = []
    for key, group in groupby(BY_CARD.run(driver_connection(connection), {}), _CARD_KEY):
        rows = list(group)
        if told is not None:
            told.more(len(rows))
        unsound = [entry_name(row[0]) for row in rows if not is_sound(row)]
        damaged_entries += unsound
        card = kept.pop(key, None)
        if card is None or unsound:
            continue
        yielded = status_values(replay([entry_of(row) for row in rows]))
        if not _agree(card[4:], yielded.values()):
            wrong.append(_WrongCard(key, CardId(*card[1:4]), yielded))
    fresh = status_values(CardStatus())
    wrong += [_WrongCard(key, CardId(*card[1:4]), fresh) for key, card in kept.items()]
    return damaged_entries, wrong


def _agree(kept: Iterable[object], yielded: Iterable[object]) -> bool:
    return all(a == b or _nearly(a, b) for a, b in zip(kept, yielded, strict=True))


def _nearly(a: object, b: object) -> bool:
    return isinstance(a, float) and isinstance(b, float) and math.isclose(a, b, rel_tol=1e-9)


def _index(
    connection: Connection, into: sqlite3.Connection, told: _Told | None = None
) -> list[str]:
    """Enter the words of the notes in use into an index.

    Return the ids of the notes that are not as they were imported; of these, none are entered.
    """
    changed = []
    for key, deck, id_, kind, content, digest, retired in connection.execute(_NOTES):
        if told is not None:
            told.more(1)
        note = _as_imported(id_, kind, content, digest)
        if note is None:
            changed.append(f"{deck}/{id_}")
        elif not retired:
            into.execute(_ENTER, (key, search_text(note)))
    return changed


def _as_imported(id_: str, kind: str, content: str, digest: bytes) -> Note | None:
    try:
        note = note_of(id_, kind, content)
    except ValueError:
        return None
    return note if bytes.fromhex(note_hash(note)) == digest else None


def _hold_the_same(memory: sqlite3.Connection, database: Database) -> bool:
    """Compare an index in memory with the collection's: which words stand where."""
    memory.execute("ATTACH ? AS collection", (database.reading_uri,))
    held = []
    for schema in ("main", "collection"):
        memory.execute(
            f"CREATE VIRTUAL TABLE temp.{schema}_words "
            f"USING fts5vocab('{schema}', 'note_words', 'instance')"
        )
        try:
            held.append(memory.execute(_HELD.format(schema)).fetchall())
        except sqlite3.DatabaseError:
            return False
    ours, theirs = held
    return bool(ours == theirs)
