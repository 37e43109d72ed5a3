"""Beginning and leaving sessions: one at a time, begun in a worker, shown in the session's view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nqpf_study.ui.session.sitting import undone_said
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.work import Job, run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError
    from nqpf_study.study.session import Session


class Sittings(QObject):
    """Begins sessions on `view`, and knows whether one is on."""

    begun = Signal()
    """A session is on: show the view."""

    left = Signal()
    """The session is over: show something else."""

    failed = Signal(object)
    """No session could be begun: a StudyError."""

    message = Signal(str)

    def __init__(self, view: SessionView) -> None:
        super().__init__(view)
        self.on = False
        self._view = view
        self._job: Job | None = None
        self.show_on(view)

    def show_on(self, view: SessionView) -> None:
        """Show sessions on this view from now on."""
        self.setParent(view)
        self._view = view
        view.ended.connect(self.leave)

    def start(self, study: Study, decks: list[str] | None) -> None:
        """Begin a session over the cards of `decks` (None: all)."""
        self._begin(study, lambda: (study.session(decks), ""))

    def undo(self, study: Study) -> None:
        """Take back the newest act, in the session that is on, or in a new one."""
        if self.on:
            self.begun.emit()
            self._view.undo()
            return

        def taken_back() -> tuple[Session | None, str]:
            session = study.session()
            entry = session.undo()
            return (session if entry else None), undone_said(entry)

        self._begin(study, taken_back)

    def leave(self) -> None:
        """End the session that is on; every grade is saved already."""
        if self.on:
            self.on = False
            self.left.emit()

    def _begin(self, study: Study, begin: Callable[[], tuple[Session | None, str]]) -> None:
        if self._job is not None:
            self._job.forget()

        def begun(result: tuple[Session | None, str]) -> None:
            session, said = result
            if session is not None:
                self.on = True
                self.begun.emit()
                self._view.begin(study, session)
            if said:
                self.message.emit(said)

        self._job = run_job(lambda _progress: begin(), begun, self._fail, owner=self)

    def _fail(self, error: StudyError) -> None:
        self.failed.emit(error)
