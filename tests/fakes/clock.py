"""A clock that stands still until it is moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """Call it for the present, as the use cases do."""

    def __init__(self, at: datetime = datetime(2024, 6, 3, 12, tzinfo=UTC)) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        """Move on (or back) by days, hours, minutes, seconds."""
        self.at += timedelta(**by)
