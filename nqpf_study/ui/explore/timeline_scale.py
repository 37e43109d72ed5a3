"""A time axis in px: to scale, but for the gaps that are cut and marked.

Nothing here is of Qt. Days are ordinals as of `date.toordinal`; a day is as long as the scale says,
from its own number to the next.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise
from math import inf
from statistics import median_low

OUTLIER = 5
"""A gap is cut only if it is so many times as long as it usually is to the next beginning ..."""

SHARE = 12
"""... and takes more than one part in so many of the axis that is left."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `start` to before `end`, drawn from `top` to `bottom` (px)."""

    start: int
    end: int
    top: float
    bottom: float
    cut: bool = False
    """Drawn shorter than the scale says."""


class Scale:
    """Where days stand. Between the edges of the spans that matter, long empty gaps are cut."""

    def __init__(self, spans: Sequence[tuple[int, int]], per_day: float, cut: float) -> None:
        """Draw `spans` (first and last day, both included) at `per_day` px a day.

        Gaps that are cut are `cut` px long, or as long as they are where that is less.
        """
        self.per_day = per_day
        self.stretches = tuple(_stretches(_gaps(spans), per_day, cut))
        self._starts = [stretch.start for stretch in self.stretches]
        self._tops = [stretch.top for stretch in self.stretches]

    @property
    def height(self) -> float:
        """Return the length of the axis in px."""
        return self.stretches[-1].bottom if self.stretches else 0.0

    def at(self, day: float) -> float:
        """Return where a point in time stands: a whole number is the beginning of that day."""
        if not self.stretches:
            return 0.0
        stretch = self.stretches[max(0, bisect_right(self._starts, day) - 1)]
        share = (day - stretch.start) / (stretch.end - stretch.start)
        return stretch.top + min(max(share, 0.0), 1.0) * (stretch.bottom - stretch.top)

    def day(self, y: float) -> float:
        """Return the point in time that stands at `y`."""
        if not self.stretches:
            return 0.0
        stretch = self.stretches[max(0, bisect_right(self._tops, y) - 1)]
        share = (y - stretch.top) / (stretch.bottom - stretch.top)
        return stretch.start + min(max(share, 0.0), 1.0) * (stretch.end - stretch.start)


def fitting(spans: Sequence[tuple[int, int]], height: float, cut: float, most: float) -> float:
    """Return how many px a day may be, at most `most`, for the axis to be `height` px long."""
    gaps = _gaps(spans)
    to_scale = sum(end - start for start, end, is_cut in gaps if not is_cut)
    outlying = [end - start for start, end, is_cut in gaps if is_cut]
    low, high = 0.0, most
    for _ in range(60):
        middle = (low + high) / 2
        long = to_scale * middle + sum(min(gap * middle, cut) for gap in outlying)
        low, high = (middle, high) if long <= height else (low, middle)
    return low or high


class TickKind(Enum):
    """What a tick's label says."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis at the beginning of a day. A major one names the year too."""

    day: int
    y: float
    kind: TickKind
    major: bool = False


_STEPS = (
    *((TickKind.DAY, 1, 1.0), (TickKind.DAY, 7, 7.0)),
    *((TickKind.MONTH, months, months * 28.0) for months in (1, 3, 6)),
    *(
        (TickKind.YEAR, years * power, years * power * 365.0)
        for power in (1, 10, 100, 1000)
        for years in (1, 2, 5)
    ),
)
"""The steps between ticks, each with the days that it has at least."""


def ticks(scale: Scale, apart: float, top: float = 0.0, bottom: float = inf) -> list[Tick]:
    """Return the ticks between `top` and `bottom`, in order, at least `apart` px from one another.

    The ends of cut gaps have theirs first of all, so that it is told where the axis goes on.
    """
    if not scale.stretches:
        return []
    first, last = int(scale.day(top)), min(int(scale.day(min(bottom, scale.height))), _LAST_DAY)
    taken: list[float] = []
    accepted: list[Tick] = []

    def accept(tick: Tick) -> None:
        place = bisect_right(taken, tick.y)
        near = taken[max(0, place - 1) : place + 1]
        if all(abs(tick.y - other) >= apart for other in near):
            insort(taken, tick.y)
            accepted.append(tick)

    for day in _ends(scale):
        if first <= day <= last:
            accept(Tick(day, scale.at(day), _kind_of(day), major=True))
    regular = list(_regular(scale, apart, first, last))
    for tick in sorted(regular, key=lambda tick: (not tick.major, tick.y)):
        accept(tick)
    return sorted(accepted, key=lambda tick: tick.y)


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Return the tops of labels `sizes` px high, in order, none over another.

    `wanted` are the tops that they would have, in ascending order. What cannot stand where it
    wants to is moved as little as can be, taken together (least squares, by pooling neighbours).
    None stands above `low`, nor below `high` where there is room for all between the two.
    """
    blocks: list[list[float]] = []  # of each: the sum of where its labels want it, count, height
    for want, size in zip(wanted, sizes, strict=True):
        blocks.append([max(want, low), 1.0, size])
        while len(blocks) > 1 and _top(blocks[-2]) + blocks[-2][2] > _top(blocks[-1]):
            total, count, height = blocks.pop()
            before = blocks[-1]
            before[0] += total - count * before[2]
            before[1] += count
            before[2] += height
    tops: list[float] = []
    number, end = 0, low
    for block in blocks:
        y = max(_top(block), end)
        for size in sizes[number : number + round(block[1])]:
            tops.append(y)
            y += size
        number, end = len(tops), y
    end = max(high, low + sum(sizes))
    for number in range(len(tops) - 1, -1, -1):
        tops[number] = min(tops[number], end - sizes[number])
        end = tops[number]
    return tops


def lanes(extents: Sequence[tuple[float, float]], most: int) -> list[int]:
    """Return a lane for each extent (top, bottom; ordered by top): those of one never overlap.

    But for the last one of at most `most`, which takes whatever is left.
    """
    ends: list[float] = []
    chosen = []
    for top, bottom in extents:
        lane = next((number for number, end in enumerate(ends) if end <= top), len(ends))
        lane = min(lane, most - 1)
        ends[lane : lane + 1] = [bottom]
        chosen.append(lane)
    return chosen


def _top(block: Sequence[float]) -> float:
    return block[0] / block[1]


def _gaps(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """Return the days between the edges on which anything begins or has just ended.

    Each gap with its first day, the day after it, and whether it is to be cut.
    """
    edges = sorted({edge for first, last in spans for edge in (first, last + 1)})
    begun = [after - before for before, after in pairwise(sorted({first for first, _ in spans}))]
    usual = median_low(begun) * OUTLIER if begun else inf
    gaps = list(pairwise(edges))
    left = sum(end - start for start, end in gaps)
    shortest = inf
    for gap in sorted((end - start for start, end in gaps), reverse=True):
        if gap <= usual or gap * SHARE <= left:
            break
        shortest = gap
        left -= gap
    return [(start, end, end - start >= shortest) for start, end in gaps]


def _stretches(
    gaps: Iterable[tuple[int, int, bool]], per_day: float, cut: float
) -> Iterator[Stretch]:
    top = 0.0
    for start, end, is_cut in gaps:
        long = (end - start) * per_day
        shortened = is_cut and long > cut
        bottom = top + (cut if shortened else long)
        yield Stretch(start, end, top, bottom, shortened)
        top = bottom


def _ends(scale: Scale) -> Iterator[int]:
    """Yield where the axis begins and where it goes on after a cut; where a cut begins, if round.

    What ends on a day ends there, not on the next, which would only confuse.
    """
    days = {scale.stretches[0].start}
    for stretch in scale.stretches:
        if stretch.cut:
            days.add(stretch.end)
            if _kind_of(stretch.start) is not TickKind.DAY:
                days.add(stretch.start)
    yield from sorted(days)


def _kind_of(day: int) -> TickKind:
    """Tell how exactly a day has to be named."""
    at = date.fromordinal(day)
    if at.day != 1:
        return TickKind.DAY
    return TickKind.YEAR if at.month == 1 else TickKind.MONTH


def _regular(scale: Scale, apart: float, first: int, last: int) -> Iterator[Tick]:
    """Yield a tick for each step of the calendar, but within cut gaps."""
    kind, step = next(
        ((kind, step) for kind, step, days in _STEPS if days * scale.per_day >= apart),
        _STEPS[-1][:2],
    )
    for stretch in scale.stretches:
        if not stretch.cut:
            start, end = max(stretch.start, first), min(stretch.end, last)
            for day in _calendar(start, end, kind, step):
                at = date.fromordinal(day)
                major = at.day == 1 if kind is TickKind.DAY else at.month == 1
                if kind is not TickKind.YEAR and major:
                    named = TickKind.YEAR if kind is TickKind.MONTH else TickKind.MONTH
                    yield Tick(day, scale.at(day), named, major=True)
                else:
                    yield Tick(day, scale.at(day), kind)


def _calendar(start: int, end: int, kind: TickKind, step: int) -> Iterator[int]:
    """Yield the days of a stretch on which a step of the calendar begins."""
    if start > end:
        return
    first = date.fromordinal(start)
    if kind is TickKind.DAY:
        days = range(start, end + 1)
        yield from (day for day in days if step == 1 or date.fromordinal(day).day in _WEEKS)
        return
    months = step if kind is TickKind.MONTH else 12 * step
    number = -(-(first.year * 12 + first.month - 1) // months) * months
    while number // 12 <= date.max.year:
        day = date(max(1, number // 12), number % 12 + 1, 1).toordinal()
        if day > end:
            return
        if day >= start:
            yield day
        number += months


_LAST_DAY = date.max.toordinal()
_WEEKS = (1, 8, 15, 22)
"""The days of a month that stand for its weeks."""
