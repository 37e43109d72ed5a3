"""How well the cards of a note are known, in one honest word and two figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nqpf_study.domain.review import Plan, State
from nqpf_study.domain.scheduling import retrievability
from nqpf_study.study.ports import StoredCard


class Stage(StrEnum):
    """How far some cards have come, taken together."""

    UNSEEN = "unseen"  # none was ever graded
    LEARNING = "learning"  # some were, and not all are in review
    KNOWN = "known"  # all are in review
    SUSPENDED = "suspended"  # all are set aside until they are resumed


@dataclass(frozen=True, slots=True)
class Knowing:
    """How well some cards are known. Suspended ones don't count, unless all are suspended.

    Of `cards`, `known` are in review. `recall` is the lowest chance (0 to 1) among those that the
    learner would remember the card today; None where none is in review.
    """

    stage: Stage
    known: int
    cards: int
    recall: float | None = None


def knowing(cards: Sequence[StoredCard], day: int, plans: Mapping[str, Plan]) -> Knowing:
    """Tell how well `cards` are known on study day `day`; `plans` are the decks' plans, by id."""
    awake = [card for card in cards if not card.status.suspended]
    if not awake:
        return Knowing(Stage.SUSPENDED, 0, 0)
    memories = [card.status.memory for card in awake]
    chances = [
        retrievability(card.status.memory, day, plans.get(card.id.deck, Plan()))
        for card in awake
        if card.status.memory.state is State.REVIEW
    ]
    if len(chances) == len(awake):
        stage = Stage.KNOWN
    elif all(memory.state is State.NEW for memory in memories):
        stage = Stage.UNSEEN
    else:
        stage = Stage.LEARNING
    return Knowing(stage, len(chances), len(awake), min(chances, default=None))
