from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.dates_in_text import dates_in
from nqpf_study.domain.kinds import said_date, said_span

JANUARY_31 = {(1, 31)}
MAY_22_24 = {(5, 22), (5, 24)}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("31 January 2024", JANUARY_31),
        ("on January 31", JANUARY_31),
        ("on the 31st of January", JANUARY_31),
        ("Jan. 31, 2024", JANUARY_31),
        ("2024年1月31日", JANUARY_31),
        ("一月三十一日", JANUARY_31),
        ("2024-01-31", JANUARY_31),
        ("22 to 24 May 2024", MAY_22_24),
        ("from May 22 to 24", MAY_22_24),
        ("May 22–24", MAY_22_24),
        ("May 22nd and 24th", MAY_22_24),
        ("5月22日至24日", MAY_22_24),
        ("3 June and 4 July", {(6, 3), (7, 4)}),
    ],
)
def test_days_are_found_however_they_are_written(text: str, days: set[tuple[int, int]]) -> None:
    found = dates_in(text)
    assert found.days == days
    assert found.months == {month for month, _ in days}


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Mid-December 2023", {12}),
        ("since July", {7}),
        ("2024-03", {3}),
        ("2023年9月", {9}),
        ("March 2024", {3}),
        ("in 2024", set()),
        ("you may go, and march on", set()),
        ("Marching, Decimal, Augustine", set()),
        ("January 2024 and 31 firms", {1}),
    ],
)
def test_months_without_a_day(text: str, months: set[int]) -> None:
    assert dates_in(text).months == months
    assert dates_in(text).days == set()


@pytest.mark.parametrize("text", ["13月40日", "99 December", "1990-1995", "1999-99-99", "45月"])
def test_what_is_in_no_calendar_is_no_date(text: str) -> None:
    assert dates_in(text).days == set()


def test_the_rest_keeps_years_and_loses_days() -> None:
    rest = dates_in("On 31 January 2024 (2024-01-31, 2024年1月31日) five met").rest
    assert rest.split() == ["On", "2024", "(", "2024", ",", "2024", ")", "five", "met"]


@given(st.dates())
def test_what_the_program_says_of_a_date_is_read_back(day: date) -> None:
    assert dates_in(said_date(day.isoformat())).days == {(day.month, day.day)}


@given(st.dates(), st.dates())
def test_what_the_program_says_of_a_span_is_read_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    found = dates_in(said_span(first.isoformat(), last.isoformat()))
    assert found.days == {(first.month, first.day), (last.month, last.day)}


@given(st.text() | st.text(alphabet="0123456789-月日年至十二 JanMay.,"))
def test_no_text_is_too_odd(text: str) -> None:
    found = dates_in(text)
    assert all(1 <= month <= 12 and 1 <= day <= 31 for month, day in found.days)
    assert {month for month, _ in found.days} <= found.months
