from __future__ import annotations

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from nqpf_study.domain.review import Memory, Plan, State
from nqpf_study.domain.workload import workload

TODAY = 739000


def in_review(stability: float, waited: int) -> Memory:
    last = TODAY - waited
    due = last + round(stability)
    return Memory(State.REVIEW, None, stability, 5.0, due, None, last, None, 3)


CARDS = [
    *((in_review(stability, 3), TODAY) for stability in range(5, 45)),
    *((Memory(), TODAY + number // 2) for number in range(40)),
]


def test_more_retention_is_more_work_and_more_is_remembered() -> None:
    told = [workload(CARDS, Plan(), share, TODAY, 200) for share in (0.75, 0.85, 0.95)]
    assert told[0].reviews < told[1].reviews < told[2].reviews
    assert told[0].remembered < told[1].remembered < told[2].remembered <= len(CARDS)
    assert told[0].each < told[2].each
    assert {one.cards for one in told} == {len(CARDS)}


def test_about_as_many_are_remembered_as_was_aimed_at() -> None:
    told = workload(CARDS, Plan(), 0.9, TODAY, 300)
    assert 0.88 < told.remembered / len(CARDS) < 0.98


def test_the_same_seed_is_the_same_luck() -> None:
    assert workload(CARDS, Plan(), 0.9, TODAY, 50, 1) == workload(CARDS, Plan(), 0.9, TODAY, 50, 1)
    assert workload(CARDS, Plan(), 0.9, TODAY, 50, 1) != workload(CARDS, Plan(), 0.9, TODAY, 50, 2)


def test_a_better_memory_has_less_to_do() -> None:
    better = tuple(w * 2 if place < 4 else w for place, w in enumerate(DEFAULT_PARAMETERS))
    usual = workload(CARDS, Plan(), 0.9, TODAY, 100)
    assert workload(CARDS, Plan(parameters=better), 0.9, TODAY, 100).reviews < usual.reviews


def test_cards_that_begin_after_the_last_day_cost_nothing() -> None:
    told = workload([(Memory(), TODAY + 100)], Plan(), 0.9, TODAY, 100)
    assert (told.reviews, told.remembered, told.each) == (0, 0, 0)
    assert workload(
        [(in_review(50, 0), TODAY)], Plan(), 0.9, TODAY, 50
    ).remembered == pytest.approx(0.9)
