"""The part of the card for each form."""

from __future__ import annotations

from collections.abc import Callable

from nqpf_study.domain.forms import Choice, Cloze, Listing, Match, Order, Task, Typed
from nqpf_study.ui.session.parts.choice import ChoicePart
from nqpf_study.ui.session.parts.listing import ListPart
from nqpf_study.ui.session.parts.match import MatchPart
from nqpf_study.ui.session.parts.order import OrderPart
from nqpf_study.ui.session.parts.part import FormPart
from nqpf_study.ui.session.parts.typed import ClozePart, TypedPart


def part_for(task: Task | None, worded: Callable[[str], str]) -> FormPart | None:
    """Make the part that takes the answer to a task; None where it is given from memory.

    `worded` words an answer as it is shown among others.
    """
    part: FormPart | None = None
    match task:
        case Choice():
            part = ChoicePart(task, worded)
        case Match():
            part = MatchPart(task, worded)
        case Order():
            part = OrderPart(task)
        case Listing():
            part = ListPart(task)
        case Cloze():
            part = ClozePart(task)
        case Typed():
            part = TypedPart()
    return part
