"""The real optimizer on the log of a learner whose memory is known."""

from __future__ import annotations

import math
import sys

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.fitting import Lesson, longer_than_usual, split
from nqpf_study.domain.review import CardId, Memory, Plan, Rating
from nqpf_study.domain.scheduling import grade, retrievability
from nqpf_study.study.fsrs_optimizer import FsrsOptimizer
from tests.fakes.dice import dice
from tests.integration.scheduling.test_parity import midday

CARD = CardId("terms", "essence", "meaning")


def lived(strength: float, cards: int = 400) -> list[Lesson]:
    """Return the lessons of a learner whose memories begin and grow `strength` times as strong."""
    weights = [w * strength if at < 4 else w for at, w in enumerate(DEFAULT_PARAMETERS)]
    weights[8] += math.log(strength)
    truth = Plan(learning_steps=(), relearning_steps=(), parameters=tuple(weights))
    random = dice(8)
    found = []
    for number in range(cards):
        card = CardId("terms", f"n{number}", "answer")
        day = 739000 + number // 5
        first = random.choice((Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.GOOD, Rating.EASY))
        memory = grade(Memory(), first, midday(0), day, truth, CARD)
        reviews = [(first, 0)]
        for _ in range(7):
            waited = random.randint(1, 3 + int((memory.stability or 0) * 1.4))
            day += waited
            knew = random.random() < retrievability(memory, day, truth)
            rating = Rating.GOOD if knew else Rating.AGAIN
            memory = grade(memory, rating, midday(0), day, truth, CARD)
            reviews.append((rating, waited))
            found.append(Lesson(tuple(reviews), day, card))
    return sorted(found, key=lambda lesson: lesson.day)


def test_a_strong_memory_is_found_to_be_one() -> None:
    optimizer = FsrsOptimizer()
    found = lived(2.0)
    earlier, later = split(found)
    fitted = optimizer.fit(earlier)
    assert len(fitted) == 21
    assert optimizer.evaluate(fitted, later).better_than(optimizer.evaluate((), later))
    assert longer_than_usual(found, fitted) > 0.2
    assert Plan(parameters=fitted).parameters == fitted
    memory = grade(Memory(), Rating.GOOD, midday(0), 739000, Plan(parameters=fitted), CARD)
    assert (memory.stability or 0) > 3


def test_a_weak_one_too() -> None:
    optimizer = FsrsOptimizer()
    found = lived(0.5)
    assert longer_than_usual(found, optimizer.fit(found)) < -0.1


def test_nothing_to_judge_by_is_told() -> None:
    with pytest.raises(StudyError, match="could not be judged"):
        FsrsOptimizer().evaluate((), [])


def test_that_it_is_missing_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    with pytest.raises(StudyError, match="fsrs-rs-python") as told:
        FsrsOptimizer()
    assert "pip install" in told.value.mend
    assert "usual parameters" in told.value.safe
