"""The cards of a deck file, note by note, as students will see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.deck import Note
from nqpf_study.domain.errors import Problem
from nqpf_study.domain.kinds import Card, cards_of
from nqpf_study.study.lookup import LookedUp
from nqpf_study.ui.accessible_items import expose
from nqpf_study.ui.language import told
from nqpf_study.ui.reader.citation import written_out
from nqpf_study.ui.reader.controls import tool
from nqpf_study.ui.reader.pane import SourcePane
from nqpf_study.ui.reader.turning_split import TurningSplit
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, ROOM, STEP
from nqpf_study.ui.widgets.text import CardText, Line, Text

_BESIDE, _PANE_WIDTH = 700, 300
NOWHERE: Mapping[str, int] = MappingProxyType({})
NO_TROUBLES: Mapping[str, Sequence[Problem]] = MappingProxyType({})

_READING = " · "
"""What stands between Chinese and its pinyin in an answer."""


class CardsPanel(QWidget):
    """Shows one note's cards, and beside them the passages that they rest on."""

    note_changed = Signal(object)
    """Another note shows, or the same with other words (a Note, None for none)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: Sequence[Note] = ()
        self._at = 0
        self._lines = NOWHERE
        self._troubles = NO_TROUBLES
        self._shown: Note | None = None
        self.back = tool("chevron-left", self.tr("Previous note (Alt+Left)"))
        self.on = tool("chevron-right", self.tr("Next note (Alt+Right)"))
        self.back.clicked.connect(lambda: self.go(self._at - 1))
        self.on.clicked.connect(lambda: self.go(self._at + 1))
        for keys, button in (("Alt+Left", self.back), ("Alt+Right", self.on)):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        self._ids = QStringListModel(self)  # quicker than items, where there are thousands
        self.chooser = QComboBox()
        self.chooser.setModel(self._ids)
        self.chooser.setEditable(True)
        self.chooser.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.chooser.setMinimumContentsLength(12)
        self.chooser.setAccessibleName(self.tr("Note"))
        completer = QCompleter(self._ids, self.chooser)
        self.chooser.setCompleter(completer)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.chooser.activated.connect(self.go)
        self.place = Text("", "muted")
        head = QHBoxLayout()
        head.setSpacing(STEP)
        for part in (self.back, self.on):
            head.addWidget(part)
        head.addWidget(self.chooser, 1)
        head.addWidget(self.place)
        self.faces = QScrollArea()
        self.faces.setWidgetResizable(True)
        self.faces.setFrameShape(QFrame.Shape.NoFrame)
        self.faces.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        expose(self.faces, QAccessible.Role.Grouping)
        self.faces.setAccessibleName(self.tr("Cards of the note"))
        self.pane = SourcePane()
        split = TurningSplit(self.faces, self.pane, beside_from=_BESIDE, width=_PANE_WIDTH)
        self.troubles = Text("", "hint", wrap=True)
        self.troubles.hide()
        self.notice = Text("", "hint", wrap=True)
        self.notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.notice)
        column.addLayout(head)
        column.addWidget(self.troubles)
        column.addWidget(split, 1)

    @property
    def notes(self) -> Sequence[Note]:
        """Return all that can be shown."""
        return self._notes

    @property
    def note(self) -> Note | None:
        """Return the note that shows."""
        return self._shown

    def show_notes(
        self,
        notes: Sequence[Note],
        notice: str = "",
        lines: Mapping[str, int] = NOWHERE,
        troubles: Mapping[str, Sequence[Problem]] = NO_TROUBLES,
    ) -> None:
        """Show a file's notes: the one that showed before if it is there, else one near it.

        `notice` tells why they may not be the file's of now, `lines` where each note stands, and
        `troubles` what is wrong with it, both by its id.
        """
        self._lines, self._troubles = lines, troubles
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))
        ids = [note.id for note in notes]
        if ids != [note.id for note in self._notes]:
            with QSignalBlocker(self.chooser):
                self._ids.setStringList(ids)
        self._notes = notes
        self.pane.setVisible(bool(notes))
        here = self._shown.id if self._shown is not None else ""
        self.go(ids.index(here) if here in ids else min(self._at, len(ids) - 1))

    def go_to(self, note_id: str) -> bool:
        """Show the note of this id; tell whether there is one."""
        at = next((at for at, note in enumerate(self._notes) if note.id == note_id), None)
        if at is not None:
            self.go(at)
        return at is not None

    def go(self, at: int) -> None:
        """Show the note at a place, counted from 0; one that isn't there leaves none."""
        note = self._notes[at] if 0 <= at < len(self._notes) else None
        self._at = max(0, at)
        with QSignalBlocker(self.chooser):
            self.chooser.setCurrentIndex(at)
        self.back.setEnabled(at > 0)
        self.on.setEnabled(at + 1 < len(self._notes))
        said = self.tr("{at} of {all}") if self._notes else self.tr("No notes")
        said = said.replace("{at}", f"{at + 1:,}").replace("{all}", f"{len(self._notes):,}")
        line = self._lines.get(note.id) if note is not None else None
        if line is not None:
            said = f"{said} · {self._line(line)}"
        self.place.setText(said)
        troubles = self._troubles.get(note.id, ()) if note is not None else ()
        self.troubles.setText(
            "\n".join(f"{self._line(one.line)}: {told(one.message)}" for one in troubles)
        )
        self.troubles.setVisible(bool(troubles))
        if note == self._shown:
            return
        same = note is not None and self._shown is not None and note.id == self._shown.id
        self._shown = note
        self._fill(note, self.faces.verticalScrollBar().value() if same else 0)
        self.note_changed.emit(note)

    def _line(self, number: int) -> str:
        return self.tr("line {n}").replace("{n}", str(number))

    def show_passages(self, passages: tuple[LookedUp, ...]) -> None:
        """Show the passages of the note that shows."""
        self.pane.show_passages(passages)

    def _fill(self, note: Note | None, scrolled: int) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, STEP, 0)
        column.setSpacing(STEP)
        cards = cards_of(note) if note is not None else ()
        for number, card in enumerate(cards, 1):
            if len(cards) > 1:
                said = self.tr("Card {n} of {all}")
                said = said.replace("{n}", str(number)).replace("{all}", str(len(cards)))
                column.addWidget(Text(said, "small"))
            column.addWidget(_Face(card))
        if note is not None:
            for said in self._behind(note):
                column.addWidget(CardText(said, "muted"))
            if note.tags:
                column.addWidget(Text(" ".join(f"#{tag}" for tag in note.tags), "small", wrap=True))
        column.addStretch(1)
        self.faces.setWidget(inside)
        inside.setAutoFillBackground(False)
        inside.adjustSize()
        self.faces.verticalScrollBar().setValue(scrolled)

    def _behind(self, note: Note) -> list[str]:
        """Return what is said behind the answers."""
        said = [note.remark]
        if note.derived:
            said.append(self.tr("How it follows: {derived}").replace("{derived}", note.derived))
        if note.as_of:
            said.append(self.tr("As of {date}").replace("{date}", written_out(note.as_of)))
        if note.distractors:
            wrong = "; ".join(note.distractors)
            said.append(self.tr("Wrong answers: {answers}").replace("{answers}", wrong))
        return [text for text in said if text]


class _Face(QFrame):
    """A card: its question, and below a line its answer."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setAccessibleName(card.question)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, GAP, ROOM, GAP)
        column.setSpacing(STEP)
        question = CardText(card.question, "heading")
        column.addWidget(question)
        column.addWidget(Line())
        if card.members:
            for number, member in enumerate(card.members, 1):
                mark = f"{number}." if card.ordered else "•"
                column.addWidget(CardText(f"{mark} {member}", "lead"))
            return
        answer, _, reading = (
            card.answer.partition(_READING) if card.name == "chinese" else (card.answer, "", "")
        )
        column.addWidget(CardText(answer, "lead"))
        if reading:
            column.addWidget(Text(reading, "muted", wrap=True))
