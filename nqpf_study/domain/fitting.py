"""Fitting FSRS to one learner: what there is to learn from, and whether a fit is worth keeping."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from nqpf_study.domain.replay import standing
from nqpf_study.domain.review import Act, CardId, LogEntry, Memory, Plan, Rating, State
from nqpf_study.domain.scheduling import grade

_STAMP = datetime(2000, 1, 1, tzinfo=UTC)  # only days count here
_FIRST = _STAMP.toordinal()
_CARD = CardId("", "", "")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A card's reviews up to one that came on a later day: (rating, days since the one before).

    Its last rating is what a fit predicts. `day` is the study day on which it was given.
    """

    reviews: tuple[tuple[Rating, int], ...]
    day: int
    card: CardId


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well parameters predict: log loss, and the error of bins of alike reviews (RMSE).

    Both are the better the smaller.
    """

    log_loss: float
    rmse: float

    def better_than(self, other: Evaluation) -> bool:
        """Tell whether both measures agree that these predictions are better."""
        return self.log_loss < other.log_loss and self.rmse <= other.rmse


def lessons(log: Iterable[LogEntry]) -> list[Lesson]:
    """Return what all cards' logs teach, in the order of time.

    A card whose first entry is no first meeting teaches nothing: its beginning is not known.
    """
    by_card: dict[CardId, list[LogEntry]] = {}
    for entry in log:
        by_card.setdefault(entry.card, []).append(entry)
    found = []
    for entries in by_card.values():
        grades = [entry for entry in standing(entries) if entry.act is Act.GRADE and entry.rating]
        if not grades or grades[0].state is not State.NEW:
            continue
        reviews: list[tuple[Rating, int]] = []
        last = grades[0].day
        for entry in grades:
            assert entry.rating is not None  # noqa: S101 - grades have one
            waited = max(0, entry.day - last)
            reviews.append((entry.rating, waited))
            last = max(last, entry.day)
            if waited:
                found.append(Lesson(tuple(reviews), last, entry.card))
    return sorted(found, key=lambda lesson: lesson.day)


def split(found: Sequence[Lesson], share: float = 0.8) -> tuple[list[Lesson], list[Lesson]]:
    """Split lessons by time: the earlier `share` to fit on, the later rest to judge by.

    Lessons of one study day stay together.
    """
    if not found:
        return [], []
    day = found[min(len(found) - 1, int(len(found) * share))].day
    return [one for one in found if one.day < day], [one for one in found if one.day >= day]


def longer_than_usual(
    found: Iterable[Lesson], parameters: tuple[float, ...], usual: tuple[float, ...] = ()
) -> float:
    """Return how much longer this learner keeps cards than the average learner: 0.12 is 12 %.

    The same reviews of each card are gone through with the learner's `parameters` and with the
    `usual` ones (empty: the library's, fitted to many learners). Stability is the days until nine
    in ten of such cards would be remembered; the mean ratio (geometric) less one is returned.
    """
    longest = {lesson.card: lesson.reviews for lesson in sorted(found, key=lambda one: one.day)}
    ratios = [
        math.log(_stability(reviews, parameters) / _stability(reviews, usual))
        for reviews in longest.values()
    ]
    return math.exp(sum(ratios) / len(ratios)) - 1 if ratios else 0.0


def _stability(reviews: Iterable[tuple[Rating, int]], parameters: tuple[float, ...]) -> float:
    plan = replace(Plan(), learning_steps=(), relearning_steps=(), parameters=parameters)
    memory, day = Memory(), _FIRST
    for rating, waited in reviews:
        day += waited
        memory = grade(memory, rating, _STAMP, day, plan, _CARD)
    return memory.stability or math.nan
