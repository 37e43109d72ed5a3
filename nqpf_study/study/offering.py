"""What a session offers: today's cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nqpf_study.domain.queue import Queue, todays_queue
from nqpf_study.study.backlog import running
from nqpf_study.study.ports import SessionStore


@dataclass(frozen=True, slots=True)
class Offer:
    """A queue, and the keys of those of its cards that are asked before they are due."""

    queue: Queue
    early: frozenset[int] = frozenset()


Offering = Callable[[SessionStore, Sequence[str] | None, int], Offer]
"""Picks the cards of `decks` (None: all) for study day `day`."""


def todays(store: SessionStore, decks: Sequence[str] | None, day: int) -> Offer:
    """Offer what is due today and what is new, within the limits and the plan for a backlog."""
    due, new, today = store.candidates(decks, day)
    return Offer(todays_queue(due, new, today, store.deck_options(), running(store, day)))
