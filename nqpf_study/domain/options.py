"""What a learner may set, with sane defaults."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nqpf_study.domain.review import Plan


class FormChoice(StrEnum):
    """How cards are asked, where they can be asked so: in one form, or in the one that fits.

    MIXED is a choice until a card is in review, and from memory then; FIT goes by the table in
    `forms.fit`.
    """

    RECALL = "recall"
    CHOICE = "choice"
    MIXED = "mixed"
    FIT = "fit"
    TYPED = "typed"
    LIST = "list"
    ORDER = "order"
    MATCH = "match"


class NewOrder(StrEnum):
    """In which order a deck's unseen cards come: as its author put them, or scattered."""

    DECK = "deck"
    RANDOM = "random"


@dataclass(frozen=True, slots=True)
class Exam:
    """A study day by which a deck is to be known, and the retrievability aimed at (0 to 1)."""

    day: int
    target: float = 0.9


LEECH_LAPSES = 8
"""After how many lapses a card is called a leech."""


@dataclass(frozen=True, slots=True)
class DeckOptions:
    """How one deck is studied: cards a study day, and how they are scheduled.

    A card that lapsed `leech_threshold` times is listed as a leech; 0 lists none.
    """

    new_per_day: int = 10
    reviews_per_day: int = 200
    plan: Plan = Plan()
    new_order: NewOrder = NewOrder.DECK
    leech_threshold: int = LEECH_LAPSES
    exam: Exam | None = None

    def new_limit(self, day: int, unseen: int, begun: int) -> int:
        """Return how many new cards study day `day` may have.

        Before an exam they are as many as it takes to have seen all by then: `unseen` cards are
        left, `begun` were begun today.
        """
        if self.exam is None or self.exam.day <= day:
            return self.new_per_day
        return max(self.new_per_day, -(-(unseen + begun) // (self.exam.day - day)))


@dataclass(frozen=True, slots=True)
class FitOptions:
    """Whether the scheduler is fitted by itself, and how long the log was the last time."""

    by_itself: bool = True
    tried_at: int = 0


@dataclass(frozen=True, slots=True)
class StudyOptions:
    """How all decks are studied.

    `rollover_hour` is the local hour at which a study day starts. `zone` is an IANA time zone,
    empty for the system's.
    """

    rollover_hour: int = 4
    zone: str = ""
    form: FormChoice = FormChoice.RECALL
