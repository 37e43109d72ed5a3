"""A session: question, reveal, grade; hints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.replay import replay
from nqpf_study.domain.review import Act, CardStatus, LogEntry, Plan, Rating, State
from nqpf_study.domain.scheduling import interval
from nqpf_study.study.agenda import Remaining
from nqpf_study.study.ports import StoredCard
from nqpf_study.study.session import LONGEST_ANSWER
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.sitting import (
    answer,
    asked,
    basic,
    card,
    collection,
    deck_of,
    learned,
    name,
    session,
)


def test_the_first_question_shows_at_once(clock: Clock) -> None:
    sitting = session(collection(basic("a"), basic("b")), clock)
    assert asked(sitting).face.question == "a?"
    assert asked(sitting).since == clock.at
    assert not sitting.revealed


def test_without_cards_nothing_is_asked(clock: Clock) -> None:
    sitting = session(FakeCollection(), clock)
    assert sitting.asked is None
    assert sitting.remaining == Remaining()
    assert sitting.summary().graded == ()
    sitting.look_at_source()
    assert not sitting.hinted


def test_what_isn_t_asked_can_t_be_answered(clock: Clock) -> None:
    sitting = session(FakeCollection(), clock)
    acts: list[Callable[[], object]] = [sitting.reveal, sitting.bury, sitting.suspend]
    acts += [lambda: sitting.grade(Rating.GOOD), lambda: sitting.answer(0)]
    for act in acts:
        with pytest.raises(ValueError, match="no card is asked"):
            act()


def test_the_answer_is_revealed_before_it_is_graded(clock: Clock) -> None:
    store = collection(basic("a"))
    sitting = session(store, clock)
    with pytest.raises(ValueError, match="reveal"):
        sitting.grade(Rating.GOOD)
    assert store.log == []


def test_a_grade_is_recorded_before_the_next_card_shows(clock: Clock) -> None:
    shown: list[tuple[int, str]] = []

    class Watched(FakeCollection):
        def card(self, key: int) -> StoredCard:
            shown.append((len(self.log), super().card(key).id.note))
            return super().card(key)

    store = Watched()
    store.add(deck_of(basic("a"), basic("b")), clock())
    sitting = session(store, clock)
    answer(sitting)
    assert shown == [(0, "a"), (1, "b")]


def test_a_grade_says_what_was_asked_how_and_how_long(clock: Clock) -> None:
    store = collection(basic("a"))
    plan = Plan(desired_retention=0.85)
    store.options["terms"] = DeckOptions(plan=plan)
    sitting = session(store, clock)
    clock.move(seconds=7.5)
    sitting.reveal()
    clock.move(seconds=2)
    sitting.grade(Rating.HARD)
    (entry,) = store.log
    assert entry == LogEntry(
        id=entry.id,
        card=card("a"),
        act=Act.GRADE,
        at=clock.at,
        day=clock.at.toordinal(),
        state=State.NEW,
        rating=Rating.HARD,
        form="recall",
        duration=9500,
        plan=plan,
    )
    assert store.status(card("a")) == replay(store.log)


@pytest.mark.parametrize("rating", Rating)
def test_the_forecast_on_the_buttons_is_what_grading_does(clock: Clock, rating: Rating) -> None:
    store = collection(basic("a"))
    learned(store, clock)
    sitting = session(store, clock)
    forecast = sitting.reveal()
    assert sitting.reveal() is forecast
    sitting.grade(rating)
    assert store.status(card("a")).memory == forecast[rating]


def test_the_forecast_holds_where_the_day_ends_while_the_answer_shows(clock: Clock) -> None:
    store = collection(basic("a"))
    learned(store, clock)
    clock.at = clock.at.replace(hour=3, minute=59)
    sitting = session(store, clock)
    forecast = sitting.reveal()
    clock.move(minutes=2)
    sitting.grade(Rating.GOOD)
    memory = store.status(card("a")).memory
    assert memory == replace(forecast[Rating.GOOD], last_at=clock.at)
    assert interval(memory) == interval(forecast[Rating.GOOD])
    assert replay(store.log).memory == memory


@pytest.mark.parametrize("away", [timedelta(hours=5), timedelta(minutes=-10)])
def test_time_spent_elsewhere_is_no_time_spent_on_a_card(clock: Clock, away: timedelta) -> None:
    store = collection(basic("a"))
    sitting = session(store, clock)
    sitting.reveal()
    clock.at += away
    sitting.grade(Rating.GOOD)
    counted = max(timedelta(), min(away, LONGEST_ANSWER))
    assert store.log[0].duration == counted / timedelta(milliseconds=1)
    assert sitting.summary().duration == counted


def test_a_failed_save_leaves_the_card_on_the_screen(clock: Clock) -> None:
    class Full(FakeCollection):
        full = True

        def record(self, entry: LogEntry, status: CardStatus) -> None:
            if self.full:
                raise StudyError("The disk is full.")
            super().record(entry, status)

    store = Full()
    store.add(deck_of(basic("a"), basic("b")), clock())
    sitting = session(store, clock)
    forecast = sitting.reveal()
    before = sitting.remaining
    acts: list[Callable[[], None]] = [sitting.bury, sitting.suspend]
    for act in (lambda: sitting.grade(Rating.AGAIN), *acts):
        with pytest.raises(StudyError):
            act()
        assert name(sitting) == "a"
        assert sitting.revealed
        assert sitting.remaining == before
        assert sitting.summary().graded == ()
    store.full = False
    sitting.grade(Rating.GOOD)
    assert name(sitting) == "b"
    assert store.status(card("a")).memory == forecast[Rating.GOOD]
    store.full = True
    with pytest.raises(StudyError):
        sitting.undo()
    assert name(sitting) == "b"
    assert len(sitting.summary().graded) == 1
    store.full = False
    sitting.undo()
    assert name(sitting) == "a"


def test_a_saved_card_can_t_be_graded_twice_where_the_next_one_fails_to_load(clock: Clock) -> None:
    class Flaky(FakeCollection):
        fails = False

        def card(self, key: int) -> StoredCard:
            if self.fails:
                raise StudyError("The disk is gone.")
            return super().card(key)

    store = Flaky()
    store.add(deck_of(basic("a"), basic("b")), clock())
    sitting = session(store, clock)
    sitting.reveal()
    store.fails = True
    with pytest.raises(StudyError):
        sitting.grade(Rating.GOOD)
    assert sitting.asked is None
    assert len(store.log) == 1
    store.fails = False
    sitting.look_again()
    assert name(sitting) == "b"
    assert sitting.remaining == Remaining(new=1, learning=1)


def test_a_look_at_the_source_before_the_reveal_caps_the_grade_at_hard(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    sitting.look_at_source()
    assert sitting.hinted
    assert (sitting.best_rating, sitting.proposed) == (Rating.HARD, Rating.HARD)
    forecast = sitting.reveal()
    assert forecast[Rating.EASY] == forecast[Rating.GOOD] == forecast[Rating.HARD]
    sitting.grade(Rating.EASY)
    assert (store.log[0].rating, store.log[0].hinted) == (Rating.HARD, True)
    assert store.status(card("a")).memory == forecast[Rating.EASY]
    assert (sitting.hinted, sitting.best_rating) == (False, Rating.EASY), "the next starts afresh"


def test_a_hint_doesn_t_raise_again_to_hard(clock: Clock) -> None:
    store = collection(basic("a"))
    sitting = session(store, clock)
    sitting.look_at_source()
    answer(sitting, Rating.AGAIN)
    assert store.log[0].rating is Rating.AGAIN


def test_a_look_at_the_source_after_the_reveal_is_no_hint(clock: Clock) -> None:
    sitting = session(collection(basic("a")), clock)
    sitting.reveal()
    sitting.look_at_source()
    assert not sitting.hinted
    assert sitting.proposed is Rating.GOOD
