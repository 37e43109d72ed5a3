from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.review import Rating
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.overview import GUESSED_PACE, overview
from nqpf_study.study.session import Session
from nqpf_study.study.statistics import DeckOverview, Overview
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)


def deck(id_: str, notes: int) -> Deck:
    sides = [{"front": f"{id_} {at}", "back": f"back of {id_} {at}"} for at in range(notes)]
    return Deck(
        id_, id_.title(), notes=tuple(Note(f"n{at}", "reversed", s) for at, s in enumerate(sides))
    )


def collection(clock: Clock, **notes: int) -> FakeCollection:
    store = FakeCollection()
    for id_, count in notes.items():
        store.add(deck(id_, count), clock())
    return store


def session(store: FakeCollection, clock: Clock) -> Session:
    return Session(store, clock, DAYS, dice(len(store.log)).getrandbits)


def study(store: FakeCollection, clock: Clock, *ratings: Rating, seconds: float = 6) -> None:
    sitting = session(store, clock)
    for rating in ratings:
        if sitting.asked is None:
            return
        clock.move(seconds=seconds)
        sitting.reveal()
        sitting.grade(rating)


def seen(store: FakeCollection, clock: Clock) -> Overview:
    return overview(store, DAYS.day(clock()))


def test_a_fresh_collection_offers_new_cards_within_the_limits() -> None:
    clock = Clock()
    store = collection(clock, terms=30, events=4)
    store.options["terms"] = DeckOptions(new_per_day=7)
    terms, events = seen(store, clock).decks
    assert terms == DeckOverview("terms", "Terms", 7, 0, 0, 60, 0, None)
    assert events.new == 4, "one card a note, on a day"
    assert seen(store, clock).cards == 11


def test_what_was_studied_today_is_taken_off_the_limits() -> None:
    clock = Clock()
    store = collection(clock, terms=30)
    study(store, clock, Rating.EASY, Rating.GOOD)
    (terms,) = seen(store, clock).decks
    assert (terms.new, terms.learning, terms.due, terms.learned) == (8, 1, 0, 1)
    assert terms.last_studied == clock.at


def test_a_lowered_limit_leaves_none_and_not_less() -> None:
    clock = Clock()
    store = collection(clock, terms=30)
    study(store, clock, *[Rating.EASY] * 5)
    store.options["terms"] = DeckOptions(new_per_day=2, reviews_per_day=0)
    clock.move(hours=1)
    (terms,) = seen(store, clock).decks
    assert terms.new == 0
    clock.move(days=40)
    (terms,) = seen(store, clock).decks
    assert (terms.new, terms.due) == (2, 0)


def test_the_pace_is_a_guess_until_it_is_known() -> None:
    clock = Clock()
    store = collection(clock, terms=30)
    assert seen(store, clock).seconds_per_card == GUESSED_PACE
    assert seen(store, clock).minutes == 2
    study(store, clock, *[Rating.EASY] * 9, seconds=30)
    assert seen(store, clock).seconds_per_card == GUESSED_PACE
    study(store, clock, Rating.EASY, seconds=30)
    assert seen(store, clock).seconds_per_card == 30


def test_nothing_left_says_when_the_next_card_comes() -> None:
    clock = Clock()
    store = collection(clock, terms=1)
    assert seen(store, clock).next_due_day is None
    study(store, clock, Rating.EASY)
    store.options["terms"] = DeckOptions(new_per_day=0)
    after = seen(store, clock)
    memory = store.status(next(iter(store.rows.values())).id).memory
    assert after.cards == 0
    assert after.next_due_day == memory.due_day
    assert memory.due_day is not None
    assert memory.due_day > after.today


def test_nothing_left_today_says_that_new_cards_come_tomorrow() -> None:
    clock = Clock()
    store = collection(clock, terms=30)
    store.options["terms"] = DeckOptions(new_per_day=3)
    study(store, clock, *[Rating.EASY] * 3)
    after = seen(store, clock)
    assert after.cards == 0
    assert after.next_due_day == after.today + 1


def test_cards_buried_or_kept_back_by_the_limit_come_tomorrow() -> None:
    clock = Clock()
    store = collection(clock, terms=3)
    store.options["terms"] = DeckOptions(new_per_day=3, reviews_per_day=1)
    study(store, clock, *[Rating.EASY] * 3)
    store.options["terms"] = DeckOptions(new_per_day=0, reviews_per_day=1)
    clock.move(days=60)
    assert seen(store, clock).cards == 1
    session(store, clock).bury()
    study(store, clock, Rating.EASY)
    after = seen(store, clock)
    assert after.cards == 0
    assert after.next_due_day == after.today + 1


def test_no_more_cards_at_all_is_said() -> None:
    clock = Clock()
    store = collection(clock, terms=3)
    store.options["terms"] = DeckOptions(new_per_day=0)
    assert seen(store, clock).next_due_day is None


def test_an_empty_collection_has_nothing_to_show() -> None:
    empty = overview(FakeCollection(), 738000)
    assert empty == Overview((), 738000, GUESSED_PACE, None)
    assert empty.cards == 0


@given(
    st.integers(1, 6),
    st.integers(0, 4),
    st.integers(0, 4),
    st.lists(st.tuples(st.sampled_from(Rating), st.sampled_from([0, 1, 3, 20])), max_size=25),
)
def test_home_counts_what_a_session_then_asks(
    notes: int, new: int, reviews: int, days: list[tuple[Rating, int]]
) -> None:
    clock = Clock(datetime(2024, 6, 3, 12, tzinfo=UTC))
    store = collection(clock, terms=notes, events=2)
    store.options["terms"] = DeckOptions(new_per_day=new, reviews_per_day=reviews)
    for rating, wait in days:
        study(store, clock, rating)
        clock.at += timedelta(days=wait, minutes=1)
        said, sitting = seen(store, clock), session(store, clock)
        assert sum(each.learning for each in said.decks) == sitting.remaining.learning
        assert sum(each.due for each in said.decks) == sitting.remaining.due
        assert sum(each.new for each in said.decks) == sitting.remaining.new
