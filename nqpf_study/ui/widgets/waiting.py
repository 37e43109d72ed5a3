"""A job that one waits for: after half a second a progress bar with a count, and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from nqpf_study.domain.errors import Progress, StudyError
from nqpf_study.ui.tokens import GAP, ROOM
from nqpf_study.ui.widgets.plain_buttons import plain
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.work import run_job

T = TypeVar("T")

PATIENCE = 500
"""Milliseconds before a job shows itself."""


class Waiting(QDialog):
    """Shows how far a job has come; closing it cancels the job and waits for its end."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(420)
        self._doing = Text(title, "lead", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._count = Text("", "small")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        plain(self._buttons)
        self._buttons.rejected.connect(self.reject)
        down = QVBoxLayout(self)
        down.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        down.setSpacing(GAP)
        for part in (self._doing, self._bar, self._count, self._buttons):
            down.addWidget(part)
        self._cancel: Callable[[], None] = lambda: None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE)
        self._late.timeout.connect(self.open)
        self._prepare()

    def _prepare(self) -> None:
        """Be styled and laid out before the job begins: with a worker at work it takes longer."""
        for part in (self, *self.findChildren(QWidget)):
            part.ensurePolished()
        self.adjustSize()

    def start(self, cancel: Callable[[], None]) -> None:
        """Show itself after a while; `cancel` is called when the learner asks for it."""
        self._cancel = cancel
        self._late.start()

    def show_progress(self, done: int, total: int, doing: str) -> None:
        """Show that `done` of `total` steps are made."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done:,} / {total:,}" if total > 1 else "")
        self._doing.setText(_said(doing) or self.windowTitle())

    def reject(self) -> None:
        """Cancel the job; the dialog closes once it has stopped."""
        self._buttons.setEnabled(False)
        self._doing.setText(self.tr("Stopping"))
        self._cancel()

    def end(self) -> None:
        """Close: the job is over."""
        self._late.stop()
        self.done(0)
        self.deleteLater()


def wait_for(
    title: str,
    function: Callable[[Progress], T],
    on_done: Callable[[T], object],
    on_failed: Callable[[StudyError], object],
    parent: QWidget,
    *,
    on_cancelled: Callable[[], object] | None = None,
    owner: QObject | None = None,
) -> Waiting:
    """Run a job as `nqpf_study.ui.work.run_job` does, with a dialog that shows its progress."""
    waiting = Waiting(title, parent)

    def done(result: T) -> None:
        waiting.end()
        on_done(result)

    def failed(error: StudyError) -> None:
        waiting.end()
        on_failed(error)

    def cancelled() -> None:
        waiting.end()
        if on_cancelled is not None:
            on_cancelled()

    job = run_job(
        function, done, failed, waiting.show_progress, on_cancelled=cancelled, owner=owner or parent
    )
    waiting.start(job.cancel)
    return waiting


def _said(doing: str) -> str:
    """Translate what the parts below call their steps."""
    steps = {
        "backup": QCoreApplication.translate("steps", "Backing up first"),
        "Reading notes": QCoreApplication.translate("steps", "Reading the notes"),
        "Checking cards": QCoreApplication.translate("steps", "Checking the cards"),
        "decks": QCoreApplication.translate("steps", "Comparing the decks"),
        "reviews": QCoreApplication.translate("steps", "Reading your reviews"),
        "fitting": QCoreApplication.translate("steps", "Fitting to your reviews"),
        "judging": QCoreApplication.translate("steps", "Judging by your newest reviews"),
        "comparing": QCoreApplication.translate("steps", "Comparing with other learners"),
        "notes": QCoreApplication.translate("steps", "Writing the notes"),
        "handout": QCoreApplication.translate("steps", "Going over the cards"),
        "pages": QCoreApplication.translate("steps", "Setting the pages"),
        "cards": QCoreApplication.translate("steps", "Writing the cards"),
        "file": QCoreApplication.translate("steps", "Checking the file"),
        "log": QCoreApplication.translate("steps", "Going over the reviews"),
        "words": QCoreApplication.translate("steps", "Going over the notes"),
        "search": QCoreApplication.translate("steps", "Indexing for the search"),
    }
    return steps.get(doing, doing)
