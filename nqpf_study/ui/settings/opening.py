"""Whether the system opens deck files with this program: a button that sets it up or undoes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from nqpf_study import paths
from nqpf_study.desktop.association import Association, associate, dissociate, is_set
from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.work import run_job


class OpeningButton(QPushButton):
    """Says what a press would do, once it was looked how things are."""

    message = Signal(str)

    def __init__(self, name: str) -> None:
        """Make the button of a setting called `name`."""
        super().__init__()
        self._name = name
        self._set = False
        self._tell()
        self.clicked.connect(self._change)

    def look(self) -> None:
        """See, in a worker, whether it is set."""
        run_job(lambda _progress: is_set(), self._show, self._fail, owner=self)

    def _change(self) -> None:
        self.setEnabled(False)
        change = dissociate if self._set else associate
        run_job(lambda _progress: change(paths.resources()), self._changed, self._fail, owner=self)

    def _changed(self, _done: Association) -> None:
        self._show(now := not self._set)
        said = (
            self.tr("Deck files and packages are opened with NQPF Study now.")
            if now
            else self.tr("Deck files and packages are no longer opened with NQPF Study.")
        )
        self.message.emit(said)

    def _show(self, now: bool) -> None:  # noqa: FBT001 - a job's result
        self._set = now
        self.setEnabled(True)
        self._tell()

    def _tell(self) -> None:
        self.setText(self.tr("Take it back") if self._set else self.tr("Set up"))
        self.setAccessibleName(f"{self._name}: {self.text()}")

    def _fail(self, error: StudyError) -> None:
        self.setEnabled(True)
        self.message.emit(str(error))
