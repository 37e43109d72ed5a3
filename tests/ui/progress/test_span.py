"""How the days of a chart are put together."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.study.statistics import Retention, Statistics
from nqpf_study.ui.progress.model import Figures
from nqpf_study.ui.progress.span import Range, Unit, ahead, behind, said_day, spans, unit_of

TODAY = date(2024, 6, 5).toordinal()


@pytest.mark.parametrize(
    ("over", "unit", "count"),
    [(Range.MONTH, Unit.DAY, 30), (Range.QUARTER, Unit.WEEK, 13), (Range.YEAR, Unit.WEEK, 52)],
)
def test_a_range_has_as_many_bars_as_can_be_told_apart(over: Range, unit: Unit, count: int) -> None:
    for days in (behind(over, {}, TODAY), ahead(over, {}, TODAY)):
        assert unit_of(days) is unit
        assert len(spans(days, TODAY)) == count
        assert len(days) == over.value


@given(st.sampled_from(Range), st.integers(0, 4000), st.booleans())
def test_each_day_of_a_range_is_in_one_bar(over: Range, far: int, forward: bool) -> None:
    days = (
        ahead(over, {TODAY + far: 1}, TODAY) if forward else behind(over, {TODAY - far: 1}, TODAY)
    )
    found = spans(days, TODAY)
    held = [day for span in found for day in span.days]
    assert held == list(range(held[0], held[-1] + 1))
    assert set(days) <= set(held)
    assert len(held) - len(days) < 7
    assert 1 <= sum(bool(span.tick) for span in found) <= 6
    assert len({span.label for span in found}) == len(found)


def test_weeks_end_with_today_or_begin_with_it() -> None:
    back = spans(behind(Range.QUARTER, {}, TODAY), TODAY)
    assert (back[-1].label, back[-2].label) == ("Week to today", "Week to 29 May")
    assert [span.tick for span in back if span.tick][-2:] == ["15 May", "today"]
    to_come = spans(ahead(Range.QUARTER, {}, TODAY), TODAY)
    assert [span.label for span in to_come[:2]] == ["Week from today", "Week from 12 Jun"]


def test_many_years_stand_by_months() -> None:
    first = date(2021, 3, 20).toordinal()
    figures = Figures(Statistics(TODAY, done={first: 4, TODAY: 1}), over=Range.ALL)
    assert (figures.past_unit, figures.coming_unit) == (Unit.MONTH, Unit.DAY)
    assert [(bar.label, bar.value) for bar in (figures.done[0], figures.done[-1])] == [
        ("Mar 2021", 4),
        ("Jun 2024", 1),
    ]
    assert len(figures.done) == 40
    assert figures.reviews() == "1 today; the most on one day: 4 (20 Mar 2021)."


def test_bars_of_weeks_hold_what_their_days_did() -> None:
    done = {TODAY: 3, TODAY - 6: 4, TODAY - 7: 5, TODAY - 90: 6}
    seconds = {day: 600.0 * count for day, count in done.items()}
    figures = Figures(Statistics(TODAY, done=done, seconds=seconds), over=Range.QUARTER)
    assert [bar.value for bar in figures.done[-2:]] == [5, 7]
    assert figures.done[0].value == 6
    assert figures.time[-1].said == "70 minutes"
    assert figures.studied() == "In the last 3 months: 18 reviews on 4 days, 3 hours in all."


def test_the_forecast_follows_the_range() -> None:
    due = {TODAY: 4, TODAY + 80: 2, TODAY + 200: 1, TODAY + 1000: 1}
    said = {over: Figures(Statistics(TODAY, due=due), over=over).forecast() for over in Range}
    assert said == {
        Range.MONTH: "4 due today, 4 within 30 days. New cards come on top.",
        Range.QUARTER: "4 due today, 6 within 3 months. New cards come on top.",
        Range.YEAR: "4 due today, 7 within a year. New cards come on top.",
        Range.ALL: "4 due today, 8 in all. New cards come on top.",
    }


def test_retention_is_followed_for_a_quarter_at_least_and_by_months_over_years() -> None:
    first = date(2020, 1, 5).toordinal()
    retained = {first: Retention(1, 2), TODAY: Retention(3, 3)}
    told = {over: Figures(Statistics(TODAY, retained=retained), over=over) for over in Range}
    assert {over: (len(one.weeks), one.kept_unit) for over, one in told.items()} == {
        Range.MONTH: (13, Unit.WEEK),
        Range.QUARTER: (13, Unit.WEEK),
        Range.YEAR: (52, Unit.WEEK),
        Range.ALL: (54, Unit.MONTH),
    }
    ever = told[Range.ALL]
    assert (ever.weeks[0].label, ever.kept[0], ever.kept[-1]) == ("Jan 2020", 0.5, 1.0)


def test_days_far_away_are_told_with_their_year() -> None:
    said = [said_day(TODAY - back, TODAY) for back in (0, 10, 299, 300)]
    assert said == ["today", "26 May", "11 Aug", "10 Aug 2023"]
