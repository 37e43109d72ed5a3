"""Beginning and leaving sessions: one at a time, begun in a worker, shown in the session's view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nqpf_study.study.history import Step
from nqpf_study.ui import words
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.steps import undone_said
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
        self.view = view
        self._job: Job | None = None
        self._ahead = 0
        self._decks: list[str] = []
        self.show_on(view)

    def show_on(self, view: SessionView) -> None:
        """Show sessions on this view from now on."""
        self.setParent(view)
        self.view = view
        view.ended.connect(self.leave)
        view.top.show_kind(self._kind() if self.on else "")

    def start(self, study: Study, decks: list[str] | None) -> None:
        """Begin a session over the cards of `decks` (None: all)."""
        self._begin(study, lambda: (study.session(decks), ""), decks=decks)

    def study_ahead(self, study: Study, days: int, decks: list[str] | None) -> None:
        """Begin a session over what becomes due in so many days; it counts."""

        def begun() -> tuple[Session | None, str]:
            session = study.study_ahead(days, decks)
            return (session, "") if session.asked is not None else (None, none_said)

        none_said = words.counted(
            days,
            self.tr("No card comes tomorrow."),
            self.tr("No card comes in the next {n} days."),
        )
        self._begin(study, begun, ahead=days, decks=decks)

    def undoes(self, step: Step | None) -> bool:
        """Tell whether a step that is to be undone belongs to the session that is on."""
        sitting = self.view.sitting if self.on else None
        return step is not None and sitting is not None and sitting.undoes_here

    def redoes(self, step: Step | None) -> bool:
        """Tell whether a step that is to be redone belongs to the session that is on."""
        sitting = self.view.sitting if self.on else None
        return step is not None and sitting is not None and sitting.redoes_here

    def undo(self) -> None:
        """Take back the newest act in the session that is on."""
        self.begun.emit()
        self.view.undo()

    def redo(self) -> None:
        """Do the act again, in the session that is on, that was taken back last."""
        self.begun.emit()
        self.view.redo()

    def undo_in_new(self, study: Study) -> None:
        """Take back the newest act in a new session, which asks its card again."""

        def taken_back() -> tuple[Session | None, str]:
            session = study.session()
            step = session.undo()
            return (session if step else None), undone_said(step)

        self._begin(study, taken_back)

    def leave(self) -> None:
        """End the session that is on; every grade is saved already."""
        if self.on:
            self.on = False
            self.left.emit()

    def _kind(self) -> str:
        """Say what kind of session is on, nothing of an ordinary one."""
        if not self._ahead:
            return ""
        return words.counted(
            self._ahead,
            self.tr("Studying ahead: tomorrow's cards, asked today. What you grade counts."),
            self.tr("Studying ahead: the cards of the next {n} days. What you grade counts."),
        )

    @property
    def unfinished_deck(self) -> str:
        """Return the only deck of the session, unless that was studied to its end."""
        sitting = self.view.sitting
        if len(self._decks) != 1 or sitting is None:
            return ""
        return "" if sitting.phase is Phase.END and sitting.done else self._decks[0]

    def _begin(
        self,
        study: Study,
        begin: Callable[[], tuple[Session | None, str]],
        *,
        ahead: int = 0,
        decks: list[str] | None = None,
    ) -> None:
        if self._job is not None:
            self._job.forget()

        def begun(result: tuple[Session | None, str]) -> None:
            session, said = result
            if session is not None:
                self.on = True
                self._ahead, self._decks = ahead, decks or []
                self.view.top.show_kind(self._kind())
                self.begun.emit()
                self.view.begin(study, session)
            if said:
                self.message.emit(said)

        self._job = run_job(lambda _progress: begin(), begun, self._fail, owner=self)

    def _fail(self, error: StudyError) -> None:
        self.failed.emit(error)
