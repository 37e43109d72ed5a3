"""A teacher's new deck file: asked for, written, and ready to be opened."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.ui.accessible import announce
from nqpf_study.ui.anki_export import file_name
from nqpf_study.ui.language import Language, spoken
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import GAP, HALF, ROOM, STEP, scaled
from nqpf_study.ui.widgets.dialog import Dialog
from nqpf_study.ui.widgets.plain_buttons import plain
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.widgets.waiting import wait_for

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.content.starter import Starter
    from nqpf_study.domain.errors import StudyError

WIDTH, WIDEST = 520, 720
"""The width of the words, in px at a text scale of 1, and at most."""


class NewDeck(QObject):
    """Asks for a title and a folder, writes the starter files there, and offers what is next."""

    preview_asked = Signal(object, object)
    """Show what importing a deck file (a Path) into a collection (a Study) would do."""

    check_asked = Signal(object, object)
    """Check a deck file (a Path), against the sources of a collection (a Study)."""

    guide_asked = Signal()

    made = Signal(Path)
    """This deck file was written."""

    message = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, study: Study) -> None:
        """Ask for a title and a folder."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
        dialog = NewDeckDialog(folder, self._window)
        dialog.made.connect(lambda starter: self._show(study, starter))
        dialog.open()

    def _show(self, study: Study, starter: Starter) -> None:
        self.made.emit(starter.deck)
        dialog = MadeDialog(starter, self._window)
        dialog.opened.connect(self._open)
        dialog.guide_asked.connect(self.guide_asked)
        dialog.check_asked.connect(lambda: self.check_asked.emit(study, starter.deck))
        dialog.preview_asked.connect(lambda: self.preview_asked.emit(study, starter.deck))
        dialog.open()

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            said = self.tr("The system can't open it. It is here: {path}")
            self.message.emit(said.replace("{path}", str(path)))


class NewDeckDialog(Dialog):
    """Asks what a new deck is called and where it is to be; closes once its files are there."""

    made = Signal(object)
    """The files were written (a Starter)."""

    def __init__(self, documents: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents = documents
        self._chosen = False
        self.setWindowTitle(self.tr("New deck file"))
        self.title = QLineEdit(self.tr("My deck"))
        self.title.selectAll()
        self.title.textEdited.connect(self._suggest)
        self.folder = QLineEdit()
        self.folder.textEdited.connect(self._keep)
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAutoDefault(False)
        self.choose.setAccessibleName(self.tr("Choose a folder"))
        self.choose.clicked.connect(self._choose)
        self.error = Text("", "error", wrap=True)
        self.error.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.create_button = QPushButton(self.tr("Create"))
        set_role(self.create_button, "primary")
        plain(self._buttons)
        self._buttons.addButton(self.create_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._suggest()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(STEP)
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose)
        meant = self.tr(
            "A deck file that explains itself, a sample text for it to quote, and a file by which "
            "text editors help are written into the folder. Nothing is overwritten."
        )
        about = Text(meant, "muted", wrap=True)
        about.setMinimumWidth(min(scaled(WIDTH, text_scale()), WIDEST))
        down = QVBoxLayout(self)
        down.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        down.setSpacing(HALF)
        down.addWidget(_label(self.tr("&Title of the deck"), self.title))
        down.addWidget(self.title)
        down.addSpacing(STEP)
        down.addWidget(_label(self.tr("&Folder"), self.folder))
        down.addLayout(place)
        down.addSpacing(STEP)
        down.addWidget(about)
        down.addWidget(self.error)
        down.addSpacing(GAP)
        down.addWidget(self._buttons)
        self.create_button.setDefault(True)  # which a button of no dialog yet can't be

    def accept(self) -> None:
        """Write the files; say what is wrong where that can't be."""
        title, folder = self.title.text(), self.folder.text().strip()
        if not folder:
            self._tell(self.tr("Choose a folder for it."))
            return
        if folder == "~" or folder.startswith("~/"):
            folder = str(Path.home()) + folder[1:]
        self.create_button.setEnabled(False)
        chinese = spoken() is Language.CHINESE
        wait_for(
            self.tr("Writing the deck file"),
            lambda _progress: _write(self._documents / folder, title, chinese=chinese),
            self._made,
            self._fail,
            self,
        )

    def _made(self, starter: Starter) -> None:
        super().accept()
        self.made.emit(starter)

    def _fail(self, error: StudyError) -> None:
        self.create_button.setEnabled(True)
        self._tell(str(error))

    def _tell(self, trouble: str) -> None:
        self.error.setText(trouble)
        self.error.show()
        announce(self, trouble)

    def _suggest(self, _title: str = "") -> None:
        """Suggest a folder that is named as the deck, until another one is chosen."""
        if not self._chosen:
            name = file_name(self.title.text()) or self.tr("My deck")
            self.folder.setText(str(self._documents / name))

    def _keep(self, _folder: str) -> None:
        self._chosen = True

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Choose a folder for the deck"), str(self._documents)
        )
        if name:
            self._chosen = True
            self.folder.setText(name)


class MadeDialog(Dialog):
    """Tells which files were written, and offers what a teacher does next."""

    opened = Signal(object)
    """Open this file or folder (a Path) with the program that the system has for it."""

    check_asked = Signal()
    preview_asked = Signal()
    guide_asked = Signal()

    def __init__(self, starter: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New deck file"))
        self.edit = self._button(self.tr("Edit the deck file"))
        set_role(self.edit, "primary")
        self.show_folder = self._button(self.tr("Show the folder"))
        self.check = self._button(self.tr("Check it"))
        self.try_it = self._button(self.tr("See its cards…"))
        self.guide = self._button(self.tr("How to write decks"))
        self.edit.clicked.connect(lambda: self.opened.emit(starter.deck))
        self.show_folder.clicked.connect(lambda: self.opened.emit(starter.deck.parent))
        self.check.clicked.connect(self._check)
        self.try_it.clicked.connect(self._try)
        self.guide.clicked.connect(self.guide_asked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        plain(buttons)
        buttons.addButton(self.guide, QDialogButtonBox.ButtonRole.HelpRole)
        buttons.rejected.connect(self.reject)
        down = QVBoxLayout(self)
        down.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        down.setSpacing(STEP)
        heading = Text(self.tr("Your deck is ready"), "title")
        heading.setMinimumWidth(min(scaled(WIDTH, text_scale()), WIDEST))
        down.addWidget(heading)
        down.addWidget(Text(str(starter.deck.parent), "small", wrap=True))
        for path, purpose in (
            (starter.deck, self.tr("{file}: the deck. Open it in a text editor.")),
            (starter.source, self.tr("{file}: the text that its cards quote.")),
            (starter.schema, self.tr("{file}: for editors that complete and check.")),
        ):
            down.addWidget(Text(purpose.replace("{file}", path.name), wrap=True))
        down.addSpacing(STEP)
        down.addWidget(
            Text(
                self.tr("When you have changed it: File > Open a deck file."),
                "muted",
                wrap=True,
            )
        )
        down.addSpacing(STEP)
        for pair in ((self.edit, self.show_folder), (self.check, self.try_it)):
            across = QHBoxLayout()
            across.setSpacing(STEP)
            for button in pair:
                across.addWidget(button, 1)
            down.addLayout(across)
        down.addSpacing(STEP)
        down.addWidget(buttons)
        self.edit.setDefault(True)

    def _button(self, words: str) -> QPushButton:
        made = QPushButton(words)
        made.setAutoDefault(False)
        return made

    def _check(self) -> None:
        """Close first: the check's window is to be used beside an editor, for long."""
        self.accept()
        self.check_asked.emit()

    def _try(self) -> None:
        self.accept()
        self.preview_asked.emit()


def _label(words: str, field: QLineEdit) -> Text:
    made = Text(words)
    made.setBuddy(field)
    field.setAccessibleName(re.sub(r"\(&.\)|&", "", words))  # some languages add the letter
    return made


def _write(folder: Path, title: str, *, chinese: bool) -> Starter:
    from nqpf_study.app import new_deck  # noqa: PLC0415 - what reads deck files is heavy

    return new_deck(folder, title, chinese=chinese)
