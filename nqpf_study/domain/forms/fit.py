"""Which form a card is asked in: the learner's choice, or the one that fits its memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from nqpf_study.domain.forms.form import Form, Prompt
from nqpf_study.domain.forms.tasks import Peers, Task, task_of
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Memory, State


class FitReason(StrEnum):
    """Why a card is asked in its form."""

    CHOSEN = "chosen"
    """The learner chose the form."""
    NEW = "new"
    """The card was never graded."""
    YOUNG = "young"
    """It is being learned, or learned again, or will be forgotten within a week."""
    GROWING = "growing"
    """It is remembered for weeks."""
    KNOWN = "known"
    """It is remembered for longer."""
    TURN = "turn"
    """In a practice test the forms take turns."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Forms to ask a card in: the first of `forms` that it can be asked in, else of `otherwise`.

    Neither names recall, which any card can be asked in, unless it is what is wished for.
    """

    reason: FitReason
    forms: tuple[Form, ...]
    otherwise: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Fit:
    """The form that a card is asked in and why; `as_wished` where the card can be asked so."""

    form: Form
    reason: FitReason
    as_wished: bool = True


@dataclass(frozen=True, slots=True)
class Stage:
    """A row of the table of forms that fit: up to which stability (days), and which forms."""

    reason: FitReason
    below: float
    forms: tuple[Form, ...]


NEW_CARD = Stage(FitReason.NEW, 0, (Form.CHOICE, Form.MATCH))
STAGES = (
    Stage(FitReason.YOUNG, 7, (Form.MATCH, Form.CHOICE)),
    Stage(FitReason.GROWING, 30, (Form.ORDER, Form.LIST, Form.CLOZE, Form.TYPED)),
    Stage(FitReason.KNOWN, float("inf"), (Form.LIST, Form.CLOZE, Form.TYPED)),
)
"""To recognise comes before to put in order, and that before to produce. A card that fits none of
its stage's forms is asked from memory."""

UNLIKE_SORTS = frozenset({"answer", "all", "meaning"})
"""Sorts of cards whose questions ask for all manner of things. A match among them is solved by the
shape of the questions, so it is made where the learner asks for it, and fits none of them."""

CHOSEN: Mapping[FormChoice, Wish] = MappingProxyType(
    {
        choice: Wish(FitReason.CHOSEN, forms, otherwise)
        for choice, forms, otherwise in (
            (FormChoice.RECALL, (Form.RECALL,), ()),
            (FormChoice.CHOICE, (Form.CHOICE,), ()),
            (FormChoice.MATCH, (Form.MATCH,), (Form.CHOICE,)),
            (FormChoice.ORDER, (Form.ORDER,), (Form.LIST,)),
            (FormChoice.LIST, (Form.LIST,), ()),
            (FormChoice.TYPED, (Form.CLOZE, Form.TYPED, Form.LIST), ()),
        )
    }
)
"""What each choice of the learner stands for, apart from those that depend on a card's memory."""


def wish(choice: FormChoice, memory: Memory) -> Wish:
    """Return the forms that a learner's choice asks for, given what is known of the memory."""
    if choice is FormChoice.FIT:
        stage = stage_of(memory)
        return Wish(stage.reason, stage.forms)
    if choice is FormChoice.MIXED:
        known = memory.state is State.REVIEW
        return Wish(stage_of(memory).reason, (Form.RECALL if known else Form.CHOICE,))
    return CHOSEN[choice]


def stage_of(memory: Memory) -> Stage:
    """Return the row of the table that a card stands in."""
    if memory.state is State.NEW:
        return NEW_CARD
    if memory.state is not State.REVIEW:
        return STAGES[0]
    stability = memory.stability or 0.0
    return next(stage for stage in STAGES if stability < stage.below)


def fitted(wished: Wish, prompt: Prompt, peers: Peers, seed: str) -> tuple[Fit, Task | None]:
    """Ask a card in the first form of a wish that it can be asked in, from memory else."""
    for forms, as_wished in ((wished.forms, True), (wished.otherwise, False)):
        for form in forms:
            if form is Form.MATCH and not _match_fits(wished, prompt):
                continue
            task = task_of(form, prompt, peers, seed)
            if task is not None or form is Form.RECALL:
                return Fit(form, wished.reason, as_wished), task
    return Fit(Form.RECALL, wished.reason, as_wished=False), None


def _match_fits(wished: Wish, prompt: Prompt) -> bool:
    asked_for = wished.reason is FitReason.CHOSEN
    return asked_for or prompt.sort not in UNLIKE_SORTS
