"""The part of the card for each form; each is imported when a card is first asked so."""

# ruff: noqa: PLC0415 - see above: the first question is not to wait for forms that it isn't in

from __future__ import annotations

from collections.abc import Callable

from nqpf_study.domain.forms import Choice, Cloze, Listing, Match, Order, Task, Typed
from nqpf_study.ui.session.parts.part import FormPart


def part_for(task: Task | None, worded: Callable[[str], str]) -> FormPart | None:
    """Make the part that takes the answer to a task; None where it is given from memory.

    `worded` words an answer as it is shown among others.
    """
    part: FormPart | None = None
    match task:
        case Choice():
            from nqpf_study.ui.session.parts.choice import ChoicePart

            part = ChoicePart(task, worded)
        case Match():
            from nqpf_study.ui.session.parts.match import MatchPart

            part = MatchPart(task, worded)
        case Order():
            from nqpf_study.ui.session.parts.order import OrderPart

            part = OrderPart(task)
        case Listing():
            from nqpf_study.ui.session.parts.listing import ListPart

            part = ListPart(task)
        case Cloze():
            from nqpf_study.ui.session.parts.typed import ClozePart

            part = ClozePart(task)
        case Typed():
            from nqpf_study.ui.session.parts.typed import TypedPart

            part = TypedPart()
    return part
