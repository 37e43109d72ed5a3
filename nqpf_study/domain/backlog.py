"""What has piled up after a break, and how it may be spread over days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nqpf_study.domain.review import Memory, Plan
from nqpf_study.domain.scheduling import retrievability

Late = tuple[str, Memory, Plan]
"""A card of the backlog: its deck, its memory, and how the deck is scheduled."""


@dataclass(frozen=True, slots=True)
class BacklogPlan:
    """A learner's choice to spread a backlog over `days` study days, the first of them `since`.

    The backlog is what was due before `since`; `counts` tells how many cards of each deck that
    were. While the plan runs it takes the place of the limits of reviews a day.
    """

    since: int
    days: int
    counts: Mapping[str, int] = field(default_factory=dict)

    def runs(self, day: int) -> bool:
        """Tell whether the plan holds on study day `day`."""
        return self.since <= day < self.since + self.days

    def holds(self, memory: Memory) -> bool:
        """Tell whether a card is of the backlog still."""
        due_day = memory.due_day
        return due_day is not None and due_day < self.since and memory.due_at is None

    def share(self, deck: str, day: int, waiting: int) -> int:
        """Return how many of a deck's `waiting` backlog cards may still come on study day `day`.

        By the end of each day as large a part of the backlog has come as of the days has passed;
        what was left undone is made up for on the next day.
        """
        count = self.counts.get(deck, 0)
        by_tonight = -(-count * (day - self.since + 1) // self.days)
        return max(0, min(waiting, by_tonight - (count - waiting)))


@dataclass(frozen=True, slots=True)
class Spread:
    """What a choice comes to: cards by day from today on, and the share that is remembered then."""

    days: int
    per_day: tuple[int, ...]
    retention: float


def spread(late: Sequence[Late], day: int, days: int) -> Spread:
    """Reckon with reviewing `late` cards over `days` study days from `day` on, the weakest first.

    Each day those come that are most at risk on that day. The retention expected is the mean
    retrievability of the cards on the days on which they come.
    """
    plan = BacklogPlan(day, days, Counter(deck for deck, _, _ in late))
    waiting: dict[str, list[Late]] = {}
    for card in late:
        waiting.setdefault(card[0], []).append(card)
    remembered: list[float] = []
    per_day = []
    for today in range(day, day + days):
        came = 0
        for deck, cards in waiting.items():
            risks = sorted(
                ((retrievability(card[1], today, card[2]), at) for at, card in enumerate(cards)),
            )
            share = plan.share(deck, today, len(cards))
            remembered += [risk for risk, _ in risks[:share]]
            gone = {at for _, at in risks[:share]}
            waiting[deck] = [card for at, card in enumerate(cards) if at not in gone]
            came += share
        per_day.append(came)
    return Spread(days, tuple(per_day), sum(remembered) / len(remembered) if remembered else 1.0)
