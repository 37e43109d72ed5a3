from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.exam import new_by_day, plan_exam
from nqpf_study.domain.options import DeckOptions, Exam
from nqpf_study.domain.review import CardId, Memory, Plan, Rating, State
from nqpf_study.domain.scheduling import grade, ideal_interval, retrievability

TODAY = 739000
NOON = datetime(2024, 4, 29, 12, tzinfo=UTC)
PLAN = Plan()
STRAIGHT = replace(PLAN, learning_steps=(), relearning_steps=())
CARD = CardId("terms", "essence", "meaning")


def memory(stability: float, waited: int, due_in: int | None = None) -> Memory:
    """Return a card in review; due when retrievability falls to 90 %, unless told otherwise."""
    last = TODAY - waited
    due = last + ideal_interval(stability, PLAN) if due_in is None else TODAY + due_in
    return Memory(State.REVIEW, None, stability, 5.0, due, None, last, NOON, 3)


memories = st.builds(memory, st.floats(0.5, 400), st.integers(0, 60))
decks = st.lists(memories, max_size=30).map(lambda found: dict(enumerate(found, 1)))
exams = st.builds(Exam, st.integers(TODAY + 1, TODAY + 60), st.sampled_from([0.8, 0.9, 0.95, 0.98]))


@given(decks, exams)
def test_each_card_reaches_the_target_unless_the_days_are_too_few(
    cards: dict[int, Memory], exam: Exam
) -> None:
    plan = plan_exam(cards, {}, TODAY, exam, PLAN)
    assert plan.expected >= plan.without - 1e-9
    assert sum(plan.extra.values()) <= len(cards)
    assert all(TODAY <= day < exam.day for day in (*plan.extra, *plan.reviews))
    assert plan.today <= set(cards)
    for key in plan.today:
        assert (cards[key].last_day or 0) < TODAY < (cards[key].due_day or 0)
    if exam.target <= 0.9 and all((m.due_day or 0) > exam.day for m in cards.values()):
        assert not plan.extra, "what is due later is known at 90 % anyway"
    if exam.day > TODAY + 2 and exam.target <= 0.95:
        weak = [m for m in cards.values() if (m.stability or 0) < 2]
        assert plan.short <= len(weak)


def test_a_card_comes_once_more_as_late_as_it_helps() -> None:
    exam = Exam(TODAY + 20, 0.95)
    card = memory(60, 10)
    assert retrievability(card, exam.day, PLAN) < exam.target
    plan = plan_exam({1: card}, {}, TODAY, exam, PLAN)
    assert plan.extra == {TODAY + 19: 1}
    assert not plan.today
    assert plan.expected >= 0.95
    assert plan.short == 0


def test_many_cards_are_laid_evenly_on_the_days_on_which_they_help() -> None:
    exam = Exam(TODAY + 10, 0.93)
    cards = {key: memory(80, 40 + key % 5) for key in range(1, 51)}
    plan = plan_exam(cards, {}, TODAY, exam, PLAN)
    assert sum(plan.extra.values()) == 50
    assert set(plan.extra.values()) == {5}
    assert len(plan.today) == 5


def test_ordinary_reviews_of_a_day_make_room() -> None:
    exam = Exam(TODAY + 4, 0.95)
    due = {key: memory(100, 30, due_in=2) for key in range(1, 9)}
    early = {key: memory(70, 30, due_in=40) for key in range(11, 19)}
    plan = plan_exam({**due, **early}, {}, TODAY, exam, PLAN)
    assert plan.reviews == {TODAY + 2: 8}
    assert plan.extra.get(TODAY + 2, 0) == 0
    assert sum(plan.extra.values()) == 8


def test_todays_part_does_not_grow_while_it_is_done() -> None:
    exam = Exam(TODAY + 10, 0.93)
    cards = {key: memory(80, 40) for key in range(1, 51)}
    done = 0
    while today := plan_exam(cards, {}, TODAY, exam, PLAN, done).today:
        key = min(today)
        cards[key] = grade(cards[key], Rating.GOOD, NOON, TODAY, STRAIGHT, CARD)
        done += 1
    assert done == 5


def test_nothing_is_asked_twice_on_the_eve() -> None:
    exam = Exam(TODAY + 1, 0.99)
    plan = plan_exam({1: memory(1, 0, due_in=3)}, {}, TODAY, exam, PLAN)
    assert not plan.today
    assert plan.short == 1


@given(st.integers(0, 300), st.integers(0, 30), st.integers(0, 40), st.integers(1, 60))
def test_all_unseen_cards_are_begun_before_the_exam(
    unseen: int, limit: int, begun: int, days: int
) -> None:
    exam = Exam(TODAY + days)
    options = DeckOptions(new_per_day=limit, exam=exam)
    raised = options.new_limit(TODAY, unseen, begun)
    assert raised >= limit
    laid = new_by_day(unseen, raised, TODAY, exam, 0)
    assert sum(laid.values()) == unseen
    assert all(TODAY <= day < exam.day for day in laid)
    assert options.new_limit(exam.day, unseen, begun) == limit
    assert DeckOptions(new_per_day=limit).new_limit(TODAY, unseen, begun) == limit


def test_the_limit_of_new_cards_does_not_change_during_the_day() -> None:
    options = DeckOptions(new_per_day=1, exam=Exam(TODAY + 7))
    assert {options.new_limit(TODAY, 50 - begun, begun) for begun in range(9)} == {8}


def test_what_is_begun_costs_reviews_too() -> None:
    exam = Exam(TODAY + 30, 0.9)
    plan = plan_exam({}, {TODAY: 4, TODAY + 1: 4}, TODAY, exam, PLAN)
    assert plan.new == {TODAY: 4, TODAY + 1: 4}
    assert sum(plan.reviews.values()) >= 8
    assert plan.cost(TODAY) == 4
    assert plan.expected >= 0.9
