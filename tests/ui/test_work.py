from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event, current_thread, main_thread
from types import TracebackType

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import Progress, StudyError
from nqpf_study.ui.work import end_all_jobs, run_job


def never(result: object) -> None:
    pytest.fail(f"called with {result}")


def test_the_result_comes_back_on_the_gui_thread(qtbot: QtBot) -> None:
    worked: list[bool] = []
    done: list[tuple[int, bool]] = []

    def work(_progress: Progress) -> int:
        worked.append(current_thread() is main_thread())
        return 7

    run_job(work, lambda result: done.append((result, current_thread() is main_thread())), never)
    qtbot.waitUntil(lambda: bool(done))
    assert worked == [False]
    assert done == [(7, True)]


def test_trouble_goes_to_the_one_who_asked(qtbot: QtBot) -> None:
    failed: list[StudyError] = []

    def work(_progress: Progress) -> None:
        raise StudyError("The disk is full.", mend="Free some space.")

    run_job(work, never, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0].mend == "Free some space."


def test_an_error_of_our_own_goes_to_the_crash_handler(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed: list[type[BaseException]] = []

    def hook(
        kind: type[BaseException], _error: BaseException, _trace: TracebackType | None
    ) -> None:
        crashed.append(kind)

    monkeypatch.setattr(sys, "excepthook", hook)

    def work(_progress: Progress) -> None:
        raise ZeroDivisionError

    run_job(work, never, never)
    with qtbot.captureExceptions() as captured:
        qtbot.waitUntil(lambda: bool(crashed or captured))
    assert crashed == [ZeroDivisionError] or captured[0][0] is ZeroDivisionError


def test_progress_is_passed_on_and_its_end_is_never_left_out(qtbot: QtBot) -> None:
    heard: list[tuple[int, int, str]] = []
    done: list[None] = []

    def work(progress: Progress) -> None:
        for step in range(1, 1001):
            progress(step, 1000, "notes")

    run_job(work, done.append, never, lambda *said: heard.append(said))
    qtbot.waitUntil(lambda: bool(done))
    assert heard[-1] == (1000, 1000, "notes")
    assert len(heard) < 1000, "a thousand reports in a moment are too many to show"


def started() -> tuple[Event, Callable[[Progress], None], Event]:
    """Return work that waits to be told to go on, and then reports until it is stopped."""
    running, go_on = Event(), Event()

    def work(progress: Progress) -> None:
        running.set()
        assert go_on.wait(10)
        for step in range(10**6):
            progress(step, 10**6, "notes")

    return running, work, go_on


def test_a_cancelled_job_stops_and_says_so(qtbot: QtBot) -> None:
    running, work, go_on = started()
    cancelled: list[bool] = []
    job = run_job(work, never, never, on_cancelled=lambda: cancelled.append(True))
    assert running.wait(10)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(cancelled))
    assert job.cancelled


def test_nobody_is_called_for_a_forgotten_job(qtbot: QtBot) -> None:
    running, work, go_on = started()
    job = run_job(work, never, never, on_cancelled=lambda: pytest.fail("called"))
    assert running.wait(10)
    job.forget()
    go_on.set()
    gone: list[bool] = []
    job.destroyed.connect(lambda: gone.append(True))
    qtbot.waitUntil(lambda: bool(gone))


def test_nobody_is_called_when_the_owner_is_gone(qtbot: QtBot) -> None:
    running, work, go_on = started()
    owner = QObject()
    job = run_job(work, never, never, owner=owner)
    assert running.wait(10)
    owner.deleteLater()
    qtbot.waitUntil(lambda: job.cancelled)
    go_on.set()


@pytest.mark.usefixtures("qapp")
def test_all_jobs_can_be_ended_at_once() -> None:
    running, work, go_on = started()
    job = run_job(work, never, never)
    assert running.wait(10)
    go_on.set()
    end_all_jobs()
    assert job.cancelled
