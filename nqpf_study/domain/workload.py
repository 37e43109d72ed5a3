"""What a desired retention costs and brings, by going through the days to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from random import Random

from nqpf_study.domain.review import CardId, Memory, Plan, Rating
from nqpf_study.domain.scheduling import grade, retrievability

_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)  # only days count here
_PASSES = (Rating.HARD, Rating.GOOD, Rating.EASY)
_SHARES = (0.08, 0.8, 0.12)
"""How often a card that is remembered is graded Hard, Good and Easy."""


@dataclass(frozen=True, slots=True)
class Workload:
    """What studying so comes to over some days.

    `reviews` counts grades a day in the mean; `remembered` is how many of the `cards` would be
    remembered on the last day.
    """

    retention: float
    reviews: float
    remembered: float
    cards: int

    @property
    def each(self) -> float:
        """Return the grades a day for each card that is remembered in the end."""
        return self.reviews / self.remembered if self.remembered else 0.0


def workload(
    cards: Sequence[tuple[Memory, int]],
    plan: Plan,
    retention: float,
    day: int,
    days: int,
    seed: int = 0,
) -> Workload:
    """Go through `days` study days from `day` on, aiming at `retention`.

    `cards` are memories, each with the study day on which it may first be asked: unseen ones are
    begun then. Whether a card is remembered is drawn by its retrievability; the same `seed` draws
    the same luck for every retention. A forgotten card is asked once more on its day.
    """
    plan = replace(plan, desired_retention=retention, learning_steps=(), relearning_steps=())
    grades = 0
    remembered = 0.0
    last = day + days
    for number, (start, first) in enumerate(cards):
        memory = start
        random = Random(f"{seed}#{number}")  # noqa: S311 - no secret
        card = CardId("", "", str(number))
        due = max(first, memory.due_day or first)
        while due < last:
            knew = random.random() < retrievability(memory, due, plan)
            rating = random.choices(_PASSES, _SHARES)[0] if knew else Rating.AGAIN
            memory = grade(memory, rating, _ANY_TIME, due, plan, card)
            grades += 1 if knew else 2
            due = memory.due_day or last
        remembered += retrievability(memory, last, plan)
    return Workload(retention, grades / days, remembered, len(cards))
