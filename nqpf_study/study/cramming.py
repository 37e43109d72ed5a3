"""Cramming: going over cards until each was known once, with no effect on schedule or log."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from nqpf_study.domain.forms import Answer, Judgement, judge
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.domain.scheduling import retrievability
from nqpf_study.study.asking import Asked, ask
from nqpf_study.study.ports import Now, SessionStore, StoredCard
from nqpf_study.study.practice import PracticeStore, Scope

AGAIN_AFTER = 4
"""After how many other cards one that was not known comes back."""


class CramStore(PracticeStore, SessionStore, Protocol):
    """What cramming reads. It writes nothing."""


class Cram:
    """Cards being gone over. It is driven as a session is, but keeps nothing."""

    def __init__(self, keys: Sequence[int], ask_card: Callable[[int], Asked | None]) -> None:
        """Ask the cards with these keys in turn."""
        self._ask_card = ask_card
        self._keys = deque(keys)
        self._asked: Asked | None = None
        self._revealed = False
        self._judgement: Judgement | None = None
        self.known = 0
        self.missed: dict[int, Asked] = {}
        """The cards that were not known at first, by key."""
        self._next()

    @property
    def asked(self) -> Asked | None:
        """Return the question on the screen, None at the end."""
        return self._asked

    @property
    def remaining(self) -> int:
        """Return how many cards are still to be known, the one on the screen included."""
        return len(self._keys) + (self._asked is not None)

    @property
    def revealed(self) -> bool:
        """Tell whether the answer shows."""
        return self._revealed

    @property
    def judgement(self) -> Judgement | None:
        """Return what the form made of the learner's answer, where one was given."""
        return self._judgement

    @property
    def proposed(self) -> Rating:
        """Return the rating that one key accepts: the form's proposal, or Good."""
        return self._judgement.proposed if self._judgement else Rating.GOOD

    def reveal(self) -> None:
        """Show the answer."""
        self._need_asked()
        self._revealed = True

    def answer(self, answer: Answer) -> Judgement:
        """Take an answer and show the right one; the first counts, as in a session.

        Raises ValueError where the card is asked from memory, and for an answer that its form does
        not ask for.
        """
        asked = self._need_asked()
        if asked.task is None:
            raise ValueError("this card is asked from memory")
        judgement = self._judgement or judge(asked.task, answer)
        if not self._revealed:
            self._judgement, self._revealed = judgement, True
        return judgement

    def grade(self, rating: Rating) -> None:
        """Take how well the answer was known: below Good the card comes back. Ask the next."""
        asked = self._need_asked()
        if not self._revealed:
            raise ValueError("reveal the answer before grading it")
        if rating >= Rating.GOOD:
            self.known += 1
        else:
            self.missed[asked.card.key] = asked
            self._keys.insert(min(AGAIN_AFTER, len(self._keys)), asked.card.key)
        self._next()

    def _need_asked(self) -> Asked:
        if self._asked is None:
            raise ValueError("no card is asked")
        return self._asked

    def _next(self) -> None:
        self._asked, self._revealed, self._judgement = None, False, None
        while self._keys and self._asked is None:
            self._asked = self._ask_card(self._keys.popleft())


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
