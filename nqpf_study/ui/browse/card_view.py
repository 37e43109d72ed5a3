"""A card as the browser's preview shows it: question, answer, and what is said behind it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nqpf_study.domain.kinds import how_it_follows
from nqpf_study.ui.accessible_items import expose
from nqpf_study.ui.browse.rows import Row, face
from nqpf_study.ui.reader.citation import written_out
from nqpf_study.ui.reader.controls import quiet
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.text import CardText, Text


class CardView(QScrollArea):
    """Shows one card, or a word on how to see one."""

    edit_requested = Signal()
    """Edit the note of the card that shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        expose(self, QAccessible.Role.Grouping)
        self.setAccessibleName(self.tr("Card"))
        self.setMinimumWidth(200)
        self._row: Row | None = None
        self._fill([Text(self.tr("Choose a card to see it here."), "muted", wrap=True)])

    def show_row(self, row: Row | None) -> None:
        """Show a card, None for none."""
        if row == self._row:
            return
        self._row = row
        if row is None:
            self._fill([Text(self.tr("Choose a card to see it here."), "muted", wrap=True)])
            return
        note, shown = row.card.note, face(row.card)
        parts: list[QWidget] = [CardText(shown.question, "heading")]
        if shown.members:
            parts += [CardText(line) for line in _listed(shown.members, ordered=shown.ordered)]
        else:
            parts.append(CardText(shown.answer, "lead"))
        told = (note.remark, how_it_follows(note, shown.name))
        parts += [CardText(said, "muted") for said in told if said]
        if note.as_of:
            date = written_out(note.as_of)
            parts.append(Text(self.tr("As of {date}").format(date=date), "small", wrap=True))
        flagged = self.tr("Flagged") if row.flagged else ""
        facts = [flagged, row.deck, row.kind, row.state, self._due(row)]
        parts.append(Text(" · ".join(filter(None, facts)), "small", wrap=True))
        if note.tags:
            parts.append(Text(_tags(note.tags), "small", wrap=True))
        if row.card.own_tags:
            own = self.tr("Your tags: {tags}").replace("{tags}", _tags(row.card.own_tags))
            parts.append(Text(own, "small", wrap=True))
        edit = quiet(QPushButton(self.tr("Edit…")))
        edit.setToolTip(self.tr("Edit the note, of a deck of your own (E)"))
        edit.clicked.connect(self.edit_requested)
        self._fill(parts, edit)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of all that is said, at the present width."""
        inside = self.widget()
        height = inside.heightForWidth(self.viewport().width()) if inside else -1
        hint = super().sizeHint()
        return QSize(hint.width(), height + 2 * self.frameWidth()) if height > 0 else hint

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Have the words measured anew at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _due(self, row: Row) -> str:
        return self.tr("due {when}").format(when=row.due) if row.due else ""

    def _fill(self, parts: list[QWidget], button: QPushButton | None = None) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(STEP + HALF)
        for part in parts:
            column.addWidget(part)
        if button is not None:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.updateGeometry()
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(inside.minimumSizeHint().width() + bar)  # its longest word fits


def _tags(tags: tuple[str, ...]) -> str:
    return " ".join(f"#{tag}" for tag in tags)


def _listed(members: tuple[str, ...], *, ordered: bool) -> list[str]:
    return [
        f"{number}. {member}" if ordered else f"• {member}"
        for number, member in enumerate(members, 1)
    ]
