"""The append-only review log: rows, their checksums, and the plans that grades refer to."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, exists, func, insert, or_, select
from sqlalchemy.sql.elements import ColumnElement

from nqpf_study.domain.review import Act, CardId, LogEntry, Plan, Rating, State
from nqpf_study.store.convert import (
    AnyRow,
    instant,
    milliseconds,
    plan_content,
    plan_hash,
    plan_of,
    strictly,
)
from nqpf_study.store.engine import Quick
from nqpf_study.store.tables import cards, decks, log, notes, plans

_ACTS = {act.value: act for act in Act}
_STATES = {state.value: state for state in State}
_RATINGS = {rating.value: rating for rating in Rating}
_undo = log.alias("undo")

STANDING: ColumnElement[bool] = ~exists().where(_undo.c.undoes == log.c.id)
"""The condition that a row was not undone."""

GRADES: ColumnElement[bool] = log.c.act == Act.GRADE.value

_ROWS = select(
    log.c.id,
    decks.c.id,
    notes.c.id,
    cards.c.name,
    log.c.act,
    log.c.at,
    log.c.day,
    log.c.state,
    log.c.rating,
    log.c.form,
    log.c.hinted,
    log.c.duration,
    plans.c.hash,
    log.c.undoes,
    log.c.checksum,
    plans.c.content,
    log.c.card_key,
    log.c.interval,
    log.c.answer,
    log.c.mistaken_for,
).select_from(
    # Outer joins: a row whose card is gone, for damage, must not hide from the doctor.
    log.outerjoin(cards, cards.c.key == log.c.card_key)
    .outerjoin(notes, notes.c.key == cards.c.note_key)
    .outerjoin(decks, decks.c.key == cards.c.deck_key)
    .outerjoin(plans, plans.c.key == log.c.plan_key)
)
OF_CARD = Quick(_ROWS.where(log.c.card_key == bindparam("card")).order_by(log.c.id))
NEWEST_STANDING = (
    _ROWS.where(log.c.act != Act.UNDO.value, STANDING).order_by(log.c.id.desc()).limit(1)
)
DONE_TOGETHER = select(func.min(log.c.id), func.count()).where(
    log.c.id >= bindparam("least"),
    log.c.at == bindparam("instant"),
    log.c.act == bindparam("done"),
    STANDING,
)
"""The first row that stands of those that were written by one act, and how many there are.

An id is never older than the instant of its row: `least` keeps the search from the whole log.
"""
SINCE = Quick(_ROWS.where(log.c.id >= bindparam("first")).order_by(log.c.id))
BY_CARD = Quick(_ROWS.order_by(log.c.card_key, log.c.id))
LENGTH = select(func.count()).select_from(log)
LAST_ID = select(log.c.id).order_by(log.c.id.desc()).limit(1)

CONFUSIONS = (
    select(
        decks.c.id,
        notes.c.id,
        cards.c.name,
        log.c.answer,
        log.c.mistaken_for,
        func.count().label("times"),
        log.c.card_key,
    )
    .select_from(
        log.join(cards, cards.c.key == log.c.card_key)
        .join(notes, notes.c.key == cards.c.note_key)
        .join(decks, decks.c.key == cards.c.deck_key)
    )
    .where(or_(log.c.answer.is_not(None), log.c.mistaken_for.is_not(None)), STANDING)
    .group_by(log.c.card_key, log.c.answer, log.c.mistaken_for)
    .order_by(func.count().desc(), func.min(log.c.id))
)
MISTAKEN = (
    select(log.c.card_key, log.c.mistaken_for)
    .where(log.c.mistaken_for.is_not(None), STANDING)
    .distinct()
)

_APPEND = Quick(insert(log))
_PLAN_KEY = Quick(select(plans.c.key).where(plans.c.hash == bindparam("named")))
_ADD_PLAN = Quick(insert(plans).values(hash=bindparam("named"), content=bindparam("content")))


class KnownPlan(NamedTuple):
    """A plan that the collection holds: its key here, and its name in every collection."""

    key: int
    hash: bytes


def append(
    connection: sqlite3.Connection, entry: LogEntry, card_key: int, plan: KnownPlan | None
) -> None:
    """Add an entry to the log; `plan` is where `entry.plan` is kept."""
    at = milliseconds(entry.at)
    rating = None if entry.rating is None else int(entry.rating)
    undoes = None if entry.undoes is None else entry.undoes.bytes
    id_, card, act, state = entry.id.bytes, entry.card, entry.act.value, int(entry.state)
    said = (entry.interval, entry.answer or None, card_json(entry.mistaken_for))
    _APPEND.run(
        connection,
        {
            "id": id_,
            "card_key": card_key,
            "act": act,
            "at": at,
            "day": entry.day,
            "state": state,
            "rating": rating,
            "form": entry.form,
            "hinted": entry.hinted,
            "duration": entry.duration,
            "plan_key": plan and plan.key,
            "undoes": undoes,
            "checksum": _checksum(
                (
                    *(id_, card.deck, card.note, card.card, act, at, entry.day, state, rating),
                    *(entry.form, int(entry.hinted), entry.duration, plan and plan.hash, undoes),
                    *_if_any(said),
                )
            ),
            "interval": said[0],
            "answer": said[1],
            "mistaken_for": said[2],
        },
    )


def ensure_plan(connection: sqlite3.Connection, plan: Plan) -> KnownPlan:
    """Return where a plan is kept; a new one is added."""
    content = plan_content(plan)
    named = plan_hash(content)
    known = _PLAN_KEY.run(connection, {"named": named}).fetchone()
    if known is not None:
        return KnownPlan(known[0], named)
    added = _ADD_PLAN.run(connection, {"named": named, "content": content})
    return KnownPlan(added.lastrowid or 0, named)


@strictly
def entry_of(row: AnyRow) -> LogEntry:
    """Return the entry of a row as `_ROWS` selects it."""
    return LogEntry(
        id=UUID(bytes=row[0]),
        card=CardId(row[1], row[2], row[3]),
        act=_ACTS[row[4]],
        at=instant(row[5]),
        day=row[6],
        state=_STATES[row[7]],
        rating=None if row[8] is None else _RATINGS[row[8]],
        form=row[9],
        hinted=bool(row[10]),
        duration=row[11],
        plan=None if row[15] is None else plan_of(row[15]),
        undoes=None if row[13] is None else UUID(bytes=row[13]),
        interval=row[17],
        answer=row[18] or "",
        mistaken_for=card_named(row[19]),
    )


@strictly
def card_named(written: str | None) -> CardId | None:
    """Return the card that `card_json` wrote."""
    return None if written is None else CardId(*json.loads(written))


def is_sound(row: AnyRow) -> bool:
    """Tell whether a row is as it was written: its own values, its card's name, and its plan."""
    plan_is_its_own = row[15] is None or plan_hash(str(row[15])) == row[12]
    checksum: bytes = row[14]
    values = (*row[:10], int(row[10]), *row[11:14], *_if_any(tuple(row[17:20])))
    return plan_is_its_own and _checksum(values) == checksum


def damaged_entries(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the ids of the rows that are not as they were written."""
    return (entry_name(row[0]) for row in BY_CARD.run(connection, {}) if not is_sound(row))


def entry_name(id_: bytes) -> str:
    """Write an entry's id as it is acknowledged, and a damaged one as well as can be."""
    return str(UUID(bytes=id_)) if len(id_) == 16 else bytes(id_).hex()


def card_json(card: CardId | None) -> str | None:
    """Write a card's identity as the log keeps it."""
    if card is None:
        return None
    return json.dumps([card.deck, card.note, card.card], ensure_ascii=False)


def _if_any(values: tuple[object, ...]) -> tuple[object, ...]:
    """Return what the second version added to a row, nothing for rows that have none of it."""
    return () if values == (None, None, None) else values


def _checksum(values: tuple[object, ...]) -> bytes:
    written = "\n".join(map(str, values))
    return hashlib.blake2b(written.encode(), digest_size=8).digest()
