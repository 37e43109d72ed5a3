"""A session as the window shows it: what is on the screen, and what each key does. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject, Signal

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.review import LogEntry, Rating
from nqpf_study.domain.scheduling import interval
from nqpf_study.study.ports import StoredCard
from nqpf_study.study.session import LEARN_AHEAD, Asked, Remaining, Session, Summary
from nqpf_study.ui import words

_BESIDE = " · "
"""What stands between Chinese and its pinyin in a Chinese card's answer."""


def rating_words() -> dict[Rating, str]:
    """Return the ratings' words, Again first."""
    return {
        Rating.AGAIN: QCoreApplication.translate("ratings", "Again"),
        Rating.HARD: QCoreApplication.translate("ratings", "Hard"),
        Rating.GOOD: QCoreApplication.translate("ratings", "Good"),
        Rating.EASY: QCoreApplication.translate("ratings", "Easy"),
    }


def undone_said(entry: LogEntry | None) -> str:
    """Say which entry of the log was taken back, None if there was none left."""
    if entry is None:
        return QCoreApplication.translate("ratings", "There is nothing to take back.")
    if entry.rating is None:
        return QCoreApplication.translate("ratings", "Taken back.")
    said = QCoreApplication.translate("ratings", "Taken back: {rating}.")
    return said.replace("{rating}", rating_words()[entry.rating])


class Phase(Enum):
    """What the screen shows: a question, its answer too, or the end."""

    QUESTION = auto()
    ANSWER = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class RatingKey:
    """A rating that can be given: its word, how long until the card comes back, and whether."""

    rating: Rating
    word: str
    wait: str
    allowed: bool
    proposed: bool


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose; after the reveal, whether it is the right one, and the chosen one."""

    text: str
    right: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer: its words, or its members; `reading` is the pinyin of a Chinese one."""

    text: str
    members: tuple[str, ...] = ()
    ordered: bool = False
    reading: str = ""


class Sitting(QObject):
    """Drives a session for a view.

    Each act that succeeds emits `changed`; one that fails emits `failed` and leaves the card on
    the screen as it was. Grading saves before `changed` is emitted.
    """

    changed = Signal()
    failed = Signal(object)
    """A StudyError: what could not be saved, and what to do."""

    said = Signal(str)
    """What an act came to, where the screen alone doesn't tell."""

    def __init__(
        self,
        session: Session,
        now: Callable[[], datetime],
        *,
        pinyin: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._now = now
        self._pinyin = pinyin
        self._chosen: int | None = None

    # --- what is on the screen ----------------------------------------------------------------

    @property
    def phase(self) -> Phase:
        """Return what the screen shows."""
        if self._session.asked is None:
            return Phase.END
        return Phase.ANSWER if self._session.revealed else Phase.QUESTION

    @property
    def asked(self) -> Asked:
        """Return the card that is asked. Raises ValueError at the end."""
        if self._session.asked is None:
            raise ValueError("no card is asked")
        return self._session.asked

    @property
    def card(self) -> StoredCard:
        """Return the stored card that is asked."""
        return self.asked.card

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
    def options(self) -> tuple[Option, ...]:
        """Return the answers to choose from, none where the card is asked from memory."""
        choice = self.asked.choice
        if choice is None:
            return ()
        shown = self.phase is Phase.ANSWER
        return tuple(
            Option(self._option(text), shown and at == choice.right, shown and at == self._chosen)
            for at, text in enumerate(choice.options)
        )

    @property
    def ratings(self) -> tuple[RatingKey, ...]:
        """Return the four ratings with what each leads to, none before the reveal."""
        if self.phase is not Phase.ANSWER:
            return ()
        outcomes = self._session.reveal()
        best, proposed = self._session.best_rating, self._session.proposed
        return tuple(
            RatingKey(
                rating,
                name,
                words.interval(interval(outcomes[rating])),
                rating <= best,
                rating is proposed,
            )
            for rating, name in rating_words().items()
        )

    @property
    def verdict(self) -> str:
        """Say whether the choice was right, nothing where none was made."""
        judgement = self._session.judgement
        if judgement is None:
            return ""
        return self.tr("Right") if judgement.right else self.tr("Not right")

    @property
    def hinted(self) -> bool:
        """Tell whether the source was opened before the reveal."""
        return self._session.hinted

    @property
    def remaining(self) -> Remaining:
        """Count what is still to come, the card on the screen included."""
        return self._session.remaining

    @property
    def done(self) -> int:
        """Count the grades of this session."""
        return len(self.summary.graded)

    @property
    def summary(self) -> Summary:
        """Return what the session came to so far."""
        return self._session.summary()

    @property
    def ready_in(self) -> timedelta | None:
        """Return the time until the next learning step may be asked, None where none is running."""
        due = self.summary.next_due
        return None if due is None else max(timedelta(), due - LEARN_AHEAD - self._now())

    # --- what the keys do ---------------------------------------------------------------------

    def reveal(self) -> None:
        """Show the answer."""
        if self.phase is Phase.QUESTION:
            self._session.reveal()
            self.changed.emit()

    def press(self, number: int) -> None:
        """Take a number key: an option before the reveal, a rating after it."""
        if self.phase is Phase.QUESTION:
            self.choose(number - 1)
        elif self.phase is Phase.ANSWER and number in set(Rating):
            self.grade(Rating(number))

    def choose(self, option: int) -> None:
        """Choose one of the options, and show the answer."""
        choice = self.asked.choice
        if choice is not None and option < len(choice.options):
            self._chosen = option
            self._session.choose(option)
            self.changed.emit()

    def accept(self) -> None:
        """Show the answer, or give the proposed rating."""
        if self.phase is Phase.QUESTION:
            self.reveal()
        elif self.phase is Phase.ANSWER:
            self.grade(self._session.proposed)

    def grade(self, rating: Rating) -> None:
        """Save a rating, and ask the next card; a rating that a hint rules out is not taken."""
        if self.phase is not Phase.ANSWER:
            return
        if rating > self._session.best_rating:
            self.said.emit(self.tr("After a hint, Hard is the best rating for this card."))
            return
        self._act(lambda: self._session.grade(rating))

    def look(self) -> None:
        """Note that the source is on the screen."""
        was = self.hinted
        self._session.look_at_source()
        if self.hinted != was:
            self.changed.emit()

    def bury(self) -> None:
        """Set the card aside until tomorrow."""
        if self.phase is not Phase.END and self._act(self._session.bury):
            self.said.emit(self.tr("Buried until tomorrow. Z takes it back."))

    def suspend(self) -> None:
        """Set the card aside until it is resumed."""
        if self.phase is not Phase.END and self._act(self._session.suspend):
            self.said.emit(self.tr("Suspended: it is not asked until resumed. Z takes it back."))

    def undo(self) -> None:
        """Take back the newest act, of this session or an earlier one."""
        undone: list[LogEntry | None] = []
        if self._act(lambda: undone.append(self._session.undo())):
            self.said.emit(undone_said(undone[0]))

    def look_again(self) -> None:
        """Ask a card whose learning step has ended meanwhile."""
        self._act(self._session.look_again)

    def show_pinyin(self, *, shown: bool) -> None:
        """Show or hide pinyin."""
        self._pinyin = shown
        self.changed.emit()

    def _act(self, act: Callable[[], object]) -> bool:
        before = self._session.asked
        try:
            act()
        except StudyError as error:
            if self._session.asked is not before:
                self.changed.emit()  # the act was saved, only the next card could not be read
            self.failed.emit(error)
            return False
        self._chosen = None
        self.changed.emit()
        return True

    def _option(self, text: str) -> str:
        shown, reading = self._parted(text)
        return f"{shown}{_BESIDE}{reading}" if reading and self._pinyin else shown

    def _parted(self, text: str) -> tuple[str, str]:
        """Part a Chinese answer from its pinyin."""
        if self.asked.face.name != "chinese":
            return text, ""
        shown, _, reading = text.partition(_BESIDE)
        return shown, reading
