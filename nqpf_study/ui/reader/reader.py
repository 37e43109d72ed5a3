"""The reader: a source's text, its passages, and the cards on them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nqpf_study.domain.passage import Passage
from nqpf_study.study.ports import StoredCard
from nqpf_study.ui.accessible import announce
from nqpf_study.ui.reader.cards_panel import CardsPanel
from nqpf_study.ui.reader.coverage_bar import CoverageBar
from nqpf_study.ui.reader.find_bar import FindBar
from nqpf_study.ui.reader.head import ReaderHead
from nqpf_study.ui.reader.model import Reading
from nqpf_study.ui.reader.notice import Notice
from nqpf_study.ui.reader.source_text import SourceText
from nqpf_study.ui.reader.turning_split import TurningSplit
from nqpf_study.ui.widgets.text import Line
from nqpf_study.ui.words import counted

_SIDE_BY_SIDE = 860
"""From this width on, in px, the cards stand beside the text, else below it."""

_CARDS_WIDTH = 320

_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
_HERE = Qt.ShortcutContext.WidgetShortcut


class Reader(QWidget):
    """Reads one source. N and P go from passage to passage, Enter lists the cards on one.

    U marks what no card rests on; Shift with N and P then go from one such sentence to the next.
    """

    study_requested = Signal(object)
    browse_requested = Signal(str)
    cards_asked = Signal(object)
    """Cards are to be shown: their keys, for `show_cards` to be called with them."""

    back = Signal()
    """The learner wants the list of sources."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._lost_asked = False
        self.head = ReaderHead()
        self.notice = Notice()
        self.coverage = CoverageBar()
        self.text = SourceText()
        self.find_bar = FindBar()
        self.cards = CardsPanel()
        self.split = TurningSplit(
            self.text, self.cards, beside_from=_SIDE_BY_SIDE, width=_CARDS_WIDTH
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.coverage, Line(), self.notice, self.split, self.find_bar):
            column.addWidget(part, 1 if part is self.split else 0)
        for hidden in (self.notice, self.find_bar, self.cards):
            hidden.hide()
        self._connect()

    def _connect(self) -> None:
        self.head.back.connect(self.back)
        self.head.previous.connect(lambda: self.step(-1))
        self.head.next.connect(lambda: self.step(1))
        self.head.find_asked.connect(self.open_find)
        self.head.copy.connect(self.copy_quotation)
        self.coverage.toggled.connect(self._mark_bare)
        self.coverage.previous.connect(lambda: self.step_bare(-1))
        self.coverage.next.connect(lambda: self.step_bare(1))
        self.text.place_chosen.connect(self._choose)
        self.text.selectionChanged.connect(self._tell_copy)
        self.find_bar.typed.connect(self._search)
        self.find_bar.hit_chosen.connect(self.text.select)
        self.find_bar.closed.connect(self._close_find)
        self.cards.closed.connect(self._close_cards)
        self.cards.study_requested.connect(self.study_requested)
        self.cards.browse_requested.connect(self.browse_requested)
        self.notice.asked.connect(self._list_lost)
        copy = QAction(self.tr("Copy with citation"), self.text)
        copy.setShortcut(QKeySequence("Ctrl+Shift+C"))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy_quotation)
        self.text.addAction(copy)
        for keys, act in (
            ("N", lambda: self.step(1)),
            ("P", lambda: self.step(-1)),
            ("U", self.coverage.toggle),
            ("Shift+N", lambda: self.step_bare(1)),
            ("Shift+P", lambda: self.step_bare(-1)),
            ("Esc", self._leave),
            ("Alt+Left", self.back.emit),
        ):
            made = QShortcut(QKeySequence(keys), self, context=_WITHIN)
            made.activated.connect(act)
        for keys in ("Return", "Enter"):
            made = QShortcut(QKeySequence(keys), self.text, context=_HERE)
            made.activated.connect(self._list_cards)

    # --- what is shown ------------------------------------------------------------------------

    def forget(self) -> None:
        """Begin the next source from its beginning, even where it is the one on the screen."""
        self._reading = None

    def show_reading(self, reading: Reading) -> None:
        """Show a source from its beginning; one that is open already keeps its place."""
        before, self._reading = self._reading, reading
        self.head.show_source(reading.source)
        if before is not None and before.source.id == reading.source.id:
            self._renew(before, reading)
        else:
            self.cards.hide()
            self.find_bar.hide()
            self.text.show_reading(reading)
            self.text.verticalScrollBar().setValue(0)
            self.text.setFocus()
        self._tell_lost()
        self._tell_place()
        self.coverage.show_counts(reading.sentences, len(reading.bare))

    def _renew(self, before: Reading, reading: Reading) -> None:
        place = self.text.place
        self.text.show_reading(reading)
        if place is not None:
            kept = reading.place_of(before.places[place].passages[0])
            self.text.show_place(kept, scroll=False)
        if self.text.place is None:
            self.cards.hide()
        elif not self.cards.isHidden():
            self._list_cards()
        if not self.find_bar.isHidden():
            self.text.show_hits(reading.find(self.find_bar.field.text()))

    def show_passage(self, passage: Passage) -> None:
        """Mark a passage strongly and scroll to it, or say why it can't be shown."""
        if self._reading is None:
            return
        place = self._reading.place_of(passage)
        if place is not None:
            self._go_to(place)
            return
        lost = [each for each in self._reading.lost if each.passage == passage]
        copies = lost[0].copies if lost else 0
        if copies:
            said = self.tr(
                "The passage “{words}” stands in this source {times} times, and the card doesn't"
                " say which place it means."
            )
        else:
            said = self.tr("The passage “{words}” is no longer in this source.")
        said = said.format(words=" ".join(passage.exact.split()), times=copies)
        self.notice.say(said, more=bool(self._reading.lost))

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) passage, from the present one or what shows."""
        reading = self._reading
        if reading is None or not reading.places:
            return
        place = self.text.place
        if place is not None:
            self._go_to((place + by) % len(reading.places))
            return
        here = self.text.first_visible()
        found = reading.next_place(here) if by > 0 else reading.previous_place(here)
        if found is not None:
            self._go_to(found)

    def step_bare(self, by: int) -> None:
        """Select the next (1) or previous (-1) sentence that no card rests on, and mark them all.

        It is sought from the selection on, or from what shows.
        """
        reading = self._reading
        if reading is None or not reading.bare:
            return
        self.coverage.toggle(on=True)
        cursor, top = self.text.textCursor(), self.text.first_visible()
        if by > 0:
            found = reading.next_bare(cursor.selectionEnd() if cursor.hasSelection() else top)
        else:
            found = reading.previous_bare(cursor.selectionStart() if cursor.hasSelection() else top)
        if found is not None:
            self.text.select(*reading.text.units(reading.bare[found]))
            self.coverage.show_place(found)
            announce(self.text, f"{self.coverage.place.text()}: {self.text.quotation()}")

    def open_find(self) -> None:
        """Open the search in this text."""
        self.find_bar.show()
        self.find_bar.field.setFocus()
        self.find_bar.field.selectAll()
        self._search(self.find_bar.field.text())

    def show_cards(self, cards: Sequence[StoredCard]) -> None:
        """List the cards that were asked for."""
        if self._reading is not None and self._lost_asked:
            self.cards.show_lost(self._reading.lost, cards)
        else:
            self.cards.show_cards(cards)
        if self.cards.isHidden():
            self.cards.show()
            self.split.arrange()

    def copy_quotation(self) -> None:
        """Copy the selection or the present passage, with its citation."""
        if quotation := self.text.quotation():
            QGuiApplication.clipboard().setText(quotation)

    # --- within -------------------------------------------------------------------------------

    def _go_to(self, place: int) -> None:
        self.text.show_place(place)
        if not self.cards.isHidden():
            self._list_cards()
        self._tell_place()
        announce(self.text, f"{self.head.place.text()}: {self.text.quotation()}")

    def _choose(self, place: int) -> None:
        self.text.show_place(place)
        self._list_cards()
        self._tell_place()

    def _list_cards(self) -> None:
        if self._reading is not None and self.text.place is not None:
            self._lost_asked = False
            self.cards_asked.emit(self._reading.cards_on(self.text.place))

    def _list_lost(self) -> None:
        if self._reading is not None:
            self._lost_asked = True
            self.cards_asked.emit([lost.card for lost in self._reading.lost])

    def _close_cards(self) -> None:
        self.cards.hide()
        self.text.setFocus()

    def _mark_bare(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.text.show_bare(shown=shown)
        if shown:
            announce(self.text, self.coverage.place.text())

    def _search(self, words: str) -> None:
        if self._reading is not None:
            hits = self._reading.find(words)
            self.text.show_hits(hits)
            self.find_bar.show_hits(hits, self.text.first_visible())

    def _close_find(self) -> None:
        self.find_bar.hide()
        self.text.show_hits(())
        self.text.setFocus()

    def _leave(self) -> None:
        if not self.find_bar.isHidden():
            self._close_find()
        elif not self.cards.isHidden():
            self._close_cards()
        else:
            self.back.emit()

    def _tell_place(self) -> None:
        if self._reading is not None:
            self.head.show_place(self.text.place, len(self._reading.places))
        self._tell_copy()

    def _tell_copy(self) -> None:
        self.head.may_copy(something=bool(self.text.quotation()))

    def _tell_lost(self) -> None:
        reading = self._reading
        if reading is None:
            return
        if reading.raw is None:
            said = self.tr(
                "The file of this source is missing: its cards can be studied all the same."
            )
        elif reading.lost:
            one = self.tr("1 quotation of a card is not found in this text.")
            many = self.tr("{n} quotations of cards are not found in this text.")
            said = counted(len(reading.lost), one, many)
        else:
            said = ""
        self.notice.say(said, more=bool(reading.lost))
