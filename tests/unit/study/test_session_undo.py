"""Undo in a session."""

from __future__ import annotations

import pytest

from nqpf_study.domain.replay import replay
from nqpf_study.domain.review import Act, CardStatus, Rating
from nqpf_study.study.agenda import Remaining
from nqpf_study.study.log_steps import LogStep
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.dice import dice
from tests.fakes.sitting import (
    DAYS,
    answer,
    asked,
    basic,
    card,
    collection,
    deck_of,
    learned,
    name,
    session,
    taken_back,
)


def test_nothing_to_undo(clock: Clock) -> None:
    store = collection(basic("a"))
    sitting = session(store, clock)
    assert sitting.undo() is None
    assert name(sitting) == "a"
    assert store.log == []


def test_undo_of_a_grade_asks_the_card_again_as_it_was(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"), basic("c"))
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    entry = taken_back(sitting)
    assert entry.rating is Rating.AGAIN
    assert store.status(card("a")) == CardStatus()
    assert name(sitting) == "a"
    assert not sitting.revealed
    assert sitting.remaining == Remaining(new=3)
    assert sitting.summary().graded == ()
    answer(sitting, Rating.EASY)
    assert name(sitting) == "b", "the card that was on the screen comes next"
    assert store.status(card("a")) == replay(store.entries(card("a")))


@pytest.mark.parametrize("act", [Act.BURY, Act.SUSPEND])
def test_undo_of_a_card_set_aside_asks_it_again(clock: Clock, act: Act) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    if act is Act.BURY:
        sitting.bury()
    else:
        sitting.suspend()
    entry = taken_back(sitting)
    assert entry.act is act
    assert name(sitting) == "a"
    assert store.status(card("a")) == CardStatus()
    assert sitting.remaining == Remaining(new=2)


def test_undo_after_the_last_card(clock: Clock) -> None:
    sitting = session(collection(basic("a")), clock)
    answer(sitting, Rating.EASY)
    assert sitting.asked is None
    sitting.undo()
    assert name(sitting) == "a"


def test_undo_goes_back_act_by_act_across_sessions(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abc"))
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    sitting.bury()
    clock.move(hours=1)
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    undone = []
    while (step := sitting.undo()) is not None:
        assert isinstance(step, LogStep)
        entry = step.entry
        undone.append((entry.card.note, entry.act))
        assert name(sitting) == entry.card.note
        assert store.status(entry.card) == CardStatus()
    assert undone == [("c", Act.GRADE), ("b", Act.BURY), ("a", Act.GRADE)]
    assert sitting.remaining == Remaining(new=3)
    assert sitting.summary().graded == ()


def test_undo_of_a_review_restores_its_memory_exactly(clock: Clock) -> None:
    store = collection(basic("a"))
    learned(store, clock)
    before = store.status(card("a"))
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    assert store.status(card("a")).memory.lapses == 1
    sitting.undo()
    assert store.status(card("a")) == before
    assert sitting.remaining == Remaining(due=1)


def test_undo_of_a_card_in_a_learning_step_keeps_the_count(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    clock.move(minutes=2)
    answer(sitting, Rating.EASY)
    assert name(sitting) == "a"
    answer(sitting, Rating.GOOD)
    sitting.undo()
    assert name(sitting) == "a"
    assert sitting.remaining == Remaining(learning=1)
    sitting.undo()
    assert name(sitting) == "b"
    assert sitting.remaining == Remaining(new=1, learning=1)


def test_undo_reaches_another_deck(clock: Clock) -> None:
    store = collection(basic("a"))
    store.add(deck_of(basic("z"), id_="timeline"), clock())
    answer(session(store, clock, ["timeline"]), Rating.EASY)
    sitting = session(store, clock, ["terms"])
    sitting.undo()
    assert asked(sitting).card.id == card("z", "timeline")
    assert sitting.remaining == Remaining(new=2)
    answer(sitting)
    assert name(sitting) == "a"


def test_undo_of_a_note_that_left_its_deck_is_recorded_and_asks_nothing(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    store.add(deck_of(basic("b")), clock())
    sitting.look_at_source()
    entry = taken_back(sitting)
    assert entry.card == card("a")
    assert store.status(card("a")) == CardStatus()
    assert name(sitting) == "b"
    assert sitting.hinted, "the question on the screen stays as it was"
    assert sitting.remaining == Remaining(new=1)


def test_undo_of_a_resumption_asks_nothing(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    keys = [key for key, row in store.rows.items() if row.id.note == "a"]
    for act in (Act.SUSPEND, Act.RESUME):
        set_aside(store, keys, act, clock, DAYS, dice(2).getrandbits)
    sitting = session(store, clock)
    assert name(sitting) == "a"
    entry = taken_back(sitting)
    assert entry.act is Act.RESUME
    assert store.status(card("a")).suspended
    assert name(sitting) == "b", "a suspended card is not asked"
    assert sitting.remaining == Remaining(new=1)


def test_undo_of_a_resumption_takes_the_card_off_what_is_to_come(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    keys = [key for key, row in store.rows.items() if row.id.note == "b"]
    for act in (Act.SUSPEND, Act.RESUME):
        set_aside(store, keys, act, clock, DAYS, dice(2).getrandbits)
    sitting = session(store, clock)
    assert sitting.remaining == Remaining(new=2)
    sitting.undo()
    assert name(sitting) == "a"
    assert sitting.remaining == Remaining(new=1)


def test_undo_of_a_suspension_asks_no_card_that_isn_t_due(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"), new_per_day=1)
    answer(session(store, clock), Rating.EASY)
    keys = [key for key, row in store.rows.items() if row.id.note == "a"]
    clock.move(days=1)
    sitting = session(store, clock)
    assert name(sitting) == "b"
    set_aside(store, keys, Act.SUSPEND, clock, DAYS, dice(2).getrandbits)
    sitting.undo()
    assert not store.status(card("a")).suspended
    assert name(sitting) == "b"
    assert sitting.remaining == Remaining(new=1)


def test_undo_takes_back_the_newest_act_though_the_clock_was_set_back(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    clock.move(days=-2)
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    entry = taken_back(sitting)
    assert entry.card == card("b")
