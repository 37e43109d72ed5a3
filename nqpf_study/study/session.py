"""A sitting: question, reveal, grade, saved before the next question shows; and undo.

The window and the command line drive the same object. It holds what is to come, the collection
holds what was done: leaving a session needs no saving.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from random import Random

from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.forms import Choice, Form, Judgement, choice_of, judge, wanted_form
from nqpf_study.domain.kinds import Card, cards_of
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.queue import todays_queue
from nqpf_study.domain.replay import apply, replay
from nqpf_study.domain.review import Act, CardStatus, LogEntry, Memory, Rating, State
from nqpf_study.domain.scheduling import forecast
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.ports import Now, SessionStore, StoredCard

LEARN_AHEAD = timedelta(minutes=20)
"""A learning step that ends within this time is asked early rather than waited for."""

LONGEST_ANSWER = timedelta(minutes=1)
"""A card left open for longer counts as this: the learner went away."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The question on the screen: the card, its face, its form, and since when it shows."""

    card: StoredCard
    face: Card
    form: Form
    choice: Choice | None
    since: datetime


@dataclass(frozen=True, slots=True)
class Remaining:
    """How many cards are still to come, the one on the screen included."""

    new: int = 0
    learning: int = 0
    due: int = 0

    @property
    def total(self) -> int:
        """Return all of them together."""
        return self.new + self.learning + self.due


@dataclass(frozen=True, slots=True)
class Graded:
    """A card that was graded in this session."""

    card: StoredCard
    face: Card
    rating: Rating
    duration: timedelta


@dataclass(frozen=True, slots=True)
class Summary:
    """What a session came to. `missed` holds each card once that was graded Again.

    `next_due` is when the next learning step ends, None where none is running.
    """

    graded: tuple[Graded, ...]
    missed: tuple[Graded, ...]
    first_seen: int
    duration: timedelta
    next_due: datetime | None


class Session:
    """One sitting over the cards of some decks, or of all."""

    def __init__(
        self,
        store: SessionStore,
        now: Now,
        clock: StudyClock,
        random_bits: Callable[[int], int],
        decks: Sequence[str] | None = None,
        form: FormChoice | None = None,
    ) -> None:
        """Pick today's cards of `decks` (None: all) and ask the first.

        `form` overrides the learner's standing choice of form for this session.
        """
        self._store = store
        self._now = now
        self._clock = clock
        self._ids = EntryIds(random_bits, store.last_entry_id())
        self._options = store.deck_options()
        self._form = form or store.study_options().form
        due, new, today = store.candidates(decks, clock.day(now()))
        queue = todays_queue(due, new, today, self._options)
        self._cards = deque((card.card, card.memory.state) for card in queue.cards)
        self._steps = [
            (card.memory.due_at, card.card) for card in queue.learning if card.memory.due_at
        ]
        heapify(self._steps)
        self._graded: list[Graded] = []
        self._asked: Asked | None = None
        self._revealed: Mapping[Rating, Memory] | None = None
        self._judgement: Judgement | None = None
        self._hinted = False
        self._next()

    @property
    def asked(self) -> Asked | None:
        """Return the question on the screen, None when the session is over for now."""
        return self._asked

    @property
    def revealed(self) -> bool:
        """Tell whether the answer shows."""
        return self._revealed is not None

    @property
    def hinted(self) -> bool:
        """Tell whether the source was looked at before the reveal."""
        return self._hinted

    @property
    def judgement(self) -> Judgement | None:
        """Return what the form made of the learner's answer, where it asked for one."""
        return self._judgement

    @property
    def best_rating(self) -> Rating:
        """Return the best rating that may be given: Hard after a hint."""
        return Rating.HARD if self._hinted else Rating.EASY

    @property
    def proposed(self) -> Rating:
        """Return the rating that one key accepts: the form's proposal, or Good."""
        proposed = self._judgement.proposed if self._judgement else Rating.GOOD
        return min(proposed, self.best_rating)

    @property
    def remaining(self) -> Remaining:
        """Count what is still to come."""
        states = [state for _, state in self._cards]
        steps = len(self._steps)
        if self._asked is not None:
            state = self._asked.card.status.memory.state
            if state in (State.LEARNING, State.RELEARNING):
                steps += 1
            else:
                states.append(state)
        new = states.count(State.NEW)
        return Remaining(new=new, learning=steps, due=len(states) - new)

    def reveal(self) -> Mapping[Rating, Memory]:
        """Show the answer; return what each rating would lead to."""
        asked = self._need_asked()
        if self._revealed is None:
            at = self._now()
            self._revealed = forecast(
                asked.card.status.memory,
                at,
                self._clock.day(at),
                self._deck_options(asked).plan,
                asked.card.id,
            )
        return self._revealed

    def choose(self, option: int) -> Judgement:
        """Take a choice among the options, reveal, and return the judgement."""
        asked = self._need_asked()
        if asked.choice is None:
            raise ValueError("this card is not asked as a choice")
        if self._judgement is None:
            self._judgement = judge(asked.choice, option)
        self.reveal()
        return self._judgement

    def look_at_source(self) -> None:
        """Note that the source was opened: before the reveal, that is a hint."""
        if self._asked is not None and not self.revealed:
            self._hinted = True

    def grade(self, rating: Rating) -> None:
        """Save the grade durably, then ask the next card. A hint caps the rating."""
        asked = self._need_asked()
        if not self.revealed:
            raise ValueError("reveal the answer before grading it")
        rating = min(rating, self.best_rating)
        at = self._now()
        duration = min(at - asked.since, LONGEST_ANSWER)
        status = self._record(
            asked,
            Act.GRADE,
            at,
            rating=rating,
            form=asked.form.value,
            hinted=self._hinted,
            duration=max(0, round(duration.total_seconds() * 1000)),
        )
        self._graded.append(Graded(asked.card, asked.face, rating, duration))
        if status.memory.due_at is not None:
            heappush(self._steps, (status.memory.due_at, asked.card.key))
        self._next()

    def bury(self) -> None:
        """Set the card aside until the next study day, and ask the next."""
        self._record(self._need_asked(), Act.BURY, self._now())
        self._next()

    def suspend(self) -> None:
        """Set the card aside until it is resumed, and ask the next."""
        self._record(self._need_asked(), Act.SUSPEND, self._now())
        self._next()

    def undo(self) -> LogEntry | None:
        """Take back the newest act, of this session or an earlier one, and ask that card again.

        Return the entry that was taken back, None where there is none left.
        """
        entry = self._store.last_standing_entry()
        if entry is None:
            return None
        key = self._store.card_key(entry.card)
        status = replay(
            [before for before in self._store.entries(entry.card) if before.id != entry.id]
        )
        at = self._now()
        self._store.record(
            LogEntry(
                id=self._ids.next(at),
                card=entry.card,
                act=Act.UNDO,
                at=at,
                day=self._clock.day(at),
                undoes=entry.id,
            ),
            status,
        )
        if self._graded and entry.act is Act.GRADE and self._graded[-1].card.id == entry.card:
            self._graded.pop()
        if key is not None:
            self._ask_again(key)
        return entry

    def summary(self) -> Summary:
        """Return what the session came to so far."""
        missed = {
            graded.card.key: graded for graded in self._graded if graded.rating is Rating.AGAIN
        }
        return Summary(
            graded=tuple(self._graded),
            missed=tuple(missed.values()),
            first_seen=sum(graded.card.status.memory.state is State.NEW for graded in self._graded),
            duration=sum((graded.duration for graded in self._graded), timedelta()),
            next_due=self._steps[0][0] if self._steps else None,
        )

    def look_again(self) -> None:
        """Ask a card whose learning step has ended meanwhile, when nothing is on the screen."""
        if self._asked is None:
            self._next()

    def _need_asked(self) -> Asked:
        if self._asked is None:
            raise ValueError("no card is asked")
        return self._asked

    def _deck_options(self, asked: Asked) -> DeckOptions:
        return self._options.get(asked.card.id.deck, DeckOptions())

    def _record(
        self,
        asked: Asked,
        act: Act,
        at: datetime,
        *,
        rating: Rating | None = None,
        form: str = "",
        hinted: bool = False,
        duration: int = 0,
    ) -> CardStatus:
        entry = LogEntry(
            id=self._ids.next(at),
            card=asked.card.id,
            act=act,
            at=at,
            day=self._clock.day(at),
            state=asked.card.status.memory.state,
            rating=rating,
            form=form,
            hinted=hinted,
            duration=duration,
            plan=self._deck_options(asked).plan if act is Act.GRADE else None,
        )
        status = apply(asked.card.status, entry)
        self._store.record(entry, status)
        return status

    def _next(self) -> None:
        key = self._pick()
        self._show(key)

    def _pick(self) -> int | None:
        now = self._now()
        if self._steps and self._steps[0][0] <= now:
            return heappop(self._steps)[1]
        if self._cards:
            return self._cards.popleft()[0]
        if self._steps and self._steps[0][0] <= now + LEARN_AHEAD:
            return heappop(self._steps)[1]
        return None

    def _show(self, key: int | None) -> None:
        self._revealed = None
        self._judgement = None
        self._hinted = False
        self._asked = None if key is None else self._question(key)

    def _question(self, key: int) -> Asked:
        card = self._store.card(key)
        face = next(face for face in cards_of(card.note) if face.name == card.id.card)
        choice = None
        if wanted_form(self._form, card.status.memory.state) is Form.CHOICE:
            choice = self._choice(card, face)
        form = Form.RECALL if choice is None else Form.CHOICE
        return Asked(card, face, form, choice, self._now())

    def _choice(self, card: StoredCard, face: Card) -> Choice | None:
        others = [
            other.answer
            for note in self._store.answers_like(card)
            for other in cards_of(note)
            if other.name == face.name
        ]
        first = cards_of(card.note)[0].name == face.name
        seed = f"{card.id}#{card.status.memory.reps}"
        return choice_of(face, card.note.distractors if first else (), others, Random(seed))  # noqa: S311

    def _ask_again(self, key: int) -> None:
        if self._asked is not None and self._asked.card.key != key:
            current = self._asked.card
            if current.status.memory.due_at is not None:
                heappush(self._steps, (current.status.memory.due_at, current.key))
            else:
                self._cards.appendleft((current.key, current.status.memory.state))
        self._steps = [step for step in self._steps if step[1] != key]
        heapify(self._steps)
        self._cards = deque(card for card in self._cards if card[0] != key)
        self._show(key)
