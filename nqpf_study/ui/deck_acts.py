"""What can be done with one deck: exam, limits, export, print, its file, remove."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from nqpf_study.ui.anki_export import AnkiExport
from nqpf_study.ui.deck_check.checking import DeckChecking
from nqpf_study.ui.deck_files import DeckFiles
from nqpf_study.ui.deck_print import DeckPrinting
from nqpf_study.ui.packing import Packing
from nqpf_study.ui.settings.limits import LimitsDialog
from nqpf_study.ui.widgets.trouble import show_trouble
from nqpf_study.ui.work import run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import Progress, StudyError
    from nqpf_study.domain.options import DeckOptions, Exam
    from nqpf_study.ui.planning.weighing import Reckoned


class DeckActs(QObject):
    """Does what a deck's menu says."""

    changed = Signal()
    """The collection was changed."""

    message = Signal(str)

    def __init__(
        self,
        window: QWidget,
        files: DeckFiles,
        checking: DeckChecking,
        export: AnkiExport,
        packing: Packing,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._checking = checking
        self._export = export
        self._packing = packing
        self._printing = DeckPrinting(window)
        self._printing.message.connect(self.message)

    def do(self, study: Study, what: str, deck_id: str) -> None:
        """Do `what` (exam, limits, export, print, pack, check, file or remove) with a deck."""

        def read() -> tuple[str, DeckOptions]:
            titles = {deck.id: deck.title for deck in study.overview().decks}
            return titles.get(deck_id, deck_id), study.deck_options()[deck_id]

        def go_on(found: tuple[str, DeckOptions]) -> None:
            title, options = found
            acts: dict[str, Callable[[], object]] = {
                "limits": lambda: self._edit_limits(study, deck_id, title, options),
                "exam": lambda: self._edit_exam(study, deck_id, title, options),
                "export": lambda: self._export.ask(study, deck_id, title),
                "print": lambda: self._printing.ask(study, deck_id, title),
                "pack": lambda: self._pack(study, deck_id),
                "check": lambda: self._checking.check(study, deck_id),
                "file": lambda: self._checking.show_file(study, deck_id),
                "remove": lambda: self._files.remove(study, deck_id, title),
            }
            acts[what]()

        run_job(lambda _progress: read(), go_on, self._fail, owner=self)

    def _pack(self, study: Study, deck_id: str) -> None:
        """Pack a deck to share; it is proposed to be put where the learner's documents are."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        pack = partial(self._packing.ask, study, folder=Path(folder))
        self._checking.with_file(study, deck_id, pack, self._packing.chosen)

    def _edit_limits(self, study: Study, deck_id: str, title: str, options: DeckOptions) -> None:
        def keep(changed: DeckOptions) -> None:
            run_job(
                lambda _progress: study.set_deck_options(deck_id, changed),
                lambda _: self.changed.emit(),
                self._fail,
                owner=self,
            )

        def reckon(progress: Progress) -> Reckoned:
            return study.forecast(deck_id, progress=progress), study.seconds_per_card()

        LimitsDialog(title, options, keep, self._window, reckon=reckon).open()

    def _edit_exam(self, study: Study, deck_id: str, title: str, options: DeckOptions) -> None:
        from nqpf_study.ui.planning.exam_dialog import ExamDialog  # noqa: PLC0415 - when first shown

        def keep(exam: Exam | None) -> None:
            run_job(
                lambda _progress: study.set_exam(deck_id, exam),
                lambda _: self._exam_kept(title, exam),
                self._fail,
                owner=self,
            )

        dialog = ExamDialog(study, deck_id, title, options.exam, keep, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _exam_kept(self, title: str, exam: Exam | None) -> None:
        said = (
            self.tr("“{deck}” prepares for no exam any more.")
            if exam is None
            else self.tr("“{deck}” is prepared for its exam from the next session on.")
        )
        self.message.emit(said.replace("{deck}", title))
        self.changed.emit()

    def _fail(self, error: StudyError) -> None:
        show_trouble(error, self._window)
