"""A learner's collection: the parts joined, and the file opened and closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase
from nqpf_study.store.browse import Browse
from nqpf_study.store.candidates import Candidates
from nqpf_study.store.decks import Decks
from nqpf_study.store.engine import Database
from nqpf_study.store.explore import Exploring
from nqpf_study.store.marks import Marks
from nqpf_study.store.opening import bring_up_to_date, check_file, create
from nqpf_study.store.process_lock import ProcessLock
from nqpf_study.store.sessions import Sessions
from nqpf_study.store.settings import Settings
from nqpf_study.store.sources import Sources
from nqpf_study.store.statistics import StudyStatistics


class Collection(
    Settings, Candidates, Sessions, Decks, Sources, Browse, Marks, Exploring, StudyStatistics
):
    """The answer to every port of `nqpf_study.study.ports`. Its methods may run in any thread."""

    def __init__(
        self,
        database: Database,
        lock: ProcessLock | None,
        backups: Path,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(database)
        self.database = database
        self.backups = backups
        self.now = now
        self._lock = lock

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        backups: Path,
        now: Callable[[], datetime],
        read_only: bool = False,
    ) -> Self:
        """Open the collection at `path`, made where there is none; `backups` is a folder.

        To write, it must be open nowhere else. Raises StudyError where it is locked, read-only,
        damaged, no collection, or newer than the program; nothing was changed then.
        """
        path = path.absolute()
        if read_only:
            return cls(_opened(path, backups, now, read_only=True), None, backups, now)
        lock = ProcessLock.take(path)
        try:
            database = _opened(path, backups, now, read_only=False)
        except BaseException:
            lock.release()
            raise
        return cls(database, lock, backups, now)

    def close(self) -> None:
        """Let the collection go, for others to open."""
        self.database.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _opened(path: Path, backups: Path, now: Callable[[], datetime], *, read_only: bool) -> Database:
    if not path.exists():
        if read_only:
            raise StudyError(phrase("There is no collection at {path} yet.", path=path))
        create(path)
    check_file(path)
    database = Database(path, read_only=read_only)
    try:
        bring_up_to_date(database, backups, now)
    except BaseException:
        database.close()
        raise
    return database
