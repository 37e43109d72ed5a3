"""The card: its question, what its form asks for, and after the reveal its answer."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nqpf_study.domain.forms import Match
from nqpf_study.domain.kinds import how_it_follows
from nqpf_study.study.asking import Asked
from nqpf_study.ui import asking
from nqpf_study.ui.reader.citation import written_out
from nqpf_study.ui.session.column import ColumnPage
from nqpf_study.ui.session.origin import Origin
from nqpf_study.ui.session.parts.making import part_for
from nqpf_study.ui.session.parts.part import FormPart
from nqpf_study.ui.session.parts.rows import empty
from nqpf_study.ui.session.question import Answer, Phase, Question
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, HALF, ROOM, STEP, WIDE
from nqpf_study.ui.widgets.flag import FlagSign
from nqpf_study.ui.widgets.text import CardText, Line, Text


class CardView(ColumnPage):
    """Shows the card that is asked, in a column that is good to read."""

    answered = Signal(object)
    """The learner gave this answer to the card's form."""

    given_up = Signal()
    """The learner does not know it."""

    edited = Signal()
    """What is given, and not yet checked, has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(WIDE, ROOM, parent)
        self._asked: Asked | None = None
        self._part: FormPart | None = None
        self._deck = Text("", "small", wrap=True)
        self._flag = FlagSign()
        self._question = CardText("", "question")
        self._verdict = Text("", "good", wrap=True)
        self._place = QVBoxLayout()
        self._answer = _AnswerPart()
        for text in (self._question, self._answer.text):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self._flag)
        head.addWidget(self._deck, 1)
        self.down.addLayout(head)
        self.down.addWidget(self._question)
        self.down.addWidget(self._verdict)
        self.down.addLayout(self._place)
        self.down.addWidget(self._answer)
        self.origin = Origin()
        self.down.addSpacing(HALF)
        self.down.addWidget(self.origin)
        self.down.addStretch(1)
        self._laid_out = QTimer(self, singleShot=True)
        self._laid_out.timeout.connect(self._show_reached)
        self._reached: QWidget | None = None
        self.verticalScrollBar().rangeChanged.connect(self._range_changed)

    @property
    def question(self) -> str:
        """Return the question on the screen."""
        return self._question.said

    @property
    def answer(self) -> str:
        """Return the answer on the screen, nothing before the reveal."""
        return self._answer.said if self._answer.isVisibleTo(self) else ""

    @property
    def verdict(self) -> str:
        """Return what is said of the learner's answer, if anything."""
        return self._verdict.text() if self._verdict.isVisibleTo(self) else ""

    @property
    def form(self) -> str:
        """Return what is said of the deck and of how the card is asked."""
        return self._deck.text()

    @property
    def flagged(self) -> bool:
        """Tell whether the card is shown to be flagged."""
        return self._flag.isVisibleTo(self)

    @property
    def part(self) -> FormPart | None:
        """Return what takes the answer, None where it is given from memory."""
        return self._part

    def show_card(self, question: Question) -> None:
        """Show what is asked, and the answer where it is revealed."""
        revealed = question.phase is Phase.ANSWER
        asked, judgement = question.asked, question.judgement
        self._deck.setText(" · ".join(filter(None, (question.card.deck_title, question.fit))))
        self._question.say(question.question)
        set_role(self._question, "lead" if isinstance(question.task, Match) else "question")
        self.show_flag(flagged=question.card.flagged)
        if not asked.is_still(self._asked):
            self._make_part(question)
        self._asked = asked
        part = self._part
        if part is not None:
            part.say_again()
            if revealed:
                part.judge(judgement)
        self._verdict.setVisible(revealed and judgement is not None)
        if judgement is not None:
            self._verdict.setText(question.verdict)
            set_role(self._verdict, asking.RATING_ROLES[judgement.proposed])
        self._answer.setVisible(revealed)
        if revealed:
            told = part is not None and part.tells_answer
            self._answer.show_answer(question.answer, question.asked, told=told)
            self.origin.show_note(question.card.note)
        else:
            self.origin.hide()
            self.verticalScrollBar().setValue(0)

    def show_flag(self, *, flagged: bool) -> None:
        """Show whether the card is flagged."""
        self._flag.setVisible(flagged)

    def clear(self) -> None:
        """Forget the card: it is made anew when it is shown again."""
        self._asked = None

    def show_answer_part(self) -> None:
        """Scroll so that the answer's beginning is seen, with some of what follows."""
        judged = self._verdict.isVisibleTo(self)
        self._reach(self._verdict if judged else self._answer.text)

    def _make_part(self, question: Question) -> None:
        for gone in filter(None, (self._part, self._part and self._part.text)):
            self.down.removeWidget(gone)
            self._place.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._part = part_for(question.task, question.worded)
        self._reached = None
        text = self._part.text if self._part is not None else None
        if self._question.isHidden() is (text is None):
            self._question.setVisible(text is None)
        if text is not None:
            self.down.insertWidget(self.down.indexOf(self._question) + 1, text)
        if self._part is not None:
            self._part.answered.connect(self.answered)
            self._part.given_up.connect(self.given_up)
            self._part.edited.connect(self.edited)
            self._part.reached.connect(self._reach)
            self._place.addWidget(self._part)
            self._laid_out.start()

    def _reach(self, widget: QWidget) -> None:
        """See to it that what is worked on can be seen, once it is laid out."""
        self._reached = widget
        self._laid_out.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit what takes the answer into another height."""
        super().resizeEvent(event)
        self._laid_out.start()

    def _show_reached(self) -> None:
        ground = self.widget()
        if ground is not None and self._part is not None and self._part.isVisible():
            above = self._part.mapTo(ground, QPoint()).y()
            self._part.fit(self.viewport().height() - above)
        if self._reached is not None:
            self.ensureWidgetVisible(self._reached, 0, self.viewport().height() // 3)
            return
        at_work = self._part.focusWidget() if self._part is not None else None
        if at_work is not None and at_work.hasFocus():
            self.ensureWidgetVisible(at_work, 0, GAP)

    def _range_changed(self) -> None:
        if self._reached is not None:
            self._laid_out.start()


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

    def show_answer(self, answer: Answer, asked: Asked, *, told: bool) -> None:
        """Show an answer. Where it is told above already, it is not said twice."""
        empty(self._members)
        empty(self._more)
        self.said = "" if told else answer.text
        self._line.setVisible(not told)
        self.text.say(answer.text)
        self.text.setVisible(not answer.members and not told)
        self._reading.setText(answer.reading)
        self._reading.setVisible(bool(answer.reading) and not told)
        if not told:
            for number, member in enumerate(answer.members, 1):
                mark = f"{number}." if answer.ordered else "•"
                self._members.addWidget(_member(mark, member))
        for text in self._remarks(asked):
            self._more.addWidget(CardText(text, "remark"))

    def _remarks(self, asked: Asked) -> Iterator[str]:
        note, follows = asked.card.note, how_it_follows(asked.card.note, asked.face.name)
        if note.remark:
            yield note.remark
        variants = note.members("variants")
        if variants:
            said = "; ".join(variant.text for variant in variants)
            yield self.tr("Also worded: {variants}").replace("{variants}", said)
        if follows:
            yield self.tr("How it follows: {derived}").replace("{derived}", follows)
        if note.as_of:
            yield self.tr("As of {date}").replace("{date}", written_out(note.as_of))


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
