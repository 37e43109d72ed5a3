"""A question as the window shows it: what it asks for, and what came of the answer. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from nqpf_study.domain.forms import Answer as Given
from nqpf_study.domain.forms import Cloze, Judgement, Match, Task
from nqpf_study.domain.review import Memory, Rating
from nqpf_study.study.asking import Asked
from nqpf_study.study.ports import StoredCard
from nqpf_study.ui import asking

_BESIDE = " · "
"""What stands between Chinese and its pinyin in a Chinese card's answer."""


class Phase(Enum):
    """What the screen shows: a question, its answer too, or the end."""

    QUESTION = auto()
    ANSWER = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class RatingKey:
    """A rating that can be given: its word, what it leads to, and whether."""

    rating: Rating
    word: str
    wait: str
    allowed: bool
    proposed: bool
    spoken: str = ""
    """What a screen reader says of it."""

    @property
    def brief(self) -> str:
        """Return what it says and leads to, as in a list."""
        return ", ".join(filter(None, (self.word, self.wait)))


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer: its words, or its members; `reading` is the pinyin of a Chinese one."""

    text: str
    members: tuple[str, ...] = ()
    ordered: bool = False
    reading: str = ""


class Quiz(Protocol):
    """What asks: a session or a practice test."""

    @property
    def asked(self) -> Asked | None:
        """Return the question, None at the end."""
        ...

    @property
    def revealed(self) -> bool:
        """Tell whether the answer shows."""
        ...

    @property
    def judgement(self) -> Judgement | None:
        """Return what the form made of the answer that was given."""
        ...

    @property
    def proposed(self) -> Rating:
        """Return the rating that one key accepts."""
        ...

    def answer(self, answer: Given) -> Judgement:
        """Take an answer and reveal the right one."""
        ...

    def reveal(self) -> Mapping[Rating, Memory] | None:
        """Show the answer."""
        ...


class Question(QObject):
    """Drives what asks for a view. Each act that succeeds emits `changed`."""

    changed = Signal()

    def __init__(self, quiz: Quiz, *, pinyin: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._pinyin = pinyin
        self._given_up: Asked | None = None
        self.outcome = ""

    @property
    def phase(self) -> Phase:
        """Return what the screen shows."""
        if self._quiz.asked is None:
            return Phase.END
        return Phase.ANSWER if self._quiz.revealed else Phase.QUESTION

    @property
    def asked(self) -> Asked:
        """Return the card that is asked. Raises ValueError at the end."""
        if self._quiz.asked is None:
            raise ValueError("no card is asked")
        return self._quiz.asked

    @property
    def card(self) -> StoredCard:
        """Return the stored card that is asked."""
        return self.asked.card

    @property
    def task(self) -> Task | None:
        """Return what the form asks for, None where the card is asked from memory."""
        return self.asked.task

    @property
    def question(self) -> str:
        """Return the question as its form puts it."""
        task = self.task
        if isinstance(task, Match):
            return self.tr("Which answer belongs to which question?")
        if isinstance(task, Cloze) and len(task.gaps) > 1:
            return _numbered(task)
        return self.asked.face.question

    @property
    def fit(self) -> str:
        """Say how the card is asked and why, nothing where that goes without saying."""
        return asking.fit_said(self.asked.fit)

    @property
    def pinyin(self) -> bool:
        """Tell whether pinyin is shown."""
        return self._pinyin

    @property
    def answer(self) -> Answer:
        """Return the answer as it is to be shown."""
        face = self.asked.face
        text, reading = self._parted(face.answer)
        return Answer(text, face.members, face.ordered, reading if self._pinyin else "")

    @property
    def judgement(self) -> Judgement | None:
        """Return what the form made of the answer, None before one was given."""
        return self._quiz.judgement

    @property
    def verdict(self) -> str:
        """Say how the answer did, nothing where none was given."""
        judgement = self.judgement
        return asking.reasons()[judgement.reason] if judgement else ""

    @property
    def proposed(self) -> Rating:
        """Return the rating that one key accepts: Again for who did not know."""
        given_up = self._quiz.asked is not None and self._quiz.asked.is_still(self._given_up)
        return Rating.AGAIN if given_up else self._quiz.proposed

    @property
    def ratings(self) -> tuple[RatingKey, ...]:
        """Return the ratings that can be given, none before the reveal."""
        raise NotImplementedError

    def worded(self, text: str) -> str:
        """Return an answer of the card's sort as it is shown among others, with pinyin or not."""
        shown, reading = self._parted(text)
        return f"{shown}{_BESIDE}{reading}" if reading and self._pinyin else shown

    def reveal(self) -> None:
        """Show the answer."""
        if self.phase is Phase.QUESTION:
            self._quiz.reveal()
            self.changed.emit()

    def give_up(self) -> None:
        """Show the answer to who does not know it."""
        if self.phase is Phase.QUESTION:
            self._given_up = self._quiz.asked
            self.reveal()

    def submit(self, given: Given) -> None:
        """Take an answer to the form, and show how it did."""
        if self.phase is Phase.QUESTION and self.task is not None:
            self._quiz.answer(given)
            self.changed.emit()

    def accept(self) -> None:
        """Show the answer, or give the proposed rating."""
        if self.phase is Phase.QUESTION:
            self.reveal()
        elif self.phase is Phase.ANSWER:
            self.give(self.proposed)

    def press(self, number: int) -> None:
        """Take a number key after the reveal."""
        rated = [key.rating for key in self.ratings]
        if 0 < number <= len(rated):
            self.give(rated[number - 1])

    def give(self, rating: Rating) -> None:
        """Give a rating; what it led to is `outcome` until the view has told it."""
        before = self._quiz.asked
        keys = (key for key in self.ratings if key.rating is rating)
        self.outcome = next((key.brief for key in keys), "")
        self.grade(rating)
        if self._quiz.asked is before:
            self.outcome = ""

    def grade(self, rating: Rating) -> None:
        """Give a rating, and ask the next card."""
        raise NotImplementedError

    def show_pinyin(self, *, shown: bool) -> None:
        """Show or hide pinyin."""
        self._pinyin = shown
        self.changed.emit()

    def _parted(self, text: str) -> tuple[str, str]:
        """Part a Chinese answer from its pinyin."""
        if self.asked.face.name != "chinese":
            return text, ""
        shown, _, reading = text.partition(_BESIDE)
        return shown, reading


def _numbered(task: Cloze) -> str:
    """Return a text with its gaps numbered, as [1] or [2: hint]."""
    said, number = "", 0
    for run in task.runs:
        if isinstance(run, str):
            said += run
        else:
            number += 1
            said += f"[{number}: {run.hint}]" if run.hint else f"[{number}]"
    return said
