"""Days at the window: when all is done, the next day, and a window left open overnight."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from nqpf_study.ui.session.sitting import Phase
from tests.journeys.desk import Desk, words_on


def study_all(desk: Desk, rating: str) -> int:
    """Start, and grade every card alike until none is left; return how many grades it took."""
    desk.press("Return")
    session = desk.in_session()
    grades = 0
    while desk.phase is not Phase.END:
        desk.press("Space")
        desk.press(rating)
        grades += 1
        assert grades < 200, "the session does not end"
    assert session.end.isVisible()
    return grades


@pytest.fixture
def few(desk: Desk) -> Desk:
    """A learner who wants one new card a day from each deck."""
    with desk.open_study() as study:
        for deck_id, options in study.deck_options().items():
            study.set_deck_options(deck_id, replace(options, new_per_day=1))
    return desk


def test_when_all_is_done_home_says_when_the_next_card_comes(few: Desk) -> None:
    desk = few
    home = desk.open_at_home()
    assert home.headline.text() == "4 cards, about 1 minute"
    assert study_all(desk, "4") == 4
    desk.wait(lambda: "The next card comes tomorrow." in words_on(desk.window.session.end))
    desk.press("Return")
    desk.at_home()
    desk.wait(lambda: home.headline.text() == "Nothing is due now")
    assert home.more.text() == "The next card comes tomorrow."
    assert not home.start.isVisible()
    assert home.ahead.hasFocus()
    desk.close()

    desk.clock.move(days=1)
    assert desk.open_at_home().more.text() == "4 new"
    desk.close()


def test_without_new_cards_home_names_the_day_on_which_one_is_due(few: Desk) -> None:
    desk = few
    desk.open_at_home()
    study_all(desk, "4")
    for deck_id, options in desk.study.deck_options().items():
        desk.study.set_deck_options(deck_id, replace(options, new_per_day=0))
    desk.press("Escape")
    home = desk.at_home()
    desk.wait(lambda: home.headline.text() == "Nothing is due now")
    today, due = desk.study.today(), desk.study.overview().next_due_day
    assert due is not None
    day = date.fromordinal(due)
    assert home.more.text() == f"The next card comes on {day.day} {day:%B}."
    desk.close()
    desk.clock.move(days=due - today)
    assert desk.open_at_home().more.text() == "1 due"
    desk.close()


def test_a_card_in_learning_is_offered_when_its_step_ends(few: Desk) -> None:
    desk = few
    with desk.open_study() as study:
        for deck_id, options in study.deck_options().items():
            plan = replace(options.plan, learning_steps=(timedelta(minutes=30),))
            study.set_deck_options(deck_id, replace(options, plan=plan))
    desk.open_at_home()
    study_all(desk, "1")
    end = desk.window.session.end
    desk.wait(lambda: "A card that you are learning comes back in 10 min." in words_on(end))
    desk.clock.move(minutes=10)
    desk.wait_for_the_clock()
    assert "A card that you are learning is ready again." in words_on(end)
    desk.click_on("Go on")
    assert desk.phase is Phase.QUESTION
    assert desk.sitting.card.status.memory.reps == 1
    desk.close()


def test_a_window_left_open_overnight_shows_the_new_day(few: Desk) -> None:
    desk = few
    home = desk.open_at_home()
    study_all(desk, "3")
    desk.press("Escape")
    desk.at_home()
    desk.wait(lambda: home.headline.text() == "Nothing is due now")
    desk.clock.move(days=3)
    desk.come_back()
    desk.wait(lambda: home.more.text() == "4 new · 4 due")
    assert home.start.isVisible()
    study_all(desk, "3")
    desk.close()
