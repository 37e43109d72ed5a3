"""One-shot jobs off the GUI thread, with their results back on it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot

from nqpf_study.domain.errors import Cancelled, Progress, StudyError
from nqpf_study.ui.language import told_error

T = TypeVar("T")

PROGRESS_PAUSE = 0.05
"""Seconds between two reports of progress: more would only flood the event loop."""


class Job(QObject):
    """A piece of work under way. Made by `run_job`; lives until its result was delivered."""

    _reported = Signal(int, int, str)
    _ended = Signal()

    def __init__(
        self,
        on_done: Callable[..., object],
        on_failed: Callable[[StudyError], object],
        on_progress: Callable[[int, int, str], object] | None,
        on_cancelled: Callable[[], object] | None,
        owner: QObject | None,
    ) -> None:
        super().__init__(QCoreApplication.instance())
        self._on_done = on_done
        self._on_failed = on_failed
        self._on_progress = on_progress
        self._on_cancelled = on_cancelled
        self._cancelled = Event()
        self._forgotten = False
        self._last_report = 0.0
        self._outcome: tuple[object, BaseException | None] = None, None
        self._reported.connect(self._report)
        self._ended.connect(self._end)
        if owner is not None:
            owner.destroyed.connect(self.forget)

    def cancel(self) -> None:
        """Ask the work to stop: its progress callable raises Cancelled when next called."""
        self._cancelled.set()

    @Slot()
    def forget(self) -> None:
        """Cancel, and call nobody back: whoever asked is gone or has asked for something else."""
        self._forgotten = True
        self.cancel()

    @property
    def cancelled(self) -> bool:
        """Tell whether the job was asked to stop."""
        return self._cancelled.is_set()

    def progress(self, done: int, total: int, doing: str) -> None:
        """Pass progress on to the GUI thread, not too often (called in the worker)."""
        if self._cancelled.is_set():
            raise Cancelled
        now = monotonic()
        if now - self._last_report >= PROGRESS_PAUSE or done >= total:
            self._last_report = now
            self._reported.emit(done, total, doing)

    def end(self, result: object, error: BaseException | None) -> None:
        """Pass the outcome on to the GUI thread (called in the worker)."""
        self._outcome = result, error  # a signal that carries Python's objects crashed at times
        self._ended.emit()

    @Slot(int, int, str)
    def _report(self, done: int, total: int, doing: str) -> None:
        if self._on_progress is not None and not self._cancelled.is_set():
            self._on_progress(done, total, doing)

    @Slot()
    def _end(self) -> None:
        result, error = self._outcome
        self.deleteLater()
        if error is not None and not isinstance(error, StudyError | Cancelled):
            raise error  # our own fault: to the crash handler, from the GUI thread
        if self._forgotten:
            return
        if isinstance(error, Cancelled):
            if self._on_cancelled is not None:
                self._on_cancelled()
        elif isinstance(error, StudyError):
            self._on_failed(told_error(error))
        else:
            self._on_done(result)


class _Run(QRunnable):
    def __init__(self, job: Job, function: Callable[[Progress], object]) -> None:
        super().__init__()
        self._job = job
        self._function = function

    def run(self) -> None:
        result, error = None, None
        try:
            result = self._function(self._job.progress)
        except BaseException as raised:  # noqa: BLE001 - each error is handed to the GUI thread
            error = raised
        self._job.end(result, error)


def run_job(
    function: Callable[[Progress], T],
    on_done: Callable[[T], object],
    on_failed: Callable[[StudyError], object],
    on_progress: Callable[[int, int, str], object] | None = None,
    *,
    on_cancelled: Callable[[], object] | None = None,
    owner: QObject | None = None,
) -> Job:
    """Run `function` in a worker thread; call back on the GUI thread.

    `function` is given a progress callable `(done, total, doing)` and may ignore it. Exactly one of
    `on_done` (with its result), `on_failed` (with the StudyError that it raised, in the window's
    language) and `on_cancelled` (after `Job.cancel`, once the work has stopped) is called; any
    other error goes to the crash
    handler. When `owner` is destroyed first, nothing is called. Where a newer job takes this one's
    place, call `Job.forget()`.
    """
    job = Job(on_done, on_failed, on_progress, on_cancelled, owner)
    QThreadPool.globalInstance().start(_Run(job, function))
    return job


def end_all_jobs() -> None:
    """Cancel every job, wait until they have stopped, and call nobody back."""
    application = QCoreApplication.instance()
    for job in application.findChildren(Job) if application is not None else ():
        job.forget()
    QThreadPool.globalInstance().waitForDone()
