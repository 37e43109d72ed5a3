"""What the menus and the pages send the window for: deck files, exports, backups, dialogs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nqpf_study.ui.about import AboutDialog
from nqpf_study.ui.anki_export import AnkiExport
from nqpf_study.ui.deck_acts import DeckActs
from nqpf_study.ui.deck_files import DeckFiles
from nqpf_study.ui.safety import Safety

if TYPE_CHECKING:
    from nqpf_study.app import Study


class Errands(QObject):
    """Each errand has its part; what the parts have to say is said in one place."""

    changed = Signal()
    """The collection was changed."""

    message = Signal(str)

    def __init__(self, window: QWidget, home: Path, log_file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._home = home
        self._log_file = log_file
        self.deck_files = DeckFiles(window)
        self.export = AnkiExport(window)
        self.deck_acts = DeckActs(window, self.deck_files, self.export)
        self.safety = Safety(window, home)
        for part in (self.deck_files, self.deck_acts, self.safety):
            part.changed.connect(self.changed)
        for speaker in (self.deck_files, self.deck_acts, self.export, self.safety):
            speaker.message.connect(self.message)

    def run(self, errand: str, study: Study | None) -> None:
        """Run the errand of a menu entry; some of them need an open collection."""
        on_study: dict[str, Callable[[Study], object]] = {
            "open": self.deck_files.choose,
            "export": self.export.ask,
            "backup": self.safety.back_up,
            "examine": self.safety.examine,
        }
        others: dict[str, Callable[[], object]] = {
            "restore": self.safety.choose_backup,
            "folder": self.safety.show_folder,
            "about": self._show_about,
        }
        if errand in others:
            others[errand]()
        elif study is not None:
            on_study[errand](study)

    def _show_about(self) -> None:
        AboutDialog(self._home, self._log_file, self._window).open()
