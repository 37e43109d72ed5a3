"""Redo in a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.replay import replay
from nqpf_study.domain.review import Act, CardStatus, LogEntry, Rating
from nqpf_study.study.agenda import Remaining
from nqpf_study.study.history import History
from nqpf_study.study.log_steps import LogStep
from nqpf_study.study.session import Session
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice
from tests.fakes.sitting import DAYS, answer, basic, card, collection, deck_of, name, session


def test_redo_grades_the_card_again_as_it_was_and_goes_on(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"), basic("c"))
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    graded, summary = store.log[0], sitting.summary()
    after = store.status(card("a"))
    sitting.undo()
    clock.move(seconds=3)
    step = sitting.redo()
    assert isinstance(step, LogStep)
    assert step.name == "grade Again"
    assert replace(store.log[-1], id=graded.id) == graded
    assert store.status(card("a")) == after == replay(store.entries(card("a")))
    assert [entry.act for entry in store.log] == [Act.GRADE, Act.UNDO, Act.GRADE]
    assert sitting.summary() == summary
    assert name(sitting) == "b"
    assert sitting.remaining == Remaining(new=2, learning=1)
    assert sitting.redo() is None


def test_the_answer_that_shows_is_put_away_by_a_redo(clock: Clock) -> None:
    sitting = session(collection(basic("a"), basic("b")), clock)
    answer(sitting)
    sitting.undo()
    sitting.reveal()
    sitting.redo()
    assert name(sitting) == "b"
    assert not sitting.revealed


@pytest.mark.parametrize("act", [Act.BURY, Act.SUSPEND])
def test_redo_sets_a_card_aside_again(clock: Clock, act: Act) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    set_it_aside = sitting.bury if act is Act.BURY else sitting.suspend
    set_it_aside()
    after = store.status(card("a"))
    sitting.undo()
    sitting.redo()
    assert store.status(card("a")) == after
    assert name(sitting) == "b"
    assert sitting.remaining == Remaining(new=1)


def test_acts_are_redone_in_the_order_in_which_they_were_done(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abc"))
    sitting = session(store, clock)
    for rating in (Rating.AGAIN, Rating.EASY, Rating.HARD):
        answer(sitting, rating)
    for _ in range(3):
        sitting.undo()
    assert name(sitting) == "a"
    redone = []
    while (step := sitting.redo()) is not None:
        redone.append(step.name)
    assert redone == ["grade Again", "grade Easy", "grade Hard"]
    assert sitting.remaining == Remaining(learning=2)
    assert len(sitting.summary().graded) == 3


def test_a_grade_leaves_nothing_to_redo(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    sitting.undo()
    answer(sitting, Rating.EASY)
    assert sitting.redo() is None
    assert [entry.rating for entry in store.log] == [Rating.AGAIN, None, Rating.EASY]


def test_a_redo_in_a_later_session_counts_on_the_day_of_the_grade(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    history = History()

    def begun() -> Session:
        return Session(store, clock, DAYS, dice(3).getrandbits, history=history)

    answer(begun(), Rating.EASY)
    day = store.log[0].day
    begun().undo()
    clock.move(days=2)
    sitting = begun()
    sitting.redo()
    assert store.log[-1].day == day
    assert name(sitting) == "b"
    assert sitting.summary().graded == (), "it was graded in another session"


def test_redo_that_cannot_be_saved_changes_nothing(clock: Clock) -> None:
    class Full(FakeCollection):
        full = False

        def record_all(self, acts: Sequence[tuple[LogEntry, CardStatus]]) -> None:
            if self.full:
                raise StudyError("The disk is full.")
            super().record_all(acts)

    store = Full()
    store.add(deck_of(basic("a"), basic("b")), clock())
    sitting = session(store, clock)
    answer(sitting)
    sitting.undo()
    store.full = True
    with pytest.raises(StudyError):
        sitting.redo()
    assert name(sitting) == "a"
    store.full = False
    sitting.redo()
    assert name(sitting) == "b"
