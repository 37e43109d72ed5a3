"""Asking in a form: a task made of a card; and judging what was answered to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from types import MappingProxyType
from typing import TypeAlias, TypeGuard

from nqpf_study.domain.forms.choice import Choice, choice_of
from nqpf_study.domain.forms.cloze import Cloze, cloze_of
from nqpf_study.domain.forms.form import Form, Prompt
from nqpf_study.domain.forms.judgement import Judgement
from nqpf_study.domain.forms.listing import Listing, listing_of
from nqpf_study.domain.forms.match import Match, match_of
from nqpf_study.domain.forms.order import Order, order_of
from nqpf_study.domain.forms.typed import Typed, typed_of

Task: TypeAlias = Choice | Match | Order | Listing | Cloze | Typed
"""What a form asks; recall, which asks for nothing to be given, has none."""

Answer: TypeAlias = int | str | Sequence[int | None] | Sequence[str]
"""What is given: of a choice the option's place; of a match for each question the place of its
answer; of an order the places in what is laid out, first to last; of a list its lines; of a cloze
a text for each gap; typed text."""

Peers: TypeAlias = Callable[[], Sequence[Prompt]]
"""Gives the other cards of the note and those of like notes, when a form needs them."""

_MAKERS: Mapping[Form, Callable[[Prompt, Peers, Random], Task | None]] = MappingProxyType(
    {
        Form.CHOICE: lambda prompt, peers, random: choice_of(prompt, peers(), random),
        Form.MATCH: lambda prompt, peers, random: match_of(prompt, peers(), random),
        Form.ORDER: lambda prompt, _, random: order_of(prompt, random),
        Form.LIST: lambda prompt, _, __: listing_of(prompt),
        Form.CLOZE: lambda prompt, _, __: cloze_of(prompt),
        Form.TYPED: lambda prompt, peers, _: typed_of(prompt, peers()),
    }
)


def task_of(form: Form, prompt: Prompt, peers: Peers, seed: str) -> Task | None:
    """Ask a card in a form, None where it cannot be asked so; recall needs no task.

    The same seed asks alike.
    """
    if form is Form.RECALL:
        return None
    return _MAKERS[form](prompt, peers, Random(f"{seed}#{form}"))  # noqa: S311 - no secret


def judge(task: Task, answer: Answer) -> Judgement:
    """Judge an answer. Raises ValueError for one that the task's form does not ask for."""
    match task:
        case Choice() if isinstance(answer, int):
            return task.judge(answer)
        case Typed() if isinstance(answer, str):
            return task.judge(answer)
        case Order() if _is_order(answer):
            return task.judge(answer)
        case Match() if _is_places(answer):
            return task.judge(answer)
        case Listing() | Cloze() if _is_texts(answer):
            return task.judge(answer)
        case _:
            raise ValueError(f"{answer!r} is no answer to a {type(task).__name__.lower()}")


def _is_order(answer: Answer) -> TypeGuard[Sequence[int]]:
    return _is_places(answer) and None not in answer


def _is_places(answer: Answer) -> TypeGuard[Sequence[int | None]]:
    return isinstance(answer, Sequence) and all(
        place is None or isinstance(place, int) for place in answer
    )


def _is_texts(answer: Answer) -> TypeGuard[Sequence[str]]:
    return (
        isinstance(answer, Sequence)
        and not isinstance(answer, str)
        and all(isinstance(text, str) for text in answer)
    )
