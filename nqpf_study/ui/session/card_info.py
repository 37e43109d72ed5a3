"""What is known of a card: its memory, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from nqpf_study.domain.review import State
from nqpf_study.study.ports import StoredCard
from nqpf_study.ui import words
from nqpf_study.ui.tokens import GAP, ROOM, STEP
from nqpf_study.ui.widgets.dialog import Dialog
from nqpf_study.ui.widgets.plain_buttons import plain
from nqpf_study.ui.widgets.text import Text

WIDTH = 400
"""The width of the table, in px."""


class CardInfo(Dialog):
    """A table of a card's figures, as of study day `today`."""

    edit_asked = Signal()
    """Edit the card's note; the dialog is closed."""

    def __init__(self, card: StoredCard, today: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Card"))
        down = QVBoxLayout(self)
        down.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        down.setSpacing(GAP)
        heading = Text(self.tr("About this card"), "title")
        heading.setMinimumWidth(WIDTH)  # Qt reckons the wrapped words' height by this
        down.addWidget(heading)
        form = QFormLayout()
        form.setHorizontalSpacing(ROOM)
        form.setVerticalSpacing(STEP)
        for name, value in self.rows(card, today):
            form.addRow(Text(name, "muted"), Text(value, wrap=True))
        down.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        plain(buttons)
        buttons.rejected.connect(self.reject)
        edit = buttons.addButton(self.tr("Edit…"), QDialogButtonBox.ButtonRole.ActionRole)
        edit.setAutoDefault(False)
        edit.clicked.connect(self.accept)
        edit.clicked.connect(self.edit_asked)
        down.addWidget(buttons)

    def rows(self, card: StoredCard, today: int) -> list[tuple[str, str]]:
        """Return the table's rows: what, and its value."""
        memory = card.status.memory
        states = {
            State.NEW: self.tr("New"),
            State.LEARNING: self.tr("Learning"),
            State.REVIEW: self.tr("In review"),
            State.RELEARNING: self.tr("Learning again"),
        }
        rows = [
            (self.tr("Deck"), card.deck_title),
            (self.tr("State"), states[memory.state]),
        ]
        if memory.reps:
            answered = words.counted(memory.reps, self.tr("once"), self.tr("{n} times"))
            rows.append((self.tr("Answered"), answered))
        if memory.lapses:
            forgotten = words.counted(memory.lapses, self.tr("once"), self.tr("{n} times"))
            rows.append((self.tr("Forgotten"), forgotten))
        if memory.last_day is not None:
            rows.append((self.tr("Last seen"), words.past(memory.last_day, today)))
        if memory.due_day is not None:
            rows.append((self.tr("Due"), words.coming(memory.due_day, today)))
        if memory.stability is not None and memory.difficulty is not None:
            rows.append((self.tr("Stability"), self._days(memory.stability)))
            rows.append((self.tr("Difficulty"), f"{memory.difficulty:.1f} / 10"))
        if card.note.tags:
            rows.append((self.tr("Tags"), ", ".join(card.note.tags)))
        if card.own_tags:
            rows.append((self.tr("Your tags"), ", ".join(card.own_tags)))
        return [*rows, (self.tr("Id"), str(card.id))]

    def _days(self, days: float) -> str:
        return self.tr("{n} days").replace("{n}", f"{days:.1f}")
