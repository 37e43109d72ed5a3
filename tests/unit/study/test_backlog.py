from __future__ import annotations

from datetime import UTC

import pytest

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.review import Rating
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.backlog import backlog, begin, undo
from nqpf_study.study.overview import overview
from nqpf_study.study.session import Session
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)
CARDS = 20


@pytest.fixture
def store(clock: Clock) -> FakeCollection:
    """Twenty cards learned, then a month away; a limit of five reviews a day."""
    store = FakeCollection()
    notes = (
        Note(f"n{at}", "basic", {"question": f"{at}?", "answer": f"{at}"}) for at in range(CARDS)
    )
    store.add(Deck("terms", "Terms", notes=tuple(notes)), clock())
    store.options["terms"] = DeckOptions(new_per_day=CARDS, reviews_per_day=5)
    study(store, clock, Rating.EASY)
    clock.move(days=40)
    return store


def sit(store: FakeCollection, clock: Clock) -> Session:
    return Session(store, clock, DAYS, dice(1).getrandbits)


def study(store: FakeCollection, clock: Clock, rating: Rating = Rating.GOOD) -> int:
    """Answer all that a session offers; return how many that were."""
    sitting = sit(store, clock)
    count = 0
    while sitting.asked is not None:
        sitting.reveal()
        sitting.grade(rating)
        count += 1
    return count


def today(clock: Clock) -> int:
    return DAYS.day(clock())


def test_the_backlog_is_told_as_it_is(store: FakeCollection, clock: Clock) -> None:
    found = backlog(store, today(clock))
    assert (found.count, found.decks, found.plan) == (CARDS, {"terms": CARDS}, None)
    assert found.oldest is not None
    assert found.oldest < today(clock) - 20
    assert [choice.days for choice in found.choices] == [1, 3, 7, 14]
    assert 0.5 < found.choices[-1].retention < found.now.retention < 0.9


def test_without_a_choice_the_daily_limit_holds(store: FakeCollection, clock: Clock) -> None:
    assert sit(store, clock).remaining.due == 5
    assert overview(store, today(clock)).cards == 5


def test_all_now_offers_all(store: FakeCollection, clock: Clock) -> None:
    begin(store, today(clock), 1)
    assert sit(store, clock).remaining.due == CARDS == overview(store, today(clock)).cards
    assert study(store, clock) == CARDS
    assert backlog(store, today(clock)).count == 0


def test_spread_over_days_a_share_comes_each_day(store: FakeCollection, clock: Clock) -> None:
    before = [row.status for row in store.rows.values()]
    begin(store, today(clock), 7)
    assert [row.status for row in store.rows.values()] == before, "nothing is rescheduled"
    came = []
    for _ in range(7):
        assert sit(store, clock).remaining.due == overview(store, today(clock)).decks[0].due
        left = backlog(store, today(clock))
        came.append(study(store, clock))
        assert left.today == came[-1]
        assert study(store, clock) == 0, "the day's share is done"
        clock.move(days=1)
    assert sum(came) == CARDS
    assert max(came) == 3
    assert backlog(store, today(clock)).plan is None


def test_a_missed_day_is_made_up_for(store: FakeCollection, clock: Clock) -> None:
    begin(store, today(clock), 10)
    clock.move(days=2)
    assert study(store, clock) == 6


def test_what_becomes_due_meanwhile_comes_besides(store: FakeCollection, clock: Clock) -> None:
    row = next(iter(store.rows.values()))
    begin(store, today(clock), 10)
    found = [card for card in store.candidates(None, today(clock))[0] if card.card == row.key]
    assert found
    clock.move(days=1)
    assert study(store, clock) == 4
    due = [r.status.memory.due_day for r in store.rows.values() if r.status.memory.reps == 2]
    first = min(day for day in due if day is not None)
    clock.move(days=first - today(clock))
    store.options["terms"] = DeckOptions(new_per_day=0, reviews_per_day=0)
    found_now = backlog(store, today(clock))
    if found_now.plan is not None:
        assert sit(store, clock).remaining.due > found_now.today


def test_undo_takes_the_choice_back(store: FakeCollection, clock: Clock) -> None:
    begin(store, today(clock), 1)
    assert undo(store)
    assert sit(store, clock).remaining.due == 5
    assert not undo(store)


def test_a_choice_needs_a_backlog_and_days_that_make_sense(
    store: FakeCollection, clock: Clock
) -> None:
    for days in (0, 61):
        with pytest.raises(StudyError, match="1 to 60 days"):
            begin(store, today(clock), days)
    begin(store, today(clock), 1)
    study(store, clock)
    with pytest.raises(StudyError, match="Nothing is late"):
        begin(store, today(clock), 7)
