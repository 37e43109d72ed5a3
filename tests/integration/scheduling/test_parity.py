"""Our scheduling beside the `fsrs` library's and beside real Anki's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import fsrs
import pytest
from anki.cards_pb2 import FsrsMemoryState
from anki.collection import Collection
from anki.consts import CARD_TYPE_REV, QUEUE_TYPE_REV
from anki.decks import DEFAULT_DECK_ID
from hypothesis import given, settings
from hypothesis import strategies as st

from nqpf_study.domain.review import CardId, Memory, Plan, Rating, State
from nqpf_study.domain.scheduling import fuzz_range, grade, ideal_interval, interval
from nqpf_study.domain.study_day import StudyClock
from tests.fakes.dice import dice

if TYPE_CHECKING:
    from anki.cards import CardId as AnkiCardId

CARD = CardId("terms", "essence", "meaning")
CLOCK = StudyClock(datetime.now().astimezone().tzinfo or UTC)
MINUTE = timedelta(minutes=1)
OTHER_WEIGHTS = tuple(
    weight * (1.1 if place % 2 else 0.9) for place, weight in enumerate(fsrs.Scheduler().parameters)
)


@dataclass(frozen=True)
class Step:
    """One review of a history: whole days since the one before, and the rating."""

    wait: int
    rating: Rating


plans = st.builds(
    Plan,
    desired_retention=st.floats(0.7, 0.99),
    learning_steps=st.lists(st.integers(1, 600).map(lambda n: n * MINUTE), max_size=3).map(tuple),
    relearning_steps=st.lists(st.integers(1, 600).map(lambda n: n * MINUTE), max_size=2).map(tuple),
    maximum_interval=st.integers(1, 36500),
    parameters=st.sampled_from([(), OTHER_WEIGHTS]),
)
histories = st.lists(
    st.builds(Step, st.one_of(st.just(0), st.integers(0, 150)), st.sampled_from(Rating)),
    min_size=1,
    max_size=12,
)


PLANS = (
    Plan(),
    Plan(0.8, parameters=OTHER_WEIGHTS),
    Plan(0.97, learning_steps=(), relearning_steps=(), maximum_interval=200),
    Plan(0.85, (10 * MINUTE, 24 * 60 * MINUTE), (5 * MINUTE, 20 * MINUTE)),
)


def _lived(random: Random) -> list[Step]:
    """Return a history as learners have them: most intervals grow, some days see many reviews."""
    steps = []
    for at in range(random.randint(1, 14)):
        wait = random.choice((0, 0, random.randint(1, 5), random.randint(1, 4 + 3**at // 2)))
        rating = random.choices(list(Rating), (2, 1, 5, 2))[0]
        steps.append(Step(min(wait, 400), rating))
    return steps


def midday(days_ago: int) -> datetime:
    """Return a noon by the clock of this machine, so that Anki's days and ours are the same."""
    noon = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)
    return (noon - timedelta(days=days_ago)).astimezone(UTC)


def graded(history: Sequence[Step], plan: Plan) -> list[tuple[datetime, Memory]]:
    """Grade a card through `history`, the last time yesterday; reviews a minute apart in a day."""
    memory = Memory()
    days_ago = sum(step.wait for step in history) + 1
    told = []
    for minutes, step in enumerate(history):
        days_ago -= step.wait
        at = midday(days_ago) + minutes * MINUTE
        memory = grade(memory, step.rating, at, CLOCK.day(at), plan, CARD)
        told.append((at, memory))
    return told


@given(histories, plans)
@settings(max_examples=200)
def test_memory_is_that_of_the_library(history: Sequence[Step], plan: Plan) -> None:
    _compare_with_library(history, plan)


def test_memory_is_that_of_the_library_in_thousands_of_histories() -> None:
    random = dice(4)
    for _ in range(3000):
        _compare_with_library(_lived(random), random.choice(PLANS))


def _compare_with_library(history: Sequence[Step], plan: Plan) -> None:
    scheduler = fsrs.Scheduler(
        plan.parameters or fsrs.Scheduler().parameters,
        plan.desired_retention,
        plan.learning_steps,
        plan.relearning_steps,
        plan.maximum_interval,
        enable_fuzzing=False,
    )
    card = fsrs.Card(card_id=1)
    today = datetime(2000, 1, 1, tzinfo=UTC)
    for step, (at, memory) in zip(history, graded(history, plan), strict=True):
        today += timedelta(days=step.wait)
        card, _ = scheduler.review_card(card, fsrs.Rating(step.rating), today)
        assert memory.stability == card.stability
        assert memory.difficulty == card.difficulty
        assert (int(memory.state), memory.step) == (int(card.state), card.step)
        wait = card.due - today
        if memory.state is State.REVIEW:
            assert memory.due_at is None
            assert ideal_interval(memory.stability or 0, plan) == wait.days
            low, high = fuzz_range(wait.days, plan.maximum_interval)
            assert low <= interval(memory).days <= high
        else:
            assert interval(memory) == wait
            assert memory.due_at == (None if wait.days else at + wait)


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    folder: Path = tmp_path_factory.mktemp("anki")
    opened = Collection(str(folder / "collection.anki2"))
    opened.set_config("fsrs", val=True)
    yield opened
    opened.close()


@given(histories, st.booleans())
@settings(max_examples=200)
def test_memory_is_that_of_anki(
    collection: Collection, history: Sequence[Step], other_weights: bool
) -> None:
    plan = Plan(parameters=OTHER_WEIGHTS if other_weights else ())
    _compare_with_anki(collection, _anki_card(collection, plan), history, plan)


@pytest.mark.parametrize("plan", [Plan(), Plan(0.85, parameters=OTHER_WEIGHTS)])
def test_memory_and_due_day_are_ankis_in_thousands_of_histories(
    collection: Collection, plan: Plan
) -> None:
    random = dice(11)
    card = _anki_card(collection, plan)
    days = compared = 0
    for _ in range(1000):
        memory = _compare_with_anki(collection, card, _lived(random), plan)
        if memory.state is State.REVIEW:
            compared += 1
            days += _compare_intervals(collection, card, memory, plan, random.randint(1, 120))
    assert compared > 500
    assert days > compared


def _compare_intervals(
    collection: Collection, card: AnkiCardId, memory: Memory, plan: Plan, waited: int
) -> int:
    """Compare the intervals after `waited` days; return of how many buttons the day is compared.

    Anki gives its interval with its own fuzz, whose draw it tells, for whole days: it fuzzes them
    before they are rounded, so a day of difference is its own. It also keeps its buttons a day
    apart: where the one before reaches into the fuzz range, only its beginning is compared.
    """
    theirs = collection.get_card(card)
    theirs.type, theirs.queue = CARD_TYPE_REV, QUEUE_TYPE_REV
    theirs.ivl, theirs.reps = 1, memory.reps
    theirs.due = collection.sched.today + 1 - waited
    assert memory.stability is not None
    assert memory.difficulty is not None
    assert memory.last_day is not None
    theirs.memory_state = FsrsMemoryState(stability=memory.stability, difficulty=memory.difficulty)
    theirs.last_review_time = int(datetime.now().timestamp()) - waited * 24 * 3600  # noqa: DTZ005
    collection.update_card(theirs)
    states = collection._backend.get_scheduling_states(card)
    theirs.reps += 1  # the draw that it tells is the one of the review before
    collection.update_card(theirs)
    days, shortest = 0, 1
    today = memory.last_day + waited
    for rating, state in (
        (Rating.HARD, states.hard),
        (Rating.GOOD, states.good),
        (Rating.EASY, states.easy),
    ):
        ours = grade(memory, rating, midday(0), today, plan, CARD)
        review = state.normal.review
        assert ours.stability == pytest.approx(review.memory_state.stability, rel=1e-3, abs=0.01)
        assert ours.difficulty == pytest.approx(review.memory_state.difficulty, abs=0.01)
        ideal = ideal_interval(ours.stability or 0, plan)
        drawn = collection._backend.fuzz_delta(card_id=card, interval=ideal)
        low, high = fuzz_range(ideal, plan.maximum_interval)
        assert low - 1 <= review.scheduled_days
        if shortest < low:
            assert review.scheduled_days <= high + 1
            assert abs(review.scheduled_days - (ideal + drawn)) <= 1
            days += 1
        shortest = review.scheduled_days + 1
    return days


def _compare_with_anki(
    collection: Collection, card: AnkiCardId, history: Sequence[Step], plan: Plan
) -> Memory:
    """Compare the memory after a history, logged for a card in place of what it had before."""
    told = graded(history, plan)
    assert collection.db is not None
    collection.db.execute("delete from revlog where cid = ?", card)
    before = Memory()
    for step, (at, memory) in zip(history, told, strict=True):
        _log_in_anki(collection, card, at, step.rating, before, memory)
        before = memory
    theirs = collection.compute_memory_state(card)
    assert before.stability == pytest.approx(theirs.stability, rel=1e-3, abs=0.01)
    assert before.difficulty == pytest.approx(theirs.difficulty, abs=0.01)
    return before


def _anki_card(collection: Collection, plan: Plan) -> AnkiCardId:
    config = collection.decks.config_dict_for_deck_id(DEFAULT_DECK_ID)
    config["fsrsParams6"] = list(plan.parameters)
    config["desiredRetention"] = plan.desired_retention
    collection.decks.update_config(config)
    note_type = collection.models.by_name("Basic")
    assert note_type is not None
    note = collection.new_note(note_type)
    note["Front"] = "question"
    collection.add_note(note, DEFAULT_DECK_ID)
    return note.card_ids()[0]


def _log_in_anki(
    collection: Collection, card: AnkiCardId, at: datetime, rating: Rating, was: Memory, now: Memory
) -> None:
    assert collection.db is not None
    kind = {State.REVIEW: 1, State.RELEARNING: 2}.get(was.state, 0)
    stamp = round(at.timestamp() * 1000)
    while collection.db.scalar("select 1 from revlog where id = ?", stamp):
        stamp += 1  # it is the table's key, and other examples have other cards
    collection.db.execute(
        "insert into revlog values (?, ?, -1, ?, ?, ?, 500, 1000, ?)",
        *(stamp, card, int(rating), _anki_interval(now), _anki_interval(was), kind),
    )


def _anki_interval(memory: Memory) -> int:
    """Return an interval as Anki logs it: days, or seconds below zero."""
    if memory.state is State.NEW:
        return 0
    wait = interval(memory)
    return wait.days if memory.due_at is None else -round(wait.total_seconds())
