"""What was done since the program started, newest last, to be undone and redone in order.

Whoever changes the collection for the learner tells the history so, once the change is written:

    history.did(Change(phrase("tag {n} cards", n=12), undo=untag, redo=tag))

A step's name is an English phrase that stands behind “Undo” and “Redo”, to be found by the
translations (`nqpf_study.domain.phrase`). What stays beyond the end of the program is the review
log: where this run did nothing yet, its newest act is what can be undone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, RLock
from typing import Protocol

from nqpf_study.domain.errors import Progress, StudyError, unheard


class TooLate(StudyError):  # noqa: N818 - not a failure: something else came between
    """A step can be undone or redone no more, for what it changed was changed since by another way.

    Nothing was changed.
    """


class Step(Protocol):
    """Something that was done, by one act of the learner."""

    @property
    def name(self) -> str:
        """Return what was done, as it stands behind “Undo”: “suspend 12 cards”."""
        ...

    def undo(self, progress: Progress) -> None:
        """Take it back, in one transaction.

        Raises TooLate where that is possible no more, StudyError where it failed, and Cancelled
        where `progress` does; nothing was changed then. It may run in a worker.
        """
        ...

    def redo(self, progress: Progress) -> None:
        """Do it again after `undo`. Raises what `undo` does."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """A step of two calls, for what is quickly done; each raises as `Step` says."""

    name: str
    undo_it: Callable[[], object]
    redo_it: Callable[[], object]

    def undo(self, progress: Progress) -> None:  # noqa: ARG002 - it is quickly done
        """Take it back."""
        self.undo_it()

    def redo(self, progress: Progress) -> None:  # noqa: ARG002 - as above
        """Do it again."""
        self.redo_it()


class History:
    """The steps that can be undone, and those that can be redone. It may be used in any thread."""

    def __init__(self, earlier: Callable[[], Step | None] = lambda: None) -> None:
        """Start with nothing done; `earlier` returns the newest step of earlier runs, if any."""
        self._earlier = earlier
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._turn = RLock()  # one step is undone or redone at a time
        self._lists = Lock()
        self._told = 0
        self._busy = False
        self._watchers: list[Callable[[], object]] = []

    @property
    def undoable(self) -> Step | None:
        """Return the step that `undo` would take back."""
        with self._lists:
            return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Step | None:
        """Return the step that `redo` would do again."""
        with self._lists:
            return self._undone[-1] if self._undone else None

    @property
    def busy(self) -> bool:
        """Tell whether a step is being undone or redone."""
        return self._busy

    def watch(self, watcher: Callable[[], object]) -> None:
        """Call `watcher` whenever something else can be undone or redone, in whatever thread."""
        self._watchers.append(watcher)

    def unwatch(self, watcher: Callable[[], object]) -> None:
        """Call `watcher` no more."""
        self._watchers.remove(watcher)

    def did(self, step: Step) -> None:
        """Take note of a step that was just done; what was undone before can't be redone now."""
        with self._lists:
            self._told += 1
            self._done.append(step)
            self._undone.clear()
        self._tell()

    def look_back(self) -> None:
        """Where nothing is left to undo of this run, find what earlier ones did."""
        with self._turn:
            if self.undoable is None and (step := self._earlier()) is not None:
                with self._lists:
                    self._done.insert(0, step)
                self._tell()

    def forget(self) -> None:
        """Forget all steps of this run: the collection was changed as a whole."""
        with self._turn:
            with self._lists:
                self._told += 1
                self._done.clear()
                self._undone.clear()
            self._tell()
            self.look_back()

    def undo(self, progress: Progress = unheard) -> Step | None:
        """Take back the newest step, and return it; None where there is none.

        Raises what the step does. One that is too late is forgotten, any other stays.
        """
        with self._turn:
            self.look_back()
            step = self._move(self._done, self._undone, lambda step: step.undo(progress))
            self.look_back()
            return step

    def redo(self, progress: Progress = unheard) -> Step | None:
        """Do the step again that was undone last, and return it; None where there is none.

        Raises what the step does. After one that is too late nothing can be redone any more.
        """
        with self._turn:
            try:
                return self._move(self._undone, self._done, lambda step: step.redo(progress))
            except TooLate:
                with self._lists:
                    self._undone.clear()
                self._tell()
                raise

    def _move(
        self,
        source: list[Step],
        target: list[Step],
        act: Callable[[Step], None],
    ) -> Step | None:
        with self._lists:
            step, told = (source[-1] if source else None), self._told
        if step is None:
            return None
        self._busy = True
        try:
            act(step)
        except TooLate:
            self._leave(source, step)
            self._tell()
            raise
        finally:
            self._busy = False
        self._leave(source, step)
        with self._lists:
            if target is self._done or self._told == told:  # else it can't be redone any more
                target.append(step)
        self._tell()
        return step

    def _leave(self, source: list[Step], step: Step) -> None:
        with self._lists:
            if step in source:
                source.remove(step)

    def _tell(self) -> None:
        for watcher in self._watchers:
            watcher()
