from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.review import CardId, Memory, Plan, Rating, State
from nqpf_study.domain.scheduling import (
    forecast,
    fuzzed,
    grade,
    ideal_interval,
    interval,
    retrievability,
)

CARD = CardId("terms", "essence", "meaning")
NOON = datetime(2024, 6, 3, 12, tzinfo=UTC)
TODAY = NOON.toordinal()
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
PLAN = Plan()
IN_REVIEW = Memory(
    State.REVIEW,
    stability=20.0,
    difficulty=5.0,
    due_day=TODAY,
    last_day=TODAY - 20,
    last_at=NOON - 20 * DAY,
    reps=4,
)

chances = st.floats(0, 1, exclude_max=True)
memories = st.builds(
    lambda stability, difficulty, wait, reps: Memory(
        State.REVIEW,
        stability=stability,
        difficulty=difficulty,
        due_day=TODAY,
        last_day=TODAY - wait,
        last_at=NOON - wait * DAY,
        reps=reps,
    ),
    st.floats(0.001, 3000),
    st.floats(1, 10),
    st.integers(0, 3000),
    st.integers(1, 200),
)
plans = st.builds(
    Plan,
    desired_retention=st.floats(0.7, 0.99),
    learning_steps=st.lists(st.timedeltas(MINUTE, 4 * DAY), max_size=3).map(tuple),
    relearning_steps=st.lists(st.timedeltas(MINUTE, 4 * DAY), max_size=3).map(tuple),
    maximum_interval=st.integers(1, 36500),
)


def graded(
    *ratings: Rating, plan: Plan = PLAN, days: tuple[int, ...] = (), start: Memory | None = None
) -> Memory:
    """Grade a card today, `days` later, and so on; the same day where no days are given."""
    memory = start or Memory()
    day = TODAY
    for at, rating in enumerate(ratings):
        day += days[at - 1] if 0 < at <= len(days) else 0
        stamp = NOON + (day - TODAY) * DAY + at * MINUTE
        memory = grade(memory, rating, stamp, day, plan, CARD)
    return memory


# --- steps ------------------------------------------------------------------------------------


def test_a_new_card_takes_its_learning_steps() -> None:
    led_to = forecast(Memory(), NOON, TODAY, PLAN, CARD)
    assert interval(led_to[Rating.AGAIN]) == MINUTE
    assert interval(led_to[Rating.HARD]) == 5.5 * MINUTE
    assert interval(led_to[Rating.GOOD]) == 10 * MINUTE
    assert led_to[Rating.GOOD].state is State.LEARNING
    assert led_to[Rating.GOOD].due_at == NOON + 10 * MINUTE
    assert led_to[Rating.GOOD].due_day == TODAY
    assert led_to[Rating.EASY].state is State.REVIEW
    assert led_to[Rating.EASY].due_at is None


def test_a_card_graduates_after_its_last_step() -> None:
    memory = graded(Rating.GOOD, Rating.GOOD)
    assert memory.state is State.REVIEW
    assert memory.step is None
    assert memory.due_day is not None
    assert memory.due_day > TODAY


def test_again_takes_a_card_back_to_its_first_step() -> None:
    memory = graded(Rating.GOOD, Rating.AGAIN)
    assert (memory.state, memory.step) == (State.LEARNING, 0)
    assert interval(memory) == MINUTE


@pytest.mark.parametrize("rating", Rating)
def test_without_steps_a_new_card_goes_straight_to_review(rating: Rating) -> None:
    memory = graded(rating, plan=Plan(learning_steps=()))
    assert memory.state is State.REVIEW
    assert memory.due_day is not None
    assert memory.due_day > TODAY


def test_hard_on_an_only_step_is_half_as_long_again() -> None:
    memory = graded(Rating.HARD, plan=Plan(learning_steps=(10 * MINUTE,)))
    assert interval(memory) == 15 * MINUTE


def test_a_step_of_days_ends_on_a_study_day_and_not_at_an_instant() -> None:
    plan = Plan(learning_steps=(10 * MINUTE, DAY, 3 * DAY))
    memory = graded(Rating.GOOD, plan=plan)
    assert (memory.state, memory.step) == (State.LEARNING, 1)
    assert (memory.due_day, memory.due_at) == (TODAY + 1, None)
    assert interval(memory) == DAY
    memory = graded(Rating.GOOD, Rating.GOOD, plan=plan, days=(1,))
    assert (memory.due_day, memory.due_at) == (TODAY + 4, None)


def test_a_step_that_outlasts_the_day_still_ends_at_its_instant() -> None:
    memory = graded(Rating.AGAIN, plan=Plan(learning_steps=(15 * timedelta(hours=1),)))
    assert memory.due_at == NOON + timedelta(hours=15)
    assert memory.due_day == TODAY


def test_a_learning_card_that_waited_for_days_grows_by_them() -> None:
    at_once = graded(Rating.GOOD, Rating.GOOD)
    later = graded(Rating.GOOD, Rating.GOOD, days=(3,))
    assert (at_once.stability or 0) < (later.stability or 0)


def test_fewer_steps_than_when_the_card_was_learned() -> None:
    memory = graded(Rating.GOOD)
    shorter = Plan(learning_steps=(MINUTE,))
    assert grade(memory, Rating.GOOD, NOON, TODAY, shorter, CARD).state is State.REVIEW
    assert grade(memory, Rating.AGAIN, NOON, TODAY, shorter, CARD).step == 0


# --- lapses -----------------------------------------------------------------------------------


def test_a_forgotten_card_is_learned_again() -> None:
    memory = graded(Rating.AGAIN, start=IN_REVIEW)
    assert (memory.state, memory.step, memory.lapses) == (State.RELEARNING, 0, 1)
    assert memory.due_at == NOON + 10 * MINUTE
    assert (memory.stability or 0) < 20
    back = graded(Rating.AGAIN, Rating.GOOD, start=IN_REVIEW)
    assert (back.state, back.lapses, back.reps) == (State.REVIEW, 1, 6)


def test_without_relearning_steps_a_forgotten_card_stays_in_review() -> None:
    memory = graded(Rating.AGAIN, start=IN_REVIEW, plan=Plan(relearning_steps=()))
    assert (memory.state, memory.lapses, memory.due_at) == (State.REVIEW, 1, None)
    assert memory.due_day is not None
    assert memory.due_day > TODAY


def test_only_a_card_in_review_can_lapse() -> None:
    assert graded(Rating.AGAIN, Rating.AGAIN).lapses == 0
    assert graded(Rating.AGAIN, Rating.AGAIN, start=IN_REVIEW).lapses == 1


# --- time -------------------------------------------------------------------------------------


def test_a_second_review_on_the_same_day_changes_stability_little() -> None:
    once = graded(Rating.GOOD, start=IN_REVIEW)
    twice = graded(Rating.GOOD, Rating.GOOD, start=IN_REVIEW)
    assert twice.state is State.REVIEW
    assert twice.stability == pytest.approx(once.stability, rel=0.2)


def test_an_evening_and_the_next_morning_are_a_day_apart() -> None:
    evening = NOON.replace(hour=22)
    memory = grade(IN_REVIEW, Rating.GOOD, evening, TODAY, PLAN, CARD)
    morning = evening + timedelta(hours=10)
    next_day = grade(memory, Rating.GOOD, morning, TODAY + 1, PLAN, CARD)
    same_day = grade(memory, Rating.GOOD, morning, TODAY, PLAN, CARD)
    assert next_day.stability != same_day.stability


def test_a_clock_that_was_set_back_counts_as_no_time() -> None:
    before = graded(Rating.GOOD, start=IN_REVIEW)
    back = grade(before, Rating.GOOD, NOON - 9 * DAY, TODAY - 9, PLAN, CARD)
    assert back.last_day == TODAY
    assert back.stability == graded(Rating.GOOD, Rating.GOOD, start=IN_REVIEW).stability
    assert back.due_day is not None
    assert back.due_day > TODAY


@given(memories, plans, st.sampled_from(Rating))
def test_a_card_is_due_at_least_a_day_and_at_most_the_maximum_later(
    memory: Memory, plan: Plan, rating: Rating
) -> None:
    after = grade(memory, rating, NOON, TODAY, plan, CARD)
    assert after.due_day is not None
    if after.state is State.REVIEW:
        assert TODAY + 1 <= after.due_day <= TODAY + plan.maximum_interval
        assert interval(after) == (after.due_day - TODAY) * DAY
    elif after.due_at is None:
        assert after.due_day == TODAY + plan.relearning_steps[0].days > TODAY
    else:
        assert interval(after) == plan.relearning_steps[0] < DAY


@given(st.floats(0.7, 0.98), st.floats(5, 300))
def test_who_wants_to_remember_more_is_asked_sooner(wanted: float, stability: float) -> None:
    memory = Memory(State.REVIEW, None, stability, 5.0, TODAY, None, TODAY - 5, NOON - 5 * DAY, 3)
    less = grade(memory, Rating.GOOD, NOON, TODAY, Plan(wanted), CARD)
    more = grade(memory, Rating.GOOD, NOON, TODAY, Plan(wanted + 0.01), CARD)
    assert interval(more) <= interval(less)
    assert more.stability == less.stability


# --- what the buttons say ---------------------------------------------------------------------


@given(st.one_of(memories, st.just(Memory())), plans, st.sampled_from(Rating))
def test_the_forecast_is_what_grading_does(memory: Memory, plan: Plan, rating: Rating) -> None:
    said = forecast(memory, NOON, TODAY, plan, CARD)
    assert set(said) == set(Rating)
    assert said[rating] == grade(memory, rating, NOON, TODAY, plan, CARD)


@given(memories, plans)
def test_a_better_rating_never_comes_back_sooner(memory: Memory, plan: Plan) -> None:
    said = forecast(memory, NOON, TODAY, plan, CARD)
    assert interval(said[Rating.HARD]) <= interval(said[Rating.GOOD])
    assert interval(said[Rating.GOOD]) <= interval(said[Rating.EASY])


@given(memories)
def test_again_comes_back_first(memory: Memory) -> None:
    for plan in (PLAN, Plan(relearning_steps=())):
        said = forecast(memory, NOON, TODAY, plan, CARD)
        assert interval(said[Rating.AGAIN]) <= interval(said[Rating.HARD])


# --- fuzz -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "low", "high"),
    [
        (1, 1, 1),
        (2, 2, 2),
        (3, 2, 4),
        (6, 4, 8),
        (7, 5, 9),
        (10, 8, 12),
        (20, 17, 23),
        (100, 93, 107),
        (1000, 948, 1052),
    ],
)
def test_fuzz_keeps_to_ankis_bounds(days: int, low: int, high: int) -> None:
    assert fuzzed(days, 0.0, 36500) == low
    assert fuzzed(days, 1 - 2**-53, 36500) == high


def test_fuzz_falls_evenly() -> None:
    fell = Counter(fuzzed(10, chance / 1000, 36500) for chance in range(1000))
    assert fell == {8: 200, 9: 200, 10: 200, 11: 200, 12: 200}


@given(st.integers(1, 36500), chances, st.integers(1, 36500))
def test_fuzz_never_passes_the_maximum(days: int, chance: float, maximum: int) -> None:
    assert 1 <= fuzzed(min(days, maximum), chance, maximum) <= maximum


@given(st.integers(1, 36000), chances)
def test_longer_intervals_stay_longer(days: int, chance: float) -> None:
    assert fuzzed(days, chance, 36500) <= fuzzed(days + 1, chance, 36500)


def test_cards_learned_together_drift_apart() -> None:
    due = Counter(
        grade(
            IN_REVIEW, Rating.GOOD, NOON, TODAY, PLAN, CardId("terms", f"n{at}", "answer")
        ).due_day
        for at in range(1000)
    )
    assert len(due) > 5
    assert max(due.values()) < 200


def test_a_card_is_not_always_moved_to_the_same_side() -> None:
    one, other = CardId("terms", "a", "meaning"), CardId("terms", "a", "name")
    pairs = set()
    for reps in range(40):
        memory = Memory(State.REVIEW, None, 20.0, 5.0, TODAY, None, TODAY - 20, NOON, reps)
        due = [grade(memory, Rating.GOOD, NOON, TODAY, PLAN, card).due_day for card in (one, other)]
        pairs.add(tuple(due))
    assert len(pairs) > 15


# --- damage -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage",
    [
        {"last_day": 10**12},
        {"last_day": -5},
        {"last_day": None},
        {"stability": 0.0},
        {"stability": -3.0},
        {"stability": float("inf")},
        {"stability": float("nan")},
        {"stability": None},
        {"difficulty": 0.0},
        {"difficulty": 99.0},
        {"difficulty": None},
    ],
)
def test_a_damaged_memory_is_told_and_not_scheduled(damage: dict[str, Any]) -> None:
    memory = replace(IN_REVIEW, **damage)
    for use in (
        lambda: grade(memory, Rating.GOOD, NOON, TODAY, PLAN, CARD),
        lambda: retrievability(memory, TODAY, PLAN),
    ):
        with pytest.raises(StudyError, match="doctor --repair"):
            use()


# --- retrievability ---------------------------------------------------------------------------


@given(st.floats(0.01, 3000), st.integers(0, 3000), st.booleans())
def test_retrievability_is_the_librarys(stability: float, days: int, other: bool) -> None:
    weights = fsrs.Scheduler().parameters
    plan = Plan(parameters=(*weights[:20], 0.3) if other else ())
    memory = Memory(State.REVIEW, stability=stability, difficulty=5.0, last_day=TODAY - days)
    theirs = fsrs.Scheduler(plan.parameters or weights).get_card_retrievability(
        fsrs.Card(1, fsrs.State.Review, None, stability, 5.0, NOON, NOON - days * DAY), NOON
    )
    assert retrievability(memory, TODAY, plan) == pytest.approx(theirs)


def test_retrievability_falls_from_one_to_the_desired_retention_when_due() -> None:
    memory = Memory(State.REVIEW, stability=50.0, difficulty=5.0, last_day=TODAY)
    assert ideal_interval(50.0, PLAN) == 50
    assert retrievability(memory, TODAY, PLAN) == 1
    assert retrievability(memory, TODAY + 50, PLAN) == pytest.approx(0.9)
    assert retrievability(memory, TODAY - 3, PLAN) == 1, "a clock that was set back"


def test_what_was_never_learned_cannot_be_remembered() -> None:
    assert retrievability(Memory(), TODAY, PLAN) == 0
