"""The cards of a study day: what is due, what was not seen yet, and what it has had already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, bindparam, func, or_, select

from nqpf_study.domain.options import NewOrder
from nqpf_study.domain.queue import Candidate, Today, scattered
from nqpf_study.domain.review import State
from nqpf_study.store.convert import STATUS, AnyRow, NamedRow, deck_options_of, memory_of
from nqpf_study.store.log import GRADES, STANDING
from nqpf_study.store.part import Part
from nqpf_study.store.tables import (
    AWAKE,
    HAS_DUE_DAY,
    IN_USE,
    UNSEEN,
    card_counts,
    cards,
    decks,
    log,
    notes,
)

NOT_BURIED = or_(cards.c.buried_day.is_(None), cards.c.buried_day < bindparam("day"))

_DECKS = select(decks.c.key, decks.c.id, decks.c.options).where(decks.c.in_use.is_(True))
_CANDIDATE = select(cards.c.key, cards.c.note_key, *STATUS)
_DUE = _CANDIDATE.where(
    cards.c.deck_key == bindparam("deck"),
    HAS_DUE_DAY,
    cards.c.due_day <= bindparam("day"),
    IN_USE,
    AWAKE,
    NOT_BURIED,
)
_SEEN = _CANDIDATE.where(
    cards.c.deck_key == bindparam("deck"), HAS_DUE_DAY, IN_USE, AWAKE, NOT_BURIED
)
_UNSEEN_COUNT = select(func.sum(card_counts.c.number)).where(
    card_counts.c.deck_key == bindparam("deck"),
    card_counts.c.state == State.NEW.value,
    card_counts.c.suspended.is_(False),
)
_DUE_COUNTS = (
    select(cards.c.due_day, func.count().label("number"))
    .where(
        cards.c.deck_key == bindparam("deck"),
        HAS_DUE_DAY,
        cards.c.due_day > bindparam("day"),
        IN_USE,
        AWAKE,
    )
    .group_by(cards.c.due_day)
)
_UNSEEN = _CANDIDATE.where(
    cards.c.deck_key == bindparam("deck"), UNSEEN, IN_USE, AWAKE, NOT_BURIED
).order_by(cards.c.position, cards.c.place)
_UNSEEN_BY_NAME = (
    _CANDIDATE.add_columns(notes.c.id)
    .join(notes, notes.c.key == cards.c.note_key)
    .where(cards.c.deck_key == bindparam("deck"), UNSEEN, IN_USE, AWAKE, NOT_BURIED)
    .order_by(cards.c.place)
)
TODAY = (
    select(cards.c.deck_key, cards.c.note_key, log.c.state)
    .select_from(log.join(cards, cards.c.key == log.c.card_key))
    .where(log.c.day == bindparam("day"), GRADES, STANDING)
)


class Candidates(Part):
    """The cards that a session may ask, deck by deck."""

    def candidates(
        self, decks: Sequence[str] | None, day: int
    ) -> tuple[list[Candidate], list[Candidate], Today]:
        """Return cards due by study day `day`, unseen ones in order, and what today has seen.

        Neither suspended, retired nor buried cards are among them. `decks` None means all. Of the
        unseen, as many are read as the decks' limits may ask for.
        """
        with self._database.snapshot() as connection:
            wanted = [
                (key, id_, deck_options_of(options))
                for key, id_, options in connection.execute(_DECKS)
                if decks is None or id_ in decks
            ]
            today = _today(connection, {key: id_ for key, id_, _ in wanted}, day)
            today = replace(
                today,
                unseen={id_: unseen_count(connection, key) for key, id_, _ in wanted},
            )
            due = [
                _candidate(row, id_)
                for key, id_, _ in wanted
                for row in connection.execute(_DUE, {"deck": key, "day": day})
            ]
            taken = today.notes | {card.note for card in due}
            unseen = [
                _candidate(row, id_)
                for key, id_, options in wanted
                for row in _unseen_in_order(
                    connection,
                    (key, id_, options.new_order),
                    day,
                    taken,
                    options.new_limit(day, today.unseen.get(id_, 0), today.new[id_])
                    - today.new[id_],
                )
            ]
        return due, unseen, today

    def seen(self, decks: Sequence[str] | None, day: int) -> list[Candidate]:
        """Return the cards that were graded before, due or not; none that is set aside.

        `day` is the study day for which buried ones are left out. `decks` None means all.
        """
        with self._database.snapshot() as connection:
            return [
                _candidate(row, id_)
                for key, id_, _ in connection.execute(_DECKS).all()
                if decks is None or id_ in decks
                for row in connection.execute(_SEEN, {"deck": key, "day": day})
            ]

    def due_counts(self, after: int) -> Mapping[int, int]:
        """Return how many cards are due on each study day after `after`, suspended ones apart."""
        counts: Counter[int] = Counter()
        with self._database.snapshot() as connection:
            for deck in connection.execute(_DECKS).all():
                for row in connection.execute(_DUE_COUNTS, {"deck": deck.key, "day": after}):
                    counts[row.due_day] += row.number
        return counts


def _today(connection: Connection, wanted: Mapping[int, str], day: int) -> Today:
    rows = connection.execute(TODAY, {"day": day}).all()
    by_state = Counter((wanted.get(deck), state) for deck, _, state in rows)
    return Today(
        day=day,
        new={id_: by_state[id_, State.NEW] for id_ in wanted.values()},
        reviews={id_: by_state[id_, State.REVIEW] for id_ in wanted.values()},
        notes=frozenset(note for _, note, _ in rows),
    )


def unseen_rows(
    connection: Connection, deck_key: int, day: int, ruled_out: frozenset[int], wanted: int
) -> Iterator[NamedRow]:
    """Yield a deck's unseen cards until `wanted` notes are met besides those ruled out."""
    if wanted > 0:
        with connection.execute(_UNSEEN, {"deck": deck_key, "day": day}) as rows:
            yield from _until_met(rows, ruled_out, wanted)


def _unseen_in_order(
    connection: Connection,
    deck: tuple[int, str, NewOrder],
    day: int,
    ruled_out: frozenset[int],
    wanted: int,
) -> Iterator[NamedRow]:
    """Yield as `unseen_rows` does, in the order that the deck's options ask for."""
    key, id_, order = deck
    if order is NewOrder.DECK:
        yield from unseen_rows(connection, key, day, ruled_out, wanted)
    elif wanted > 0:
        rows = connection.execute(_UNSEEN_BY_NAME, {"deck": key, "day": day}).all()
        in_order = sorted(rows, key=lambda row: scattered(id_, row.id))
        yield from _until_met(in_order, ruled_out, wanted)


def _until_met(
    rows: Iterable[NamedRow], ruled_out: frozenset[int], wanted: int
) -> Iterator[NamedRow]:
    met = set(ruled_out)
    enough = len(met) + wanted
    for row in rows:
        yield row
        met.add(row.note_key)
        if len(met) == enough:
            return


def unseen_count(connection: Connection, deck_key: int) -> int:
    """Return how many cards of a deck are new still, suspended ones apart."""
    return connection.execute(_UNSEEN_COUNT, {"deck": deck_key}).scalar() or 0


def _candidate(row: AnyRow, deck: str) -> Candidate:
    return Candidate(card=row[0], note=row[1], deck=deck, memory=memory_of(row, 2))
