"""The study home's figures: what is left for today, deck by deck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Protocol

from nqpf_study.domain.backlog import BacklogPlan
from nqpf_study.domain.options import DeckOptions
from nqpf_study.study.backlog import running
from nqpf_study.study.exam import wanted_today
from nqpf_study.study.offering import todays
from nqpf_study.study.ports import DeckCounts, SessionStore, StatisticsStore
from nqpf_study.study.statistics import DeckOverview, Overview

GUESSED_PACE = 10.0
"""Seconds a card takes before the learner's own pace is known."""


class _Store(SessionStore, StatisticsStore, Protocol): ...


def overview(store: _Store, day: int) -> Overview:
    """Return the decks with what is left for study day `day` within their limits."""
    options = store.deck_options()
    backlog = running(store, day)
    extra = _wanted(store, day, options)
    decks = []
    next_days = []
    for counts in store.overview_counts(day, backlog.since if backlog else day):
        option = options.get(counts.id, DeckOptions())
        decks.append(
            DeckOverview(
                id=counts.id,
                title=counts.title,
                new=min(counts.notes, _new_left(counts, option, day)),
                learning=counts.learning,
                due=_reviews_left(counts, option, backlog, day) + extra[counts.id],
                total=counts.total,
                learned=counts.learned,
                last_studied=counts.last_studied,
            )
        )
        if counts.next_due_day is not None:
            next_days.append(counts.next_due_day)
    if not any(deck.new + deck.learning + deck.due for deck in decks) and _any_tomorrow(store, day):
        next_days = [day + 1]
    return Overview(
        decks=tuple(decks),
        today=day,
        seconds_per_card=store.seconds_per_card() or GUESSED_PACE,
        next_due_day=min(next_days, default=None),
    )


def _any_tomorrow(store: SessionStore, day: int) -> bool:
    """Tell whether cards come tomorrow: new ones, buried ones, or those over today's limit."""
    queue = todays(store, None, day + 1).queue
    return bool(queue.cards or queue.learning)


def _wanted(store: SessionStore, day: int, options: Mapping[str, DeckOptions]) -> Counter[str]:
    """Count the cards that exams want before they are due, by deck."""
    decks = [deck for deck, option in options.items() if option.exam is not None]
    if not decks:
        return Counter()
    _, _, today = store.candidates(decks, day)
    return Counter(card.deck for card in wanted_today(store, decks, day, today))


def _new_left(counts: DeckCounts, option: DeckOptions, day: int) -> int:
    return max(0, option.new_limit(day, counts.unseen, counts.seen) - counts.seen)


def _reviews_left(
    counts: DeckCounts, option: DeckOptions, backlog: BacklogPlan | None, day: int
) -> int:
    if backlog is None:
        return min(counts.due, max(0, option.reviews_per_day - counts.reviewed))
    return counts.due - counts.late + backlog.share(counts.id, day, counts.late)
