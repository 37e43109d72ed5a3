"""What a session reads and writes: cards and what is like them, the log, and each card's status."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import bindparam, select, update

from nqpf_study.domain.deck import Note
from nqpf_study.domain.entry_ids import uuid7
from nqpf_study.domain.review import Act, CardId, CardStatus, LogEntry, Plan
from nqpf_study.store import log as review_log
from nqpf_study.store.convert import STATUS, milliseconds, note_of, status_values
from nqpf_study.store.engine import Database, Quick, driver_connection
from nqpf_study.store.failures import damaged
from nqpf_study.store.log import KnownPlan
from nqpf_study.store.part import Part
from nqpf_study.store.stored_cards import read_card, read_cards
from nqpf_study.store.tables import IN_USE, cards, decks, notes
from nqpf_study.study.ports import Confused, LoggedAct, StoredCard

TRACE_VARIABLE = "NQPF_STUDY_TRACE_ACKS"

NEIGHBOURS = 20
"""How many notes before a card's, and how many after it, may lend it their answers."""

_LAPSED = (
    select(cards.c.key)
    .join(decks, decks.c.key == cards.c.deck_key)
    .where(decks.c.id == bindparam("deck"), cards.c.lapses >= bindparam("least"), IN_USE)
    .order_by(cards.c.lapses.desc(), cards.c.key)
)
_IDENTIFIED = (
    select(cards.c.key)
    .select_from(
        decks.join(notes, notes.c.deck_key == decks.c.key).join(
            cards, cards.c.note_key == notes.c.key
        )
    )
    .where(
        decks.c.id == bindparam("deck"),
        notes.c.id == bindparam("note"),
        cards.c.name == bindparam("named"),
    )
)
_CARD_KEY = Quick(_IDENTIFIED)
_KEY_IN_USE = Quick(_IDENTIFIED.where(IN_USE))
SET_STATUS = Quick(
    update(cards)
    .where(cards.c.key == bindparam("card"))
    .values({column.name: bindparam(column.name) for column in STATUS})
)
_PLACE = select(notes.c.deck_key, notes.c.kind, notes.c.position).where(
    notes.c.key == bindparam("note")
)
_ALIKE = select(notes.c.id, notes.c.kind, notes.c.content).where(
    notes.c.deck_key == bindparam("deck"),
    notes.c.kind == bindparam("kind"),
    notes.c.key != bindparam("note"),
    notes.c.retired.is_(False),
)
_ALIKE_AFTER = (
    _ALIKE.where(notes.c.position >= bindparam("place"))
    .order_by(notes.c.position)
    .limit(NEIGHBOURS)
)
_ALIKE_BEFORE = (
    _ALIKE.where(notes.c.position < bindparam("place"))
    .order_by(notes.c.position.desc())
    .limit(NEIGHBOURS)
)


class Sessions(Part):
    """The review log and the cards' statuses."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._card_keys: dict[CardId, int] = {}  # neither identity nor key of a card ever changes
        self._plans: dict[Plan, KnownPlan] = {}
        self._last_id: UUID | None = None
        self._traced = os.environ.get(TRACE_VARIABLE) == "1"

    def confused_pairs(self) -> list[tuple[int, int]]:
        """Return the keys of cards of which one was taken for the other, each pair once."""
        with self._database.read() as connection:
            mistaken = connection.execute(review_log.MISTAKEN).all()
        pairs = set()
        with self._database.quick_read() as connection:
            for key, written in mistaken:
                card = review_log.card_named(written)
                other = None if card is None else _card_key(connection, card)
                if other is not None and other != key:
                    pairs.add((min(key, other), max(key, other)))
        return sorted(pairs)

    def lapsed(self, deck: str, least: int) -> list[StoredCard]:
        """Return a deck's cards in use that lapsed `least` times or more, the worst first."""
        with self._database.snapshot() as connection:
            keys = connection.execute(_LAPSED, {"deck": deck, "least": least}).scalars().all()
            return read_cards(driver_connection(connection), keys)

    def confusions(self) -> list[Confused]:
        """Return every wrong answer that was given, counted, the most frequent first."""
        with self._database.read() as connection:
            return [
                Confused(CardId(*row[:3]), row[3] or "", review_log.card_named(row[4]), row[5])
                for row in connection.execute(review_log.CONFUSIONS)
            ]

    def card(self, key: int) -> StoredCard:
        """Return a card with its note. Raises StudyError where its row is lost."""
        with self._database.quick_read() as connection:
            card = read_card(connection, key)
        if card is None:
            raise damaged(self._database.path)  # cards are retired, never deleted
        self._card_keys[card.id] = key
        return card

    def card_key(self, card: CardId) -> int | None:
        """Return the key of a card in use, None where the collection doesn't hold it."""
        with self._database.quick_read() as connection:
            return _card_key(connection, card, _KEY_IN_USE)

    def answers_like(self, card: StoredCard) -> list[Note]:
        """Return notes of the same kind from the card's deck, those near it in the file."""
        with self._database.snapshot() as connection:
            deck, kind, place = connection.execute(_PLACE, {"note": card.note_key}).one()
            asked = {"deck": deck, "kind": kind, "place": place, "note": card.note_key}
            before = connection.execute(_ALIKE_BEFORE, asked).all()
            after = connection.execute(_ALIKE_AFTER, asked).all()
            return [note_of(*row) for row in (*reversed(before), *after)]

    def record(self, entry: LogEntry, status: CardStatus) -> None:
        """Append an entry to the log and set the card's status, durably, in one transaction."""
        self.record_all([(entry, status)])

    def record_all(self, acts: Sequence[tuple[LogEntry, CardStatus]]) -> None:
        """Append entries and set their cards' status, all in one transaction.

        Raises KeyError where the collection doesn't hold a card.
        """
        for entry, _ in acts:
            if entry.plan is not None and entry.plan not in self._plans:
                self._keep_plan(entry.plan)
        with self._database.quick_write() as connection:
            for entry, status in acts:
                key = self._card_keys.get(entry.card) or _card_key(connection, entry.card)
                if key is None:
                    raise KeyError(entry.card)
                kept = None if entry.plan is None else self._plans[entry.plan]
                review_log.append(connection, entry, key, kept)
                SET_STATUS.run(connection, {"card": key, **status_values(status)})
        if self._last_id is not None:
            self._last_id = max(self._last_id, *(entry.id for entry, _ in acts))
        if self._traced:
            _acknowledge(entry for entry, _ in acts)

    def entries(self, card: CardId) -> list[LogEntry]:
        """Return a card's whole log, undone entries and undos included, in order."""
        with self._database.quick_read() as connection:
            key = _card_key(connection, card)
            rows = review_log.OF_CARD.run(connection, {"card": key})
            return [review_log.entry_of(row) for row in rows]

    def whole_log(self) -> list[LogEntry]:
        """Return every entry of the log, card by card, each card's in order."""
        with self._database.snapshot() as connection:
            rows = review_log.BY_CARD.run(driver_connection(connection), {})
            return [review_log.entry_of(row) for row in rows]

    def log_length(self) -> int:
        """Return how many entries the log holds, undone ones included."""
        with self._database.read() as connection:
            return int(connection.execute(review_log.LENGTH).scalar_one())

    def entries_since(self, first: UUID) -> list[LogEntry]:
        """Return the entries of all cards from the one with id `first` on, in order."""
        with self._database.read() as connection:
            rows = review_log.SINCE.run(driver_connection(connection), {"first": first.bytes})
            return [review_log.entry_of(row) for row in rows]

    def last_standing_act(self) -> LoggedAct | None:
        """Return the newest act that is no undo and was not undone.

        Entries of one instant that set cards aside, or bring them back, are one act.
        """
        with self._database.snapshot() as connection:
            row = connection.execute(review_log.NEWEST_STANDING).first()
            if row is None:
                return None
            newest = review_log.entry_of(row)
            if newest.act is Act.GRADE:
                return LoggedAct(newest, newest.id)
            asked = {
                "least": uuid7(newest.at, 0).bytes,
                "instant": milliseconds(newest.at),
                "done": newest.act.value,
            }
            first, count = connection.execute(review_log.DONE_TOGETHER, asked).one()
            return LoggedAct(newest, UUID(bytes=first), count)

    def last_entry_id(self) -> UUID | None:
        """Return the greatest id in the log."""
        if self._last_id is None or self._database.read_only:  # where others may write
            with self._database.read() as connection:
                id_ = connection.execute(review_log.LAST_ID).scalar()
            self._last_id = None if id_ is None else UUID(bytes=id_)
        return self._last_id

    def reread(self) -> None:
        """Forget what was remembered of the log: entries came by another way."""
        self._last_id = None

    def _keep_plan(self, plan: Plan) -> None:
        # In a transaction of its own: what is remembered here must be in the collection for good.
        with self._database.quick_write() as connection:
            kept = review_log.ensure_plan(connection, plan)
        self._plans[plan] = kept


def _card_key(
    connection: sqlite3.Connection, card: CardId, wanted: Quick = _CARD_KEY
) -> int | None:
    asked = {"deck": card.deck, "note": card.note, "named": card.card}
    row = wanted.run(connection, asked).fetchone()
    return None if row is None else row[0]


def _acknowledge(entries: Iterable[LogEntry]) -> None:
    for entry in entries:
        if entry.act is Act.GRADE:
            sys.stdout.write(f"ACK {entry.id}\n")
    sys.stdout.flush()
