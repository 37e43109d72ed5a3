"""The study day: the learner's local day, which starts at a rollover hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class StudyClock:
    """Turns instants (aware datetimes) into study days (ordinals as of `date.toordinal`).

    Days never run backwards: where clocks are set back over the rollover hour, the hour that is
    lived twice belongs to the day that has begun; where they jump over it, the day begins with the
    jump.
    """

    zone: tzinfo
    rollover_hour: int = 4

    def day(self, at: datetime) -> int:
        """Return the study day of an instant."""
        local = at.astimezone(self.zone)
        day = (local.replace(tzinfo=None) - timedelta(hours=self.rollover_hour)).toordinal()
        if self.starts(day + 1) <= at:
            return day + 1
        return day if self.starts(day) <= at else day - 1

    def starts(self, day: int) -> datetime:
        """Return the instant (UTC) at which a study day starts."""
        wall = datetime.combine(date.fromordinal(day), time(self.rollover_hour))
        before = wall.replace(tzinfo=self.zone, fold=0).astimezone(UTC)
        after = wall.replace(tzinfo=self.zone, fold=1).astimezone(UTC)
        if after >= before:  # an ordinary hour, or the first of two
            return before
        return self._jump(after, before)

    def _jump(self, low: datetime, high: datetime) -> datetime:
        """Return the instant between `low` and `high` at which the zone's clocks jump ahead."""
        offset = low.astimezone(self.zone).utcoffset()
        while high - low > timedelta(seconds=1):
            middle = low + timedelta(seconds=(high - low) // timedelta(seconds=1) // 2)
            if middle.astimezone(self.zone).utcoffset() == offset:
                low = middle
            else:
                high = middle
        return high
