"""What a learner may want to know of their learning, as plain values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

PACE_KNOWN_AFTER = 10
"""How many grades it takes to know a learner's pace."""

YEAR = 53 * 7
"""How many study days, the present one among them, the calendar goes back: whole weeks."""

STABILITY_BOUNDS = (0, 1, 3, 7, 14, 30, 60, 120, 240, 365, 730)
"""From how many days on each span of stabilities runs, up to the next one's beginning."""

HARD = 5.0
"""From which difficulty on (1 to 10) a card counts among the hardest."""


def stability_span(stability: float) -> int:
    """Return the number of the span (see STABILITY_BOUNDS) that a stability in days lies in."""
    return max(0, bisect_right(STABILITY_BOUNDS, stability) - 1)


@dataclass(frozen=True, slots=True)
class DeckOverview:
    """A deck on the study home.

    `new`, `learning` and `due` are what is left for today within the deck's limits; `total` counts
    the cards in use, `learned` those of them in review.
    """

    id: str
    title: str
    new: int
    learning: int
    due: int
    total: int
    learned: int
    last_studied: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """The study home: the decks, the time that today's cards will take, and what comes next.

    `seconds_per_card` is the learner's own pace (the median of recent grades), or a guess of 10.
    `next_due_day` is the next study day after today on which a card is due, None where none is;
    where nothing is left for today, it is tomorrow also if only new cards come then.
    """

    decks: tuple[DeckOverview, ...]
    today: int
    seconds_per_card: float
    next_due_day: int | None

    @property
    def cards(self) -> int:
        """Return how many cards wait today."""
        return sum(deck.new + deck.learning + deck.due for deck in self.decks)

    @property
    def minutes(self) -> int:
        """Return about how many minutes today's cards take, at least one."""
        return max(1, round(self.cards * self.seconds_per_card / 60))


@dataclass(frozen=True, slots=True)
class Retention:
    """How many of the cards in review that came up were remembered.

    Of each card only the first grade of a study day counts.
    """

    passed: int
    reviewed: int

    @property
    def share(self) -> float | None:
        """Return the share remembered (0 to 1), None before the first review."""
        return self.passed / self.reviewed if self.reviewed else None


@dataclass(frozen=True, slots=True)
class Statistics:
    """Progress, in study days (ordinals as of `date.toordinal`).

    `due` and `done` count cards due and grades given by day; what is overdue counts as due today.
    `states` counts the cards in use by state name, suspended ones apart. `calendar` counts the
    grades by day over the last YEAR days, and `retained` what was remembered, over more where more
    was asked for. `stabilities` counts the cards in review by span of stability: one count for each
    of STABILITY_BOUNDS, or none.
    """

    today: int
    due: Mapping[int, int] = field(default_factory=dict)
    done: Mapping[int, int] = field(default_factory=dict)
    states: Mapping[str, int] = field(default_factory=dict)
    retention: Retention = Retention(0, 0)
    desired_retention: float = 0.9
    seconds: Mapping[int, float] = field(default_factory=dict)
    """Time spent, in seconds, by day."""
    calendar: Mapping[int, int] = field(default_factory=dict)
    retained: Mapping[int, Retention] = field(default_factory=dict)
    stabilities: tuple[int, ...] = ()
