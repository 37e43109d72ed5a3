"""Whatever a learner does, undoes and redoes, the session's counts, the log and the cards agree."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import UTC

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.forms import Answer
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.replay import replay, standing
from nqpf_study.domain.review import Act, CardId, CardStatus, LogEntry, Plan, Rating
from nqpf_study.domain.scheduling import interval
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.history import History
from nqpf_study.study.log_steps import Logbook, LogStep
from nqpf_study.study.session import Session
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)
Statuses = dict[CardId, CardStatus]
PLANS = (
    Plan(),
    Plan(learning_steps=(), relearning_steps=()),
    Plan(learning_steps=(Plan().learning_steps[0], Plan().learning_steps[1] * 200)),
)


def note(deck: str, number: int) -> Note:
    sides = {"front": f"{deck} front {number}", "back": f"{deck} back {number}"}
    return Note(f"n{number}", "reversed", sides)


class Sittings(RuleBasedStateMachine):
    """Sessions, days and the browser, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.random = dice(5)
        self.store = FakeCollection()
        self.sitting: Session
        self.book = Logbook(self.store, self.clock, lambda: DAYS, self.random.getrandbits)
        self.history = History(self.book.newest)
        self.past: list[tuple[list[LogEntry], Statuses]] = []
        """The standing acts, each with its entries and all cards' statuses before it."""
        self.future: list[tuple[int, Statuses]] = []
        """What was undone, newest last: of how many entries, and the statuses they had led to."""
        self.longest: list[LogEntry] = []
        self.changed_elsewhere = False
        """Whether cards still to come may have been set aside, which shows when they would come."""

    @initialize(
        notes=st.lists(st.integers(1, 4), min_size=1, max_size=3),
        plan=st.sampled_from(PLANS),
        new=st.integers(0, 5),
    )
    def start(self, notes: list[int], plan: Plan, new: int) -> None:
        for number, count in enumerate(notes):
            id_ = f"deck{number}"
            deck = Deck(id_, id_, notes=tuple(note(id_, at) for at in range(count)))
            self.store.add(deck, self.clock())
            self.store.options[id_] = DeckOptions(new_per_day=new, plan=plan)
        self.sit_down(decks=None, form=FormChoice.RECALL)

    # --- what a learner may do ----------------------------------------------------------------

    @rule(decks=st.sampled_from([None, ["deck0"]]), form=st.sampled_from(FormChoice))
    def sit_down(self, decks: list[str] | None, form: FormChoice) -> None:
        self.sitting = Session(
            *(self.store, self.clock, DAYS, self.random.getrandbits, decks, form),
            history=self.history,
        )
        self.changed_elsewhere = False

    @rule()
    def start_the_program_again(self) -> None:
        self.history = History(self.book.newest)
        self.future.clear()
        self.sit_down(None, FormChoice.RECALL)

    @rule(minutes=st.sampled_from([0.05, 1, 9, 30, 600, 1500, 20000]))
    def wait(self, minutes: float) -> None:
        self.clock.move(minutes=minutes)
        self.sitting.look_again()

    @precondition(lambda self: self.sitting.asked is not None)
    @rule(rating=st.sampled_from(Rating), hint=st.booleans())
    def grade(self, rating: Rating, *, hint: bool) -> None:
        card = self._asked()
        if hint:
            self.sitting.look_at_source()
        forecast = self.sitting.reveal()
        self._noted(card, lambda: self.sitting.grade(rating))
        graded, promised = self.store.status(card).memory, forecast[rating]
        assert interval(graded) == interval(promised)
        assert replace(graded, last_at=promised.last_at, due_at=promised.due_at) == promised

    @precondition(lambda self: self.sitting.asked is not None)
    @rule(answer=st.sampled_from(["deck0 front 0", "", 0, 3, (0, 1, 2), (2, 1, 0, 3), ("a",)]))
    def answer(self, answer: Answer) -> None:
        revealed = self.sitting.revealed
        try:
            judgement = self.sitting.answer(answer)
        except ValueError:
            assert self.sitting.revealed == revealed, "what is no answer reveals nothing"
        else:
            assert self.sitting.revealed
            assert revealed or self.sitting.judgement == judgement
            assert self.sitting.proposed <= self.sitting.best_rating

    @precondition(lambda self: self.sitting.asked is not None)
    @rule()
    def bury(self) -> None:
        self._noted(self._asked(), self.sitting.bury)

    @precondition(lambda self: self.sitting.asked is not None)
    @rule()
    def suspend(self) -> None:
        self._noted(self._asked(), self.sitting.suspend)

    @rule()
    def undo(self) -> None:
        graded = len(self.sitting.summary().graded)
        after = self._statuses()
        step = self.sitting.undo()
        if not self.past:
            assert step is None
            return
        entries, before = self.past.pop()
        assert isinstance(step, LogStep)
        assert (step.entry, step.count) == (entries[-1], len(entries)), "the newest act"
        assert self._statuses() == before
        self.changed_elsewhere |= step.count > 1
        assert graded - len(self.sitting.summary().graded) in (0, 1)
        self.future.append((len(entries), after))

    @rule()
    def redo(self) -> None:
        graded = len(self.sitting.summary().graded)
        before = self._statuses()
        step = self.sitting.redo()
        if not self.future:
            assert step is None
            return
        count, after = self.future.pop()
        assert self._statuses() == after
        self.changed_elsewhere |= count > 1
        self.past.append((self.store.log[-count:], before))
        assert len(self.sitting.summary().graded) - graded in (0, 1)

    @rule(
        act=st.sampled_from([Act.BURY, Act.SUSPEND, Act.RESUME]),
        places=st.sets(st.integers(0, 99), min_size=1, max_size=4),
    )
    def set_aside_in_the_browser(self, act: Act, places: set[int]) -> None:
        rows = list(self.store.rows.values())
        keys = list({rows[place % len(rows)].key for place in places})
        before, bits = self._statuses(), self.random.getrandbits
        count = set_aside(self.store, keys, act, self.clock, DAYS, bits, self.history)
        self.clock.move(minutes=0.01)
        if count:
            self.past.append((self.store.log[-count:], before))
            self.future.clear()
        self.sitting.look_around()
        self.changed_elsewhere = True

    # --- what holds ---------------------------------------------------------------------------

    @invariant()
    def each_card_is_what_its_log_says(self) -> None:
        for row in self.store.rows.values():
            assert row.status == replay(self.store.entries(row.id))

    @invariant()
    def the_log_is_in_order(self) -> None:
        ids = [entry.id for entry in self.store.log]
        assert ids == sorted(set(ids))
        assert standing(self.store.log) == [entry for act, _ in self.past for entry in act]

    @invariant()
    def nothing_ever_leaves_the_log(self) -> None:
        assert self.store.log[: len(self.longest)] == self.longest
        self.longest = list(self.store.log)

    @invariant()
    def no_card_is_asked_that_is_set_aside(self) -> None:
        if self.sitting.asked is not None:
            status = self.store.status(self._asked())
            assert not status.suspended
            assert status == self.sitting.asked.card.status

    @invariant()
    def as_many_cards_come_as_are_counted(self) -> None:
        """In a copy of the world, answer all that comes with Easy."""
        sitting, clock = deepcopy((self.sitting, self.clock), {id(self.history): History()})
        counted = sitting.remaining
        assert min(counted.new, counted.learning, counted.due) >= 0
        came = 0
        while sitting.remaining.total:
            if sitting.asked is None:
                clock.move(minutes=10)
                sitting.look_again()
                continue
            sitting.reveal()
            sitting.grade(Rating.EASY)
            came += 1
        assert came == counted.total or (self.changed_elsewhere and came < counted.total)

    def _asked(self) -> CardId:
        assert self.sitting.asked is not None
        return self.sitting.asked.card.id

    def _statuses(self) -> Statuses:
        return {row.id: row.status for row in self.store.rows.values()}

    def _noted(self, card: CardId, act: Callable[[], None]) -> None:
        before = self._statuses()
        act()
        self.clock.move(minutes=0.01)  # what one does after the other has another instant
        self.past.append((self.store.log[-1:], before))
        self.future.clear()
        assert self.store.log[-1].card == card


TestSittings = Sittings.TestCase
TestSittings.settings = settings(max_examples=60, stateful_step_count=30)
