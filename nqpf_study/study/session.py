"""A sitting: question, reveal, grade, saved before the next question shows; and undo.

The window and the command line drive the same object. It holds what is to come, the collection
holds what was done: leaving a session needs no saving.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from nqpf_study.domain.forms import Answer, Judgement, judge
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.review import Act, LogEntry, Memory, Rating, State
from nqpf_study.domain.scheduling import interval
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.agenda import Remaining
from nqpf_study.study.asking import Asked
from nqpf_study.study.history import History, Step
from nqpf_study.study.log_steps import LogStep, LogStore
from nqpf_study.study.marks import MarkStore, flag
from nqpf_study.study.offering import Offering, todays
from nqpf_study.study.outlook import Outlook
from nqpf_study.study.ports import Now, StoredCard
from nqpf_study.study.recording import Recording
from nqpf_study.study.tally import Graded, Summary, Tally
from nqpf_study.study.upcoming import Upcoming

LONGEST_ANSWER = timedelta(minutes=1)
"""A card left open for longer counts as this: the learner went away."""

LONGEST_SAID = 200
"""So many letters of a wrong answer are kept: enough to know it again."""


@dataclass(frozen=True, slots=True)
class _Reveal:
    """What showed with the answer: the forecast, and the study day for which it was made."""

    outcomes: Mapping[Rating, Memory]
    day: int


class SessionMarkStore(LogStore, MarkStore, Protocol):
    """What a session asks of the collection: besides the log, where flags are kept."""


class Session:
    """One sitting over the cards of some decks, or of all."""

    def __init__(
        self,
        store: SessionMarkStore,
        now: Now,
        clock: StudyClock,
        random_bits: Callable[[int], int],
        decks: Sequence[str] | None = None,
        form: FormChoice | None = None,
        offering: Offering = todays,
        history: History | None = None,
    ) -> None:
        """Pick today's cards of `decks` (None: all), or what `offering` picks, and ask the first.

        `form` overrides the learner's standing choice of form for this session. `history` is told
        what is done here; without one the session keeps its own, which begins with the log.
        """
        self._recording = Recording(store, now, clock, random_bits, history)
        self._history = self._recording.history
        self._store = store
        self._now = now
        self._clock = clock
        self._options = store.deck_options()
        offer = offering(store, decks, clock.day(now()))
        self._upcoming = Upcoming(store, now, clock, offer, form or store.study_options().form)
        self._outlook = Outlook(store)
        self._tally = Tally()
        self._asked: Asked | None = None
        self._revealed: _Reveal | None = None
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
    def form(self) -> FormChoice:
        """Return how cards are asked."""
        return self._upcoming.form

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
        return self._upcoming.remaining(self._asked)

    def reveal(self) -> Mapping[Rating, Memory]:
        """Show the answer; return what each rating leads to, after a hint Hard at best."""
        asked = self._need_asked()
        if self._revealed is None:
            at = self._now()
            day = self._clock.day(at)
            plan = self._deck_options(asked.card).plan
            outcomes = self._outlook.outcomes(asked.card, at, day, plan)
            capped = {rating: outcomes[min(rating, self.best_rating)] for rating in Rating}
            self._revealed = _Reveal(capped, day)
        return self._revealed.outcomes

    def answer(self, answer: Answer) -> Judgement:
        """Take an answer to the card's form, reveal, and return the judgement.

        The first answer counts: a later one, or one that is given once the answer shows, is judged
        but changes nothing. Raises ValueError where the card is asked from memory, and for an
        answer that its form does not ask for.
        """
        asked = self._need_asked()
        if asked.task is None:
            raise ValueError("this card is asked from memory")
        judgement = self._judgement or judge(asked.task, answer)
        if not self.revealed:
            self._judgement = judgement
            self.reveal()
        return judgement

    def ask_by(self, form: FormChoice) -> None:
        """Ask cards in another way from now on, the one on the screen too until it is revealed."""
        self._upcoming.form = form
        asked = self._asked
        if asked is None or self.revealed:
            return
        again = self._upcoming.question(asked.card.key)
        if again is not None:
            self._asked = replace(again, since=asked.since)

    def look_at_source(self) -> None:
        """Note that the source was opened: before the reveal, that is a hint."""
        if self._asked is not None and not self.revealed:
            self._hinted = True

    def grade(self, rating: Rating) -> None:
        """Save the grade durably, then ask the next card. A hint caps the rating.

        The grade belongs to the study day of the reveal: so it does what the forecast said, also
        where the day ended while the answer showed.
        """
        asked = self._need_asked()
        if self._revealed is None:
            raise ValueError("reveal the answer before grading it")
        rating = min(rating, self.best_rating)
        at = self._now()
        duration = max(timedelta(), min(at - asked.since, LONGEST_ANSWER))
        card = self._recording.as_stored(asked.card)
        said = self._judgement.confused_with if self._judgement else None
        entry = LogEntry(
            id=self._recording.next_id(at),
            card=card.id,
            act=Act.GRADE,
            at=at,
            day=self._revealed.day,
            state=card.status.memory.state,
            rating=rating,
            form=asked.form.value,
            hinted=self._hinted,
            duration=round(duration / timedelta(milliseconds=1)),
            plan=self._deck_options(card).plan,
            interval=_promised(self._revealed.outcomes[rating]),
            answer=said.text[:LONGEST_SAID] if said else "",
            mistaken_for=said.card if said else None,
        )
        status = self._recording.record(entry, card.status)
        self._outlook.move(card.status.memory, status.memory)
        form, judgement = asked.form, self._judgement
        graded = Graded(card, asked.face, rating, duration, form, judgement)
        self._tally.count(entry.id, graded)
        if status.memory.due_at is not None:
            self._upcoming.put(card.key, status.memory)
        self._next()

    def bury(self) -> None:
        """Set the card aside until the next study day, and ask the next."""
        self._set_aside(Act.BURY)

    def suspend(self) -> None:
        """Set the card aside until it is resumed, and ask the next."""
        self._set_aside(Act.SUSPEND)

    def turn_flag(self) -> None:
        """Flag the card, or take its flag off; it stays on the screen."""
        asked = self._need_asked()
        card = asked.card
        flag(self._store, self._history, self._now, [card.key], on=not card.flagged)
        self._asked = replace(asked, card=replace(card, flagged=not card.flagged))

    @property
    def undoes_here(self) -> bool:
        """Tell whether what `undo` takes back is an act of a session on one card, if anything."""
        return not self._history.busy and _is_of_session(self._history.undoable)

    @property
    def redoes_here(self) -> bool:
        """Tell whether what `redo` does again is an act of a session on one card, if anything."""
        return not self._history.busy and _is_of_session(self._history.redoable)

    def undo(self) -> Step | None:
        """Take back the newest step, of this session or an earlier one, and ask its card again.

        A card that doesn't wait for today even so, or left its deck, is not asked. Return the
        step, None where there is none left.
        """
        step = self._history.undo()
        if step is not None:
            self._take_up(step, self._ask_again)
        return step

    def redo(self) -> Step | None:
        """Do the step again that was undone last; its card is done with then.

        Return the step, None where there is none.
        """
        step = self._history.redo()
        if step is not None:
            self._take_up(step, self._done_again)
        return step

    def look_around(self) -> None:
        """Go on with what can be asked still, and again: decks or cards were changed elsewhere.

        The card on the screen is shown as its note now reads; its schedule stays, and the answer.
        """
        self._outlook.forget()
        again = self._upcoming.look_around()
        if self._asked is not None:
            self._read_again(self._asked)
        elif again:
            self._next()

    def summary(self) -> Summary:
        """Return what the session came to so far."""
        return self._tally.summary(self._upcoming.next_step)

    def look_again(self) -> None:
        """Ask a card whose learning step has ended meanwhile, when nothing is on the screen."""
        if self._asked is None:
            self._next()

    # --- one act --------------------------------------------------------------------------------

    def _need_asked(self) -> Asked:
        if self._asked is None:
            raise ValueError("no card is asked")
        return self._asked

    def _deck_options(self, card: StoredCard) -> DeckOptions:
        return self._options.get(card.id.deck, DeckOptions())

    def _take_up(self, step: Step, act: Callable[[LogStep, int], None]) -> None:
        """Go on after a step was undone or redone: with its card, where it was an act on one."""
        self._outlook.forget()
        if not isinstance(step, LogStep) or step.count > 1:
            self.look_around()
            return
        key = self._store.card_key(step.entry.card)
        if key is not None:
            act(step, key)

    def _ask_again(self, step: LogStep, key: int) -> None:
        self._tally.take_back(step)
        if self._upcoming.may_ask(key):
            self._ask_now(key)
        else:
            self._leave_out(key)

    def _done_again(self, step: LogStep, key: int) -> None:
        self._tally.count_again(step)
        self._upcoming.drop(key)
        memory = self._store.card(key).status.memory
        if step.entry.act is Act.GRADE and memory.due_at is not None:
            self._upcoming.put(key, memory)
        if self._asked is not None and self._asked.card.key == key:
            self._next()

    def _set_aside(self, act: Act) -> None:
        at = self._now()
        card = self._recording.as_stored(self._need_asked().card)
        day, state = self._clock.day(at), card.status.memory.state
        entry = LogEntry(self._recording.next_id(at), card.id, act, at, day, state)
        self._recording.record(entry, card.status)
        self._next()

    # --- what is asked --------------------------------------------------------------------------

    def _next(self) -> None:
        self._show(None)  # what was recorded must not be graded again, whatever happens next
        self._show(self._upcoming.next())

    def _ask_now(self, key: int) -> None:
        asked = self._upcoming.question(key)
        if asked is None:
            return
        if self._asked is not None:
            self._upcoming.put(self._asked.card.key, self._asked.card.status.memory)
        self._upcoming.drop(key)
        self._show(asked)

    def _read_again(self, asked: Asked) -> None:
        again = self._upcoming.question(asked.card.key)
        if again is None:
            self._upcoming.pass_over(asked.card.key)
            self._next()
        elif self.revealed:
            self._asked = replace(asked, card=again.card, face=again.face)
        elif (again.card.note, again.form) != (asked.card.note, asked.form):
            self._asked = replace(again, since=asked.since)
        else:
            self._asked = replace(asked, card=again.card)

    def _leave_out(self, key: int) -> None:
        self._upcoming.drop(key)
        if self._asked is not None and self._asked.card.key == key:
            self._next()

    def _show(self, asked: Asked | None) -> None:
        self._asked = asked
        self._revealed = None
        self._judgement = None
        self._hinted = False


def _promised(memory: Memory) -> int | None:
    """Return the interval in days that an outcome shows, None for a learning step."""
    return interval(memory).days if memory.state is State.REVIEW else None


def _is_of_session(step: Step | None) -> bool:
    return step is None or (isinstance(step, LogStep) and step.asked and step.count == 1)
