"""A round of cards gone over, as the window shows it. No widgets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from nqpf_study.domain.review import Rating
from nqpf_study.study.asking import Asked
from nqpf_study.study.cramming import Cram
from nqpf_study.ui.session.question import Phase, Question, RatingKey


class Round(Question):
    """Drives a `Cram` for a view: an answer was known, or is asked again soon."""

    def __init__(self, cram: Cram, *, pinyin: bool, parent: QObject | None = None) -> None:
        super().__init__(cram, pinyin=pinyin, parent=parent)
        self._cram = cram

    @property
    def known(self) -> int:
        """Return how many cards were known so far."""
        return self._cram.known

    @property
    def remaining(self) -> int:
        """Return how many cards are still to be known."""
        return self._cram.remaining

    @property
    def missed(self) -> Sequence[Asked]:
        """Return the cards that were not known at first."""
        return tuple(self._cram.missed.values())

    @property
    def proposed(self) -> Rating:
        """Return what one key accepts: known, or not yet."""
        return Rating.GOOD if super().proposed >= Rating.GOOD else Rating.AGAIN

    @property
    def ratings(self) -> tuple[RatingKey, ...]:
        """Return what can be said of the answer, nothing before the reveal."""
        if self.phase is not Phase.ANSWER:
            return ()
        worded = (
            (Rating.AGAIN, self.tr("Not yet"), self.tr("comes back soon")),
            (Rating.GOOD, self.tr("Knew it"), self.tr("done for this round")),
        )
        return tuple(
            RatingKey(
                rating,
                word,
                then,
                allowed=True,
                proposed=rating is self.proposed,
                spoken=f"{word}: {then}",
            )
            for rating, word, then in worded
        )

    def grade(self, rating: Rating) -> None:
        """Take whether the answer was known, and ask the next card."""
        if self.phase is Phase.ANSWER:
            self._cram.grade(rating)
            self.changed.emit()
