"""Our scheduling beside the `fsrs` library's and beside real Anki's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import fsrs
import pytest
from anki.collection import Collection
from anki.decks import DEFAULT_DECK_ID
from hypothesis import given, settings
from hypothesis import strategies as st

from nqpf_study.domain.review import CardId, Memory, Plan, Rating, State
from nqpf_study.domain.scheduling import grade, interval
from nqpf_study.domain.study_day import StudyClock

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
            assert abs(interval(memory) - wait) <= max(timedelta(days=2), wait * 0.35)
            assert interval(memory).days <= plan.maximum_interval
        else:
            assert interval(memory) == wait
            assert memory.due_at == at + wait


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
    told = graded(history, plan)
    card = _anki_card(collection, plan)
    before = Memory()
    for step, (at, memory) in zip(history, told, strict=True):
        _log_in_anki(collection, card, at, step.rating, before, memory)
        before = memory
    theirs = collection.compute_memory_state(card)
    assert before.stability == pytest.approx(theirs.stability, rel=1e-3, abs=0.01)
    assert before.difficulty == pytest.approx(theirs.difficulty, abs=0.01)


def _anki_card(collection: Collection, plan: Plan) -> AnkiCardId:
    config = collection.decks.config_dict_for_deck_id(DEFAULT_DECK_ID)
    config["fsrsParams6"] = list(plan.parameters)
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
