"""What a session offers: today's cards, or cards ahead of their time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nqpf_study.domain.queue import Queue, Today, todays_queue
from nqpf_study.domain.review import CardStatus
from nqpf_study.study.backlog import running
from nqpf_study.study.exam import wanted_today
from nqpf_study.study.ports import SessionStore


@dataclass(frozen=True, slots=True)
class Offer:
    """A queue, and the keys of those of its cards that are asked before they are due."""

    queue: Queue
    early: frozenset[int] = frozenset()

    def still_holds(self, key: int, status: CardStatus, day: int) -> bool:
        """Tell whether a card that stands so may be asked on study day `day`."""
        if status.suspended or (status.buried_day is not None and status.buried_day >= day):
            return False
        due = status.memory.due_day
        return key in self.early or due is None or due <= day


Offering = Callable[[SessionStore, Sequence[str] | None, int], Offer]
"""Picks the cards of `decks` (None: all) for study day `day`."""


def todays(store: SessionStore, decks: Sequence[str] | None, day: int) -> Offer:
    """Offer what is due today, what an exam wants today, and what is new, within the limits."""
    due, new, today = store.candidates(decks, day)
    extra = wanted_today(store, decks, day, today)
    queue = todays_queue(
        *(due, new, today, store.deck_options(), running(store, day), extra),
        confusable=store.confused_pairs(),
    )
    return Offer(queue, frozenset(card.card for card in extra))


def ahead(days: int) -> Offering:
    """Return what offers the cards that become due in the next `days` days, without a limit.

    They are reviewed for good, ahead of time: as little was forgotten, stability grows less.
    """

    def offered(store: SessionStore, decks: Sequence[str] | None, day: int) -> Offer:
        cards = [
            card
            for card in store.seen(decks, day)
            if card.memory.due_day is not None and day < card.memory.due_day <= day + days
        ]
        queue = todays_queue((), (), Today(day), store.deck_options(), extra=cards)
        return Offer(queue, frozenset(card.card for card in cards))

    return offered
