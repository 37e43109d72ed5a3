"""What is set can be set back, and only that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nqpf_study.domain.backlog import BacklogPlan
from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.options import DeckOptions, Exam, NewOrder
from nqpf_study.domain.review import Plan
from nqpf_study.study.fitting import keep
from nqpf_study.study.history import History, TooLate
from nqpf_study.study.option_steps import (
    backlog_choice,
    noted,
    parameters_in_use,
    set_deck_options,
    turned,
)
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection

FITTED = (0.5,) * 21


@pytest.fixture
def store() -> FakeCollection:
    store = FakeCollection()
    for id_ in ("terms", "events"):
        note = Note("a", "basic", {"question": "a?", "answer": "!"})
        store.add(Deck(id_, id_.title(), notes=(note,)), Clock()())
    return store


@pytest.fixture
def history() -> History:
    return History()


def options(store: FakeCollection) -> DeckOptions:
    return store.deck_options()["terms"]


def name(history: History) -> str:
    assert history.undoable is not None
    return history.undoable.name


def test_limits_are_set_back_and_set_again(store: FakeCollection, history: History) -> None:
    wanted = DeckOptions(new_per_day=3, new_order=NewOrder.RANDOM)
    set_deck_options(history, store, "terms", wanted)
    assert name(history) == "limits of “Terms”"
    history.undo()
    assert options(store) == DeckOptions()
    history.redo()
    assert options(store) == wanted


def test_an_exam_has_its_own_name(store: FakeCollection, history: History) -> None:
    set_deck_options(history, store, "terms", DeckOptions(exam=Exam(740_000)))
    assert name(history) == "exam of “Terms”"
    history.undo()
    assert options(store).exam is None


def test_what_was_so_before_is_no_step(store: FakeCollection, history: History) -> None:
    set_deck_options(history, store, "terms", DeckOptions())
    assert history.undoable is None


def test_what_was_set_by_another_way_stays(store: FakeCollection, history: History) -> None:
    """The scheduler fits itself now and then."""
    wanted = DeckOptions(new_per_day=3, plan=Plan(desired_retention=0.85))
    set_deck_options(history, store, "terms", wanted)
    keep(store, FITTED)
    history.undo()
    assert options(store) == DeckOptions(plan=Plan(parameters=FITTED))
    history.redo()
    assert options(store) == replace(wanted, plan=replace(wanted.plan, parameters=FITTED))


def test_what_was_set_otherwise_since_is_left_alone(
    store: FakeCollection, history: History
) -> None:
    set_deck_options(history, store, "terms", DeckOptions(new_per_day=3))
    store.set_deck_options("terms", DeckOptions(new_per_day=4))
    with pytest.raises(TooLate, match="otherwise since"):
        history.undo()
    assert options(store).new_per_day == 4
    assert history.undoable is None


def test_options_of_a_deck_that_is_gone_are_left_alone(
    store: FakeCollection, history: History
) -> None:
    set_deck_options(history, store, "terms", DeckOptions(new_per_day=3))
    del store.decks["terms"]
    with pytest.raises(TooLate):
        history.undo()


def test_parameters_are_set_back_for_all_decks(store: FakeCollection, history: History) -> None:
    store.set_deck_options("terms", DeckOptions(plan=Plan(parameters=(1.0,))))
    setting = parameters_in_use(store)
    noted(history, "fit to your memory", setting, lambda: keep(store, FITTED))
    assert {each.plan.parameters for each in store.deck_options().values()} == {FITTED}
    history.undo()
    kept = {id_: each.plan.parameters for id_, each in store.deck_options().items()}
    assert kept == {"terms": (1.0,), "events": ()}


def test_a_choice_for_the_backlog_is_set_back(store: FakeCollection, history: History) -> None:
    chosen = BacklogPlan(740_000, 7, {"terms": 40})
    noted(history, "choice", backlog_choice(store), lambda: store.set_backlog_plan(chosen))
    history.undo()
    assert store.backlog_plan() is None
    history.redo()
    assert store.backlog_plan() == chosen
    store.set_backlog_plan(None)
    with pytest.raises(TooLate):
        history.undo()


def test_only_what_differs_is_turned() -> None:
    was, wanted = DeckOptions(new_per_day=1), DeckOptions(new_per_day=2)
    now = DeckOptions(new_per_day=1, leech_threshold=5, exam=Exam(7))
    assert turned(now, was, wanted) == replace(now, new_per_day=2)
    with pytest.raises(TooLate):
        turned(now, DeckOptions(exam=None), DeckOptions(exam=Exam(8)))
