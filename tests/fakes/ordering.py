"""Cards in an order, put so in Python: what a collection in memory does."""

from __future__ import annotations

from collections.abc import Sequence

from nqpf_study.study.ports import CardOrder, SortKey, StoredCard


def put_in_order(cards: Sequence[StoredCard], order: CardOrder) -> list[StoredCard]:
    """Return the cards in an order; those without a value last, equals as they came."""
    valued = [(value, card) for card in cards if (value := _value(card, order.by)) is not None]
    valued.sort(key=lambda pair: pair[0], reverse=order.descending)
    return [card for _, card in valued] + [c for c in cards if _value(c, order.by) is None]


def _value(card: StoredCard, by: SortKey) -> tuple[str, int] | None:
    status, memory = card.status, card.status.memory
    flag = ("", 1) if card.flagged else None
    due = None if memory.due_day is None else ("", memory.due_day)
    values: dict[SortKey, tuple[str, int] | None] = {
        SortKey.DECK: (card.deck_title.casefold(), 0),
        SortKey.KIND: (card.note.kind, 0),
        SortKey.STATE: ("", 10 * status.suspended + memory.state),
        SortKey.DUE: due,
        SortKey.LAPSES: ("", memory.lapses),
        SortKey.FLAG: flag,
    }
    return values[by]
