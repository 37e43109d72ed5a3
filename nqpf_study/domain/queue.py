"""Which cards come today, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.review import Memory, State
from nqpf_study.domain.scheduling import retrievability

SIBLING_DISTANCE = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be asked today. `card` and `note` are the store's keys."""

    card: int
    note: int
    deck: str
    memory: Memory


@dataclass(frozen=True, slots=True)
class Today:
    """What a study day has seen so far: new cards and reviews by deck, and the notes touched."""

    day: int
    new: Mapping[str, int] = field(default_factory=dict)
    reviews: Mapping[str, int] = field(default_factory=dict)
    notes: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Queue:
    """Today's cards: `learning` in the order of their steps' ends, `cards` in the order to ask."""

    learning: tuple[Candidate, ...] = ()
    cards: tuple[Candidate, ...] = ()


def todays_queue(
    due: Iterable[Candidate],
    new: Iterable[Candidate],
    today: Today,
    options: Mapping[str, DeckOptions],
) -> Queue:
    """Order today's cards: reviews most at risk first, new ones spread evenly among them.

    `due` are cards in learning or due by today, `new` the unseen ones in the order of their decks.
    Limits are each deck's own. Of a note's unseen cards one comes a study day, and none on a day
    that has seen the note; due siblings are set apart by SIBLING_DISTANCE cards where there are
    enough others.
    """
    due = list(due)
    learning = sorted((card for card in due if card.memory.due_at is not None), key=_step_end)
    reviews = _limited_reviews((card for card in due if card.memory.due_at is None), today, options)
    taken = set(today.notes) | {card.note for card in learning} | {card.note for card in reviews}
    fresh = _limited_new(new, taken, today, options)
    return Queue(tuple(learning), tuple(_apart(_mixed(reviews, fresh))))


def _step_end(card: Candidate) -> tuple[datetime, int]:
    assert card.memory.due_at is not None  # noqa: S101 - the caller picked cards with a step
    return card.memory.due_at, card.card


def _limited_reviews(
    cards: Iterable[Candidate], today: Today, options: Mapping[str, DeckOptions]
) -> list[Candidate]:
    def risk(card: Candidate) -> tuple[float, int]:
        plan = options.get(card.deck, DeckOptions()).plan
        return retrievability(card.memory, today.day, plan), card.card

    left = {
        deck: max(0, option.reviews_per_day - today.reviews.get(deck, 0))
        for deck, option in options.items()
    }
    return _within(sorted(cards, key=risk), left)


def _limited_new(
    cards: Iterable[Candidate], taken: set[int], today: Today, options: Mapping[str, DeckOptions]
) -> list[Candidate]:
    left = {
        deck: max(0, option.new_per_day - today.new.get(deck, 0))
        for deck, option in options.items()
    }
    one_each: list[Candidate] = []
    for card in cards:
        if card.note not in taken and left.get(card.deck, 0) > 0:
            taken.add(card.note)
            left[card.deck] -= 1
            one_each.append(card)
    return one_each


def _within(cards: Iterable[Candidate], left: dict[str, int]) -> list[Candidate]:
    kept: list[Candidate] = []
    for card in cards:
        if left.get(card.deck, 0) > 0:
            left[card.deck] -= 1
            kept.append(card)
    return kept


def _mixed(reviews: Sequence[Candidate], fresh: Sequence[Candidate]) -> list[Candidate]:
    """Spread the new cards evenly among the reviews, a review first."""
    total = len(reviews) + len(fresh)
    mixed: list[Candidate] = []
    used = 0
    for place in range(total):
        wanted = (place + 1) * len(fresh) // total if total else 0
        if used < wanted:
            mixed.append(fresh[used])
            used += 1
        else:
            mixed.append(reviews[place - used])
    return mixed


def _apart(cards: list[Candidate]) -> list[Candidate]:
    """Move a card whose sibling came within SIBLING_DISTANCE cards back to where it is apart."""
    apart: list[Candidate] = []
    waiting: list[Candidate] = []
    last: dict[int, int] = {}

    def ready(card: Candidate) -> bool:
        return card.note not in last or len(apart) - last[card.note] >= SIBLING_DISTANCE

    def put(card: Candidate) -> None:
        last[card.note] = len(apart)
        apart.append(card)

    for card in cards:
        while (back := next((held for held in waiting if ready(held)), None)) is not None:
            waiting.remove(back)
            put(back)
        if ready(card):
            put(card)
        else:
            waiting.append(card)
    for card in waiting:
        put(card)
    return apart


def is_new(card: Candidate) -> bool:
    """Tell whether a card was never graded."""
    return card.memory.state is State.NEW
