"""The help page: how it works, in a screen's worth of words, and the keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nqpf_study.ui.accessible_items import expose
from nqpf_study.ui.native_keys import native
from nqpf_study.ui.pages import Page
from nqpf_study.ui.session.keys import keys_table
from nqpf_study.ui.slices import Slices
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, ROOM, STEP, WIDE
from nqpf_study.ui.widgets.text import CardText, Text

if TYPE_CHECKING:
    from nqpf_study.app import Study

WIDEST = 760

_AT_ONCE = 5
"""Parts that a window shows; those below are written while it is looked at."""


class HelpPage(Page):
    """Says what one needs to know; nothing here asks to be read first."""

    guide_asked = Signal()
    """Show the page for teachers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        self._down = QVBoxLayout(column)
        self._down.setContentsMargins(WIDE, WIDE, WIDE, ROOM)
        self._down.setSpacing(STEP)
        self._down.addWidget(Text(self.title, "display"))
        self._down.addStretch(1)
        self.guide = QPushButton(self.tr("How to write decks"), column)
        self.guide.hide()
        set_role(self.guide, "link")
        self.guide.clicked.connect(self.guide_asked)
        rest = self._write()
        next(rest)
        Slices(self, rest)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        expose(scroll, QAccessible.Role.Document)
        scroll.setAccessibleName(self.title)
        set_role(scroll, "text")
        ground = QWidget()
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(column, 1000)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        whole.activate()  # so that the text is set in its own width at once
        scroll.setWidget(ground)
        self.setFocusProxy(scroll)

    @property
    def title(self) -> str:
        """Return the page's name, translated."""
        return self.tr("Help")

    def refresh(self, study: Study) -> None:
        """Nothing here depends on the collection."""

    def _write(self) -> Iterator[None]:
        """Write the page: first as much as a window shows, then by and by what is below."""
        for number, (heading, text) in enumerate(self._parts(), 1):
            self._add_heading(heading)
            self._add(CardText(native(text), "lead"))
            if number >= _AT_ONCE and number % 2:
                yield
        self._add(self.guide, Qt.AlignmentFlag.AlignLeft)
        self.guide.show()
        yield
        self._add_heading(self.tr("Keys of a session"))
        panel = QFrame()
        set_role(panel, "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(GAP, GAP, GAP, GAP)
        inside.addLayout(keys_table())
        self._add(panel)

    def _add_heading(self, heading: str) -> None:
        self._down.insertSpacing(self._down.count() - 1, GAP)
        self._add(Text(heading, "title"))

    def _add(self, part: QWidget, alignment: Qt.AlignmentFlag | None = None) -> None:
        """Put a part below the others, above the stretch."""
        self._down.insertWidget(self._down.count() - 1, part, 0, alignment or Qt.AlignmentFlag(0))

    def _parts(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("Studying"),
                self.tr(
                    "Press Enter on the Study page. Read the question, answer it in your head, and "
                    "press Space to see the answer. Then say how it went: Again if you did not "
                    "know it, Hard if it took effort, Good if you knew it, Easy if it was no "
                    "effort at all. The card comes back when you are about to forget it."
                ),
            ),
            (
                self.tr("Where it is written"),
                self.tr(
                    "Every card rests on a passage of a source. S shows it beside the card. Shown "
                    "before the answer it is a hint, and the card can then be graded Hard at best."
                ),
            ),
            (
                self.tr("A wrong key"),
                self.tr(
                    "Z undoes the last grade, also after the last card and after a restart; "
                    "Shift+Z redoes it. Wherever you are, Ctrl+Z undoes what was done last, be it "
                    "a tag, an edit, an import or the removal of a deck, and Ctrl+Shift+Z redoes "
                    "it: the Edit menu names it. Each grade is saved at once, so you can stop at "
                    "any time."
                ),
            ),
            (
                self.tr("Ways of asking"),
                self.tr(
                    "Cards can be asked from memory, by choice, by typing, as a list, in order or "
                    "as pairs. Choose on the Study page, in the settings or in a session's menu. "
                    "Your answer is judged, the reason is said and a rating is marked: Space takes "
                    "it, 1 to 4 give another. While you write, letters are letters: hold Ctrl for "
                    "S, B and I, and press Ctrl+D if you don't know."
                ),
            ),
            (
                self.tr("Finding cards"),
                self.tr(
                    "Browse finds cards as you type, also with or and not: (green or blue) "
                    "-tag:exam. Ways to go on are listed below the field: Down chooses, Enter "
                    "takes; Filters tells how to search. The menu with the bookmark has useful "
                    "searches, and keeps your own under a name: Ctrl+S. A right click on the "
                    "titles chooses the columns; drag them, or their edges."
                ),
            ),
            (
                self.tr("Flags and tags"),
                self.tr(
                    "F flags a card, in a session and in Browse, so that you find it again: search "
                    "for is:flagged. In Browse, T puts tags of your own on the notes of the chosen "
                    "cards; tag:exam finds them, and a practice test can be about them. Flags and "
                    "tags stay when a deck is updated, and leave with an export to Anki."
                ),
            ),
            (
                self.tr("Practice tests"),
                self.tr(
                    "Practice test in the File menu asks questions from the decks and tags that "
                    "you choose, says how each theme went and shows where the missed answers "
                    "stand. Your schedule stays as it is. It can be printed, also as a paper "
                    "with its key; so can a whole deck, from its menu on the Study page."
                ),
            ),
            (
                self.tr("Breaks and exams"),
                self.tr(
                    "After a break the Study page says what has waited, and offers to spread it "
                    "over days; nothing is rescheduled, and you can undo the choice. The menu "
                    "of a deck has its exam date, with what that costs a day. Study ahead asks the "
                    "cards of the next days, and counts. Practise without grading goes over cards "
                    "until you know each, and counts for nothing."
                ),
            ),
            (
                self.tr("Your own memory"),
                self.tr(
                    "A deck's limits show what each desired retention costs: choose by looking. "
                    "After some hundred reviews the scheduler fits itself to how you forget; Fit "
                    "to my memory (Edit menu) tells how, and can stop it. Progress lists cards "
                    "that keep slipping, and what they are confused with; in Browse, is:leech "
                    "finds them. Merge another collection (File menu) "
                    "brings in what you studied on another machine."
                ),
            ),
            (
                self.tr("The whole picture"),
                self.tr(
                    "Explore shows what the decks say as a whole: measures, timeline, provinces "
                    "and glossary, each entry with how well you know it. Enter opens its details, "
                    "its cards and its passage. On the timeline + and - zoom, the arrows up and "
                    "down pan, left and right go from event to event."
                ),
            ),
            (
                self.tr("Your own decks"),
                self.tr(
                    "A deck is a text file (YAML). Open one from the File menu or drop it on the "
                    "window: you see what it would change, and every problem with its line, before "
                    "anything is imported. Progress is kept when a deck is updated. New deck file "
                    "in the File menu writes one for you to start from. Pack a deck to share makes "
                    "one file of a deck and its texts, which is opened in the same way."
                ),
            ),
        ]
