"""The guide's window: its contents beside its text, and a line to find words in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.ui.guide.text import GuideText
from nqpf_study.ui.reader.controls import search_field
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import GAP, STEP, scaled
from nqpf_study.ui.widgets.dialog import Dialog

SIZE = QSize(1000, 680)
_CONTENTS, _WIDEST = 216, 280
_DEEPEST = 3


class GuideDialog(Dialog):
    """Shows a Markdown page, with its files in `folder`; stays open beside the window."""

    message = Signal(str)
    page_asked = Signal(Path)
    """A link to another page was followed: read it, and `turn_to` it."""

    def __init__(self, title: str, page: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        scale = text_scale()
        size = QSize(scaled(SIZE.width(), scale), scaled(SIZE.height(), scale))
        self.resize(size.boundedTo(self.screen().availableSize()))
        self.text = GuideText(page)
        self.text.setAccessibleName(title)
        self.text.left.connect(self._leave)
        self.contents = self._contents()
        self.field = search_field(self.tr("Find in this text"))
        self.field.textChanged.connect(lambda _words: self._find(anew=True))
        self.field.returnPressed.connect(self._find)
        QShortcut(QKeySequence.StandardKey.Find, self, self.field.setFocus)
        side = QWidget()
        down = QVBoxLayout(side)
        down.setContentsMargins(GAP, GAP, STEP, GAP)
        down.setSpacing(STEP)
        down.addWidget(self.field)
        down.addWidget(self.contents, 1)
        split = QSplitter()
        split.addWidget(side)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([min(scaled(_CONTENTS, scale), _WIDEST), SIZE.width()])
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(split)
        self.text.setFocus()

    def turn_to(self, page: str) -> None:
        """Show another page, such as the same in another language."""
        self.text.turn_to(page)
        self._list_headings(self.contents)

    def _contents(self) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(self.tr("Contents"))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.ensurePolished()  # items are measured when they are added
        self._list_headings(made)
        made.currentItemChanged.connect(lambda item, _before: self._go_to(item))
        return made

    def _list_headings(self, contents: QListWidget) -> None:
        contents.setCurrentRow(-1)  # else each that follows is the current one for a moment
        contents.clear()
        for number, heading in enumerate(self.text.headings):
            if 1 < heading.level <= _DEEPEST:
                item = QListWidgetItem("   " * (heading.level - 2) + heading.text)
                item.setData(Qt.ItemDataRole.UserRole, number)
                contents.addItem(item)

    def _go_to(self, item: QListWidgetItem | None) -> None:
        """Scroll to an item's heading, wherever it stands in text of the present size."""
        if item is not None:
            self.text.show_heading(self.text.headings[item.data(Qt.ItemDataRole.UserRole)])

    def _find(self, *, anew: bool = False) -> None:
        """Find the words of the field after the last hit, or from the top; `anew` as one types."""
        cursor = self.text.textCursor()
        if anew:
            cursor.setPosition(cursor.selectionStart())
            self.text.setTextCursor(cursor)
        words = self.field.text().strip()
        if words and not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words)

    def _leave(self, link: QUrl) -> None:
        """Ask for another page; let the system open all else: an example's file, or an address."""
        if link.isRelative():
            path = self._folder / link.path()
            if path.suffix == ".md":
                self.page_asked.emit(path)
                return
            link = QUrl.fromLocalFile(str(path))
        if not QDesktopServices.openUrl(link):
            said = self.tr("The system can't open {link}.")
            self.message.emit(said.replace("{link}", link.toString()))
