"""What a session came to: which cards were graded, and how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from nqpf_study.domain.forms import Confusion, Form, Judgement
from nqpf_study.domain.kinds import Card
from nqpf_study.domain.review import Rating, State
from nqpf_study.study.log_steps import LogStep
from nqpf_study.study.ports import StoredCard


@dataclass(frozen=True, slots=True)
class Graded:
    """A card that was graded in this session, in which form, and what the form made of it.

    `judgement` is None where no answer was given to the form: from memory, or shown at once.
    """

    card: StoredCard
    face: Card
    rating: Rating
    duration: timedelta
    form: Form = Form.RECALL
    judgement: Judgement | None = None

    @property
    def confused_with(self) -> Confusion | None:
        """Return the wrong answer that was given for the right one, where one was."""
        return self.judgement.confused_with if self.judgement else None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a session came to. `missed` holds each card once that was graded Again.

    `next_due` is when the next learning step ends, None where none is running.
    """

    graded: tuple[Graded, ...]
    missed: tuple[Graded, ...]
    first_seen: int
    duration: timedelta
    next_due: datetime | None


class Tally:
    """Keeps count of a session's grades, by their entries in the log, as they come and go."""

    def __init__(self) -> None:
        self._graded: dict[UUID, Graded] = {}
        self._taken_back: dict[LogStep, Graded] = {}

    def count(self, entry: UUID, graded: Graded) -> None:
        """Count a grade."""
        self._graded[entry] = graded

    def take_back(self, step: LogStep) -> None:
        """Count a grade no more that was undone; one of another session never was counted."""
        if (graded := self._graded.pop(step.entry.id, None)) is not None:
            self._taken_back[step] = graded

    def count_again(self, step: LogStep) -> None:
        """Count a grade again that was redone, if it was counted before."""
        if (graded := self._taken_back.pop(step, None)) is not None:
            self._graded[step.entry.id] = graded

    def summary(self, next_due: datetime | None) -> Summary:
        """Sum up; `next_due` is when the next learning step ends."""
        graded = tuple(self._graded.values())
        missed = {one.card.key: one for one in graded if one.rating is Rating.AGAIN}
        return Summary(
            graded=graded,
            missed=tuple(missed.values()),
            first_seen=sum(one.card.status.memory.state is State.NEW for one in graded),
            duration=sum((one.duration for one in graded), timedelta()),
            next_due=next_due,
        )
