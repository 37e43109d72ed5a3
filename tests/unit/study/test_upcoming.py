"""What a session asks next: learning steps, and what was set aside or changed meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from nqpf_study.domain.deck import Note
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.review import Act, Plan, Rating
from nqpf_study.study.agenda import Remaining
from nqpf_study.study.history import History
from nqpf_study.study.session import Session
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.dice import dice
from tests.fakes.sitting import (
    DAYS,
    answer,
    asked,
    basic,
    collection,
    deck_of,
    name,
    session,
    taken_back,
)

MINUTE = timedelta(minutes=1)


def test_a_learning_step_comes_back_when_it_has_ended(clock: Clock) -> None:
    sitting = session(collection(*(basic(letter) for letter in "abcd")), clock)
    assert answer(sitting, Rating.AGAIN) == "a"
    assert answer(sitting) == "b"
    clock.move(seconds=61)
    assert answer(sitting) == "c"
    assert name(sitting) == "a"


def test_when_no_card_is_left_a_step_that_ends_soon_is_asked_early(clock: Clock) -> None:
    sitting = session(collection(basic("a"), basic("b")), clock)
    answer(sitting, Rating.GOOD)
    answer(sitting, Rating.AGAIN)
    assert name(sitting) == "b", "its step of a minute ends before the other's of ten"


def test_a_step_that_ends_later_is_waited_for(clock: Clock) -> None:
    store = collection(basic("a"))
    store.options["terms"] = DeckOptions(plan=Plan(learning_steps=(30 * MINUTE,)))
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    assert sitting.asked is None
    assert sitting.remaining == Remaining(learning=1)
    assert sitting.summary().next_due == clock.at + 30 * MINUTE
    sitting.look_again()
    assert sitting.asked is None
    clock.move(minutes=11)
    sitting.look_again()
    assert name(sitting) == "a"
    assert sitting.remaining == Remaining(learning=1)
    assert sitting.summary().next_due is None


def test_looking_again_leaves_a_question_alone(clock: Clock) -> None:
    sitting = session(collection(basic("a"), basic("b")), clock)
    sitting.look_at_source()
    sitting.look_again()
    assert name(sitting) == "a"
    assert sitting.hinted


def test_a_step_of_days_doesn_t_keep_a_session_open(clock: Clock) -> None:
    store = collection(basic("a"))
    store.options["terms"] = DeckOptions(plan=Plan(learning_steps=(timedelta(days=1),)))
    clock.at = clock.at.replace(hour=22)
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    assert sitting.asked is None
    assert sitting.remaining.total == 0
    clock.move(hours=10)
    sitting = session(store, clock)
    assert name(sitting) == "a"
    assert sitting.remaining == Remaining(due=1)


def test_steps_that_run_when_a_session_starts_are_waited_for(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"), new_per_day=1)
    answer(session(store, clock))
    sitting = session(store, clock)
    assert sitting.remaining == Remaining(learning=1)
    assert name(sitting) == "a"


def test_a_buried_card_is_back_on_the_next_study_day(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    sitting.bury()
    assert name(sitting) == "b"
    assert sitting.remaining == Remaining(new=1)
    assert sitting.summary().graded == ()
    assert name(session(store, clock)) == "b"
    clock.move(days=1)
    assert name(session(store, clock)) == "a"


def test_a_suspended_card_stays_away(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    sitting.suspend()
    assert name(sitting) == "b"
    clock.move(days=100)
    assert name(session(store, clock)) == "b"


def test_a_card_that_was_set_aside_elsewhere_meanwhile_is_passed_over(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abc"))
    sitting = session(store, clock)
    keys = [key for key, row in store.rows.items() if row.id.note == "b"]
    set_aside(store, keys, Act.SUSPEND, clock, DAYS, dice(2).getrandbits)
    answer(sitting)
    assert name(sitting) == "c"


def test_a_card_that_its_note_lost_meanwhile_is_passed_over(clock: Clock) -> None:
    two = Note("pair", "cloze", {"text": "{{c1::One}} and {{c2::two}}."})
    store = collection(basic("a"), two, basic("b"))
    sitting = session(store, clock)
    store.add(
        deck_of(basic("a"), replace(two, fields={"text": "One and {{c2::two}}."}), basic("b")),
        clock(),
    )
    answer(sitting)
    assert name(sitting) == "b"


def test_cards_set_aside_elsewhere_are_passed_over_and_come_back_when_that_is_undone(
    clock: Clock,
) -> None:
    store = collection(*(basic(letter) for letter in "abcd"))
    history = History()
    sitting = Session(store, clock, DAYS, dice(3).getrandbits, history=history)
    keys = [key for key, row in store.rows.items() if row.id.note in "bc"]
    set_aside(store, keys, Act.SUSPEND, clock, DAYS, dice(2).getrandbits, history)
    answer(sitting, Rating.EASY)
    assert name(sitting) == "d"
    assert taken_back(sitting).rating is Rating.EASY
    step = sitting.undo()
    assert step is not None
    assert step.name == "suspend 2 cards"
    asked_for = []
    while sitting.asked is not None:
        asked_for.append(name(sitting))
        answer(sitting, Rating.EASY)
    assert asked_for == ["a", "b", "c", "d"]


def test_a_card_that_left_its_deck_is_not_asked_after_a_look_around(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abc"))
    sitting = session(store, clock)
    sitting.reveal()
    store.add(deck_of(basic("c")), clock())
    sitting.look_around()
    assert name(sitting) == "c"
    assert not sitting.revealed
    store.add(deck_of(*(basic(letter) for letter in "abc")), clock())
    sitting.look_around()
    assert name(sitting) == "c", "what stands as it was stays on the screen"
    answer(sitting, Rating.EASY)
    assert {name(sitting)} < {"a", "b"}


@pytest.mark.parametrize("revealed", [False, True])
def test_a_question_reads_as_its_note_does_now(clock: Clock, *, revealed: bool) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    if revealed:
        sitting.reveal()
    other = replace(basic("a"), remark="Now said otherwise.")
    store.add(deck_of(other, basic("b")), clock())
    sitting.look_around()
    assert asked(sitting).card.note == other
    assert sitting.revealed is revealed


def test_limits_hold_from_one_session_to_the_next(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abcdef"), new_per_day=3)
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    assert session(store, clock).remaining == Remaining(new=2)
    sitting.undo()
    assert session(store, clock).remaining == Remaining(new=3)
    clock.at = datetime(2024, 6, 4, 3, 59, tzinfo=UTC)
    answer(session(store, clock), Rating.EASY)
    assert session(store, clock).remaining.new == 2, "a day ends at four in the morning"
    clock.move(minutes=1)
    assert session(store, clock).remaining.new == 3
