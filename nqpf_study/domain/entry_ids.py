"""UUIDv7 for log entries: ordered by time, and never running backwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_VERSION = 0x7 << 76
_VARIANT = 0b10 << 62


def uuid7(at: datetime, random_bits: int) -> UUID:
    """Make a UUIDv7 (RFC 9562, section 5.7) of a UTC time and 74 random bits."""
    milliseconds = (at - _EPOCH) // _MILLISECOND & (1 << 48) - 1
    high = random_bits >> 62 & 0xFFF
    low = random_bits & (1 << 62) - 1
    return UUID(int=milliseconds << 80 | _VERSION | high << 64 | _VARIANT | low)


class EntryIds:
    """Makes ids that grow even where the clock stands still or is set back (RFC 9562, 6.2)."""

    def __init__(self, random_bits: Callable[[int], int], last: UUID | None = None) -> None:
        """Go on after `last`; `random_bits(n)` yields n random bits."""
        self._random_bits = random_bits
        self.last = last

    def next(self, at: datetime) -> UUID:
        """Return an id for an entry made at `at` (UTC) that is greater than all before it."""
        random_bits = self._random_bits(74)
        made = uuid7(at, random_bits)
        if self.last is not None and made <= self.last:
            made = _after(self.last, random_bits >> 30)
        self.last = made
        return made


def _after(last: UUID, leap: int) -> UUID:
    """Return an id beyond `last`: a leap keeps two machines that go on after it apart."""
    low = last.int & (1 << 62) - 1
    high = last.int >> 64 & 0xFFF
    milliseconds = last.int >> 80
    count = (milliseconds << 74 | high << 62 | low) + 1 + leap
    return UUID(
        int=count >> 74 << 80
        | _VERSION
        | (count >> 62 & 0xFFF) << 64
        | _VARIANT
        | count & (1 << 62) - 1
    )
