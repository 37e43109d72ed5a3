"""The sources page: the list of sources, and the reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.passage import Passage
from nqpf_study.ui.pages import Page
from nqpf_study.ui.reader.latest import Latest
from nqpf_study.ui.reader.model import Reading
from nqpf_study.ui.reader.reader import Reader
from nqpf_study.ui.reader.source_list import SourceList
from nqpf_study.ui.tokens import ROOM, STEP, WIDE
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.source import Document

WIDEST = 800
"""The width of the list at most, in px."""

_SOON = 150
"""Milliseconds that a source may take to open before a word says that it is being opened."""


class SourcesPage(Page):
    """Lists the sources and opens them in the reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._study: Study | None = None
        self._open: str | None = None
        self._wanted: Passage | None = None
        self._latest = Latest(self, self._fail)
        self.list = SourceList()
        self.reader = Reader()
        self._word = Text("", "muted", wrap=True)
        self._word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._late = QTimer(self, singleShot=True, interval=_SOON)
        self._late.timeout.connect(lambda: self._say(self.tr("Opening the source")))
        self._stack = QStackedWidget()
        self._listing = self._list_page()
        for part in (self._listing, self.reader, self._word):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.list.source_chosen.connect(lambda source: self.show_passage(source, None))
        self.reader.back.connect(self._back)
        self.reader.cards_asked.connect(self._find_cards)
        self.reader.study_requested.connect(self.study_requested)
        self.reader.browse_requested.connect(self.browse_requested)
        leave = QShortcut(QKeySequence("Esc"), self._word)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._back)

    @property
    def title(self) -> str:
        """Return the page's name, translated."""
        return self.tr("Sources")

    def refresh(self, study: Study) -> None:
        """Show the sources that `study` holds now, and the open one as it is now."""
        self._study = study
        if self._open is None:
            self._list()
        else:
            self._read()

    def show_passage(self, source_id: str, passage: Passage | None) -> None:
        """Open a source in the reader, at a passage where one is given."""
        self._open, self._wanted = source_id, passage
        self._latest.forget("listing")
        self.reader.forget()
        self._read()

    def focus_search(self) -> None:
        """Open the search in the text that is being read."""
        if self._stack.currentWidget() is self.reader:
            self.reader.open_find()

    # --- the list -----------------------------------------------------------------------------

    def _list_page(self) -> QWidget:
        page = QWidget()
        page_column = QVBoxLayout(page)
        page_column.setContentsMargins(WIDE, WIDE, WIDE, ROOM)
        page_column.setSpacing(STEP)
        self._explanation = Text("", "muted", wrap=True)
        page_column.addWidget(Text(self.title, "display"))
        page_column.addWidget(self._explanation)
        page_column.addSpacing(STEP)
        self.list.setMaximumWidth(WIDEST)
        page_column.addWidget(self.list, 1)
        return page

    def _list(self) -> None:
        study = self._study
        if study is None:
            return
        self._latest.run("listing", study.documents, self._show_documents)

    def _show_documents(self, documents: list[Document]) -> None:
        self.list.sources.show_documents(documents)
        self.list.setVisible(bool(documents))
        if documents:
            said = self.tr("The documents that the cards rest on. Enter opens one.")
        else:
            said = self.tr("There are no sources yet: they come with the decks that quote them.")
        self._explanation.setText(said)
        study = self._study
        if study is None or not documents:
            return
        self._latest.run("listing", study.places_quoted, self.list.sources.show_counts)

    # --- the reader ---------------------------------------------------------------------------

    def _read(self) -> None:
        study, source_id = self._study, self._open
        if study is None or source_id is None:
            return
        self._late.start()
        self._latest.run(
            "reading",
            lambda: Reading(study.read(source_id)),
            self._show_reading,
            self._fail_reading,
        )

    def _show_reading(self, reading: Reading) -> None:
        self._late.stop()
        self._turn_to(self.reader, self.reader.text)
        self.reader.show_reading(reading)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.reader.show_passage(wanted)

    def _find_cards(self, keys: Sequence[int]) -> None:
        study = self._study
        if study is not None:
            self._latest.run("cards", lambda: study.cards(keys), self.reader.show_cards)

    def _back(self) -> None:
        self._open = self._wanted = None
        self._late.stop()
        self._latest.forget("reading")
        self._latest.forget("cards")
        self._turn_to(self._listing, self.list)
        self.list.setFocus()
        self._list()

    def _turn_to(self, part: QWidget, stop: QWidget) -> None:
        """Show a part; a focus that is here goes over to `stop` first: it would stray else."""
        before, focused = self._stack.currentWidget(), QApplication.focusWidget()
        if before is not part and focused is not None and self._stack.isAncestorOf(focused):
            part.show()
            stop.setFocus()
        self._stack.setCurrentWidget(part)

    def _say(self, text: str) -> None:
        if self._stack.currentWidget() is not self.reader or self._wanted is not None:
            self._word.setText(text)
            self._stack.setCurrentWidget(self._word)

    def _fail_reading(self, error: StudyError) -> None:
        self._back()
        self.message.emit(str(error))

    def _fail(self, error: StudyError) -> None:
        self._explanation.setText(str(error))
