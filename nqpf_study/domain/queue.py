"""Which cards come today, and in which order."""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heapify, heappop, heappush

from nqpf_study.domain.backlog import BacklogPlan
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.review import Memory
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
    """What a study day has seen so far: new cards and reviews by deck, and the notes touched.

    `unseen` counts the cards that are new still, by deck.
    """

    day: int
    new: Mapping[str, int] = field(default_factory=dict)
    reviews: Mapping[str, int] = field(default_factory=dict)
    notes: frozenset[int] = frozenset()
    unseen: Mapping[str, int] = field(default_factory=dict)


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
    backlog: BacklogPlan | None = None,
    extra: Iterable[Candidate] = (),
    confusable: Iterable[tuple[int, int]] = (),
) -> Queue:
    """Order today's cards: reviews most at risk first, new ones spread evenly among them.

    `due` are cards in learning or due by today, `new` the unseen ones, each deck's in its order.
    Limits are each deck's own. Of a note's unseen cards one comes a study day, and none on a day
    that has seen the note or while another of its cards is due; due siblings, and pairs of
    `confusable` cards, are set apart by SIBLING_DISTANCE cards where there are enough others. A
    plan for a `backlog` takes the place of the limits of reviews; `extra` cards, which an exam
    wants before they are due, come besides.
    """
    due, extra = list(due), list(extra)
    learning = sorted((card for card in due if card.memory.due_at is not None), key=_step_end)
    reviews = _limited_reviews(
        (card for card in due if card.memory.due_at is None), today, options, backlog
    )
    if extra:
        reviews = _by_risk([*reviews, *extra], today, options)
    taken = {*today.notes, *(card.note for card in (*due, *extra))}
    fresh = _limited_new(new, taken, today, options)
    mixed = _mixed(reviews, fresh)
    return Queue(tuple(learning), tuple(_apart(mixed, _groups(mixed, confusable))))


def _groups(cards: Sequence[Candidate], confusable: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    """Put cards that give each other away into groups: siblings, and those that get mixed up.

    Return each card's group; who is in one with two others brings all of them together.
    """
    notes = {card.card: card.note for card in cards}
    joined: dict[int, int] = {}

    def root(note: int) -> int:
        while (above := joined.get(note, note)) != note:
            note = above
        return note

    for one, other in confusable:
        if one in notes and other in notes:
            first, second = sorted((root(notes[one]), root(notes[other])))
            if first != second:
                joined[second] = first
    return {card: root(note) for card, note in notes.items()} if joined else notes


def scattered(deck: str, note: str) -> bytes:
    """Return a note's place in its deck's random order: the same on every day and machine."""
    return hashlib.blake2b(f"{deck}/{note}".encode(), digest_size=8).digest()


def _step_end(card: Candidate) -> tuple[datetime, int]:
    assert card.memory.due_at is not None  # noqa: S101 - the caller picked cards with a step
    return card.memory.due_at, card.card


def _limited_reviews(
    cards: Iterable[Candidate],
    today: Today,
    options: Mapping[str, DeckOptions],
    backlog: BacklogPlan | None,
) -> list[Candidate]:
    by_risk = _by_risk(cards, today, options)
    if backlog is None:
        left = _Left(lambda deck: options.get(deck, DeckOptions()).reviews_per_day, today.reviews)
        return [card for card in by_risk if left.take(card.deck)]
    waiting = Counter(card.deck for card in by_risk if backlog.holds(card.memory))
    shares = Counter(
        {deck: backlog.share(deck, today.day, count) for deck, count in waiting.items()}
    )
    offered = []
    for card in by_risk:
        if backlog.holds(card.memory):
            shares[card.deck] -= 1
            if shares[card.deck] < 0:
                continue
        offered.append(card)
    return offered


def _by_risk(
    cards: Iterable[Candidate], today: Today, options: Mapping[str, DeckOptions]
) -> list[Candidate]:
    def risk(card: Candidate) -> tuple[float, int]:
        plan = options.get(card.deck, DeckOptions()).plan
        return retrievability(card.memory, today.day, plan), card.card

    return sorted(cards, key=risk)


def _limited_new(
    cards: Iterable[Candidate], taken: set[int], today: Today, options: Mapping[str, DeckOptions]
) -> list[Candidate]:
    def limit(deck: str) -> int:
        option = options.get(deck, DeckOptions())
        return option.new_limit(today.day, today.unseen.get(deck, 0), today.new.get(deck, 0))

    left = _Left(limit, today.new)
    one_each: list[Candidate] = []
    for card in cards:
        if card.note not in taken and left.take(card.deck):
            taken.add(card.note)
            one_each.append(card)
    return one_each


class _Left:
    """What each deck's daily limit leaves, less what was taken."""

    def __init__(self, limit: Callable[[str], int], used: Mapping[str, int]) -> None:
        self._limit = limit
        self._used = dict(used)

    def take(self, deck: str) -> bool:
        used = self._used.get(deck, 0)
        if used >= self._limit(deck):
            return False
        self._used[deck] = used + 1
        return True


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


def _apart(cards: Sequence[Candidate], groups: Mapping[int, int]) -> list[Candidate]:
    """Hold a card back while one of its group stands less than SIBLING_DISTANCE cards before it.

    What is still held at the end is dealt out group by group, the one longest out of sight first.
    """
    apart: list[Candidate] = []
    held: dict[int, deque[Candidate]] = {}
    for card in cards:
        if any(groups[near.card] == groups[card.card] for near in apart[1 - SIBLING_DISTANCE :]):
            held.setdefault(groups[card.card], deque()).append(card)
            continue
        apart.append(card)
        while len(apart) >= SIBLING_DISTANCE and (
            freed := held.get(groups[apart[-SIBLING_DISTANCE].card])
        ):
            apart.append(freed.popleft())
    last = {groups[card.card]: place for place, card in enumerate(apart)}
    rest = [(last[group], group) for group, waiting in held.items() if waiting]
    heapify(rest)
    while rest:
        _, group = heappop(rest)
        apart.append(held[group].popleft())
        if held[group]:
            heappush(rest, (len(apart), group))
    return apart
