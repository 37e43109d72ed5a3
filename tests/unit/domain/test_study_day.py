from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.study_day import StudyClock

BERLIN = ZoneInfo("Europe/Berlin")
HOURS = range(24)
FIRST = datetime(2005, 1, 1, tzinfo=UTC)
LAST = datetime(2038, 1, 1, tzinfo=UTC)
WEEKS = [FIRST + timedelta(weeks=week) for week in range((LAST - FIRST).days // 7 + 1)]
ZONES = sorted(available_timezones() - {"localtime"})

instants = st.datetimes(
    FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None), timezones=st.just(UTC)
)
clocks = st.builds(StudyClock, st.sampled_from(ZONES).map(ZoneInfo), st.sampled_from(HOURS))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def number(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def transitions(zone: ZoneInfo) -> Iterator[datetime]:
    """Yield each instant from 2005 to 2037 at which the zone's clocks are moved."""
    offsets = [at.astimezone(zone).utcoffset() for at in WEEKS]
    for (low, before), (high, after) in pairwise(zip(WEEKS, offsets, strict=True)):
        if before != after:
            yield _bisected(zone, low, high)


def _offset(zone: ZoneInfo, at: datetime) -> timedelta | None:
    return at.astimezone(zone).utcoffset()


def _bisected(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    before = _offset(zone, low)
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // timedelta(seconds=2) * timedelta(seconds=1)
        if _offset(zone, middle) == before:
            low = middle
        else:
            high = middle
    return high


@cache
def distinct_transitions() -> tuple[tuple[ZoneInfo, datetime], ...]:
    """Return one transition of each sort: the same clocks moved at the same time of the day."""
    sorts: dict[object, tuple[ZoneInfo, datetime]] = {}
    for name in ZONES:
        zone = ZoneInfo(name)
        for at in transitions(zone):
            before = _offset(zone, at - timedelta(seconds=1))
            sorts.setdefault((at.time(), before, _offset(zone, at)), (zone, at))
    return tuple(sorts.values())


def assert_days_run_on(clock: StudyClock, moved: datetime) -> None:
    """Walk through the days around `moved`, close to the instants at which a day may begin."""
    middle = clock.day(moved)
    starts = [clock.starts(day) for day in range(middle - 2, middle + 4)]
    assert starts == sorted(starts)
    second, hour = timedelta(seconds=1), timedelta(hours=1)
    walk = {at - second for at in (moved, *starts[1:4])} | {moved, *starts[1:4]}
    walk |= {moved + hours * hour / 2 for hours in range(-5, 6)}
    days = [clock.day(at) for at in sorted(walk)]
    assert days == sorted(days), "days never run backwards"
    for at, day in zip(sorted(walk), days, strict=True):
        assert clock.starts(day) <= at < clock.starts(day + 1)


@pytest.mark.parametrize("hour", HOURS)
def test_days_run_on_through_every_sort_of_transition_of_every_zone(hour: int) -> None:
    assert len(distinct_transitions()) > 100
    for zone, at in distinct_transitions():
        assert_days_run_on(StudyClock(zone, hour), at)


@given(clocks, instants)
def test_an_instant_lies_in_its_day(clock: StudyClock, at: datetime) -> None:
    day = clock.day(at)
    assert clock.starts(day) <= at < clock.starts(day + 1)


@given(clocks, instants, st.timedeltas(timedelta(0), timedelta(days=3)))
def test_days_never_run_backwards(clock: StudyClock, at: datetime, later: timedelta) -> None:
    assert clock.day(at) <= clock.day(at + later)


@given(clocks, instants, st.timedeltas(timedelta(hours=-14), timedelta(hours=14)))
def test_the_zone_of_the_stamp_does_not_matter(
    clock: StudyClock, at: datetime, offset: timedelta
) -> None:
    assert clock.day(at.astimezone(timezone(offset))) == clock.day(at)


def test_an_evening_and_the_night_after_it_are_one_day() -> None:
    clock = StudyClock(BERLIN)
    assert clock.day(utc("2024-06-03T20:00")) == number("2024-06-03")
    assert clock.day(utc("2024-06-04T01:59:59")) == number("2024-06-03")
    assert clock.day(utc("2024-06-04T02:00")) == number("2024-06-04")


def test_a_day_starts_at_the_rollover_hour_of_the_learners_clock() -> None:
    assert StudyClock(BERLIN, 4).starts(number("2024-06-03")) == utc("2024-06-03T02:00")
    assert StudyClock(BERLIN, 0).starts(number("2024-06-03")) == utc("2024-06-02T22:00")
    assert StudyClock(UTC, 23).starts(number("2024-06-03")) == utc("2024-06-03T23:00")


def test_an_hour_lived_twice_belongs_to_the_day_that_has_begun() -> None:
    """In Berlin 02:00 to 03:00 came twice on 27 October 2024."""
    clock = StudyClock(BERLIN, 2)
    assert clock.day(utc("2024-10-26T23:59:59")) == number("2024-10-26")
    assert clock.day(utc("2024-10-27T00:30")) == number("2024-10-27")
    assert clock.day(utc("2024-10-27T01:30")) == number("2024-10-27")


def test_a_day_starts_with_the_jump_over_its_rollover_hour() -> None:
    """In Berlin 02:00 to 03:00 never came on 31 March 2024."""
    clock = StudyClock(BERLIN, 2)
    assert clock.starts(number("2024-03-31")) == utc("2024-03-31T01:00")
    assert clock.day(utc("2024-03-31T00:59:59")) == number("2024-03-30")
    assert clock.day(utc("2024-03-31T01:00")) == number("2024-03-31")


def test_a_date_that_was_skipped_keeps_the_hours_up_to_the_rollover() -> None:
    """Samoa went from 29 to 31 December 2011; the night of the 31st still counts as the 30th."""
    clock = StudyClock(ZoneInfo("Pacific/Apia"))
    jump = utc("2011-12-30T10:00")
    assert clock.day(jump - timedelta(seconds=1)) == number("2011-12-29")
    assert clock.day(jump) == number("2011-12-30")
    assert clock.day(jump + timedelta(hours=4)) == number("2011-12-31")
