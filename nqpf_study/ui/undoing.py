"""Undo and redo in the window: named in the menu and in the session, done where they belong."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from nqpf_study.study.history import Step, TooLate
from nqpf_study.study.log_steps import LogStep
from nqpf_study.ui.session.sittings import Sittings
from nqpf_study.ui.steps import on_control, redo_said, redone_said, undo_said, undone_said
from nqpf_study.ui.widgets.trouble import show_trouble
from nqpf_study.ui.widgets.waiting import wait_for
from nqpf_study.ui.work import run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError


class Undoing(QObject):
    """Undoes and redoes what was done, one step after the other.

    What a session did to a card is undone in a session, which asks the card again; all else in a
    worker, while what is on the screen stays.
    """

    changed = Signal()
    """The collection was changed."""

    message = Signal(str)

    _turned = Signal()
    """Something else can be undone or redone; emitted in any thread."""

    def __init__(self, window: QWidget, sittings: Sittings, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self._window = window
        self._sittings = sittings
        self._actions = actions
        self._study: Study | None = None
        self._known = False
        """Whether what earlier runs did was looked up: until then there may be something."""

        self._busy = False
        self._asked: deque[Callable[[], object]] = deque()
        """What was asked for while a step was under way."""

        self._turned.connect(self.retell)
        self.retell()

    def watch(self, study: Study | None) -> None:
        """Undo and redo what is done in `study` from now on; None: nothing."""
        self._asked.clear()
        if self._study is not None:
            self._study.history.unwatch(self._tell)
        self._study = study
        self._known = study is None
        self._busy = study is not None
        self.retell()
        if study is not None:
            history = study.history
            history.watch(self._tell)
            run_job(lambda _progress: history.look_back(), self._know, self._fail, owner=self)

    def _tell(self) -> None:
        self._turned.emit()

    def _know(self, _: None) -> None:
        self._known = True
        self.retell()
        self._go_on()

    def retell(self) -> None:
        """Say anew what can be undone and redone, wherever that stands."""
        history = None if self._study is None else self._study.history
        undo = None if history is None else history.undoable
        redo = None if history is None else history.redoable
        for name, step, said in (("undo", undo, undo_said), ("redo", redo, redo_said)):
            self._actions[name].setText(on_control(said(step)))
            self._actions[name].setEnabled(step is not None or not self._known)
        self._sittings.view.name_steps(undo, redo, known=self._known)

    def undo(self) -> None:
        """Take back the newest step."""
        study = self._study
        if study is None:
            return
        if self._busy:
            self._asked.append(self.undo)
            return
        step = study.history.undoable
        if self._sittings.undoes(step):
            self._sittings.undo()
        elif _is_grade(step):
            self._sittings.undo_in_new(study)
        else:
            self._run(self.tr("Undoing"), study.history.undo, undone_said)

    def redo(self) -> None:
        """Do the step again that was undone last."""
        study = self._study
        if study is None:
            return
        if self._busy:
            self._asked.append(self.redo)
        elif self._sittings.redoes(study.history.redoable):
            self._sittings.redo()
        else:
            self._run(self.tr("Redoing"), study.history.redo, redone_said)

    def _run(
        self,
        title: str,
        act: Callable[..., Step | None],
        said: Callable[[Step | None], str],
    ) -> None:
        def done(step: Step | None) -> None:
            self.message.emit(said(step))
            self.changed.emit()
            self._go_on()

        def stopped() -> None:
            self.message.emit(self.tr("That was stopped. Nothing was changed."))
            self._give_up()

        self._busy = True
        wait_for(title, act, done, self._fail, self._window, on_cancelled=stopped, owner=self)

    def _go_on(self) -> None:
        self._busy = False
        if self._asked:
            self._asked.popleft()()

    def _give_up(self) -> None:
        self._busy = False
        self._asked.clear()

    def _fail(self, error: StudyError) -> None:
        self._known = True
        self._give_up()
        self.retell()
        if isinstance(error.__cause__, TooLate):
            self.message.emit(str(error))
        else:
            show_trouble(error, self._window)


def _is_grade(step: Step | None) -> bool:
    """Tell whether a session asked the card that a step was done to."""
    return isinstance(step, LogStep) and step.asked and step.count == 1
