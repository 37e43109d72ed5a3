"""Answers of other cards that may be mistaken for a card's own and are not right as well."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from nqpf_study.domain.forms.accepted import accepted_for, is_taken_for
from nqpf_study.domain.forms.chinese import has_han
from nqpf_study.domain.forms.difference import likeness
from nqpf_study.domain.forms.folding import key
from nqpf_study.domain.forms.form import Prompt
from nqpf_study.domain.script import HAN

REACH = 2
"""Out of how many times as many near answers the wanted number is drawn."""

_BETWEEN_MEMBERS = re.compile("[;；]")
_WORD = re.compile(rf"[{HAN}]|[^\W{HAN}]+")  # each Chinese character counts as a word
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Rival:
    """An answer that is wrong for the card, and the card that it belongs to, if to one."""

    text: str
    prompt: Prompt | None = None


def rivals(
    prompt: Prompt, candidates: Iterable[Rival], wanted: int, random: Random
) -> tuple[Rival, ...]:
    """Draw up to `wanted` wrong answers among the candidates nearest to the right one.

    None is drawn that may be right as well: that says the same as the right answer or as another
    one drawn, would be taken for it when typed, holds it or is held by it (“March 2024” beside
    “5 March 2024”, a list beside a part of it), answers a card with the same question, or belongs
    to a note that rests on the same passage, other than one of the card's own note.
    """
    right, accepted = said(prompt.face.answer), accepted_for(prompt)
    within_reach: dict[str, Rival] = {}
    for rival in nearest_first(prompt, candidates):
        if len(within_reach) >= REACH * wanted:
            break
        if (
            not holds(right, said(rival.text))
            and not (rival.prompt and _also_right(prompt, rival.prompt))
            and not is_taken_for(rival.text, accepted)
        ):
            within_reach.setdefault(key(rival.text), rival)
    return tuple(random.sample(list(within_reach.values()), min(wanted, len(within_reach))))


def nearest_first(prompt: Prompt, candidates: Iterable[Rival]) -> list[Rival]:
    """Return the candidates, those first that are mistaken the easiest for the right answer.

    Common tags, the likeness of the words and a like length count, and that both are Chinese or
    both hold numbers; an answer that the question itself names is given away, and comes last.
    """
    own, tags = prompt.face.answer, frozenset(prompt.note.tags)
    asked = _words(prompt.face.question)

    def nearness(rival: Rival) -> float:
        other = rival.text
        near = likeness(own, other) + min(len(own), len(other)) / max(len(own), len(other), 1)
        if rival.prompt is not None:
            others = frozenset(rival.prompt.note.tags)
            near += len(tags & others) / max(1, len(tags | others))
        near += (has_han(own) == has_han(other)) + (_has_digit(own) and _has_digit(other))
        return near - 3 * (_words(other) in asked)

    return sorted(sorted(candidates, key=_place), key=nearness, reverse=True)


@lru_cache(maxsize=4096)  # an answer is held against many others
def said(text: str) -> frozenset[str]:
    """Return what an answer says, member by member: words between single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    members = (" ".join(_WORD.findall(member)) for member in _BETWEEN_MEMBERS.split(folded))
    return frozenset(filter(None, members)) or frozenset({folded})


def holds(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one answer holds the other, as a list or as words."""
    if one <= other or other <= one:
        return True
    words, others = (f" {' '.join(sorted(said))} " for said in (one, other))
    return words in others or others in words


def clash(prompt: Prompt, other: Prompt) -> bool:
    """Tell whether either card's answer may be right for the other."""
    return (
        holds(said(prompt.face.answer), said(other.face.answer))
        or _also_right(prompt, other)
        or is_taken_for(other.face.answer, accepted_for(prompt))
        or is_taken_for(prompt.face.answer, accepted_for(other))
    )


def _also_right(prompt: Prompt, other: Prompt) -> bool:
    if _words(other.face.question) == _words(prompt.face.question):
        return True
    return other.id.note != prompt.id.note and not set(prompt.note.passages).isdisjoint(
        other.note.passages
    )


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None


def _place(rival: Rival) -> tuple[str, str]:
    return rival.text, str(rival.prompt.id) if rival.prompt else ""
