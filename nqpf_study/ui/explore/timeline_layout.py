"""Where the events of a timeline stand: marks in lanes, labels beside, none over another.

Nothing here is of Qt. All lengths are px, from the beginning of the axis on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nqpf_study.study.explore import Precision, When
from nqpf_study.ui.explore.timeline_scale import Scale, fitting, lanes, spread

NEAREST = 48.0
"""The px of a day at the nearest."""

MOST_LANES = 8
"""Marks of which more would have to stand side by side share the last lane."""

MOST_LINES = 3
_OVER = 0.5
_SLACK = 1.2
"""How much room there is to be for labels to stand near their marks, where all must be scrolled."""

_MANY = 400
"""Of more events than that, labels have one line each, whatever the room."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a lane. `exact` tells a single day, which is drawn as a dot."""

    top: float
    bottom: float
    lane: int
    exact: bool

    @property
    def middle(self) -> float:
        """Return the middle of the mark."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Label:
    """A label; a line leads to it from `anchor`, near the beginning of its event's mark."""

    top: float
    height: float
    anchor: float

    @property
    def middle(self) -> float:
        """Return where the line ends."""
        return self.top + self.height / 2

    @property
    def bottom(self) -> float:
        """Return where the label ends."""
        return self.top + self.height


class Arrangement:
    """Events, given in order, at a scale, with their labels."""

    def __init__(
        self,
        times: Sequence[When],
        heights: Callable[[int], list[float]],
        *,
        per_day: float | None,
        room: float,
        narrow: int = 1,
        cut: float,
        dot: float,
    ) -> None:
        """Arrange events at `per_day` px a day, or, with None, in as little room as can be.

        `heights` returns the heights of labels that have at most so many lines. They get as many,
        up to three, as the length of the axis has room for; even where all is to be in little room,
        they may make it higher than the view (`room`) by half. They always may have `narrow` lines.
        `cut` is the length of a cut gap, `dot` that of the shortest mark.
        """
        spans = [(when.first, when.last) for when in times]
        self.lines, chosen = _most_lines(heights, len(times), room * (1 + _OVER), narrow)
        high = sum(chosen) if sum(chosen) <= room else sum(chosen) * _SLACK
        self.least = fitting(spans, max(room, high), cut, NEAREST)
        """The px of a day where all is in as little room as can be."""
        self.whole = per_day is None or per_day <= self.least * 1.01
        self.scale = Scale(spans, self.least if self.whole else min(per_day or 0, NEAREST), cut)
        self.marks = _marks(times, self.scale, dot)
        if not self.whole:
            lines, higher = _most_lines(heights, len(times), self.scale.height, narrow)
            if lines > self.lines:
                self.lines, chosen = lines, higher
        self.labels = _labels(self.marks, chosen, max(room, self.scale.height))

    @property
    def height(self) -> float:
        """Return the length of it all."""
        return max(self.scale.height, self.labels[-1].bottom if self.labels else 0.0)

    @property
    def lanes(self) -> int:
        """Return how many lanes there are."""
        return 1 + max((mark.lane for mark in self.marks), default=0)

    def between(self, above: float, below: float) -> list[int]:
        """Return the numbers of the events of which anything shows between two heights."""
        return [
            number
            for number, (mark, label) in enumerate(zip(self.marks, self.labels, strict=True))
            if min(mark.top, label.top) <= below and max(mark.bottom, label.bottom) >= above
        ]


def _most_lines(
    heights: Callable[[int], list[float]], count: int, room: float, least: int
) -> tuple[int, list[float]]:
    """Return how many lines labels may have for all to fit into a height, or the least."""
    if count > _MANY:
        return 1, heights(1)
    for lines in range(MOST_LINES, least, -1):
        higher = heights(lines)
        if sum(higher) <= room:
            return lines, higher
    return least, heights(least)


def _marks(times: Sequence[When], scale: Scale, dot: float) -> list[Mark]:
    extents = []
    for when in times:
        top, bottom = scale.at(when.first), scale.at(when.last + 1)
        middle, half = (top + bottom) / 2, max(bottom - top, dot) / 2
        extents.append((middle - half, middle + half))
    order = sorted(range(len(extents)), key=lambda number: (extents[number][0], number))
    apart = [(extents[number][0], extents[number][1] + dot / 4) for number in order]
    chosen = dict(zip(order, lanes(apart, MOST_LANES), strict=True))
    return [
        Mark(top, bottom, chosen[number], _is_day(when))
        for number, (when, (top, bottom)) in enumerate(zip(times, extents, strict=True))
    ]


def _is_day(when: When) -> bool:
    return when.precision is Precision.DAY and when.first == when.last


def _labels(marks: Sequence[Mark], heights: Sequence[float], high: float) -> list[Label]:
    anchors = [
        min(mark.middle, mark.top + height / 2) for mark, height in zip(marks, heights, strict=True)
    ]
    wanted = []
    highest = 0.0
    for anchor, height in zip(anchors, heights, strict=True):
        highest = max(highest, anchor - height / 2)  # never above the one before: lines would cross
        wanted.append(highest)
    return [
        Label(top, height, anchor)
        for top, height, anchor in zip(
            spread(wanted, heights, 0.0, high), heights, anchors, strict=True
        )
    ]
