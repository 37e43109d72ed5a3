"""A card that is asked, and the keys that answer and rate it: what sessions and tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.source import Document
from nqpf_study.ui.accessible import announce
from nqpf_study.ui.session.card import CardView
from nqpf_study.ui.session.column import Column
from nqpf_study.ui.session.question import Phase, Question, RatingKey
from nqpf_study.ui.session.ratings import RatingBar

_PAGES = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class QuestionView(QWidget):
    """Turns keys into acts on the question: those of its form, then those of its ratings."""

    def __init__(self, ratings: RatingBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = CardView()
        self._ratings = ratings
        for number in range(1, 5):
            key = QShortcut(QKeySequence(str(number)), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.setAutoRepeat(False)
            key.activated.connect(lambda n=number: self.press(n))
        self.card.answered.connect(lambda answer: self.do(lambda asked: asked.submit(answer)))
        self.card.given_up.connect(self.give_up)
        self.card.edited.connect(lambda: ratings.show_given(self.card.part))
        ratings.revealed.connect(lambda: self.do(Question.reveal))
        ratings.given_up.connect(self.give_up)
        ratings.checked.connect(self.check)
        ratings.rated.connect(lambda rating: self.do(lambda asked: asked.give(rating)))

    def card_over(self, foot: Column) -> QWidget:
        """Return the card with `foot` below it, in line with each other."""
        asking = QWidget()
        _fill(asking, self.card, foot, growing=self.card)
        self.card.keep_in_line(foot)
        return asking

    def lay_out(self, top: QWidget, asking: QWidget, ending: QWidget) -> QStackedWidget:
        """Put what asks below `top`, and `ending` in the same place; return that place."""
        stack = QStackedWidget()
        stack.addWidget(asking)
        stack.addWidget(ending)
        _fill(self, top, stack, growing=stack)
        return stack

    def expect_focus(self) -> None:
        """Have what shows the answer get the focus as this shows: Qt would begin at the top."""
        focused = cast("QWidget | None", self.focusWidget())
        if focused is None or not focused.isVisibleTo(self):
            self._ratings.reveal_button.setFocus()

    def add_keys(self, keys: tuple[str, ...], act: Callable[[], object]) -> None:
        """Have keys do something wherever the focus is in here."""
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setAutoRepeat(False)
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)

    @property
    def question(self) -> Question | None:
        """Return what asks, None before the first question."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what is to be seen now."""
        raise NotImplementedError

    def do(self, act: Callable[[Question], object]) -> None:
        """Do something to the question that is on the screen."""
        if self.question is not None:
            act(self.question)

    def press(self, number: int) -> None:
        """Take a number key: before the answer it is the form's, after it a rating's."""
        question, part = self.question, self.card.part
        if question is not None and question.phase is Phase.QUESTION and part is not None:
            part.press(number)
        else:
            self.do(lambda asked: asked.press(number))

    def check(self) -> None:
        """Have the answer judged as it stands."""
        if self.card.part is not None:
            self.card.part.enter()

    def give_up(self) -> None:
        """Show the answer to who does not know it."""
        self.do(Question.give_up)

    def show_question(self, question: Question) -> None:
        """Show the card, put the focus where it is answered, and have it said."""
        if question.phase is Phase.ANSWER:
            self.show_state(question)  # the focus goes to the ratings at once, not by way of others
        before = self.card.part
        self.card.show_card(question)
        part = self.card.part
        if part is not None and part is not before:
            for stop, following in pairwise([*part.stops, *self._ratings.stops]):
                self.setTabOrder(stop, following)  # the part was made after what stands below it
        if question.phase is Phase.QUESTION:
            if part is not None and not part.isAncestorOf(self.focusWidget()):
                part.take_focus()
            self.show_state(question)
        else:
            self.card.show_answer_part()
        announce(self, self._told(question))

    def tell_again(self) -> None:
        """Have what shows said to who comes back to it."""
        if self.question is not None and self.question.phase is not Phase.END:
            announce(self, self._told(self.question))

    def _told(self, question: Question) -> str:
        """Return what a screen reader says: the question, or the answer and what it can be rated.

        Before the question it says what the last rating led to.
        """
        outcome, question.outcome = question.outcome, ""
        if question.phase is Phase.QUESTION:
            return _sentences(outcome, question.fit, question.question)
        part, judgement = self.card.part, question.judgement
        parts = part.summary(judgement) if part is not None and judgement is not None else ""
        answer = question.asked.face.answer
        return _sentences(question.verdict, parts, answer, told_ratings(question.ratings))

    @property
    def wants_sources(self) -> bool:
        """Tell whether an answer shows whose sources are not known yet."""
        asked = self.question
        answered = asked is not None and asked.phase is Phase.ANSWER
        return answered and self.card.origin.sources is None

    def name_sources(self, documents: Sequence[Document]) -> None:
        """Name the sources of this answer and of those to come."""
        origin, asked = self.card.origin, self.question
        origin.sources = {document.source.id: document.source for document in documents}
        if asked is not None and asked.phase is Phase.ANSWER:
            origin.show_note(asked.card.note)

    def show_state(self, question: Question) -> None:
        """Show what can be pressed now."""
        self._ratings.show_state(question, self.card.part)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Space and Enter show the answer or check it, then accept the rating; turn pages."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in _PAGES:
            self.card.verticalScrollBar().triggerAction(_PAGES[Qt.Key(event.key())])
        elif not enter and event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            focused, part, question = self.focusWidget(), self.card.part, self.question
            if isinstance(focused, QAbstractButton) and focused.isEnabled():
                focused.click()
            elif question is None:
                return
            elif question.phase is not Phase.QUESTION or part is None or not part.checks:
                question.accept()
            elif enter:
                part.enter()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Set the card anew when the text size was changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.question is not None:
            self.refresh()


def told_ratings(keys: Iterable[RatingKey]) -> str:
    """Say which ratings can be given, with the key of each and what it leads to."""
    return "; ".join(f"{n}: {key.brief}" for n, key in enumerate(keys, 1) if key.allowed)


def _sentences(*said: str) -> str:
    texts = [text for text in said if text]
    return ". ".join([*(text.removesuffix(".") for text in texts[:-1]), *texts[-1:]])


def _fill(place: QWidget, *parts: QWidget, growing: QWidget) -> None:
    """Put parts below each other, without room between them; one of them takes what is left."""
    down = QVBoxLayout(place)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(0)
    for part in parts:
        down.addWidget(part, int(part is growing))
