"""Evening days out: of the days that fuzz may choose from, the one with the fewest cards due."""

from __future__ import annotations

from collections.abc import Mapping


def evened(low: int, high: int, day: int, chance: float, due: Mapping[int, int]) -> int:
    """Choose an interval of `low` to `high` days from study day `day` on.

    `due` counts the cards due by study day. Of days that are equally empty, `chance` (0 to 1)
    draws one. What is longer is not preferred because the far future is emptier: days compete on
    how far they stand above or below the straight line through the range.
    """
    loads = [due.get(day + interval, 0) for interval in range(low, high + 1)]
    slope = _slope(loads)
    heights = [load - slope * place for place, load in enumerate(loads)]
    least = min(heights) + 1e-9
    best = [low + place for place, height in enumerate(heights) if height <= least]
    return best[min(int(chance * len(best)), len(best) - 1)]


def _slope(loads: list[int]) -> float:
    """Return by how much loads grow from one day to the next, as least squares have it."""
    middle = (len(loads) - 1) / 2
    spread = sum((place - middle) ** 2 for place in range(len(loads)))
    if not spread:
        return 0.0
    return sum((place - middle) * load for place, load in enumerate(loads)) / spread
