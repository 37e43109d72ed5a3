"""Cards in an order, put so in Python: what a collection in memory does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from nqpf_study.domain.review import Memory
from nqpf_study.study.ports import CardOrder, SortKey, StoredCard


def put_in_order(cards: Sequence[StoredCard], order: CardOrder) -> list[StoredCard]:
    """Return the cards in an order; those without a value last, equals as they came."""
    valued = [(value, card) for card in cards if (value := _value(card, order.by)) is not None]
    valued.sort(key=lambda pair: pair[0], reverse=order.descending)
    return [card for _, card in valued] + [c for c in cards if _value(c, order.by) is None]


def _value(card: StoredCard, by: SortKey) -> tuple[str, float] | None:
    status, memory = card.status, card.status.memory
    flag = ("", 1) if card.flagged else None
    values: dict[SortKey, tuple[str, float] | None] = {
        SortKey.DECK: (card.deck_title.casefold(), 0),
        SortKey.KIND: (card.note.kind, 0),
        SortKey.STATE: ("", 10 * status.suspended + memory.state),
        SortKey.DUE: _number(memory.due_day),
        SortKey.LAPSES: ("", memory.lapses),
        SortKey.FLAG: flag,
        SortKey.INTERVAL: _number(interval(memory)),
        SortKey.STABILITY: _number(memory.stability),
        SortKey.DIFFICULTY: _number(memory.difficulty),
        SortKey.REVIEWS: ("", memory.reps),
        SortKey.STUDIED: _instant(memory.last_at),
        SortKey.CHANGED: _instant(card.changed),
        SortKey.NOTE: (card.id.note, 0),
    }
    return values[by]


def interval(memory: Memory) -> int | None:
    """Return the days from the last grade to the next, None for a new card."""
    if memory.due_day is None or memory.last_day is None:
        return None
    return memory.due_day - memory.last_day


def _instant(at: datetime | None) -> tuple[str, float] | None:
    return None if at is None else ("", at.timestamp())


def _number(number: float | None) -> tuple[str, float] | None:
    return None if number is None else ("", number)
