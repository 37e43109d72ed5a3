"""After a break: what has piled up, what each way through it costs, and the learner's choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from nqpf_study.domain.backlog import BacklogPlan, Late, Spread, spread
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.phrase import phrase
from nqpf_study.study.ports import SessionStore

MOST_DAYS = 60
OFFERED = (1, 3, 7, 14)
"""Over how many days a backlog is offered to be spread."""


class BacklogStore(SessionStore, Protocol):
    """What a plan for a backlog needs of the collection."""

    def set_backlog_plan(self, plan: BacklogPlan | None) -> None:
        """Keep the plan for a backlog, or none."""
        ...


@dataclass(frozen=True, slots=True)
class Backlog:
    """What was due before today and waits still.

    `decks` counts it by deck, `oldest` is the study day since which the first of it waits (None
    where nothing does). `now` reckons with all of it today: its retention is the share that the
    learner still knows. `choices` has that and the other ways through it. `plan` is the choice
    that runs, `today` what it offers for the rest of today.
    """

    count: int
    decks: Mapping[str, int]
    oldest: int | None
    choices: tuple[Spread, ...]
    plan: BacklogPlan | None = None
    today: int = 0

    @property
    def now(self) -> Spread:
        """Return what reviewing all of it today comes to."""
        return self.choices[0]


def backlog(store: SessionStore, day: int, offered: Sequence[int] = OFFERED) -> Backlog:
    """Return the backlog of study day `day`, with a choice for each number of days `offered`."""
    plan = running(store, day)
    since = day if plan is None else plan.since
    late = _late(store, day, since)
    decks = Counter(deck for deck, _, _ in late)
    return Backlog(
        count=len(late),
        decks=decks,
        oldest=min((memory.due_day or day for _, memory, _ in late), default=None),
        choices=tuple(spread(late, day, days) for days in (1, *(n for n in offered if n != 1))),
        plan=plan,
        today=sum(plan.share(deck, day, count) for deck, count in decks.items()) if plan else 0,
    )


def begin(store: BacklogStore, day: int, days: int) -> BacklogPlan:
    """Spread what was due before study day `day` over `days`; 1 offers all of it now.

    Nothing is rescheduled: the plan only tells how many of these cards a session offers. Raises
    StudyError for a number of days that makes no sense, and where nothing is late.
    """
    if not 1 <= days <= MOST_DAYS:
        raise StudyError(
            phrase("A backlog can be spread over 1 to {most_days} days.", most_days=MOST_DAYS)
        )
    counts = Counter(deck for deck, _, _ in _late(store, day, day))
    if not counts:
        raise StudyError("Nothing is late: there is no backlog to spread.")
    plan = BacklogPlan(day, days, dict(counts))
    store.set_backlog_plan(plan)
    return plan


def undo(store: BacklogStore) -> bool:
    """Take the choice back: sessions offer what they offer without one. Tell whether there was."""
    had = store.backlog_plan() is not None
    if had:
        store.set_backlog_plan(None)
    return had


def running(store: SessionStore, day: int) -> BacklogPlan | None:
    """Return the plan that runs on study day `day`, None where none does."""
    plan = store.backlog_plan()
    return plan if plan is not None and plan.runs(day) else None


def _late(store: SessionStore, day: int, since: int) -> list[Late]:
    due, _, _ = store.candidates(None, day)
    options = store.deck_options()
    before = BacklogPlan(since, 1)
    return [
        (card.deck, card.memory, options.get(card.deck, DeckOptions()).plan)
        for card in due
        if before.holds(card.memory)
    ]
