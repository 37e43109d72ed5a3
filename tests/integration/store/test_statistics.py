"""Progress over a range of days, and of one deck."""

from __future__ import annotations

import pytest

from nqpf_study.domain.review import Rating
from nqpf_study.study.statistics import YEAR, Retention, Statistics
from tests.integration.store.learner import Learner, numbered


@pytest.fixture
def studied(learner: Learner) -> Learner:
    """A learner of two decks, who studied "terms" long ago, and "dates" some time ago and today."""
    learner.load(numbered(3))
    learner.load(numbered(2, "dates"))
    for deck, days, ratings in (
        ("terms", 600, [Rating.EASY, Rating.EASY, Rating.AGAIN]),
        ("dates", 100, [Rating.EASY, Rating.EASY]),
        ("dates", 0, [Rating.GOOD, Rating.AGAIN]),
    ):
        session = learner.session(deck)
        for rating in ratings:
            learner.clock.move(seconds=4)
            session.reveal()
            session.grade(rating)
        learner.clock.move(days=days)
    return learner


def told(learner: Learner, days: int | None, deck: str | None = None) -> Statistics:
    return learner.collection.statistics(learner.today, days, deck=deck)


def test_the_range_bounds_what_was_done_and_none_has_no_bounds(studied: Learner) -> None:
    today = studied.today
    assert dict(told(studied, 30).done) == {today: 2}
    assert dict(told(studied, 101).done) == {today - 100: 2, today: 2}
    ever = told(studied, None)
    assert dict(ever.done) == {today - 700: 3, today - 100: 2, today: 2}
    assert ever.seconds[today - 700] == pytest.approx(12)
    assert set(ever.calendar) == {day for day in ever.done if day > today - YEAR}


def test_a_decks_figures_and_anothers_make_all(studied: Learner) -> None:
    today = studied.today
    whole, terms, dates = (told(studied, None, deck) for deck in (None, "terms", "dates"))
    assert dict(terms.done) == {today - 700: 3}
    assert dict(dates.done) == {today - 100: 2, today: 2}
    assert (sum(terms.states.values()), sum(dates.states.values())) == (3, 2)
    assert [terms.due[day] + dates.due[day] for day in sorted(whole.due)] == [
        whole.due[day] for day in sorted(whole.due)
    ]
    assert dates.retention == Retention(1, 2) == whole.retained[today]
    assert (terms.retention, terms.retained) == (Retention(0, 0), {})
    assert terms.calendar == {}
    both = [one + other for one, other in zip(terms.stabilities, dates.stabilities, strict=True)]
    assert tuple(both) == whole.stabilities


def test_a_deck_that_is_not_in_use_has_no_figures(studied: Learner) -> None:
    studied.collection.remove_deck("dates", studied.clock())
    gone = told(studied, None, "dates")
    assert (gone.done, gone.due, gone.states, sum(gone.stabilities)) == ({}, {}, {}, 0)
    assert told(studied, 30).done == {studied.today: 2}, "what was done counts on for all"


def test_the_hardest_cards_can_be_those_of_one_deck(studied: Learner) -> None:
    collection = studied.collection
    all_of = {collection.card(key).id for key in collection.hardest(9)}
    for deck in ("terms", "dates"):
        found = {collection.card(key).id for key in collection.hardest(9, deck)}
        assert found == {card for card in all_of if card.deck == deck}
        assert found
