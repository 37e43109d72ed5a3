"""What the parts of a study share: the collection, the clock, the dice, and what can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.history import History
from nqpf_study.study.log_steps import Logbook

if TYPE_CHECKING:
    from nqpf_study.store.collection import Collection

SEED_BITS = 31
COLLECTION = "collection.db"
BACKUPS = "backups"
PACKAGES = "packages"
"""The folder in the data folder into which deck packages are unpacked."""


def utc_now() -> datetime:
    """Return the present in UTC."""
    return datetime.now(UTC)


class Joined:
    """A part of what can be done with a collection. Its methods may run in a worker."""

    def __init__(
        self,
        home: Path,
        collection: Collection,
        now: Callable[[], datetime],
        random_bits: Callable[[int], int],
    ) -> None:
        self.home = home
        self.collection = collection
        self._now = now
        self._random_bits = random_bits
        self.history = History(Logbook(collection, now, self.clock, random_bits).newest)

    def now(self) -> datetime:
        """Return the present in UTC."""
        return self._now()

    def clock(self) -> StudyClock:
        """Return the learner's study-day clock."""
        options = self.collection.study_options()
        return StudyClock(zone_named(options.zone), options.rollover_hour)

    def today(self) -> int:
        """Return the present study day."""
        return self.clock().day(self._now())

    def back_up(self, reason: str = "asked") -> Path:
        """Copy the collection to the backups folder, checked; return the copy's path."""
        from nqpf_study.store.backup import back_up

        return back_up(self.collection, self.home / BACKUPS, reason, self._now())


def zone_named(name: str) -> tzinfo:
    """Return a time zone by IANA name, the system's own for an empty name.

    Raises StudyError for an unknown name. A system whose zone has no name that is known gives its
    present distance from UTC.
    """
    if not name:
        from tzlocal import get_localzone

        try:
            return get_localzone()
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return datetime.now().astimezone().tzinfo or UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise StudyError(
            phrase("There is no time zone “{name}”.", name=name),
            mend="Use a name such as Europe/Berlin.",
        ) from error
