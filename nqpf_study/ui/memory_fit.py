"""Fits the scheduler to the learner's memory now and then, out of sight, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nqpf_study.ui import words
from nqpf_study.ui.work import run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.study.fitting import Fit


class MemoryFit(QObject):
    """Has a collection fitted in a worker where there is much new to learn from."""

    message = Signal(str)
    """Cards are scheduled otherwise from now on; says how."""

    def look(self, study: Study | None) -> None:
        """Fit if it is time. Trouble is no matter: the settings tell of it when asked."""
        if study is not None:
            run_job(study.fit_by_itself, self._say, lambda _trouble: None, owner=self)

    def _say(self, kept: Fit | None) -> None:
        if kept is None:
            return
        from nqpf_study.ui.settings.fitting import memory_said  # noqa: PLC0415 - seldom needed

        now = self.tr("New intervals go by it; the settings can change that.")
        self.message.emit(words.running([memory_said(kept), now]))
