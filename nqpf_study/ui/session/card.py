"""The card: its question, and after the reveal its answer with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nqpf_study.domain.deck import Note
from nqpf_study.ui.session.options import Options
from nqpf_study.ui.session.sitting import Answer, Phase, Sitting
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import CARD_WIDTH, GAP, ROOM, STEP, WIDE, scaled
from nqpf_study.ui.widgets.text import CardText, Line, Text


class CardView(QScrollArea):
    """Shows the card that a sitting asks, in a column that is good to read."""

    chosen = Signal(int)
    """An answer was clicked: its place, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._deck = Text("", "small", wrap=True)
        self._question = CardText("", "question")
        self._options = Options()
        self._options.chosen.connect(self.chosen)
        self._answer = _AnswerPart()
        for text in (self._question, self._answer.text):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column = QWidget()
        down = QVBoxLayout(self._column)
        down.setContentsMargins(ROOM, WIDE, ROOM, ROOM)
        down.setSpacing(STEP)
        for part in (self._deck, self._question, self._options, self._answer):
            down.addWidget(part)
        down.addStretch(1)
        ground = QWidget()
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._column, 1000)
        across.addStretch(1)
        self.setWidget(ground)

    @property
    def question(self) -> str:
        """Return the question on the screen."""
        return self._question.said

    @property
    def answer(self) -> str:
        """Return the answer on the screen, nothing before the reveal."""
        return self._answer.said if self._answer.isVisibleTo(self) else ""

    @property
    def options(self) -> Options:
        """Return the answers to choose from."""
        return self._options

    def show_card(self, sitting: Sitting) -> None:
        """Show what the sitting asks, and the answer where it is revealed."""
        revealed = sitting.phase is Phase.ANSWER
        card = sitting.card
        self._column.setMaximumWidth(scaled(CARD_WIDTH, text_scale()) + 2 * ROOM)
        self._deck.setText(card.deck_title)
        self._question.say(sitting.asked.face.question)
        options = sitting.options
        self._options.show_options(options, revealed=revealed)
        self._answer.setVisible(revealed)
        if revealed:
            self._answer.show_answer(sitting.answer, card.note, chosen_from=bool(options))
        else:
            self.verticalScrollBar().setValue(0)

    def show_answer_part(self) -> None:
        """Scroll so that the answer's beginning is seen."""
        self.ensureWidgetVisible(self._answer.text, 0, GAP)


class _AnswerPart(QWidget):
    """The answer, its reading, the note's remark, and where a fact comes from or ages."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ""
        self.text = CardText("", "answer")
        self._line = Line()
        self._reading = Text("", "reading", wrap=True)
        self._members = QVBoxLayout()
        self._members.setSpacing(STEP)
        self._more = QVBoxLayout()
        self._more.setSpacing(STEP)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, GAP, 0, 0)
        down.setSpacing(GAP)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.text)
        said.addWidget(self._reading)
        down.addWidget(self._line)
        down.addLayout(said)
        down.addLayout(self._members)
        down.addLayout(self._more)

    def show_answer(self, answer: Answer, note: Note, *, chosen_from: bool) -> None:
        """Show an answer. Where it stands among the options already, it is not said twice."""
        _empty(self._members)
        _empty(self._more)
        self.said = answer.text
        self._line.setVisible(not chosen_from)
        self.text.say(answer.text)
        self.text.setVisible(not answer.members and not chosen_from)
        self._reading.setText(answer.reading)
        self._reading.setVisible(bool(answer.reading) and not chosen_from)
        if not chosen_from:
            for number, member in enumerate(answer.members, 1):
                mark = f"{number}." if answer.ordered else "•"
                self._members.addWidget(_member(mark, member))
        for text in self._remarks(note):
            self._more.addWidget(CardText(text, "remark"))

    def _remarks(self, note: Note) -> Iterator[str]:
        if note.remark:
            yield note.remark
        variants = note.members("variants")
        if variants:
            said = "; ".join(variant.text for variant in variants)
            yield self.tr("Also worded: {variants}").replace("{variants}", said)
        if note.derived:
            yield self.tr("How it follows: {derived}").replace("{derived}", note.derived)
        if note.as_of:
            yield self.tr("As of {date}").replace("{date}", note.as_of)


def _member(mark: str, text: str) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(STEP)
    sign = Text(mark, "answer-mark")
    sign.setMinimumWidth(ROOM)
    across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(CardText(text, "answer"), 1)
    return row


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        part = item.widget()
        if part is not None:
            part.hide()
            part.deleteLater()
