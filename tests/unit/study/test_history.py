"""The steps of a run: what can be undone and redone, in which order, and when no more."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread

import pytest

from nqpf_study.domain.errors import Cancelled, Progress, StudyError
from nqpf_study.study.history import Change, History, Step, TooLate


class Sheet:
    """Letters on a sheet: each step writes one, and takes it off again."""

    def __init__(self) -> None:
        self.text = ""
        self.history = History()

    def write(self, letter: str) -> None:
        def add() -> None:
            self.text += letter

        def take_off() -> None:
            if not self.text.endswith(letter):
                raise TooLate("It is not the last one any more.")
            self.text = self.text.removesuffix(letter)

        add()
        self.history.did(Change(f"write {letter}", take_off, add))

    def names(self) -> tuple[str | None, str | None]:
        return named(self.history.undoable), named(self.history.redoable)


def named(step: Step | None) -> str | None:
    return None if step is None else step.name


@pytest.fixture
def sheet() -> Sheet:
    sheet = Sheet()
    for letter in "abc":
        sheet.write(letter)
    return sheet


def test_steps_are_undone_newest_first_and_redone_in_order(sheet: Sheet) -> None:
    assert sheet.names() == ("write c", None)
    assert named(sheet.history.undo()) == "write c"
    assert named(sheet.history.undo()) == "write b"
    assert sheet.text == "a"
    assert sheet.names() == ("write a", "write b")
    assert named(sheet.history.redo()) == "write b"
    assert named(sheet.history.redo()) == "write c"
    assert sheet.text == "abc"
    assert sheet.history.redo() is None
    assert sheet.names() == ("write c", None)


def test_what_is_done_anew_leaves_nothing_to_redo(sheet: Sheet) -> None:
    sheet.history.undo()
    sheet.write("d")
    assert sheet.history.redo() is None
    assert sheet.names() == ("write d", None)


def test_nothing_to_undo_is_no_error() -> None:
    assert History().undo() is None
    assert History().redo() is None


def test_a_step_that_is_too_late_is_forgotten_and_the_next_one_can_be_undone(sheet: Sheet) -> None:
    sheet.text = "ab"
    with pytest.raises(TooLate):
        sheet.history.undo()
    assert sheet.names() == ("write b", None)
    sheet.history.undo()
    assert sheet.text == "a"


def test_after_a_redo_that_is_too_late_nothing_is_redone_out_of_order() -> None:
    def too_late() -> None:
        raise TooLate("Something came between.")

    history = History()
    history.did(Change("one", list, too_late))
    history.did(Change("two", list, list))
    history.undo()
    history.undo()
    with pytest.raises(TooLate):
        history.redo()
    assert history.redoable is None


@pytest.mark.parametrize("trouble", [StudyError("The disk is full."), Cancelled()])
def test_a_step_that_failed_can_be_tried_again(trouble: Exception) -> None:
    troubles = [trouble]
    history = History()

    def fail_once() -> None:
        if troubles:
            raise troubles.pop()

    history.did(Change("one", fail_once, list))
    with pytest.raises(type(trouble)):
        history.undo()
    assert named(history.undoable) == "one"
    history.undo()
    assert named(history.redoable) == "one"


def test_before_this_run_come_the_steps_of_earlier_ones() -> None:
    log = ["grade", "bury"]

    def earlier() -> Step | None:
        return Change(log[-1], log.pop, lambda: log.append("again")) if log else None

    history = History(earlier)
    assert history.undoable is None, "nothing is read until somebody looks"
    history.look_back()
    assert named(history.undoable) == "bury"
    log.append("suspend")
    history.did(Change("suspend", log.pop, lambda: log.append("suspend")))
    assert [named(history.undo()) for _ in range(4)] == ["suspend", "bury", "grade", None]
    assert log == []
    assert named(history.redo()) == "grade"
    assert log == ["again"]


def test_undoing_finds_earlier_steps_by_itself() -> None:
    log = ["grade"]
    history = History(lambda: Change("grade", log.pop, list) if log else None)
    assert named(history.undo()) == "grade"
    assert history.undoable is None


def test_watchers_hear_of_each_change(sheet: Sheet) -> None:
    heard: list[tuple[str | None, str | None]] = []
    sheet.history.watch(lambda: heard.append(sheet.names()))
    sheet.history.undo()
    sheet.history.redo()
    sheet.write("d")
    assert heard == [("write b", "write c"), ("write c", None), ("write d", None)]


def test_who_watches_no_more_hears_nothing(sheet: Sheet) -> None:
    heard: list[tuple[str | None, str | None]] = []

    def hear() -> None:
        heard.append(sheet.names())

    sheet.history.watch(hear)
    sheet.history.unwatch(hear)
    sheet.write("d")
    assert heard == []


def test_progress_reaches_the_step() -> None:
    told: list[str] = []

    class Long:
        name = "long work"

        def undo(self, progress: Progress) -> None:
            progress(0, 1, "back")

        def redo(self, progress: Progress) -> None:
            progress(0, 1, "again")

    def hear(done: int, total: int, doing: str) -> None:
        told.append(f"{doing} {done} of {total}")

    history = History()
    history.did(Long())
    history.undo(hear)
    history.redo(hear)
    assert told == ["back 0 of 1", "again 0 of 1"]


def test_what_is_done_while_another_step_is_undone_comes_after_it() -> None:
    begun, go_on = Event(), Event()

    def slowly() -> None:
        begun.set()
        assert go_on.wait(10)

    history = History()
    history.did(Change("import", slowly, list))
    worker = Thread(target=history.undo)
    worker.start()
    assert begun.wait(10)
    history.did(Change("grade", list, list))
    go_on.set()
    worker.join()
    assert named(history.undoable) == "grade"
    assert history.redoable is None, "the grade came after the import was undone"
    history.undo()
    assert history.undoable is None


def test_two_undos_at_once_take_their_turns(sheet: Sheet) -> None:
    undo: Callable[[], object] = sheet.history.undo
    workers = [Thread(target=undo) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sheet.text == ""
    assert sheet.names() == (None, "write a")
