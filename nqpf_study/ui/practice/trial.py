"""A practice test as the window shows it. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nqpf_study.domain.review import Rating
from nqpf_study.study.practice import Practice, Result
from nqpf_study.ui.session.question import Phase, Question, RatingKey


class Trial(Question):
    """Drives a practice test for a view; an answer was wrong, partly right or right."""

    def __init__(self, practice: Practice, *, pinyin: bool, parent: QObject | None = None) -> None:
        super().__init__(practice, pinyin=pinyin, parent=parent)
        self.practice = practice

    @property
    def place(self) -> int:
        """Return the number of the question, from 1 on."""
        return self.practice.place

    @property
    def total(self) -> int:
        """Return how many questions there are."""
        return len(self.practice.questions)

    @property
    def result(self) -> Result:
        """Return what the test came to so far."""
        return self.practice.result()

    @property
    def ratings(self) -> tuple[RatingKey, ...]:
        """Return what an answer can be, with its points; none before the reveal."""
        if self.phase is not Phase.ANSWER:
            return ()
        worded = (
            (Rating.AGAIN, self.tr("Wrong"), self.tr("no point")),
            (Rating.HARD, self.tr("Partly right"), self.tr("half a point")),
            (Rating.GOOD, self.tr("Right"), self.tr("1 point")),
        )
        proposed = min(self.proposed, Rating.GOOD)
        return tuple(
            RatingKey(rating, word, points, True, rating is proposed, f"{word}: {points}")  # noqa: FBT003 - always allowed
            for rating, word, points in worded
        )

    def grade(self, rating: Rating) -> None:
        """Take how the answer was, and ask the next."""
        if self.phase is Phase.ANSWER:
            self.practice.grade(rating)
            self.changed.emit()
