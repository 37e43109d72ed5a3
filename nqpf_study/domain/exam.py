"""Planning for an exam: which cards need one more review, and on which day before it.

Cards are followed along the expected path: each review on its day, and remembered. What is
forgotten on the way is planned anew on the next day, from what is so then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from nqpf_study.domain.options import Exam
from nqpf_study.domain.review import CardId, Memory, Plan, Rating
from nqpf_study.domain.scheduling import grade, ideal_interval, retrievability

_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)  # only days count here
_ANY_CARD = CardId("", "", "")
_TO_BE_SEEN = 0


@dataclass(frozen=True, slots=True)
class ExamPlan:
    """What it takes to know a deck on the day of its exam.

    `new`, `reviews` and `extra` count cards by study day: unseen ones to begin, reviews that are
    due anyway, and extra reviews ahead of time. `today` holds the keys of today's extra cards.
    `expected` is the mean retrievability on the exam's day of all cards that will have been seen;
    `without` is the same without extra reviews; `short` counts the cards that stay below the
    target even so, for want of days.
    """

    exam: Exam
    new: Mapping[int, int] = field(default_factory=dict)
    reviews: Mapping[int, int] = field(default_factory=dict)
    extra: Mapping[int, int] = field(default_factory=dict)
    today: frozenset[int] = frozenset()
    expected: float = 1.0
    without: float = 1.0
    short: int = 0

    def cost(self, day: int) -> int:
        """Return how many cards study day `day` takes."""
        return self.new.get(day, 0) + self.reviews.get(day, 0) + self.extra.get(day, 0)


@dataclass(frozen=True, slots=True)
class _Course:
    """A card on its way to the exam: the memory before it, and from when one more review helps."""

    key: int
    memory: Memory
    begins: int | None


def plan_exam(
    cards: Mapping[int, Memory],
    new: Mapping[int, int],
    day: int,
    exam: Exam,
    plan: Plan,
    done: int = 0,
) -> ExamPlan:
    """Plan from study day `day` on for a deck's seen `cards`, by key, and its unseen ones.

    `new` tells how many unseen cards are begun on which day. `done` counts the reviews that today
    has had already, so that today's part does not grow again while it is being done. Extra reviews
    are laid so that the days come out even; a card's review stands as late as that allows.
    """
    plan = replace(plan, learning_steps=(), relearning_steps=())
    reviews: Counter[int] = Counter()
    courses = []
    for key, memory in cards.items():
        courses.append(_course(key, memory, day, exam, plan, reviews))
    for first, count in new.items():
        fresh = _remembered(Memory(), first, plan)
        followed: Counter[int] = Counter()
        courses += [_course(_TO_BE_SEEN, fresh, first + 1, exam, plan, followed)] * count
        for later in followed:
            reviews[later] += followed[later] * count
    loads = reviews.copy()
    loads[day] += done
    for first, count in new.items():
        loads[first] += count
    extra: Counter[int] = Counter()
    today = set()
    before: list[float] = []
    after: list[float] = []
    for course in sorted(
        courses, key=lambda one: (one.begins is None, -(one.begins or 0), one.key)
    ):
        known = retrievability(course.memory, exam.day, plan)
        before.append(known)
        if course.begins is not None:
            chosen = min(range(course.begins, exam.day), key=lambda at: (loads[at], -at))
            loads[chosen] += 1
            extra[chosen] += 1
            known = retrievability(_remembered(course.memory, chosen, plan), exam.day, plan)
            if chosen == day and course.key != _TO_BE_SEEN:
                today.add(course.key)
        after.append(known)
    return ExamPlan(
        exam=exam,
        new=dict(new),
        reviews=dict(reviews),
        extra=dict(extra),
        today=frozenset(today),
        expected=_mean(after),
        without=_mean(before),
        short=sum(known < exam.target for known in after),
    )


def new_by_day(unseen: int, limit: int, day: int, exam: Exam, seen_today: int) -> dict[int, int]:
    """Lay `unseen` cards on the days before the exam, `limit` a day; today had some already."""
    laid = {}
    for at in range(day, exam.day):
        count = min(unseen, max(0, limit - (seen_today if at == day else 0)))
        if count:
            laid[at] = count
        unseen -= count
    return laid


def _course(
    key: int, memory: Memory, day: int, exam: Exam, plan: Plan, reviews: Counter[int]
) -> _Course:
    """Follow a card through the reviews that are due before the exam, which are counted."""
    due = max(memory.due_day or day, day)
    while due < exam.day:
        reviews[due] += 1
        memory = _remembered(memory, due, plan)
        due += ideal_interval(memory.stability or 0, plan)
    begins = max(day, (memory.last_day or 0) + 1)
    if retrievability(memory, exam.day, plan) >= exam.target or begins >= exam.day:
        return _Course(key, memory, None)
    return _Course(key, memory, _earliest(memory, begins, exam, plan))


def _earliest(memory: Memory, begins: int, exam: Exam, plan: Plan) -> int:
    """Return the first day on which a review keeps a card above the target, at last the eve."""
    low, high = begins, exam.day - 1
    while low < high:
        middle = (low + high) // 2
        known = retrievability(_remembered(memory, middle, plan), exam.day, plan)
        low, high = (low, middle) if known >= exam.target else (middle + 1, high)
    return low


def _remembered(memory: Memory, day: int, plan: Plan) -> Memory:
    return grade(memory, Rating.GOOD, _ANY_TIME, day, plan, _ANY_CARD)


def _mean(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares) if shares else 1.0
