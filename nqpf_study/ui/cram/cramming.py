"""Beginning and leaving rounds: begun in a worker, each shown in a view of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nqpf_study.ui.cram.view import CramView
from nqpf_study.ui.reader.latest import Latest

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError
    from nqpf_study.study.cramming import Cram
    from nqpf_study.ui.preferences import Preferences


class Cramming(QObject):
    """Goes over cards of some decks, round after round."""

    begun = Signal(QWidget)
    """A round is on: show this view, which belongs to whoever shows it, in place of an older."""

    left = Signal()
    """The round is over: show something else."""

    source_requested = Signal(str, object)
    message = Signal(str)

    def __init__(self, parent: QObject, preferences: Preferences) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._latest = Latest(self, self._fail)
        self._view: CramView | None = None

    @property
    def view(self) -> CramView | None:
        """Return the round's view, None while none is on."""
        return self._view

    def start(self, study: Study, decks: list[str] | None) -> None:
        """Go over cards of `decks` (None: all), those first that are most at risk."""
        self._latest.run(
            "begin", lambda: study.cram(decks=decks), lambda cram: self._begin(study, decks, cram)
        )

    def leave(self) -> None:
        """End the round that is on."""
        if self._view is not None:
            self._view = None
            self.left.emit()

    def _begin(self, study: Study, decks: list[str] | None, cram: Cram) -> None:
        if cram.asked is None:
            self.message.emit(self.tr("There are no cards to practise."))
            return
        view = CramView(study, cram, self._preferences)
        view.ended.connect(self.leave)
        view.again.connect(lambda: self.start(study, decks))
        view.source_requested.connect(self.source_requested)
        view.message.connect(self.message)
        self._view = view
        self.begun.emit(view)
        view.refresh()

    def _fail(self, error: StudyError) -> None:
        self.message.emit(str(error))
