"""The glossary, as the page shows it: a search, an order, and the entries."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from nqpf_study.study.explore import Explored, Item, Term, search_words
from nqpf_study.ui.accessible import name_choice
from nqpf_study.ui.explore.glossary_list import GlossaryList
from nqpf_study.ui.explore.looking import Looking
from nqpf_study.ui.reader.controls import search_field
from nqpf_study.ui.tokens import STEP
from nqpf_study.ui.widgets.text import Text


class GlossaryView(Looking):
    """The terms, to search and to sort."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing = self.tr("No deck has terms yet. They come from notes of the kind “term”.")
        self._terms: tuple[Term, ...] = ()
        self._present: int | None = None
        self.field = search_field(self.tr("Search terms, Chinese and pinyin"))
        self.order = QComboBox()
        name_choice(self.order, self.tr("Order of the terms"))
        for name in (self.tr("By English"), self.tr("By pinyin")):
            self.order.addItem(name)
        self.list = GlossaryList()
        self._none = Text("", "muted", wrap=True)
        self._none.hide()
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self.field, 1)
        head.addWidget(self.order)
        self.column.addLayout(head)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._none, 1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fill)
        self.field.textChanged.connect(self._soon.start)
        self.order.currentIndexChanged.connect(self._soon.start)
        self.list.term_changed.connect(self._change)
        self.list.term_opened.connect(lambda term: self.item_opened.emit(term.item))
        for key, act in (
            ("Down", self.list.setFocus),
            ("Return", self.list.setFocus),
        ):
            shortcut = QShortcut(QKeySequence(key), self.field)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def items(self, explored: Explored) -> Iterable[Item]:
        """Return the terms."""
        return (term.item for term in explored.terms)

    def look_at(self, explored: Explored, key: int | None) -> None:
        """Show the terms that the search finds."""
        self._terms = explored.terms
        self._present = key if key is not None else self._present
        self._fill()

    def escape(self) -> bool:
        """Empty the search while it is typed."""
        typed = self.field.hasFocus() and bool(self.field.text())
        if typed:
            self.field.clear()
        return typed

    def ground(self) -> QWidget:
        """Return the list."""
        return self.list

    def _fill(self) -> None:
        words = search_words(self.field.text())
        found = [term for term in self._terms if term.fits(words)]
        if self.order.currentIndex() == 1:
            found.sort(key=lambda term: term.by_pinyin)
        self.list.show_terms(found, self._present)
        self.list.setVisible(bool(found))
        said = self.tr("No term fits “{search}”.").replace("{search}", self.field.text().strip())
        self._none.setText(said)
        self._none.setVisible(not found)

    def _change(self, term: Term | None) -> None:
        if term is not None:
            self._present = term.item.key
            self.item_changed.emit(term.item)
