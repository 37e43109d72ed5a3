"""The review log's words: ratings, states, a card's memory, and what a learner did to a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from uuid import UUID


class Rating(IntEnum):
    """How well a card was remembered."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class State(IntEnum):
    """Where a card stands in its learning."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


@dataclass(frozen=True, slots=True, order=True)
class CardId:
    """A card's identity, the author's own: deck id, note id, and the card's name in its kind."""

    deck: str
    note: str
    card: str

    def __str__(self) -> str:
        """Return the id in one word, as exports and the command line show it."""
        return f"{self.deck}/{self.note}/{self.card}"


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of the learner's memory of one card.

    `stability` is in days, `difficulty` runs from 1 to 10. `due_day` is a study day (an ordinal as
    of `date.toordinal`), set for every card but a new one; `due_at` (UTC) is set only while a
    learning step runs. `last_day` and `last_at` tell of the last grade.
    """

    state: State = State.NEW
    step: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    due_day: int | None = None
    due_at: datetime | None = None
    last_day: int | None = None
    last_at: datetime | None = None
    reps: int = 0
    lapses: int = 0


@dataclass(frozen=True, slots=True)
class CardStatus:
    """A card's memory and whether it is set aside: all that replaying its log yields.

    `buried_day` is the study day on which the card was buried; it is back on the next one.
    """

    memory: Memory = Memory()
    suspended: bool = False
    buried_day: int | None = None


class Act(StrEnum):
    """What a learner did to a card."""

    GRADE = "grade"
    BURY = "bury"
    SUSPEND = "suspend"
    RESUME = "resume"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Plan:
    """How a card was scheduled when it was graded: all that a replay needs besides the rating.

    `parameters` are the 21 weights of FSRS-6, empty for the defaults of the library; steps are
    durations; `maximum_interval` is in days.
    """

    desired_retention: float = 0.9
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)
    maximum_interval: int = 36500
    parameters: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One row of the append-only log: a graded answer, or another act on a card, or its undoing.

    `id` is a UUIDv7; within one collection ids only grow, so they order the log. `at` is UTC,
    `day` the study day in which the learner lived then. `state` is the state in which the card was
    asked. `duration` is in milliseconds. A grade carries its rating, its form and its plan; an
    undo carries the id of the entry that it takes back. `interval` is the number of days that the
    learner was promised with the grade, where it led to review: days are evened out by choosing
    within the fuzz range, and what was chosen can't be told from the entry otherwise. `answer` is
    what was said in place of the right answer, `mistaken_for` the card that it would have answered.
    """

    id: UUID
    card: CardId
    act: Act
    at: datetime
    day: int
    state: State = State.NEW
    rating: Rating | None = None
    form: str = ""
    hinted: bool = False
    duration: int = 0
    plan: Plan | None = None
    undoes: UUID | None = None
    interval: int | None = None
    answer: str = ""
    mistaken_for: CardId | None = None
