"""The picture by which a desired retention is chosen: work against what is remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from nqpf_study.domain.errors import Progress, StudyError, unheard
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.queue import Candidate, Today
from nqpf_study.domain.review import Memory
from nqpf_study.domain.workload import Workload, workload

RETENTIONS = (0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.95, 0.97)
MOST_CARDS = 300
"""How many cards are followed: of a larger deck so many stand for all."""


class WorkloadStore(Protocol):
    """What the forecast reads."""

    def deck_options(self) -> Mapping[str, DeckOptions]:
        """Return the options of every deck in use, by deck id."""
        ...

    def seen(self, decks: Sequence[str] | None, day: int) -> list[Candidate]:
        """Return the cards that were graded before, none that is set aside."""
        ...

    def candidates(
        self, decks: Sequence[str] | None, day: int
    ) -> tuple[list[Candidate], list[Candidate], Today]:
        """Return due cards, unseen ones, and what today has seen."""
        ...


def forecast(
    store: WorkloadStore,
    deck: str,
    day: int,
    days: int = 365,
    retentions: Sequence[float] = RETENTIONS,
    progress: Progress = unheard,
) -> list[Workload]:
    """Return what each desired retention would cost and bring for a deck over `days` study days.

    Raises StudyError for an unknown deck or one without cards, Cancelled where `progress` does.
    """
    options = store.deck_options().get(deck)
    if options is None:
        raise StudyError(phrase("There is no deck “{deck}” in the collection.", deck=deck))
    cards = [(card.memory, day) for card in store.seen([deck], day)]
    unseen = store.candidates([deck], day)[2].unseen.get(deck, 0)
    a_day = options.new_per_day
    if a_day:
        cards += [(Memory(), day + number // a_day) for number in range(unseen)]
    if not cards:
        raise StudyError(phrase("Deck “{deck}” has no cards to reckon with.", deck=deck))
    step = -(-len(cards) // MOST_CARDS)
    sample = cards[::step]
    share = len(cards) / len(sample)
    told = []
    for done, retention in enumerate(retentions):
        progress(done, len(retentions), "forecast")
        one = workload(sample, options.plan, retention, day, days)
        told.append(
            replace(
                one,
                reviews=one.reviews * share,
                remembered=one.remembered * share,
                cards=len(cards),
            )
        )
    progress(len(retentions), len(retentions), "forecast")
    return told
