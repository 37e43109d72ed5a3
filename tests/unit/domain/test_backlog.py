from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.backlog import BacklogPlan, Late, spread
from nqpf_study.domain.review import Memory, Plan, State
from nqpf_study.domain.scheduling import retrievability

TODAY = 739000
PLAN = Plan()


def late(deck: str, stability: float, waited: int) -> Late:
    last = TODAY - round(stability) - waited
    memory = Memory(State.REVIEW, None, stability, 5.0, TODAY - waited, None, last, None, 3)
    return deck, memory, PLAN


lates = st.lists(
    st.builds(late, st.sampled_from("ab"), st.floats(0.5, 300), st.integers(1, 60)), max_size=40
)


@given(lates, st.integers(1, 30))
def test_all_of_it_comes_once_and_evenly(cards: list[Late], days: int) -> None:
    planned = spread(cards, TODAY, days)
    assert sum(planned.per_day) == len(cards)
    assert len(planned.per_day) == days
    counts = [sum(deck == one for deck, _, _ in cards) for one in "ab"]
    assert max(planned.per_day) <= sum(-(-count // days) for count in counts)


@given(lates.filter(bool), st.integers(1, 30))
def test_who_waits_forgets(cards: list[Late], days: int) -> None:
    now, later = spread(cards, TODAY, 1), spread(cards, TODAY, days)
    assert later.retention <= now.retention + 1e-12
    known = [retrievability(memory, TODAY, plan) for _, memory, plan in cards]
    assert now.retention == pytest.approx(sum(known) / len(known))


def test_the_weakest_come_first() -> None:
    weak, strong = late("a", 2, 40), late("a", 200, 1)
    planned = spread([strong, weak], TODAY, 2)
    known = (retrievability(weak[1], TODAY, PLAN) + retrievability(strong[1], TODAY + 1, PLAN)) / 2
    assert planned.per_day == (1, 1)
    assert planned.retention == pytest.approx(known)


def test_nothing_late_is_nothing_to_do() -> None:
    assert spread([], TODAY, 3).per_day == (0, 0, 0)


@given(st.integers(0, 200), st.integers(1, 30), st.data())
def test_a_learner_who_does_each_days_share_is_done_on_the_last_day(
    count: int, days: int, data: st.DataObject
) -> None:
    plan = BacklogPlan(TODAY, days, {"a": count})
    waiting = count
    for day in range(TODAY, TODAY + days):
        assert plan.runs(day)
        share = plan.share("a", day, waiting)
        assert share <= -(-count // days) * (day - TODAY + 1)
        last = day == TODAY + days - 1
        done = share if last else data.draw(st.integers(0, share))
        assert plan.share("a", day, waiting - done) == share - done, "undone ones wait, no more"
        waiting -= done
    assert waiting == 0
    assert not plan.runs(TODAY + days)
    assert not plan.runs(TODAY - 1)


def test_a_running_step_and_what_became_due_later_are_not_of_the_backlog() -> None:
    plan = BacklogPlan(TODAY, 3, {"a": 1})
    _, memory, _ = late("a", 10, 1)
    assert plan.holds(memory)
    assert not plan.holds(late("a", 10, 0)[1])
    assert not plan.holds(Memory())
