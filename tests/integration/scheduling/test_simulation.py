"""The simulated learners of the benchmarks, and the SM-2 beside real Anki's."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.consts import CARD_TYPE_REV, QUEUE_TYPE_REV
from anki.decks import DEFAULT_DECK_ID

from benchmarks.simulating import START, AnkiSm2, Learner, Ours, PlainFsrs, live
from nqpf_study.domain.review import Rating
from nqpf_study.domain.scheduling import fuzz_range
from tests.fakes.dice import dice


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    folder: Path = tmp_path_factory.mktemp("anki")
    opened = Collection(str(folder / "collection.anki2"))
    yield opened
    opened.close()


def test_sm2_is_ankis(collection: Collection) -> None:
    note_type = collection.models.by_name("Basic")
    assert note_type is not None
    note = collection.new_note(note_type)
    note["Front"] = "question"
    collection.add_note(note, DEFAULT_DECK_ID)
    card = collection.get_card(note.card_ids()[0])
    random = dice(6)
    for _ in range(200):
        interval, late = random.randint(1, 300), random.randint(0, 50)
        ease = random.choice((1.3, 1.7, 2.1, 2.5, 2.65))
        card.type, card.queue = CARD_TYPE_REV, QUEUE_TYPE_REV
        card.ivl, card.factor, card.reps = interval, round(ease * 1000), 5
        card.due = collection.sched.today - late
        card.last_review_time = int(time.time()) - (interval + late) * 86_400
        collection.update_card(card)
        states = collection._backend.get_scheduling_states(card.id)
        for rating, state in (
            (Rating.HARD, states.hard),
            (Rating.GOOD, states.good),
            (Rating.EASY, states.easy),
        ):
            ours = AnkiSm2(1)
            ours.graded(1, Rating.EASY, START)
            kept = ours._cards[1]
            kept.interval, kept.ease, kept.due = interval, ease, START
            ours.graded(1, rating, START + late)
            review = state.normal.review
            low, high = fuzz_range(kept.interval, 36500)
            assert low - 2 <= review.scheduled_days <= high + 2, (interval, late, ease, rating)
            assert kept.ease == pytest.approx(review.ease_factor, abs=0.001)


def test_a_learners_life_is_the_same_every_time() -> None:
    learner = Learner.drawn(3, 1)
    once, again = (live(learner, Ours(), 30, 90, 1) for _ in range(2))
    assert once == again
    assert once.grades > once.reviews > 30
    assert 0 < once.passed < once.reviews
    assert 20 < once.remembered <= 30


def test_learners_differ_and_so_do_cards() -> None:
    one, other = Learner.drawn(1, 1), Learner.drawn(2, 1)
    assert one != other
    assert len({one.truth(card) for card in range(50)}) == 8
    assert live(one, PlainFsrs(), 30, 90, 1) != live(other, PlainFsrs(), 30, 90, 1)
