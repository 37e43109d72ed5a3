"""Demonstration collections: what a learner who does not exist has learned, the same every time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import full

from nqpf_study.app import Study
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating, State
from nqpf_study.domain.scheduling import retrievability
from nqpf_study.study.asking import Asked
from nqpf_study.study.session import Session

FIRST_DAY = datetime(2026, 3, 2, 18, 20, tzinfo=UTC)
FRESH, SOME, LONG, FULL, EMPTY = "fresh", "some", "long", "full", "empty"
COLLECTIONS = (FULL, LONG, SOME, FRESH, EMPTY)
"""What scenes start from, what takes longest to make first: the shipped decks just loaded, studied
for some days, studied for long; 10,000 cards; and no deck at all."""

DAYS = {SOME: 12, LONG: 60, FULL: full.DAYS}
"""On how many days a collection was studied."""

NEW_A_DAY = (4, 3, 2, 1)
"""How many new cards a day the learner wants, deck by deck."""

DAY_OFF = 0.12
"""The share of days on which the learner does not study."""


class Clock:
    """The time of a demonstration: it moves when it is told to."""

    def __init__(self) -> None:
        self.at = FIRST_DAY

    def __call__(self) -> datetime:
        """Return the present."""
        return self.at


class Learner:
    """Studies in a data folder; remembers as FSRS says that one does."""

    def __init__(self, home: Path, seed: int = 7) -> None:
        self.home = home
        self.clock = Clock()
        self._random = Random(seed)  # noqa: S311 - no secret

    def open(self, home: Path | None = None) -> Study:
        """Open the learner's collection, or a copy of it in another folder."""
        return Study.open(home or self.home, now=self.clock, random_bits=self._random.getrandbits)

    def begin(self) -> None:
        """Load the shipped decks."""
        with self.open() as study:
            study.load_curated()

    def study_days(self, days: int) -> None:
        """Study on so many days, in the evening; the present is the evening after the last."""
        with self.open() as study:
            for (deck_id, options), new in zip(
                study.deck_options().items(), NEW_A_DAY, strict=True
            ):
                study.set_deck_options(deck_id, replace(options, new_per_day=new))
            for day in range(days):
                if day and self._random.random() < DAY_OFF:
                    continue
                minutes = self._random.randrange(90)
                self.clock.at = FIRST_DAY + timedelta(days=day, minutes=minutes)
                self._study_all(study)
        self.clock.at = FIRST_DAY + timedelta(days=days)

    def study_today(self) -> None:
        """Study all that waits."""
        with self.open() as study:
            self._study_all(study)

    def _study_all(self, study: Study) -> None:
        session = study.session()
        while session.asked is not None:
            self._answer(study, session, session.asked)

    def _answer(self, study: Study, session: Session, asked: Asked) -> None:
        self.clock.at += timedelta(seconds=self._random.lognormvariate(2.0, 0.5))
        session.reveal()
        session.grade(self._rating(study, asked))

    def _rating(self, study: Study, asked: Asked) -> Rating:
        memory = asked.card.status.memory
        plan = study.deck_options()[asked.card.id.deck].plan
        known = {State.NEW: 0.72, State.REVIEW: retrievability(memory, study.today(), plan)}
        if self._random.random() > known.get(memory.state, 0.88):
            return Rating.AGAIN
        return self._random.choices([Rating.HARD, Rating.GOOD, Rating.EASY], [2, 13, 2])[0]


def ask_first(
    study: Study, deck: str, wanted: Callable[[Asked], bool], form: FormChoice = FormChoice.RECALL
) -> None:
    """Have a deck's next session begin with a `wanted` card: those before it are suspended."""
    study.set_study_options(replace(study.study_options(), form=form))
    study.set_deck_options(deck, replace(study.deck_options()[deck], new_per_day=999))
    while (session := study.session([deck])).asked is not None:
        if wanted(session.asked):
            return
        session.suspend()  # and a sibling of it may come first in the next session
    raise LookupError(f"no card of {deck} is wanted")


def make(collection: str, folder: Path) -> None:
    """Make a collection of that name in a folder of its own below `folder`."""
    learner = Learner(folder / collection)
    learner.begin()
    if collection == FULL:
        with learner.open() as study:
            full.fill(study, folder)
    elif collection == EMPTY:
        with learner.open() as study:
            remove_all(study)
    else:
        learner.study_days(DAYS.get(collection, 0))


def learner_of(collection: str, folder: Path) -> Learner:
    """Return the learner of a collection that was made, on the evening after the last day."""
    learner = Learner(folder / collection)
    learner.clock.at += timedelta(days=DAYS.get(collection, 0))
    return learner


def remove_all(study: Study) -> None:
    """Remove every deck."""
    for deck_id in study.deck_options():
        study.remove_deck(deck_id)
