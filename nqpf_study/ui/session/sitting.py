"""A session as the window shows it: what is on the screen, and what each key does. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QObject, Signal

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.domain.scheduling import interval
from nqpf_study.study.agenda import Remaining
from nqpf_study.study.history import Step
from nqpf_study.study.session import Session
from nqpf_study.study.tally import Summary
from nqpf_study.study.upcoming import LEARN_AHEAD
from nqpf_study.ui import words
from nqpf_study.ui.language import told_error
from nqpf_study.ui.session.question import Phase, Question, RatingKey
from nqpf_study.ui.steps import redone_said, undone_said

__all__ = ["Phase", "Sitting", "rating_words"]


def rating_words() -> dict[Rating, str]:
    """Return the ratings' words, Again first."""
    return {
        Rating.AGAIN: QCoreApplication.translate("ratings", "Again"),
        Rating.HARD: QCoreApplication.translate("ratings", "Hard"),
        Rating.GOOD: QCoreApplication.translate("ratings", "Good"),
        Rating.EASY: QCoreApplication.translate("ratings", "Easy"),
    }


class Sitting(Question):
    """Drives a session for a view.

    Each act that succeeds emits `changed`; one that fails emits `failed` and leaves the card on
    the screen as it was. Grading saves before `changed` is emitted.
    """

    failed = Signal(object)
    """A StudyError: what could not be saved, and what to do."""

    flag_turned = Signal(bool)
    """The card on the screen has a flag now, or has none any more."""

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
        super().__init__(session, pinyin=pinyin, parent=parent)
        self._session = session
        self._now = now

    # --- what is on the screen ----------------------------------------------------------------

    @property
    def ratings(self) -> tuple[RatingKey, ...]:
        """Return the four ratings with what each leads to, none before the reveal."""
        if self.phase is not Phase.ANSWER:
            return ()
        outcomes = self._session.reveal()
        best, proposed = self._session.best_rating, self.proposed
        return tuple(
            self._key(
                rating,
                words.interval(interval(outcomes[rating])),
                allowed=rating <= best,
                proposed=rating is proposed,
            )
            for rating in Rating
        )

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
            self.said.emit(self.tr("Buried until tomorrow. Z undoes it."))

    def suspend(self) -> None:
        """Set the card aside until it is resumed."""
        if self.phase is not Phase.END and self._act(self._session.suspend):
            self.said.emit(self.tr("Suspended: it is not asked until resumed. Z undoes it."))

    def turn_flag(self) -> None:
        """Flag the card, or take its flag off."""
        if self.phase is Phase.END:
            return
        try:
            self._session.turn_flag()
        except StudyError as error:
            self.failed.emit(told_error(error))
            return
        self.flag_turned.emit(self.card.flagged)
        self.said.emit(
            self.tr("Flagged. F takes the flag off.")
            if self.card.flagged
            else self.tr("The flag is off.")
        )

    def undo(self) -> None:
        """Take back the newest act, of this session or an earlier one."""
        undone: list[Step | None] = []
        if self._act(lambda: undone.append(self._session.undo())):
            self.said.emit(undone_said(undone[0]))

    def redo(self) -> None:
        """Do the act again that was taken back last."""
        redone: list[Step | None] = []
        if self._act(lambda: redone.append(self._session.redo())):
            self.said.emit(redone_said(redone[0]))

    @property
    def undoes_here(self) -> bool:
        """Tell whether `undo` takes back what a session did to a card, or nothing."""
        return self._session.undoes_here

    @property
    def redoes_here(self) -> bool:
        """Tell whether `redo` does again what a session did to a card, or nothing."""
        return self._session.redoes_here

    def look_again(self) -> None:
        """Ask a card whose learning step has ended meanwhile."""
        self._act(self._session.look_again)

    def read_again(self) -> None:
        """Go on with what was changed elsewhere, as after an edit, an import or an undo."""
        self._act(self._session.look_around)

    @property
    def form(self) -> FormChoice:
        """Return how cards are asked in this session."""
        return self._session.form

    def ask_by(self, form: FormChoice) -> None:
        """Ask cards in another way from now on, the one on the screen too."""
        self._act(lambda: self._session.ask_by(form))

    def _act(self, act: Callable[[], object]) -> bool:
        before = self._session.asked
        try:
            act()
        except StudyError as error:
            if self._session.asked is not before:
                self.changed.emit()  # the act was saved, only the next card could not be read
            self.failed.emit(told_error(error))
            return False
        self.changed.emit()
        return True

    def _key(self, rating: Rating, wait: str, *, allowed: bool, proposed: bool) -> RatingKey:
        word = rating_words()[rating]
        spoken = (
            self.tr("{word}, proposed: comes back in {wait}")
            if proposed
            else self.tr("{word}: comes back in {wait}")
        )
        spoken = spoken.replace("{word}", word).replace("{wait}", wait)
        return RatingKey(rating, word, wait, allowed, proposed, spoken)
