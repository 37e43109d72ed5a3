"""How a card is asked: recall, or choice among answers of the same kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from nqpf_study.domain.anchoring import normalise
from nqpf_study.domain.kinds import Card
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating, State

OPTIONS = 4
FEWEST_OPTIONS = 3


class Form(StrEnum):
    """The name under which a form enters the log."""

    RECALL = "recall"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Choice:
    """Answers to choose from; `right` is the index of the right one."""

    options: tuple[str, ...]
    right: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a form makes of an answer. The rating is a proposal: the learner's key decides."""

    right: bool
    proposed: Rating


def wanted_form(choice: FormChoice, state: State) -> Form:
    """Return the form in which a card is to be asked, if it can be."""
    if choice is FormChoice.MIXED:
        return Form.RECALL if state is State.REVIEW else Form.CHOICE
    return Form(choice.value)


def choice_of(
    card: Card, distractors: Iterable[str], others: Iterable[str], random: Random
) -> Choice | None:
    """Offer the card's answer among wrong ones, or None where there are too few.

    The author's `distractors` come first, then `others`: answers of the same kind from the deck.
    None that equals the right answer, or another option, but for case and space is offered.
    """
    used = {_plain(card.answer)}
    wrong: list[str] = []
    pool = sorted(set(others))
    random.shuffle(pool)
    for text in [*distractors, *pool]:
        if len(wrong) == OPTIONS - 1:
            break
        if _plain(text) not in used:
            used.add(_plain(text))
            wrong.append(text)
    if len(wrong) < FEWEST_OPTIONS - 1:
        return None
    options = [card.answer, *wrong]
    random.shuffle(options)
    return Choice(tuple(options), options.index(card.answer))


def judge(choice: Choice, chosen: int) -> Judgement:
    """Judge a choice: right proposes Good, wrong proposes Again."""
    right = chosen == choice.right
    return Judgement(right, Rating.GOOD if right else Rating.AGAIN)


def _plain(text: str) -> str:
    return normalise(text).casefold()
