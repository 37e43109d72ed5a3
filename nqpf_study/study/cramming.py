"""Cramming: going over cards until each was known once, with no effect on schedule or log."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from nqpf_study.domain.forms import Judgement
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.domain.scheduling import retrievability
from nqpf_study.study.asking import Asked, ask
from nqpf_study.study.ports import Now, SessionStore, StoredCard
from nqpf_study.study.practice import PracticeStore, Scope
from nqpf_study.study.rehearsal import Rehearsal

AGAIN_AFTER = 4
"""After how many other cards one that was not known comes back."""


class CramStore(PracticeStore, SessionStore, Protocol):
    """What cramming reads. It writes nothing."""


class Cram(Rehearsal):
    """Cards being gone over: one that was not known comes back until it is."""

    def __init__(self, keys: Sequence[int], ask_card: Callable[[int], Asked | None]) -> None:
        """Ask the cards with these keys in turn."""
        self._ask_card = ask_card
        self._keys = deque(keys)
        self.known = 0
        self.missed: dict[int, Asked] = {}
        """The cards that were not known at first, by key."""
        super().__init__()

    @property
    def remaining(self) -> int:
        """Return how many cards are still to be known, the one on the screen included."""
        return len(self._keys) + (self.asked is not None)

    def next_question(self) -> Asked | None:
        """Return the next card's question; a card that its note has lost is left out."""
        while self._keys:
            if asked := self._ask_card(self._keys.popleft()):
                return asked
        return None

    def take(self, asked: Asked, rating: Rating, judgement: Judgement | None) -> None:  # noqa: ARG002 - a round has no points
        """Let a card that was known less than well come back."""
        if rating >= Rating.GOOD:
            self.known += 1
        else:
            self.missed[asked.card.key] = asked
            self._keys.insert(min(AGAIN_AFTER, len(self._keys)), asked.card.key)


def cram(
    store: CramStore, scope: Scope, count: int, now: Now, form: FormChoice | None = None
) -> Cram:
    """Go over up to `count` cards, those first that are most at risk; unseen ones come last."""
    options = store.deck_options()

    def risk(card: StoredCard) -> tuple[bool, float, int]:
        memory = card.status.memory
        plan = options.get(card.id.deck, DeckOptions()).plan
        return memory.due_day is None, retrievability(memory, scope.day, plan), card.key

    cards = [card for card in store.cards(scope.keys(store)) if scope.holds(card)]
    keys = [card.key for card in sorted(cards, key=risk)[:count]]
    wanted = form or store.study_options().form
    return Cram(keys, lambda key: ask(store, store.card(key), wanted, now()))
