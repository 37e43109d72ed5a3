"""The cards that rest on a passage, beside the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.kinds import cards_of
from nqpf_study.study.lookup import Lost
from nqpf_study.study.ports import StoredCard
from nqpf_study.ui.icons import icon
from nqpf_study.ui.reader.controls import quiet, tool
from nqpf_study.ui.reader.model import search_for
from nqpf_study.ui.slices import Slices
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.text import CardText, Line, Text
from nqpf_study.ui.words import counted

AT_ONCE = 2
"""Notes that are added in a turn; more come as the list is scrolled."""


class CardsPanel(QFrame):
    """Lists notes with the question and answer of each of their cards, and what to do next."""

    study_requested = Signal(object)
    """Study these decks: a list of deck ids."""

    browse_requested = Signal(str)
    """Show what this search finds."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Cards on the passage"))
        self._heading = Text("", "heading")
        close = tool("x", self.tr("Close the list of cards (Esc)"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(GAP, STEP, STEP, 0)
        head.addWidget(self._heading, 1)
        head.addWidget(close)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)
        self._notes: Iterator[QWidget] = iter(())
        self._filling = False
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    def show_cards(self, cards: Sequence[StoredCard]) -> None:
        """List the notes behind these cards."""
        count = sum(len(cards_of(card.note)) for card in cards)
        one, many = self.tr("1 card on this passage"), self.tr("{n} cards on this passage")
        self._heading.setText(counted(count, one, many))
        self._fill(self._note(card) for card in cards)

    def show_lost(self, lost: Iterable[Lost], cards: Iterable[StoredCard]) -> None:
        """List the notes whose quotation is not found, with the quotation and what is amiss.

        `cards` are those of the lost; one that isn't among them is out of use by now.
        """
        known = {card.key: card for card in cards}
        self._heading.setText(self.tr("Quotations that are not found here"))
        self._fill(self._note(known[each.card], each) for each in lost if each.card in known)

    def _fill(self, notes: Iterator[QWidget]) -> None:
        self._inside = inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(STEP, 0, STEP, GAP)
        self._column.setSpacing(GAP)
        self._column.addStretch()
        self._notes = notes
        if self.isVisible():
            self._add_some()  # without an empty list in between
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._scroll.verticalScrollBar().setValue(0)
        self._fill_up()

    def _fill_up(self) -> None:
        """Add notes below until there are some beyond what shows, or none are left."""
        self._filling = True
        Slices(self._inside, self._add_notes())

    def _add_notes(self) -> Iterator[None]:
        while self._ends_soon() and self._add_some():
            yield
        self._filling = False

    def _add_some(self) -> bool:
        """Add the next notes below, and tell whether there were any."""
        some = list(islice(self._notes, AT_ONCE))
        for note in some:
            if self._column.count() > 1:
                self._column.insertWidget(self._column.count() - 1, Line())
            self._column.insertWidget(self._column.count() - 1, note)
        return bool(some)

    def _ends_soon(self) -> bool:
        """Tell whether the last ones show, or nearly."""
        bar = self._scroll.verticalScrollBar()
        return bar.value() + 2 * bar.pageStep() >= bar.maximum()

    def _follow(self) -> None:
        """Add notes as the list is scrolled."""
        if self._ends_soon() and not self._filling:
            self._fill_up()

    def _note(self, card: StoredCard, lost: Lost | None = None) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP + HALF)
        if lost is not None:
            column.addLayout(self._pair(self._amiss(lost), f"“{lost.passage.exact.strip()}”"))
        for face in cards_of(card.note):
            column.addLayout(self._pair(face.question, face.answer))
        deck = Text(card.deck_title, "small", wrap=True)
        deck.setContentsMargins(STEP, 0, STEP, 0)
        column.addWidget(deck)
        column.addLayout(self._actions(card))
        return made

    def _pair(self, question: str, answer: str) -> QVBoxLayout:
        pair = QVBoxLayout()
        pair.setSpacing(HALF)
        pair.setContentsMargins(STEP, 0, STEP, 0)
        pair.addWidget(CardText(question, "strong"))
        pair.addWidget(CardText(answer))
        return pair

    def _amiss(self, lost: Lost) -> str:
        if lost.copies:
            return self.tr("Stands in the source {times} times:").format(times=lost.copies)
        return self.tr("No longer in the source:")

    def _actions(self, card: StoredCard) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.setContentsMargins(0, 0, 0, 0)
        browse = quiet(QPushButton(icon("search"), self.tr("Browse")))
        browse.setAccessibleName(self.tr("Show these cards in the browser"))
        browse.clicked.connect(lambda: self.browse_requested.emit(search_for(card)))
        study = quiet(QPushButton(icon("graduation-cap"), self.tr("Study the deck")))
        study.setAccessibleName(self.tr("Study the deck {deck}").format(deck=card.deck_title))
        study.clicked.connect(lambda: self.study_requested.emit([card.id.deck]))
        row.addWidget(study)
        row.addWidget(browse)
        row.addStretch()
        return row
