"""FSRS-6 on the study-day clock: (memory, rating, time, plan) -> memory.

The formulas are those of the `fsrs` library, which is fed with stamps that stand for whole study
days, so that an evening and the next morning are a day apart. Its fuzz is off: it draws on global
dice and overshoots. Ours is drawn from the card's id and the number of its reviews, and stays in
Anki's bounds.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Self

from fsrs import Card as FsrsCard
from fsrs import Rating as FsrsRating
from fsrs import Scheduler as FsrsScheduler
from fsrs import State as FsrsState
from fsrs.scheduler import DEFAULT_PARAMETERS

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.review import CardId, Memory, Plan, Rating, State
from nqpf_study.domain.smoothing import evened

_RATINGS = {rating: FsrsRating(rating) for rating in Rating}
_STATES = {
    State.NEW: FsrsState.Learning,  # fsrs knows a new card as one in learning without a last review
    State.LEARNING: FsrsState.Learning,
    State.REVIEW: FsrsState.Review,
    State.RELEARNING: FsrsState.Relearning,
}
_BACK = {FsrsState(state): state for state in State if state is not State.NEW}
_FUZZ_FLOOR = 2.5
_FUZZ_BANDS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, math.inf, 0.05))
_EPOCH = datetime(1, 1, 1, tzinfo=UTC)
_LAST_DAY = 3_000_000  # in the year 8214: what is due a hundred years later still has a date


def grade(
    memory: Memory,
    rating: Rating,
    at: datetime,
    day: int,
    plan: Plan,
    card: CardId,
    promised: int | None = None,
) -> Memory:
    """Return what is remembered after a grade at `at` (UTC) in study day `day`.

    A learning step of less than a day ends at an instant, `due_at`; one of whole days ends on a
    study day, as an interval does. A clock that was set back counts as no time having passed.
    `promised` is the interval in days that was chosen for the card; where it lies outside the fuzz
    range, as when another machine's reviews came before this one, fuzz chooses as without it.
    Raises StudyError where `memory` holds what no grade leaves behind: damage.
    """
    _check(memory)
    day = max(day, memory.last_day or day)
    today = _stamp(day)
    before = _Fresh(
        card_id=0,
        state=_STATES[memory.state],
        step=_step(memory, plan),
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=today,
        last_review=None if memory.last_day is None else _stamp(memory.last_day),
    )
    after, _ = _scheduler(plan).review_card(before, _RATINGS[rating], today)
    reps = memory.reps + 1
    wait = after.due - today
    days = wait.days
    in_review = after.state is FsrsState.Review
    if in_review:
        low, high = fuzz_range(days, plan.maximum_interval)
        if promised is not None and low <= promised <= high:
            days = promised
        else:
            days = _drawn(low, high, _chance(card, reps))
    lapsed = memory.state is State.REVIEW and rating is Rating.AGAIN
    return Memory(
        state=_BACK[after.state],
        step=after.step,
        stability=after.stability,
        difficulty=after.difficulty,
        due_day=day + days,
        due_at=None if in_review or days else at + wait,
        last_day=day,
        last_at=at,
        reps=reps,
        lapses=memory.lapses + lapsed,
    )


def forecast(
    memory: Memory,
    at: datetime,
    day: int,
    plan: Plan,
    card: CardId,
    due: Mapping[int, int] | None = None,
) -> Mapping[Rating, Memory]:
    """Return what each of the four ratings would lead to.

    With `due`, the number of cards due by study day, intervals are chosen so that days are even;
    a better rating still never comes back sooner.
    """
    outcomes: dict[Rating, Memory] = {}
    shortest = 1
    for rating in Rating:
        after = grade(memory, rating, at, day, plan, card)
        if due is not None and after.state is State.REVIEW and after.stability is not None:
            shortest = _evened(after, shortest, due, plan, card)
            after = grade(memory, rating, at, day, plan, card, shortest)
        outcomes[rating] = after
    return outcomes


def _evened(after: Memory, shortest: int, due: Mapping[int, int], plan: Plan, card: CardId) -> int:
    assert after.stability is not None  # noqa: S101 - a card in review has one
    low, high = fuzz_range(ideal_interval(after.stability, plan), plan.maximum_interval)
    low = min(max(low, shortest), high)
    return evened(low, high, after.last_day or 0, _chance(card, after.reps), due)


def interval(memory: Memory) -> timedelta:
    """Return the time from the last grade until the card is due: a step, or whole days."""
    if memory.due_at is not None and memory.last_at is not None:
        return memory.due_at - memory.last_at
    return timedelta(days=(memory.due_day or 0) - (memory.last_day or 0))


def retrievability(memory: Memory, day: int, plan: Plan) -> float:
    """Return the chance (0 to 1) of remembering on study day `day`; 0 for a new card.

    R = (1 + F t / S) ** -w20, with F = 0.9 ** (-1 / w20) - 1 and t in days (FSRS-6). Raises
    StudyError as `grade` does.
    """
    _check(memory)
    if memory.stability is None or memory.last_day is None:
        return 0.0
    decay, factor = _curve(plan.parameters)
    days = max(0, day - memory.last_day)
    return float((1 + factor * days / memory.stability) ** decay)


def ideal_interval(stability: float, plan: Plan) -> int:
    """Return after how many days retrievability has fallen to what is desired, before fuzz."""
    decay, factor = _curve(plan.parameters)
    days = round(stability / factor * (float(plan.desired_retention ** (1 / decay)) - 1))
    return min(max(days, 1), plan.maximum_interval)


def fuzzed(days: int, chance: float, maximum: int) -> int:
    """Spread an interval of whole days by `chance` (0 to 1) within its fuzz range.

    The range grows with the days, so that with the same chance a better rating never comes back
    sooner.
    """
    return _drawn(*fuzz_range(days, maximum), chance)


def fuzz_range(days: int, maximum: int) -> tuple[int, int]:
    """Return the shortest and the longest interval that may stand for one of `days`: Anki's bounds.

    The reach is one day plus 15 % of days 2.5 to 7, 10 % of days 7 to 20 and 5 % of those beyond;
    intervals under 2.5 days stay.
    """
    if days < _FUZZ_FLOOR:
        return min(days, maximum), min(days, maximum)
    reach = 1.0
    for start, end, share in _FUZZ_BANDS:
        if days > start:
            reach += share * (min(days, end) - start)
    high = min(round(days + reach), maximum)
    return min(max(2, round(days - reach)), high), high


class _Fresh(FsrsCard):
    """A card made for one review: the library may change it, and need not copy it first."""

    def __copy__(self) -> Self:
        return self


def _drawn(low: int, high: int, chance: float) -> int:
    return low + min(int(chance * (high - low + 1)), high - low)


def _check(memory: Memory) -> None:
    stability, difficulty, last_day = memory.stability, memory.difficulty, memory.last_day
    if memory.state is State.NEW and stability is None:
        return
    if (
        stability is not None
        and difficulty is not None
        and last_day is not None
        and 0 < stability < math.inf
        and 1 <= difficulty <= 10
        and 0 < last_day <= _LAST_DAY
    ):
        return
    raise StudyError(
        "What is kept of a card's memory is damaged.",
        safe="Its review log tells what it was.",
        mend="Rebuild the cards from the log: nqpf-study doctor --repair.",
    )


@lru_cache(maxsize=32)
def _curve(parameters: tuple[float, ...]) -> tuple[float, float]:
    """Return the decay and the factor of the forgetting curve."""
    decay = -(parameters or DEFAULT_PARAMETERS)[20]
    return decay, 0.9 ** (1 / decay) - 1


def _chance(card: CardId, reps: int) -> float:
    digest = hashlib.blake2b(f"{card}#{reps}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) / 2**64


def _step(memory: Memory, plan: Plan) -> int | None:
    if memory.state is State.REVIEW:
        return None
    steps = plan.relearning_steps if memory.state is State.RELEARNING else plan.learning_steps
    return min(memory.step or 0, len(steps))


@lru_cache(maxsize=8192)
def _stamp(day: int) -> datetime:
    return _EPOCH + timedelta(days=day)


@lru_cache(maxsize=32)
def _scheduler(plan: Plan) -> FsrsScheduler:
    return FsrsScheduler(
        parameters=plan.parameters or DEFAULT_PARAMETERS,
        desired_retention=plan.desired_retention,
        learning_steps=plan.learning_steps,
        relearning_steps=plan.relearning_steps,
        maximum_interval=plan.maximum_interval,
        enable_fuzzing=False,
    )
