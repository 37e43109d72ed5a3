"""Flights, changes of the hour and clocks set back: no card comes twice a day, none is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.replay import replay
from nqpf_study.domain.review import Rating, State
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.session import Session
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

ZONES = (
    "Pacific/Kiritimati",  # UTC+14
    "Pacific/Pago_Pago",  # UTC-11: between the two a flight east changes the date by one
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",  # its summer is half an hour
    "Asia/Kathmandu",
    "Africa/Casablanca",
)
BEGINNINGS = (
    datetime(2024, 3, 30, 22, tzinfo=UTC),  # hours before Europe's clocks go ahead
    datetime(2024, 10, 26, 22, tzinfo=UTC),  # and back
    datetime(2024, 11, 2, 20, tzinfo=UTC),  # the same in New York
    datetime(2024, 12, 31, 9, tzinfo=UTC),
)


class Journeys(RuleBasedStateMachine):
    """A learner who studies wherever the plane lands, with a clock that is not always right."""

    @initialize(
        began=st.sampled_from(BEGINNINGS),
        rollover=st.sampled_from([0, 2, 4, 23]),
        zone=st.sampled_from(ZONES),
    )
    def start(self, began: datetime, rollover: int, zone: str) -> None:
        self.clock = Clock(began)
        self.rollover = rollover
        self.random = dice(9)
        self.store = FakeCollection()
        notes = (Note(f"n{at}", "basic", {"question": f"{at}?", "answer": f"{at}"}) for at in "abc")
        self.store.add(Deck("terms", "Terms", notes=tuple(notes)), self.clock())
        self.store.options["terms"] = DeckOptions(new_per_day=2)
        self.fly_to(zone)

    @rule(zone=st.sampled_from(ZONES))
    def fly_to(self, zone: str) -> None:
        self.days = StudyClock(ZoneInfo(zone), self.rollover)
        self.sit_down()

    @rule()
    def sit_down(self) -> None:
        self.sitting = Session(self.store, self.clock, self.days, self.random.getrandbits)

    @rule(hours=st.sampled_from([0.01, 0.2, 1, 5, 11, 23, 24, 25, 100, 1000]))
    def wait(self, hours: float) -> None:
        self.clock.move(hours=hours)
        self.sitting.look_again()

    @rule(hours=st.sampled_from([0.1, 1, 2, 20, 30, 100]))
    def set_the_clock_back(self, hours: float) -> None:
        self.clock.move(hours=-hours)
        self.sitting.look_again()

    @precondition(lambda self: self.sitting.asked is not None)
    @rule(rating=st.sampled_from(Rating))
    def answer(self, rating: Rating) -> None:
        self.sitting.reveal()
        self.sitting.grade(rating)

    @rule()
    def undo(self) -> None:
        self.sitting.undo()

    @invariant()
    def no_card_comes_twice_a_day(self) -> None:
        for row in self.store.rows.values():
            memory = row.status.memory
            if memory.state is State.REVIEW:
                assert memory.due_day is not None
                assert memory.last_day is not None
                assert memory.due_day > memory.last_day
            grades = [e for e in self.store.entries(row.id) if e.rating and not self._undone(e.id)]
            for before, after in pairwise(grades):
                assert after.state is not State.REVIEW or after.day > before.day

    @invariant()
    def no_card_is_lost(self) -> None:
        """Each card is unseen, or comes on its day: at the latest when the clock is right again."""
        today = self.days.day(self.clock())
        for row in self.store.rows.values():
            memory = row.status.memory
            if memory.due_day is None:
                _, unseen, _ = self.store.candidates(None, today)
                assert row.key in {card.card for card in unseen}
            else:
                due, _, _ = self.store.candidates(None, max(today, memory.due_day))
                assert row.key in {card.card for card in due}
                assert memory.last_day is not None
                assert memory.due_day <= memory.last_day + 36500

    @invariant()
    def the_log_needs_no_time_zone(self) -> None:
        for row in self.store.rows.values():
            assert row.status == replay(self.store.entries(row.id))

    def _undone(self, id_: object) -> bool:
        return any(entry.undoes == id_ for entry in self.store.log)


TestJourneys = Journeys.TestCase
TestJourneys.settings = settings(max_examples=60, stateful_step_count=40)


def test_a_flight_over_the_date_line_makes_nothing_due_twice() -> None:
    clock = Clock(datetime(2024, 6, 3, 12, tzinfo=UTC))
    store = FakeCollection()
    note = Note("n", "basic", {"question": "n?", "answer": "n"})
    store.add(Deck("terms", "Terms", notes=(note,)), clock())
    east = StudyClock(ZoneInfo("Pacific/Kiritimati"))
    west = StudyClock(ZoneInfo("Pacific/Pago_Pago"))
    sitting = Session(store, clock, east, dice(1).getrandbits)
    sitting.reveal()
    sitting.grade(Rating.EASY)
    clock.move(hours=10)
    assert west.day(clock()) < east.day(clock())
    assert Session(store, clock, west, dice(1).getrandbits).asked is None
    due = next(iter(store.rows.values())).status.memory.due_day
    assert due is not None
    while west.day(clock()) < due:
        assert Session(store, clock, west, dice(1).getrandbits).asked is None
        clock.move(days=1)
    assert Session(store, clock, west, dice(1).getrandbits).asked is not None
