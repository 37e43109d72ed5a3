from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.study.statistics import Retention, Statistics
from nqpf_study.ui.progress.bars import ticks
from nqpf_study.ui.progress.model import Figures

TODAY = date(2024, 6, 5).toordinal()


def test_the_forecast_runs_from_today_over_thirty_days() -> None:
    figures = Figures(Statistics(TODAY, due={TODAY: 4, TODAY + 29: 2, TODAY + 30: 9}))
    assert len(figures.due) == 30
    assert (figures.due[0].label, figures.due[0].value) == ("today", 4)
    assert (figures.due[-1].label, figures.due[-1].value) == ("4 Jul", 2)
    assert figures.forecast() == "4 due today, 6 within 30 days. New cards come on top."


def test_the_reviews_run_up_to_today() -> None:
    figures = Figures(Statistics(TODAY, done={TODAY: 3, TODAY - 2: 1200}, seconds={TODAY: 240.0}))
    assert [bar.label for bar in figures.done[-3:]] == ["3 Jun", "4 Jun", "today"]
    assert figures.studied() == "In the last 30 days: 1,203 reviews on 2 days, 4 minutes in all."
    assert figures.reviews() == "3 today; the most on one day: 1,200 (3 Jun)."


def test_the_axis_names_today_and_each_week() -> None:
    figures = Figures(Statistics(TODAY))
    assert [bar.tick for bar in figures.due if bar.tick] == [
        "today",
        "12 Jun",
        "19 Jun",
        "26 Jun",
        "3 Jul",
    ]


def test_retention_is_held_against_the_aim() -> None:
    figures = Figures(Statistics(TODAY, retention=Retention(402, 455)))
    assert figures.retention() == "402 of 455 cards in review remembered: 88%; the aim is 90%."
    assert figures.retention_advice() == "As it should be."


@pytest.mark.parametrize(
    ("passed", "word"), [(70, "Fewer than wanted"), (90, "As it should be"), (99, "More than")]
)
def test_the_retention_says_what_it_means(passed: int, word: str) -> None:
    figures = Figures(Statistics(TODAY, retention=Retention(passed, 100)))
    assert figures.retention_advice().startswith(word)


def test_a_handful_of_reviews_is_not_read_too_much_into() -> None:
    figures = Figures(Statistics(TODAY, retention=Retention(1, 4)))
    assert "jumps about" in figures.retention_advice()
    assert Figures(Statistics(TODAY)).retention_advice() == ""


def test_states_stand_in_the_order_of_learning_and_none_is_empty() -> None:
    states = {"review": 5, "new": 2, "suspended": 1, "learning": 0}
    figures = Figures(Statistics(TODAY, states=states))
    assert [(part.label, part.value) for part in figures.states] == [
        ("New", 2),
        ("In review", 5),
        ("Suspended", 1),
    ]
    assert figures.cards() == "8 cards in use."


def test_before_the_first_review_there_is_nothing_to_show() -> None:
    assert not Figures(Statistics(TODAY, states={"new": 5})).has_reviews
    assert Figures(Statistics(TODAY, states={"new": 5, "learning": 1})).has_reviews
    assert Figures(Statistics(TODAY, states={"new": 5}, done={TODAY: 1})).has_reviews
    assert not Figures(Statistics(TODAY)).has_cards


@given(st.integers(0, 10**6))
def test_the_axis_is_round_and_high_enough(largest: int) -> None:
    axis = ticks(largest)
    assert axis[0] == 0
    assert axis[-1] >= max(1, largest)
    assert 2 <= len(axis) <= 4
    assert str(axis[1])[0] in "125"
    assert set(str(axis[1])[1:]) <= {"0"}
