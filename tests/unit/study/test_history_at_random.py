"""Whatever a learner does to decks, cards and options: undone it is as before, redone as after."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from nqpf_study.app import Checked, Preview, Study
from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import StudyError, unheard
from nqpf_study.domain.options import DeckOptions, Exam, NewOrder
from nqpf_study.domain.replay import replay
from nqpf_study.domain.review import Act, LogEntry, Plan, Rating
from nqpf_study.study.fitting import keep
from nqpf_study.study.importing import plan_import
from tests.fakes.clock import Clock
from tests.fakes.study import memory_study, store_of

FITTED = (0.3, *DEFAULT_PARAMETERS[1:])
NOWHERE = Path(gettempdir()) / "nowhere"
NOTES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(["first", "second"])),
    unique_by=lambda note: note[0],
    max_size=6,
)


def deck(id_: str, notes: list[tuple[str, str]], title: str) -> Deck:
    made = (
        Note(name, "reversed", {"front": f"{name} {word}", "back": f"{word} back of {name}"})
        for name, word in notes
    )
    return Deck(id_, title, notes=tuple(made))


class Learning(RuleBasedStateMachine):
    """One run of the program: all that tells the history what it did."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.study = self.opened()
        self.past: list[object] = []
        """What the collection was before each step that can be undone."""
        self.future: list[object] = []
        self.log: list[LogEntry] = []

    @initialize(notes=NOTES)
    def start(self, notes: list[tuple[str, str]]) -> None:
        changes = plan_import(deck("terms", notes, "Terms"), self.study.collection)
        self.study.collection.write_changes(changes, (), self.clock(), unheard)

    def opened(self) -> Study:
        return memory_study(NOWHERE, clock=self.clock)

    # --- what a learner may do ----------------------------------------------------------------

    @rule(id_=st.sampled_from(["terms", "events"]), notes=NOTES, title=st.sampled_from("AB"))
    def bring_in(self, id_: str, notes: list[tuple[str, str]], title: str) -> None:
        made = deck(id_, notes, title)
        checked = Checked(NOWHERE / f"{id_}.yaml", made, ())
        preview = Preview(checked, plan_import(made, self.study.collection))
        self._done(lambda: self.study.import_deck(preview))

    @rule(id_=st.sampled_from(["terms", "events"]))
    def remove(self, id_: str) -> None:
        if id_ in self.study.deck_options():
            self._done(lambda: self.study.remove_deck(id_))

    @rule(rating=st.sampled_from(Rating))
    def grade(self, rating: Rating) -> None:
        session = self.study.session()
        if session.asked is not None:
            session.reveal()
            self._done(lambda: session.grade(rating))

    @rule(
        act=st.sampled_from([Act.BURY, Act.SUSPEND, Act.RESUME]),
        places=st.sets(st.integers(0, 20), min_size=1, max_size=5),
    )
    def set_aside(self, act: Act, places: set[int]) -> None:
        keys = self.study.search("")
        chosen = [key for place, key in enumerate(keys) if place in places]
        self._done(lambda: self.study.set_aside(chosen, act))

    @rule(new=st.integers(1, 3), order=st.sampled_from(NewOrder), ahead=st.integers(0, 9))
    def set_options(self, new: int, order: NewOrder, ahead: int) -> None:
        for id_ in list(self.study.deck_options())[:1]:
            exam = Exam(self.study.today() + ahead) if ahead else None
            options = DeckOptions(new_per_day=new, new_order=order, exam=exam)
            self._done(partial(self.study.set_deck_options, id_, options))

    @rule(days=st.integers(0, 3))
    def choose_for_the_backlog(self, days: int) -> None:
        def choose() -> object:
            try:
                return self.study.spread_backlog(days) if days else self.study.undo_backlog()
            except StudyError:  # nothing is late
                return None

        self._done(choose)

    @rule(parameters=st.sampled_from([(), FITTED]))
    def keep_parameters(self, parameters: tuple[float, ...]) -> None:
        self._done(lambda: self.study.keep_parameters(parameters))

    @rule(days=st.sampled_from([0.001, 0.5, 2, 40]))
    def wait(self, days: float) -> None:
        self.clock.move(days=days)

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        for _ in range(data.draw(st.integers(1, 4))):
            present, step = self._state(), self.study.history.undo()
            assert (step is None) == (not self.past)
            if self.past:
                assert self._state() == self.past.pop()
                self.future.append(present)

    @rule(data=st.data())
    def redo(self, data: st.DataObject) -> None:
        for _ in range(data.draw(st.integers(1, 4))):
            present, step = self._state(), self.study.history.redo()
            assert (step is None) == (not self.future)
            if self.future:
                assert self._state() == self.future.pop()
                self.past.append(present)

    # --- what holds ---------------------------------------------------------------------------

    @invariant()
    def each_card_is_what_its_log_says(self) -> None:
        for card in self.study.cards(self.study.search("")):
            assert card.status == replay(self.study.collection.entries(card.id))

    @invariant()
    def nothing_leaves_the_log(self) -> None:
        log = sorted(self.study.collection.whole_log(), key=lambda entry: entry.id)
        assert log[: len(self.log)] == self.log
        self.log = log

    def _done(self, act: Callable[[], object]) -> None:
        before = self._state()
        newest = self.study.history.undoable
        act()
        self.clock.move(seconds=1)
        if self.study.history.undoable is not newest:
            self.past.append(before)
            self.future.clear()
        else:
            assert self._state() == before, "what changes something is a step"

    def _state(self) -> dict[str, Any]:
        """Return all that a learner would see."""
        study, store = self.study, self.study.collection
        decks = {}
        for id_ in store.deck_options():
            stored = store.stored_notes(id_).items()
            in_use = [note for note, row in stored if not row.retired]
            named = store.notes_named(id_, in_use)
            decks[id_] = (store.stored_deck(id_), [named[note] for note in in_use])
        return {
            "decks": decks,
            "cards": {card.id: card.status for card in study.cards(study.search(""))},
            "options": dict(store.deck_options()),
            "backlog": store.backlog_plan(),
        }


TestLearning = Learning.TestCase
TestLearning.settings = settings(max_examples=40, stateful_step_count=25)


def test_fitting_by_itself_is_no_step_and_is_not_undone() -> None:
    study = memory_study(NOWHERE, deck("terms", [("a", "first")], "Terms"))
    study.set_deck_options("terms", DeckOptions(new_per_day=3))
    keep(store_of(study), FITTED)
    study.history.undo()
    assert study.deck_options()["terms"] == DeckOptions(plan=Plan(parameters=FITTED))
