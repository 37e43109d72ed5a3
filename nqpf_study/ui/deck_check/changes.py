"""What importing a deck file would change for a student who has the deck, with the words."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.deck import Member, Note
from nqpf_study.ui.editing.words import label
from nqpf_study.ui.importing.model import Group, ImportPlan, NotesModel, notes_table
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import HALF, STEP, scaled
from nqpf_study.ui.widgets.text import CardText, Text

_TABLE_HEIGHT = 112
_MOST = 6
"""So many texts of a note that differ are told."""


class ChangesPanel(QScrollArea):
    """Says what an import comes to, and lists the notes behind each count."""

    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: Mapping[str, Note] = {}
        self._group = ""
        self.headline = Text("", "heading", wrap=True)
        self.explanation = Text("", wrap=True)
        self.import_button = QPushButton(self.tr("Import now"))
        self.import_button.setAutoDefault(False)
        set_role(self.import_button, "primary")
        self.import_button.clicked.connect(self.import_asked)
        self.meaning = Text("", "muted", wrap=True)
        self.model = NotesModel()
        self.table: QTableView = notes_table(self.model)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        self.words = CardText("", "")
        self.choices = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(STEP)
        said = QVBoxLayout()
        said.setSpacing(HALF)
        said.addWidget(self.headline)
        said.addWidget(self.explanation)
        top = QHBoxLayout()
        top.setSpacing(STEP)
        top.addLayout(said, 1)
        top.addWidget(self.import_button)
        inside = QWidget()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.table.setMinimumHeight(scaled(_TABLE_HEIGHT, text_scale()))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(top)
        column.addLayout(self._row)
        column.addWidget(self.meaning)
        column.addWidget(self.table, 1)
        column.addWidget(self.words)
        column.addStretch(0)

    def show_plan(self, plan: ImportPlan, before: Mapping[str, Note]) -> None:
        """Show what would be done; what was looked at stays so where there is still any of it."""
        self._before = before
        self.headline.setText(plan.headline())
        self.explanation.setText(plan.explanation())
        self.import_button.setVisible(plan.importable)
        for button in self.choices.buttons():
            self.choices.removeButton(button)
            button.deleteLater()
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
        for group in plan.groups:
            button = QPushButton(group.title)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # what readers call it follows from that
            button.setAutoDefault(False)
            set_role(button, "flat")
            button.clicked.connect(lambda _=False, group=group: self._show(group))
            self.choices.addButton(button)
            self._row.addWidget(button)
        self._row.addStretch(1)
        stops = [self.import_button, *self.choices.buttons(), self.table]
        for before_it, stop in pairwise(stops):
            QWidget.setTabOrder(before_it, stop)  # as read: these buttons are the newest
        there = bool(plan.groups)
        for part in (self.meaning, self.table):
            part.setVisible(there)
        self.words.hide()
        if there:
            at = next((n for n, group in enumerate(plan.groups) if group.meaning == self._group), 0)
            self.choices.buttons()[at].setChecked(True)
            self._show(plan.groups[at])

    def _show(self, group: Group) -> None:
        note = self.model.note(self.table.currentIndex().row())
        here = note.id if note is not None else ""
        self._group = group.meaning
        self.meaning.setText(group.meaning)
        self.model.show_notes(group.notes, self._before)
        self.table.setAccessibleName(group.title)
        ids = [note if isinstance(note, str) else note.id for note in group.notes]
        at = self.model.index(ids.index(here) if here in ids else 0, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(at, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(at)
        self._tell()

    def _tell(self) -> None:
        """Say which words of the note in hand change."""
        note = self.model.note(self.table.currentIndex().row())
        before = self._before.get(note.id) if note is not None else None
        said = differences(before, note) if before is not None and note is not None else []
        self.words.setVisible(bool(said))
        if said:
            self.words.say("\n".join(said[:_MOST]))


def differences(before: Note, now: Note) -> list[str]:
    """Return a line for each text that differs between two wordings of a note."""
    pairs = [
        (label(now.kind, (name,)), _said(before.fields.get(name)), _said(now.fields.get(name)))
        for name in dict.fromkeys((*now.fields, *before.fields))
    ]
    pairs += [
        (label(now.kind, ("remark",)), before.remark, now.remark),
        (label(now.kind, ("derived",)), before.derived, now.derived),
        (label(now.kind, ("as_of",)), before.as_of, now.as_of),
        (
            label(now.kind, ("distractors",)),
            "; ".join(before.distractors),
            "; ".join(now.distractors),
        ),
        (label(now.kind, ("tags",)), " ".join(before.tags), " ".join(now.tags)),
        (label(now.kind, ("passages",)), _quoted(before), _quoted(now)),
    ]
    line = QCoreApplication.translate("DeckChanges", "{field}: {before} → {now}")
    return [
        line.format(field=name, before=_short(was), now=_short(new))
        for name, was, new in pairs
        if was != new
    ]


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(member.text for member in value if isinstance(member, Member))
    return "" if value is None else str(value)


def _quoted(note: Note) -> str:
    return "; ".join(f"“{passage.exact}”" for passage in note.passages)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return (line if len(line) <= 160 else f"{line[:160]}…") or "–"
