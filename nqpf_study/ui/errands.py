"""What the menus and the pages send the window for: deck files, exports, backups, dialogs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nqpf_study import paths
from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.about import AboutDialog
from nqpf_study.ui.anki_export import AnkiExport
from nqpf_study.ui.deck_acts import DeckActs
from nqpf_study.ui.deck_check.checking import DeckChecking
from nqpf_study.ui.deck_files import DeckFiles
from nqpf_study.ui.deck_queue import DeckQueue
from nqpf_study.ui.editing.editing import Editing
from nqpf_study.ui.language import Language, spoken
from nqpf_study.ui.merging import Merging
from nqpf_study.ui.new_deck import NewDeck
from nqpf_study.ui.packing import Packing
from nqpf_study.ui.practice.practising import Practising
from nqpf_study.ui.safety import Safety
from nqpf_study.ui.widgets.trouble import show_trouble
from nqpf_study.ui.work import run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study


class Errands(QObject):
    """Each errand has its part; what the parts have to say is said in one place."""

    changed = Signal()
    """The collection was changed."""

    message = Signal(str)

    def __init__(
        self,
        window: QWidget,
        home: Path,
        log_file: Path,
        recent: Callable[[], Sequence[Path]] = tuple,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._home = home
        self._log_file = log_file
        self.deck_files = DeckFiles(window, recent)
        self.queue = DeckQueue(self.deck_files, window)
        self.packing = Packing(window, self.deck_files)
        self.checking = DeckChecking(window, self.deck_files)
        self.deck_files.check_asked.connect(self.checking.check_file)
        self.new_deck = NewDeck(window)
        self.new_deck.made.connect(self.deck_files.opened)
        self.new_deck.check_asked.connect(self.checking.check_file)
        self.new_deck.preview_asked.connect(self.deck_files.open)
        self.new_deck.guide_asked.connect(self._show_guide)
        self.editing = Editing(window)
        self.editing.check_asked.connect(self.checking.check_file)
        self.editing.preview_asked.connect(self.deck_files.open)
        self.export = AnkiExport(window)
        self.deck_acts = DeckActs(window, self.deck_files, self.checking, self.export, self.packing)
        self.safety = Safety(window, home)
        self.merging = Merging(window)
        self.practising = Practising(window, home)
        self.practising.message.connect(self.message)
        for part in (self.deck_files, self.deck_acts, self.safety, self.merging, self.editing):
            part.changed.connect(self.changed)
        parts = (self.checking, self.new_deck, self.editing)
        speakers = (*parts, self.export, self.queue, self.packing)
        for speaker in (self.deck_files, self.deck_acts, self.safety, self.merging, *speakers):
            speaker.message.connect(self.message)

    def run(self, errand: str, study: Study | None) -> None:
        """Run the errand of a menu entry; some of them need an open collection."""
        on_study: dict[str, Callable[[Study], object]] = {
            "new": self.new_deck.ask,
            "open": self.deck_files.choose,
            "check": self.checking.choose,
            "pack": self.packing.choose,
            "export": self.export.ask,
            "practice": self.practising.ask,
            "merge": self.merging.choose,
            "fit": self._fit,
            "backup": self.safety.back_up,
            "examine": self.safety.examine,
        }
        others: dict[str, Callable[[], object]] = {
            "restore": self.safety.choose_backup,
            "folder": self.safety.show_folder,
            "guide": self._show_guide,
            "about": self._show_about,
        }
        if errand in others:
            others[errand]()
        elif study is not None:
            on_study[errand](study)

    def _fit(self, study: Study) -> None:
        """Offer to fit the scheduler to the learner."""
        from nqpf_study.study.fitting import ENOUGH  # noqa: PLC0415 - when first shown
        from nqpf_study.ui.settings.fitting import FitDialog  # noqa: PLC0415 - as above

        dialog = FitDialog(study, ENOUGH, self._window)
        dialog.kept.connect(self.message)
        dialog.kept.connect(lambda _: self.changed.emit())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_guide(self) -> None:
        """Show the page for teachers, in the window that shows it already if there is one."""
        from nqpf_study.ui.guide.dialog import GuideDialog  # noqa: PLC0415 - when first shown

        guide = self._window.findChild(GuideDialog)
        if guide is None:
            self._read_guide(paths.guide(chinese=spoken() is Language.CHINESE))
        else:
            _bring_forward(guide)

    def _read_guide(self, path: Path) -> None:
        show = partial(self._open_guide, path)
        run_job(lambda _progress: _page(path), show, lambda _: None, owner=self)

    def _open_guide(self, path: Path, page: str | None) -> None:
        from nqpf_study.ui.guide.dialog import GuideDialog  # noqa: PLC0415 - as above

        guide = self._window.findChild(GuideDialog)
        if page is None:
            what = self.tr("The page {path} can't be read.").replace("{path}", str(path))
            show_trouble(StudyError(what, mend=self.tr("Install the program again.")), self._window)
        elif guide is not None:  # in another language, or asked for twice
            guide.turn_to(page)
        else:
            guide = GuideDialog(self.tr("How to write decks"), page, path.parent, self._window)
            guide.message.connect(self.message)
            guide.page_asked.connect(self._read_guide)
            _bring_forward(guide)

    def _show_about(self) -> None:
        AboutDialog(self._home, self._log_file, self._window).open()


def _page(path: Path) -> str | None:
    """Return a page for teachers, None where it can't be read."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeError):
        return None


def _bring_forward(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
