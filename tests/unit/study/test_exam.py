"""Exams, studying ahead and cramming, on a collection in memory."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import UTC

import pytest

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import DeckOptions, Exam, FormChoice
from nqpf_study.domain.replay import replay
from nqpf_study.domain.review import Rating
from nqpf_study.domain.scheduling import retrievability
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.cramming import Cram, cram
from nqpf_study.study.exam import exam_plan
from nqpf_study.study.offering import ahead, todays
from nqpf_study.study.overview import overview
from nqpf_study.study.practice import Scope
from nqpf_study.study.session import Session
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)
CARDS = 12


@pytest.fixture
def store(clock: Clock) -> FakeCollection:
    store = FakeCollection()
    for deck in ("terms", "other"):
        notes = (
            Note(f"n{at}", "basic", {"question": f"{at}?", "answer": f"{deck} {at}"})
            for at in range(CARDS)
        )
        store.add(Deck(deck, deck.title(), notes=tuple(notes)), clock())
        store.options[deck] = DeckOptions(new_per_day=CARDS)
    return store


def today(clock: Clock) -> int:
    return DAYS.day(clock())


def study(store: FakeCollection, clock: Clock, rating: Rating = Rating.GOOD) -> int:
    sitting = Session(store, clock, DAYS, dice(1).getrandbits)
    count = 0
    while sitting.asked is not None:
        sitting.reveal()
        sitting.grade(rating)
        count += 1
    return count


def known(store: FakeCollection, deck: str, day: int) -> list[float]:
    memories = [row.status.memory for row in store.rows.values() if row.id.deck == deck]
    return [retrievability(memory, day, DeckOptions().plan) for memory in memories]


def prepare(store: FakeCollection, deck: str, exam: Exam) -> None:
    store.options[deck] = replace(store.options[deck], exam=exam)


# --- exams ------------------------------------------------------------------------------------


def test_a_deck_is_known_on_the_day_of_its_exam(store: FakeCollection, clock: Clock) -> None:
    exam = Exam(today(clock) + 25, 0.97)
    prepare(store, "terms", exam)
    promised = exam_plan(store, "terms", today(clock))
    assert promised.expected > 0.97
    while today(clock) < exam.day:
        left = overview(store, today(clock))
        first = Session(store, clock, DAYS, dice(1).getrandbits).remaining
        assert (first.new, first.due) == (
            sum(deck.new for deck in left.decks),
            sum(deck.due for deck in left.decks),
        )
        study(store, clock, Rating.EASY)
        assert overview(store, today(clock)).cards == 0, "the day's part is done"
        clock.move(days=1)
    assert min(known(store, "terms", exam.day)) >= 0.97
    assert min(known(store, "other", exam.day)) < 0.97
    assert not exam_days(store, clock)


def exam_days(store: FakeCollection, clock: Clock) -> int:
    """Return how many cards are asked ahead of time today."""
    return len(todays(store, None, today(clock)).early)


def test_new_cards_come_in_time(store: FakeCollection, clock: Clock) -> None:
    store.options["terms"] = DeckOptions(new_per_day=0, exam=Exam(today(clock) + 3))
    store.options["other"] = DeckOptions(new_per_day=0)
    begun = []
    for _ in range(3):
        assert overview(store, today(clock)).decks[0].new == 4
        sitting = Session(store, clock, DAYS, dice(1).getrandbits)
        begun.append(sitting.remaining.new)
        study(store, clock, Rating.EASY)
        clock.move(days=1)
    assert begun == [4, 4, 4]


def test_an_early_review_counts_and_can_be_undone(store: FakeCollection, clock: Clock) -> None:
    study(store, clock, Rating.EASY)
    clock.move(days=3)
    prepare(store, "terms", Exam(today(clock) + 1, 0.99))
    sitting = Session(store, clock, DAYS, dice(1).getrandbits)
    assert sitting.remaining.due == CARDS
    assert sitting.asked is not None
    card, before = sitting.asked.card.id, sitting.asked.card.status
    assert (before.memory.due_day or 0) > today(clock)
    sitting.reveal()
    sitting.grade(Rating.GOOD)
    after = store.status(card)
    assert after.memory.reps == before.memory.reps + 1
    assert after == replay(store.entries(card))
    assert (after.memory.stability or 0) > (before.memory.stability or 0)
    sitting.undo()
    assert sitting.asked.card.id == card, "it is asked again, though it is not due"
    assert store.status(card) == before


def test_an_exam_must_make_sense(store: FakeCollection, clock: Clock) -> None:
    with pytest.raises(StudyError, match="no deck"):
        exam_plan(store, "nosuch", today(clock))
    with pytest.raises(StudyError, match="no exam"):
        exam_plan(store, "terms", today(clock))
    for exam in (Exam(today(clock)), Exam(today(clock) + 2000)):
        with pytest.raises(StudyError, match="at least a day ahead"):
            exam_plan(store, "terms", today(clock), exam)
    with pytest.raises(StudyError, match="a share from"):
        exam_plan(store, "terms", today(clock), Exam(today(clock) + 9, 1.0))


# --- study ahead ------------------------------------------------------------------------------


def test_what_becomes_due_soon_can_be_studied_ahead(store: FakeCollection, clock: Clock) -> None:
    study(store, clock, Rating.EASY)
    clock.move(days=2)
    due = sorted(row.status.memory.due_day or 0 for row in store.rows.values())
    days = due[3] - today(clock)
    soon = sum(day <= due[3] for day in due)
    sitting = Session(
        store, clock, DAYS, dice(1).getrandbits, decks=None, form=None, offering=ahead(days)
    )
    assert (sitting.remaining.due, sitting.remaining.new) == (soon, 0)
    while sitting.asked is not None:
        before = sitting.asked.card.status.memory
        sitting.reveal()
        sitting.grade(Rating.GOOD)
        assert (before.due_day or 0) > today(clock)
    assert len(sitting.summary().graded) == soon
    again = Session(store, clock, DAYS, dice(1).getrandbits, None, None, ahead(days))
    assert again.remaining.due == sum(
        today(clock) < (row.status.memory.due_day or 0) <= today(clock) + days
        for row in store.rows.values()
    )


def test_reviewing_ahead_of_time_gains_less_than_in_time(
    store: FakeCollection, clock: Clock
) -> None:
    study(store, clock, Rating.EASY)
    key = min(store.rows)
    memory = store.rows[key].status.memory
    gained = []
    for days in (2, (memory.due_day or 0) - today(clock)):
        copied, later = deepcopy((store, clock))
        later.move(days=days)
        offering = ahead(30) if days == 2 else todays
        sitting = Session(copied, later, DAYS, dice(1).getrandbits, ["terms"], None, offering)
        while sitting.asked is not None and sitting.asked.card.key != key:
            sitting.bury()
        sitting.reveal()
        sitting.grade(Rating.GOOD)
        after = copied.rows[key].status.memory
        gained.append((after.stability or 0) - (memory.stability or 0))
    assert 0 < gained[0] < gained[1]


# --- cram -------------------------------------------------------------------------------------


def crammed(store: FakeCollection, clock: Clock, count: int = 30) -> Cram:
    scope = Scope(day=today(clock), decks=["terms"])
    return cram(store, scope, count, clock, FormChoice.RECALL)


def test_cramming_changes_neither_the_schedule_nor_the_log(
    store: FakeCollection, clock: Clock
) -> None:
    study(store, clock)
    before = [row.status for row in store.rows.values()], list(store.log)
    going_over = crammed(store, clock)
    while going_over.asked is not None:
        going_over.reveal()
        going_over.grade(Rating.EASY)
    assert going_over.known == CARDS
    assert ([row.status for row in store.rows.values()], list(store.log)) == before


def test_what_was_not_known_comes_back_until_it_is(store: FakeCollection, clock: Clock) -> None:
    going_over = crammed(store, clock, 6)
    asked = []
    while going_over.asked is not None:
        asked.append(going_over.asked.card.id.note)
        going_over.reveal()
        going_over.grade(Rating.AGAIN if asked.count(asked[0]) == 1 == len(asked) else Rating.GOOD)
    assert asked == ["n0", "n1", "n2", "n3", "n4", "n0", "n5"]
    assert [one.card.id.note for one in going_over.missed.values()] == ["n0"]
    assert (going_over.known, going_over.remaining) == (6, 0)


def test_the_weakest_come_first_and_suspended_ones_never(
    store: FakeCollection, clock: Clock
) -> None:
    sitting = Session(store, clock, DAYS, dice(1).getrandbits, ["terms"])
    for rating in (Rating.EASY, Rating.AGAIN):
        sitting.reveal()
        sitting.grade(rating)
    sitting.suspend()
    clock.move(days=5)
    going_over = crammed(store, clock)
    assert going_over.remaining == CARDS - 1
    assert going_over.asked is not None
    assert going_over.asked.card.id.note == "n1"


def test_the_answer_shows_before_it_is_graded(store: FakeCollection, clock: Clock) -> None:
    going_over = crammed(store, clock, 1)
    with pytest.raises(ValueError, match="reveal"):
        going_over.grade(Rating.GOOD)
    with pytest.raises(ValueError, match="from memory"):
        going_over.answer("x")
    going_over.reveal()
    going_over.grade(Rating.GOOD)
    with pytest.raises(ValueError, match="no card"):
        going_over.reveal()
