from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from statistics import mean

from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.review import CardId, Memory, Plan, Rating, State
from nqpf_study.domain.scheduling import forecast, fuzz_range, grade, ideal_interval, interval
from nqpf_study.domain.smoothing import evened
from tests.fakes.dice import dice

NOON = datetime(2024, 6, 3, 12, tzinfo=UTC)
TODAY = NOON.toordinal()
CARD = CardId("terms", "essence", "meaning")
PLAN = Plan(learning_steps=(), relearning_steps=())

chances = st.floats(0, 1, exclude_max=True)
loads = st.dictionaries(st.integers(TODAY - 5, TODAY + 150), st.integers(0, 60))
memories = st.builds(
    lambda stability, wait, reps: Memory(
        State.REVIEW,
        stability=stability,
        difficulty=5.0,
        due_day=TODAY,
        last_day=TODAY - wait,
        last_at=NOON - timedelta(days=wait),
        reps=reps,
    ),
    st.floats(0.1, 400),
    st.integers(0, 400),
    st.integers(1, 50),
)


def test_the_emptiest_day_is_chosen() -> None:
    due = {TODAY + days: 4 for days in (8, 9, 11, 12)}
    assert evened(8, 12, TODAY, 0.0, due) == 10


def test_a_far_day_is_not_chosen_because_all_far_days_are_emptier() -> None:
    falling = {TODAY + days: 30 - days for days in range(8, 13)}
    assert {evened(8, 12, TODAY, chance / 10, falling) for chance in range(10)} == set(range(8, 13))


def test_equally_empty_days_are_drawn_evenly() -> None:
    drawn = Counter(evened(8, 12, TODAY, chance / 1000, {}) for chance in range(1000))
    assert drawn == {8: 200, 9: 200, 10: 200, 11: 200, 12: 200}


@given(st.integers(1, 300), st.integers(0, 40), chances, loads)
def test_the_choice_stays_in_the_range(
    low: int, width: int, chance: float, due: dict[int, int]
) -> None:
    assert low <= evened(low, low + width, TODAY, chance, due) <= low + width


@given(st.one_of(memories, st.just(Memory())), loads)
def test_what_is_promised_is_what_a_grade_that_carries_it_does(
    memory: Memory, due: dict[int, int]
) -> None:
    for rating, said in forecast(memory, NOON, TODAY, PLAN, CARD, due).items():
        days = interval(said).days
        assert grade(memory, rating, NOON, TODAY, PLAN, CARD, days) == said
        low, high = fuzz_range(ideal_interval(said.stability or 0, PLAN), PLAN.maximum_interval)
        assert low <= days <= high


@given(memories, loads)
def test_a_better_rating_still_never_comes_back_sooner(memory: Memory, due: dict[int, int]) -> None:
    said = forecast(memory, NOON, TODAY, Plan(), CARD, due)
    assert interval(said[Rating.HARD]) <= interval(said[Rating.GOOD])
    assert interval(said[Rating.GOOD]) <= interval(said[Rating.EASY])


@given(memories, st.integers(-5, 40000))
def test_a_promise_beyond_the_fuzz_range_is_not_kept(memory: Memory, days: int) -> None:
    usual = grade(memory, Rating.GOOD, NOON, TODAY, PLAN, CARD)
    low, high = fuzz_range(ideal_interval(usual.stability or 0, PLAN), PLAN.maximum_interval)
    after = grade(memory, Rating.GOOD, NOON, TODAY, PLAN, CARD, days)
    assert (after == usual) or (low <= days <= high and interval(after).days == days)
    assert low <= interval(after).days <= high


def test_days_are_more_even_than_with_fuzz_alone_and_intervals_no_longer() -> None:
    rough, rough_length = _half_a_year(smoothed=False)
    even, even_length = _half_a_year(smoothed=True)
    assert even < 0.75 * rough
    assert abs(even_length / rough_length - 1) < 0.02


def _half_a_year(*, smoothed: bool) -> tuple[float, float]:
    """Learn five cards a day, all Good; return how uneven days are, and the mean of intervals.

    Each interval counts as a share of what it would be before fuzz.
    """
    due: Counter[int] = Counter()
    waiting: dict[int, list[tuple[CardId, Memory]]] = {}
    counts: list[int] = []
    shares: list[float] = []
    random = dice(2)
    for day in range(TODAY, TODAY + 150):
        new = [(CardId("d", f"{day}-{at}", "x"), Memory()) for at in range(5)]
        reviews = waiting.pop(day, [])
        counts.append(len(reviews))
        for card, memory in (*reviews, *new):
            at = NOON + timedelta(days=day - TODAY)
            said = forecast(memory, at, day, PLAN, card, due if smoothed else None)
            after = said[random.choice((Rating.AGAIN, Rating.GOOD, Rating.GOOD, Rating.EASY))]
            assert after.due_day is not None
            due[after.due_day] += 1
            waiting.setdefault(after.due_day, []).append((card, after))
            shares.append(interval(after).days / ideal_interval(after.stability or 0, PLAN))
    middles = [mean(counts[at - 3 : at + 4]) for at in range(33, 147)]
    apart = [abs(counts[at] - middle) / middle for at, middle in enumerate(middles, 33)]
    return mean(apart), mean(shares)
