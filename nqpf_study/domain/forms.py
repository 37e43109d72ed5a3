"""How a card is asked: recall, or choice among answers of the same kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from random import Random

from nqpf_study.domain.kinds import Card
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating, State
from nqpf_study.domain.script import HAN

OPTIONS = 4
FEWEST_OPTIONS = 3

_BETWEEN_MEMBERS = re.compile("[;；]")
_WORD = re.compile(rf"[{HAN}]|[^\W{HAN}]+")  # each Chinese character counts as a word


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
    card: Card, distractors: Iterable[str], others: Iterable[Iterable[str]], random: Random
) -> Choice | None:
    """Offer the card's answer among wrong ones, or None where there are too few.

    The author's `distractors` come first, then `others`: pools of other cards' answers, the
    likeliest to be mistaken for the right one first. None is offered that says what another option
    says, whatever its case, space and punctuation. Of `others` none is offered, either, that holds
    the right answer or is held by it: “March 2024” beside “5 March 2024”, or a list beside a part
    of it, may be right as well.
    """
    right = _said(card.answer)
    used = {right}
    wrong: list[str] = []
    given = _shuffled(distractors, random)
    pools = [_shuffled(pool, random) for pool in others]
    for text in chain(given, *pools):
        said = _said(text)
        if said in used or (text not in given and _holds(right, said)):
            continue
        used.add(said)
        wrong.append(text)
        if len(wrong) == OPTIONS - 1:
            break
    if len(wrong) < FEWEST_OPTIONS - 1:
        return None
    options = [card.answer, *wrong]
    random.shuffle(options)
    return Choice(tuple(options), options.index(card.answer))


def judge(choice: Choice, chosen: int) -> Judgement:
    """Judge a choice: right proposes Good, wrong proposes Again."""
    if not 0 <= chosen < len(choice.options):
        raise ValueError("no such option")
    right = chosen == choice.right
    return Judgement(right, Rating.GOOD if right else Rating.AGAIN)


def _shuffled(texts: Iterable[str], random: Random) -> list[str]:
    """Return texts in an order that depends on the dice alone."""
    shuffled = sorted(set(texts))
    random.shuffle(shuffled)
    return shuffled


def _said(text: str) -> frozenset[str]:
    """Return what an answer says, member by member: words between single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    members = (" ".join(_WORD.findall(member)) for member in _BETWEEN_MEMBERS.split(folded))
    return frozenset(filter(None, members)) or frozenset({folded})


def _holds(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one answer holds the other, as a list or as words."""
    if one <= other or other <= one:
        return True
    words, others = (f" {' '.join(sorted(said))} " for said in (one, other))
    return words in others or others in words
