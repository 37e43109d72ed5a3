"""Simulated learners under several schedulers: grades for each card that is remembered.

    python -m benchmarks.simulating [--learners 20] [--cards 500] [--days 730] [--seed 1]

Each learner has a memory of their own: the curve of FSRS-6, whose parameters are drawn around the
published ones, and for each card again, so that no scheduler knows them. Whether a card is
remembered is drawn by the true retrievability on the day on which the scheduler asks for it.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import fmean
from typing import Protocol

from fsrs.scheduler import DEFAULT_PARAMETERS

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.fitting import Lesson, split
from nqpf_study.domain.review import CardId, Memory, Plan, Rating, State
from nqpf_study.domain.scheduling import forecast, fuzz_range, grade, ideal_interval, retrievability

FIRST_DAY = datetime(2026, 1, 5, 12, tzinfo=UTC)
START = FIRST_DAY.toordinal()
NEW_PER_DAY = 5
PASSES, SHARES = (Rating.HARD, Rating.GOOD, Rating.EASY), (0.08, 0.8, 0.12)
CARDS_DIFFER_BY = (-0.61, -0.35, -0.2, -0.06, 0.06, 0.2, 0.35, 0.61)
"""How much easier a card is than the middle one, as a logarithm: eighths of a bell of width 0.4."""

FITS_ON = (120, 240, 480)  # days after the first


@dataclass(frozen=True)
class Learner:
    """A memory: the parameters that rule it, for easy cards to hard ones; it has no steps."""

    number: int
    truths: tuple[Plan, ...]

    @classmethod
    def drawn(cls, number: int, seed: int) -> Learner:
        """Draw a learner: how strong memories begin, how they grow, how fast they fade."""
        random = Random(f"{seed}/{number}")
        begins, grows, fades = (random.gauss(0, spread) for spread in (0.5, 0.25, 0.2))
        return cls(
            number,
            tuple(_plan(begins + easy, grows + easy / 2, fades) for easy in CARDS_DIFFER_BY),
        )

    def truth(self, card: int) -> Plan:
        """Return what rules the memory of one card."""
        return self.truths[card * 7919 % len(self.truths)]


def _plan(begins: float, grows: float, fades: float) -> Plan:
    weights = [
        weight * math.exp(begins) if place < 4 else weight
        for place, weight in enumerate(DEFAULT_PARAMETERS)
    ]
    weights[8] += grows
    weights[20] = min(0.8, max(0.1, weights[20] * math.exp(fades)))
    return Plan(learning_steps=(), relearning_steps=(), parameters=tuple(weights))


class Scheduler(Protocol):
    """Says on which day a card comes back."""

    def graded(self, card: int, rating: Rating, day: int) -> int:
        """Take a grade; return the day on which the card is due, today for once more today."""
        ...

    def day_begins(self, day: int) -> None:
        """Take note of a new day."""
        ...


class PlainFsrs:
    """FSRS-6 with its published parameters and the usual steps, no fuzz."""

    plan = Plan()

    def __init__(self) -> None:
        self.memories: dict[int, Memory] = {}

    def day_begins(self, day: int) -> None: ...

    def graded(self, card: int, rating: Rating, day: int) -> int:
        before = self.memories.get(card, Memory())
        after = grade(before, rating, _at(day), day, self.plan, _id(card))
        self.memories[card] = after
        if after.state is State.REVIEW:
            return day + ideal_interval(after.stability or 0, self.plan)
        return day


class Ours:
    """What a session of NQPF Study does: fuzz, days evened out, and parameters fitted if wanted."""

    def __init__(self, retention: float = 0.9, *, fits: bool = False) -> None:
        self.plan = Plan(retention)
        self.memories: dict[int, Memory] = {}
        self.due: Counter[int] = Counter()
        self.log: dict[int, list[tuple[Rating, int]]] = {}
        self.lessons: list[Lesson] = []
        self._fits = fits
        self.kept = 0

    def graded(self, card: int, rating: Rating, day: int) -> int:
        before = self.memories.get(card, Memory())
        after = forecast(before, _at(day), day, self.plan, _id(card), self.due)[rating]
        self.due[before.due_day or 0] -= 1
        self.due[after.due_day or 0] += 1
        self.memories[card] = after
        waited = day - (before.last_day or day)
        reviews = self.log.setdefault(card, [])
        reviews.append((rating, waited))
        if waited:
            self.lessons.append(Lesson(tuple(reviews), day, _id(card)))
        return after.due_day or day

    def day_begins(self, day: int) -> None:
        if self._fits and day - START in FITS_ON:
            self._fit()

    def _fit(self) -> None:
        """Fit as `nqpf-study fit` does, and keep what predicts better."""
        from nqpf_study.study.fitting import ENOUGH
        from nqpf_study.study.fsrs_optimizer import FsrsOptimizer

        earlier, later = split(self.lessons)
        if len(self.lessons) < ENOUGH or not earlier:
            return
        optimizer = FsrsOptimizer()
        tried = optimizer.fit(earlier)
        before = optimizer.evaluate(self.plan.parameters, later)
        if optimizer.evaluate(tried, later).better_than(before):
            self.plan = replace(self.plan, parameters=optimizer.fit(self.lessons))
            self.kept += 1


@dataclass
class _Sm2Card:
    interval: int = 0
    ease: float = 2.5
    step: int | None = 0
    last: int = 0
    due: int = 0


class AnkiSm2:
    """Anki's SM-2 as it is set for a new profile: steps 1m 10m, one and four days, ease 2.5."""

    def __init__(self, seed: int) -> None:
        self._cards: dict[int, _Sm2Card] = {}
        self._random = Random(f"sm2/{seed}")

    def day_begins(self, day: int) -> None: ...

    def graded(self, card: int, rating: Rating, day: int) -> int:
        kept = self._cards.setdefault(card, _Sm2Card())
        if kept.step is not None:
            self._learn(kept, rating)
        else:
            self._review(kept, rating, day)
        kept.last = day
        kept.due = day if kept.step is not None else day + self._fuzzed(kept.interval)
        return kept.due

    def _learn(self, kept: _Sm2Card, rating: Rating) -> None:
        lapsed = kept.interval > 0
        steps = 1 if lapsed else 2
        if rating is Rating.EASY:
            kept.step, kept.interval = None, kept.interval + 1 if lapsed else 4
        elif rating is Rating.AGAIN:
            kept.step = 0
        elif rating is Rating.GOOD:
            kept.step = (kept.step or 0) + 1
            if kept.step == steps:
                kept.step, kept.interval = None, max(kept.interval, 1)

    def _review(self, kept: _Sm2Card, rating: Rating, day: int) -> None:
        late = max(0, day - kept.due)
        hard = max(kept.interval + 1, round(kept.interval * 1.2))
        good = max(hard + 1, round((kept.interval + late / 2) * kept.ease))
        if rating is Rating.AGAIN:
            kept.ease, kept.interval, kept.step = max(1.3, kept.ease - 0.2), 1, 0
        elif rating is Rating.HARD:
            kept.ease, kept.interval = max(1.3, kept.ease - 0.15), hard
        elif rating is Rating.GOOD:
            kept.interval = good
        else:
            kept.interval = max(good + 1, round((kept.interval + late) * kept.ease * 1.3))
            kept.ease += 0.15

    def _fuzzed(self, days: int) -> int:
        return self._random.randint(*fuzz_range(days, 36500))


@dataclass
class Outcome:
    """What two years came to for one learner."""

    grades: int = 0
    reviews: int = 0
    passed: int = 0
    remembered: float = 0.0
    known: list[float] = field(default_factory=list)
    """How many cards were remembered, every 30 days of the last year."""
    unevenness: float = 0.0
    fits: int = 0


def live(learner: Learner, scheduler: Scheduler, cards: int, days: int, seed: int) -> Outcome:
    """Let a learner do all that is asked for, every day."""
    memories: dict[int, Memory] = {}
    dice = {card: Random(f"{seed}/{learner.number}/{card}") for card in range(cards)}
    waiting: dict[int, list[int]] = {}
    outcome, counts, begun = Outcome(), [], 0
    for day in range(START, START + days):
        scheduler.day_begins(day)
        asked = waiting.pop(day, [])
        counts.append(len(asked))
        new = list(range(begun, min(cards, begun + NEW_PER_DAY)))
        begun += len(new)
        for card in (*asked, *new):
            truth = learner.truth(card)
            known = retrievability(memories.get(card, Memory()), day, truth)
            if card in memories:
                outcome.reviews += 1
            due = day
            while due == day:
                rating = _answer(known, dice[card], first=card not in memories)
                outcome.passed += known < 1 and rating > Rating.AGAIN and card in memories
                before = memories.get(card, Memory())
                memories[card] = grade(before, rating, _at(day), day, truth, _id(card))
                outcome.grades += 1
                due = scheduler.graded(card, rating, day)
                known = 1.0  # it was just shown
            waiting.setdefault(due, []).append(card)
        if day >= START + days - 365 and (day - START) % 30 == 0:
            outcome.known.append(_remembered(memories, day, learner))
    outcome.remembered = _remembered(memories, START + days, learner)
    outcome.unevenness = _unevenness(counts)
    if isinstance(scheduler, Ours):
        outcome.fits = scheduler.kept
    return outcome


def _answer(known: float, random: Random, *, first: bool) -> Rating:
    if first:
        return random.choices((Rating.AGAIN, *PASSES), (0.25, 0.15, 0.5, 0.1))[0]
    if random.random() >= known:
        return Rating.AGAIN
    return Rating.GOOD if known == 1 else random.choices(PASSES, SHARES)[0]


def _remembered(memories: dict[int, Memory], day: int, learner: Learner) -> float:
    return sum(
        retrievability(memory, day, learner.truth(card)) for card, memory in memories.items()
    )


def _unevenness(counts: list[int]) -> float:
    """Return how far days stand off the mean of their week, as a share of it."""
    weeks = [(at, fmean(counts[at - 3 : at + 4])) for at in range(30, len(counts) - 3)]
    return fmean(abs(counts[at] - mean) / mean for at, mean in weeks if mean >= 1)


def _id(card: int) -> CardId:
    return CardId("simulated", f"n{card}", "answer")


def _at(day: int) -> datetime:
    return FIRST_DAY + timedelta(days=day - START)


CONTENDERS: dict[str, Callable[[int], Scheduler]] = {
    "Anki's default, SM-2": AnkiSm2,
    "plain FSRS-6": lambda _: PlainFsrs(),
    "NQPF Study": lambda _: Ours(),
    "NQPF Study, fitted": lambda _: Ours(fits=True),
    "NQPF Study, fitted, at 85 %": lambda _: Ours(0.85, fits=True),
}


def one(task: tuple[str, int, int, int, int]) -> Outcome:
    """Live through one learner's days; for a process of its own."""
    name, number, cards, days, seed = task
    learner = Learner.drawn(number, seed)
    return live(learner, CONTENDERS[name](number), cards, days, seed)


def rows(learners: int, cards: int, days: int, seed: int) -> Iterator[tuple[str, list[Outcome]]]:
    """Yield each contender with the outcomes of all learners."""
    with ProcessPoolExecutor() as pool:
        for name in CONTENDERS:
            tasks = [(name, number, cards, days, seed) for number in range(learners)]
            try:
                yield name, list(pool.map(one, tasks))
            except StudyError as error:
                print(f"{name} is left out: {error}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=20)
    parser.add_argument("--cards", type=int, default=500)
    parser.add_argument("--days", type=int, default=730)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    total = asked.learners * asked.cards
    print(f"{asked.learners} learners, {total:,} cards, {asked.days} days, seed {asked.seed}")
    heads = (
        *("scheduler", "grades", "known at the end", "known, last year"),
        *("passed", "grades per known card", "uneven"),
    )
    print(f"| {' | '.join(heads)} |")
    print("|---" * len(heads) + "|")
    for name, outcomes in rows(asked.learners, asked.cards, asked.days, asked.seed):
        grades = sum(one.grades for one in outcomes)
        known = sum(one.remembered for one in outcomes)
        year = sum(fmean(one.known) for one in outcomes)
        passed = sum(one.passed for one in outcomes) / sum(one.reviews for one in outcomes)
        print(
            f"| {name} | {grades:,} | {known / total:.1%} | {year / total:.1%} | {passed:.1%} "
            f"| {grades / year:.2f} | {fmean(one.unevenness for one in outcomes):.1%} |"
        )
        if any(one.fits for one in outcomes):
            fits = sum(one.fits for one in outcomes)
            print(f"<!-- {fits} fits were kept by {len(outcomes)} learners -->")


if __name__ == "__main__":
    main()
