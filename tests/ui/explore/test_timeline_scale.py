from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.study.explore import When, when
from nqpf_study.ui.explore.timeline_layout import Arrangement
from nqpf_study.ui.explore.timeline_scale import Scale, TickKind, fitting, lanes, spread, ticks

CUT = 40.0
LAST = date.max.toordinal()

spans = st.lists(
    st.tuples(st.integers(1, LAST), st.integers(0, 2000)).map(
        lambda drawn: (drawn[0], min(sum(drawn), LAST))
    ),
    min_size=1,
    max_size=30,
)
per_days = st.floats(0.01, 40)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def months(*texts: str) -> list[tuple[int, int]]:
    found = [when(text) for text in texts]
    return [(each.first, each.last) for each in found if each is not None]


SPARSE = ("2012", "2017", "2022", "2023", "2023-07", "2023-09", "2023-12", "2024-01-31")
OURS = months(*SPARSE, "2024-03-05", "2024-03-07", "2024-05-22", "2024-06-03", "2024-06-04")


# --- the axis -----------------------------------------------------------------------------------


def test_distances_are_to_scale_where_nothing_is_cut() -> None:
    scale = Scale(months("2024-01-31", "2024-03-05", "2024-05-22"), 3.0, CUT)
    assert not any(stretch.cut for stretch in scale.stretches)
    assert scale.at(day("2024-03-05")) - scale.at(day("2024-01-31")) == pytest.approx(3 * 34)
    assert scale.height == pytest.approx(3 * 113)


def test_long_gaps_are_cut_and_what_matters_stays_to_scale() -> None:
    scale = Scale(OURS, 2.0, CUT)
    cut = [
        (date.fromordinal(each.start), date.fromordinal(each.end))
        for each in scale.stretches
        if each.cut
    ]
    assert [(start.isoformat(), end.isoformat()) for start, end in cut] == [
        ("2012-01-01", "2013-01-01"),
        ("2013-01-01", "2017-01-01"),
        ("2017-01-01", "2018-01-01"),
        ("2018-01-01", "2022-01-01"),
        ("2022-01-01", "2023-01-01"),
    ]
    year = scale.at(day("2024-04-01")) - scale.at(day("2023-07-01"))
    assert year == pytest.approx(2 * 275)
    assert all(each.bottom - each.top == CUT for each in scale.stretches if each.cut)


def test_evenly_spread_events_are_not_cut() -> None:
    scale = Scale(months("1900", "1925", "1950", "1975", "2000"), 0.05, CUT)
    assert not any(stretch.cut for stretch in scale.stretches)


@given(spans, per_days)
def test_later_days_stand_lower_and_are_found_again(
    several: list[tuple[int, int]], per_day: float
) -> None:
    scale = Scale(several, per_day, CUT)
    edges = sorted({edge for first, last in several for edge in (first, last + 1)})
    places = [scale.at(edge) for edge in edges]
    assert all(before < after for before, after in pairwise(places))
    assert places[0] == 0
    assert places[-1] == pytest.approx(scale.height)
    for edge, place_ in zip(edges, places, strict=True):
        assert scale.day(place_) == pytest.approx(edge, abs=1e-3)


@given(spans, per_days)
def test_what_is_not_cut_is_to_scale(several: list[tuple[int, int]], per_day: float) -> None:
    for stretch in Scale(several, per_day, CUT).stretches:
        long, drawn = (stretch.end - stretch.start) * per_day, stretch.bottom - stretch.top
        assert drawn == pytest.approx(CUT if stretch.cut else long, abs=1e-3)
        assert drawn <= long + 1e-3


@given(spans, st.floats(100, 5000))
def test_an_axis_fits_into_the_height_that_is_asked_for(
    several: list[tuple[int, int]], height: float
) -> None:
    per_day = fitting(several, height, CUT, 48.0)
    assert Scale(several, per_day, CUT).height <= height * 1.001
    assert per_day == 48.0 or Scale(several, per_day * 1.01, CUT).height > height * 0.99


def test_without_events_there_is_no_axis() -> None:
    scale = Scale([], 1.0, CUT)
    assert (scale.height, scale.at(5), scale.day(5), ticks(scale, 20)) == (0.0, 0.0, 0.0, [])


# --- ticks --------------------------------------------------------------------------------------


def named(scale: Scale, apart: float) -> list[str]:
    shapes = {TickKind.YEAR: 4, TickKind.MONTH: 7, TickKind.DAY: 10}
    return [
        date.fromordinal(tick.day).isoformat()[: shapes[tick.kind]] for tick in ticks(scale, apart)
    ]


@pytest.mark.parametrize(
    ("per_day", "expected"),
    [
        (30.0, ["2024-01-30", "2024-01-31", "2024-02", "2024-02-02", "2024-02-03", "2024-02-04"]),
        (4.0, ["2024-01-30"]),
    ],
)
def test_days_have_ticks_where_there_is_room(per_day: float, expected: list[str]) -> None:
    assert named(Scale([(day("2024-01-30"), day("2024-02-03"))], per_day, CUT), 28) == expected


def test_steps_follow_the_calendar() -> None:
    half_a_year = [(day("2023-11-01"), day("2024-05-31"))]
    assert named(Scale(half_a_year, 1.1, CUT), 28) == [
        *("2023-11", "2023-12", "2024", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"),
    ]
    assert named(Scale(half_a_year, 0.5, CUT), 28) == ["2023-11", "2024", "2024-04"]
    century = [(day("1900-01-01"), day("1999-12-31"))]
    assert named(Scale(century, 0.01, CUT), 28) == [
        "1900",
        "1910",
        "1920",
        "1930",
        "1940",
        "1950",
        "1960",
        "1970",
        "1980",
        "1990",
        "2000",
    ]


def test_the_axis_tells_where_it_goes_on_after_a_cut() -> None:
    said = named(Scale(OURS, 2.0, CUT), 28)
    assert said[:7] == ["2012", "2013", "2017", "2018", "2022", "2023", "2023-02"]


@given(spans, per_days, st.floats(12, 60))
def test_ticks_are_in_order_apart_and_in_their_place(
    several: list[tuple[int, int]], per_day: float, apart: float
) -> None:
    scale = Scale(several, per_day, CUT)
    found = ticks(scale, apart, 0, 4000)
    assert all(after.y - before.y >= apart for before, after in pairwise(found))
    assert all(after.day > before.day for before, after in pairwise(found))
    assert all(tick.y == scale.at(tick.day) for tick in found)
    assert found[0].day == min(first for first, _ in several)


# --- labels and lanes ---------------------------------------------------------------------------

labels = st.lists(st.tuples(st.floats(0, 2000), st.floats(8, 80)), min_size=1, max_size=40)


@given(labels)
def test_labels_never_overlap_and_keep_their_order(drawn: list[tuple[float, float]]) -> None:
    wanted = sorted(want for want, _ in drawn)
    sizes = [size for _, size in drawn]
    high = 2100.0
    tops = spread(wanted, sizes, 0.0, high)
    assert tops[0] >= -1e-6
    assert tops[-1] + sizes[-1] <= max(high, sum(sizes)) + 1e-6
    for (top, size), after in zip(zip(tops, sizes, strict=True), tops[1:], strict=False):
        assert after >= top + size - 1e-6


def test_a_label_with_room_stands_where_it_belongs() -> None:
    assert spread([10, 100, 300], [20, 20, 20], 0, 400) == [10, 100, 300]


def test_labels_without_room_share_the_way() -> None:
    assert spread([100, 100], [20, 20], 0, 400) == [90, 110]
    assert spread([0, 0], [20, 20], 0, 400) == [0, 20]
    assert spread([190, 190], [20, 20], 0, 200) == [160, 180]


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 200)), max_size=30))
def test_marks_of_a_lane_never_overlap(drawn: list[tuple[float, float]]) -> None:
    extents = sorted((top, top + long) for top, long in drawn)
    chosen = lanes(extents, 5)
    assert max(chosen, default=0) < 5
    for lane in set(chosen) - {4}:
        of_lane = [extent for extent, its in zip(extents, chosen, strict=True) if its == lane]
        assert all(before[1] <= after[0] for before, after in pairwise(of_lane))


sorted_times = st.lists(
    st.tuples(st.dates(), st.sampled_from([4, 7, 10])), min_size=1, max_size=30
).map(
    lambda drawn: sorted(
        (each for day, long in drawn if (each := when(day.isoformat()[:long]))),
        key=lambda each: (each.first, -each.last),
    )
)


def arranged(times: list[When], per_day: float | None, room: float, narrow: int = 1) -> Arrangement:
    def heights(lines: int) -> list[float]:
        return [24.0 * (1 + number % lines) for number in range(len(times))]

    return Arrangement(times, heights, per_day=per_day, room=room, narrow=narrow, cut=CUT, dot=10.0)


@given(sorted_times, st.none() | per_days, st.floats(100, 3000), st.integers(1, 3))
def test_events_stand_at_their_time_and_labels_never_overlap(
    times: list[When], per_day: float | None, room: float, narrow: int
) -> None:
    shown = arranged(times, per_day, room, narrow)
    for each, mark in zip(times, shown.marks, strict=True):
        middle = (shown.scale.at(each.first) + shown.scale.at(each.last + 1)) / 2
        assert mark.middle == pytest.approx(middle)
        assert mark.bottom - mark.top >= 10 - 1e-6
        assert mark.exact is (each.first == each.last)
    for before, after in pairwise(shown.labels):
        assert after.top >= before.bottom - 1e-6, "a label lies over another"
        assert after.middle > before.middle, "the lines to the labels cross"
    assert shown.labels[-1].bottom <= shown.height + 1e-6
    assert narrow <= shown.lines <= 3


@given(sorted_times, st.floats(100, 3000))
def test_the_whole_is_as_short_as_its_labels_allow(times: list[When], room: float) -> None:
    whole = arranged(times, None, room)
    assert whole.whole
    assert whole.height <= max(room, 1.2 * sum(label.height for label in whole.labels)) * 1.001
    nearer = arranged(times, whole.least * 3, room)
    assert nearer.scale.per_day >= whole.scale.per_day
    assert nearer.scale.per_day <= 48


def test_what_shows_between_two_heights_is_found() -> None:
    times = [each for each in map(when, ("2024-01", "2024-02", "2024-03")) if each]
    shown = arranged(times, 10, 400)
    assert shown.between(0, shown.height) == [0, 1, 2]
    assert shown.between(shown.height + 1, shown.height + 9) == []
    assert shown.between(0, 10) == [0]


def test_a_year_stands_beside_the_days_that_lie_in_it() -> None:
    times = [each for each in map(when, ("2023", "2023-07", "2023-07-05", "2023-11")) if each]
    shown = arranged(times, 5, 400)
    assert [mark.lane for mark in shown.marks] == [0, 1, 2, 1]
    assert [mark.exact for mark in shown.marks] == [False, False, True, False]
    assert shown.lanes == 3
