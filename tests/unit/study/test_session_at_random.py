"""Whatever a learner does in a session, its counts, the log and the cards agree."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import UTC

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.forms import Answer
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.replay import replay, standing
from nqpf_study.domain.review import Act, CardId, CardStatus, LogEntry, Plan, Rating
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.session import Session
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)
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
        self.acts: list[tuple[LogEntry, CardStatus]] = []
        """Each standing act of this run, with the card's status before it."""

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
        self.sitting = Session(self.store, self.clock, DAYS, self.random.getrandbits, decks, form)

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
        assert self.store.status(card).memory == forecast[rating]

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
        entry = self.sitting.undo()
        if not self.acts:
            assert entry is None
            return
        last, before = self.acts.pop()
        assert entry == last, "the newest standing act is taken back"
        assert self.store.status(last.card) == before
        assert graded - len(self.sitting.summary().graded) in (0, 1)

    @rule(act=st.sampled_from([Act.BURY, Act.SUSPEND, Act.RESUME]), place=st.integers(0, 99))
    def set_aside_in_the_browser(self, act: Act, place: int) -> None:
        row = list(self.store.rows.values())[place % len(self.store.rows)]
        before = row.status
        if set_aside(self.store, [row.key], act, self.clock, DAYS, self.random.getrandbits):
            self.acts.append((self.store.log[-1], before))
        self.sit_down(None, FormChoice.RECALL)

    # --- what holds ---------------------------------------------------------------------------

    @invariant()
    def each_card_is_what_its_log_says(self) -> None:
        for row in self.store.rows.values():
            assert row.status == replay(self.store.entries(row.id))

    @invariant()
    def the_log_is_in_order(self) -> None:
        ids = [entry.id for entry in self.store.log]
        assert ids == sorted(set(ids))
        assert standing(self.store.log) == [entry for entry, _ in self.acts]

    @invariant()
    def no_card_is_asked_that_is_set_aside(self) -> None:
        if self.sitting.asked is not None:
            status = self.store.status(self._asked())
            assert not status.suspended
            assert status == self.sitting.asked.card.status

    @invariant()
    def as_many_cards_come_as_are_counted(self) -> None:
        """In a copy of the world, answer all that comes with Easy."""
        sitting, clock = deepcopy((self.sitting, self.clock))
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
        assert came == counted.total

    def _asked(self) -> CardId:
        assert self.sitting.asked is not None
        return self.sitting.asked.card.id

    def _noted(self, card: CardId, act: Callable[[], None]) -> None:
        before = self.store.status(card)
        act()
        self.acts.append((self.store.log[-1], before))
        assert self.store.log[-1].card == card


TestSittings = Sittings.TestCase
TestSittings.settings = settings(max_examples=60, stateful_step_count=30)
