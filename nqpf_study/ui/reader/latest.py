"""Jobs of which only the newest of each name counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from nqpf_study.domain.errors import Progress, StudyError
from nqpf_study.ui.work import Job, run_job

T = TypeVar("T")


class Latest:
    """Runs jobs for a widget; a new one makes the older one of its name forgotten."""

    def __init__(self, owner: QObject, on_failed: Callable[[StudyError], object]) -> None:
        self._owner = owner
        self._on_failed = on_failed
        self._jobs: dict[str, Job] = {}

    def run(
        self,
        name: str,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[StudyError], object] | None = None,
    ) -> None:
        """Do `work` in a worker and hand its result to `on_done`, unless a newer job came."""
        self.run_long(name, lambda _progress: work(), on_done, on_failed)

    def run_long(
        self,
        name: str,
        work: Callable[[Progress], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[StudyError], object] | None = None,
    ) -> None:
        """Do the same with work that tells its progress, and stops early once it is forgotten."""
        self.forget(name)
        self._jobs[name] = run_job(work, on_done, on_failed or self._on_failed, owner=self._owner)

    def forget(self, name: str) -> None:
        """Call nobody back for the job of this name."""
        job = self._jobs.pop(name, None)
        if job is not None:
            job.forget()
