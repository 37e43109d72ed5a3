"""The questions of a session that are still to come."""

from __future__ import annotations

from datetime import datetime, timedelta

from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Memory
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.agenda import Agenda, Remaining
from nqpf_study.study.asking import Asked, ask
from nqpf_study.study.offering import Offer
from nqpf_study.study.ports import Now, SessionStore

LEARN_AHEAD = timedelta(minutes=20)
"""A learning step that ends within this time is asked early rather than waited for."""


class Upcoming:
    """Makes a question of each card in its turn; cards that can't be asked now are passed over."""

    def __init__(
        self, store: SessionStore, now: Now, clock: StudyClock, offer: Offer, form: FormChoice
    ) -> None:
        """Ask the cards of `offer`, as `form` has it."""
        self.form = form
        self._store = store
        self._now = now
        self._clock = clock
        self._offer = offer
        self._agenda = Agenda(offer.queue)
        self._passed_over: dict[int, None] = {}  # in order
        self._changed_elsewhere = False

    @property
    def next_step(self) -> datetime | None:
        """Return when the next learning step ends, None where none is running."""
        return self._agenda.next_step

    def remaining(self, asked: Asked | None) -> Remaining:
        """Count what is still to come, the question on the screen included."""
        return self._agenda.remaining(None if asked is None else asked.card.status.memory)

    def next(self) -> Asked | None:
        """Take the question that is to be asked now, None where there is none yet."""
        now = self._now()
        while (key := self._agenda.next(now, LEARN_AHEAD)) is not None:
            asked = self.question(key)
            self.drop(key)
            if asked is not None:
                return asked
            self._passed_over[key] = None
        return None

    def question(self, key: int) -> Asked | None:
        """Make a question of a card, None where it was set aside or left its note meanwhile."""
        card, now = self._store.card(key), self._now()
        if not self._offer.still_holds(key, card.status, self._clock.day(now)):
            return None
        if self._changed_elsewhere and self._store.card_key(card.id) is None:
            return None  # its note left the deck, or the deck was removed
        return ask(self._store, card, self.form, now)

    def may_ask(self, key: int) -> bool:
        """Tell whether a card may be asked today, as it stands."""
        day = self._clock.day(self._now())
        return self._offer.still_holds(key, self._store.card(key).status, day)

    def put(self, key: int, memory: Memory) -> None:
        """Ask a card later: when its learning step ends, or else before the others."""
        self._agenda.put(key, memory)

    def drop(self, key: int) -> None:
        """Ask a card no more."""
        self._agenda.drop(key)
        self._passed_over.pop(key, None)

    def pass_over(self, key: int) -> None:
        """Ask a card no more, unless a change elsewhere brings it back."""
        self._passed_over[key] = None

    def look_around(self) -> bool:
        """Bring back what was passed over and can be asked again; tell whether anything was.

        From now on it is also looked whether a card's note is still in its deck.
        """
        self._changed_elsewhere = True
        again = [one for key in reversed(self._passed_over) if (one := self.question(key))]
        for asked in again:
            del self._passed_over[asked.card.key]
            self._agenda.put(asked.card.key, asked.card.status.memory)
        return bool(again)
