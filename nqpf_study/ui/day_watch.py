"""A new study day, for a learner who comes back to a window that was left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from nqpf_study.ui.work import run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError


class DayWatch(QObject):
    """Asks for the study day whenever the window is turned to or away from."""

    turned = Signal()
    """Another study day has begun."""

    message = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._study: Study | None = None
        self._day: int | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self.look)

    def watch(self, study: Study | None) -> None:
        """Watch the day of this collection, from now on; None: of none."""
        self._study, self._day = study, None
        self.look()

    def look(self) -> None:
        """Ask which day it is."""
        study = self._study
        if study is not None:
            run_job(lambda _progress: study.today(), self._be_in, self._fail, owner=self)

    def _be_in(self, day: int) -> None:
        before, self._day = self._day, day
        if before not in (None, day):
            self.turned.emit()

    def _fail(self, error: StudyError) -> None:
        self.message.emit(str(error))
