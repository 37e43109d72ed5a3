"""The details of the present item: what its note says, its cards, and the passages it rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nqpf_study.study.explore import Item
from nqpf_study.study.knowing import Stage
from nqpf_study.study.lookup import LookedUp
from nqpf_study.study.ports import StoredCard
from nqpf_study.ui.browse.rows import due, face, state
from nqpf_study.ui.explore.flow import Flow
from nqpf_study.ui.explore.marks import Mark
from nqpf_study.ui.explore.telling import Told, told
from nqpf_study.ui.explore.words import known_at_length
from nqpf_study.ui.icons import icon
from nqpf_study.ui.reader.citation import written_out
from nqpf_study.ui.reader.controls import quiet, tool
from nqpf_study.ui.reader.excerpts import gathered, reach_for
from nqpf_study.ui.reader.passage_view import PassageView
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.text import CardText, Line, Text
from nqpf_study.ui.words import counted

_LEAST = 280
"""The width that the details have at least, in px; more where the buttons' words are larger."""


class Details(QFrame):
    """Shows one item; its passages follow as soon as they are found."""

    source_requested = Signal(str, object)
    """Open a source (its id) at a Passage in the reader."""

    browse_requested = Signal(str)
    """Show what this search finds."""

    study_requested = Signal(object)
    """Study these decks: a list of deck ids."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Details"))
        self.item: Item | None = None
        self.pinyin = True
        self._shown: tuple[Item, int] | None = None
        self.passages: tuple[LookedUp, ...] = ()
        self._below = QVBoxLayout()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.closed)

    def show_item(self, item: Item, today: int) -> bool:
        """Show an item as it is on study day `today`; tell whether it was not shown so already."""
        if self._shown == (item, today):
            return False
        same = self.item is not None and self.item.key == item.key
        at = self.area.verticalScrollBar().value() if same else 0
        self.item, self._shown = item, (item, today)
        self.passages = ()
        note = told(item.note)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, STEP, GAP, GAP)
        column.setSpacing(STEP)
        self._head(column, item, note)
        self._say(column, item, note)
        column.addSpacing(HALF)
        column.addWidget(Line())
        self._list_cards(column, item, today)
        self._below = QVBoxLayout()
        self._below.setSpacing(STEP + HALF)
        column.addLayout(self._below)
        column.addStretch()
        self.area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        self._widen()
        self.area.verticalScrollBar().setValue(at)
        return True

    def show_passages(self, looked_up: tuple[LookedUp, ...]) -> None:
        """Show the passages that the item rests on, those that were found first."""
        self.passages = looked_up
        self._below.addWidget(Line())
        count = len(looked_up)
        one, many = self.tr("1 passage"), self.tr("{n} passages")
        said = counted(count, one, many) if count else self.tr("This note names no passage.")
        self._below.addWidget(_heading(said))
        for group in gathered(looked_up):
            view = PassageView(group, reach_for(looked_up))
            view.source_requested.connect(self.source_requested)
            self._below.addWidget(view)
        self._widen()

    def take_focus(self) -> None:
        """Put the focus onto the button that closes the details."""
        self._close.setFocus()

    # --- parts --------------------------------------------------------------------------------

    def _head(self, column: QVBoxLayout, item: Item, note: Told) -> None:
        close = self._close = tool("x", self.tr("Close the details (Esc)"))
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        what = Text(note.what[:1].upper() + note.what[1:], "small", wrap=True)
        row.addWidget(what, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        name = CardText(note.name, "heading")
        column.addWidget(name)
        if note.chinese:
            chinese = QVBoxLayout()
            chinese.setSpacing(0)
            chinese.addWidget(CardText(note.chinese, "answer"))
            if note.pinyin and self.pinyin:
                chinese.addWidget(Text(note.pinyin, "reading", wrap=True))
            column.addLayout(chinese)
        known = QHBoxLayout()
        known.setSpacing(STEP)
        known.addWidget(Mark(item.knowing), 0, Qt.AlignmentFlag.AlignTop)
        known.addWidget(Text(known_at_length(item.knowing), "small", wrap=True), 1)
        column.addLayout(known)

    def _say(self, column: QVBoxLayout, item: Item, note: Told) -> None:
        if note.question:
            column.addWidget(CardText(note.question, "muted"))
        if note.text:
            column.addWidget(CardText(note.text, "lead"))
        for member in note.members:
            column.addLayout(_point(member))
        if note.also:
            column.addWidget(CardText(self.tr("Also: {wordings}").format(wordings=_joined(note))))
        for said in (item.note.remark, item.note.derived, item.note.text("chinese_derived")):
            if said:
                column.addWidget(CardText(said, "muted"))
        if item.note.as_of:
            date = written_out(item.note.as_of)
            column.addWidget(Text(self.tr("As of {date}").format(date=date), "small"))

    def _list_cards(self, column: QVBoxLayout, item: Item, today: int) -> None:
        one, many = self.tr("1 card"), self.tr("{n} cards")
        column.addWidget(_heading(counted(len(item.cards), one, many)))
        for card in item.cards:
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(CardText(face(card).question))
            pair.addWidget(Text(self._standing(card, today), "small", wrap=True))
            column.addLayout(pair)
        deck = Text(item.deck_title, "small", wrap=True)
        deck.setAccessibleName(self.tr("Deck {title}").format(title=item.deck_title))
        column.addWidget(deck)
        acts = Flow(spacing=STEP)
        browse = quiet(QPushButton(icon("search"), self.tr("Show cards")))
        browse.setAccessibleDescription(self.tr("Shows the cards of this note in the browser"))
        browse.clicked.connect(lambda: self.browse_requested.emit(item.search))
        acts.addWidget(browse)
        if item.knowing.stage is not Stage.SUSPENDED:
            study = quiet(QPushButton(icon("graduation-cap"), self.tr("Study the deck")))
            study.setAccessibleName(self.tr("Study the deck {deck}").format(deck=item.deck_title))
            study.clicked.connect(lambda: self.study_requested.emit([item.deck]))
            acts.addWidget(study)
        column.addLayout(acts)

    def _standing(self, card: StoredCard, today: int) -> str:
        """Say where a card stands and when it is due."""
        when = due(card, today)
        said = self.tr("due {when}").format(when=when) if when else ""
        return " · ".join(filter(None, (state(card, today), said)))

    def _widen(self) -> None:
        """Never be narrower than what stands inside."""
        inside = self.area.widget()
        bar = self.area.verticalScrollBar().sizeHint().width()
        if inside is not None:
            self.setMinimumWidth(max(_LEAST, inside.minimumSizeHint().width() + bar))


def _point(member: str) -> QHBoxLayout:
    """Return a line of a list: its words stand beside the point, not below it."""
    row = QHBoxLayout()
    row.setSpacing(STEP)
    row.addWidget(CardText("•", "muted"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(CardText(member), 1)
    return row


def _heading(said: str) -> Text:
    return Text(said, "strong", wrap=True)


def _joined(note: Told) -> str:
    return "; ".join(note.also)
