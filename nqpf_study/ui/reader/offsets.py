"""From code points, in which passages are counted, to UTF-16 units, in which Qt counts, and back.

The one place where the two meet: a character beyond the basic plane (an emoji, a rare ideograph)
is one code point and two units.
"""

from __future__ import annotations

from bisect import bisect_left

_LAST_OF_BASIC_PLANE = 0xFFFF


class Utf16:
    """Converts places in one text."""

    def __init__(self, text: str) -> None:
        self._pairs = (
            []
            if text.isascii()
            else [at for at, char in enumerate(text) if ord(char) > _LAST_OF_BASIC_PLANE]
        )
        self._pair_units = [at + before for before, at in enumerate(self._pairs)]

    def units(self, points: int) -> int:
        """Return how many UTF-16 units the first `points` code points take."""
        return points + bisect_left(self._pairs, points)

    def points(self, units: int) -> int:
        """Return how many whole code points lie within the first `units` UTF-16 units.

        Between the two halves of a pair, the pair counts as not yet reached.
        """
        return units - bisect_left(self._pair_units, units)
