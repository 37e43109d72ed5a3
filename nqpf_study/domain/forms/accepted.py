"""The answers that a card takes for right, and how near a typed one comes to the nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from nqpf_study.domain.forms.difference import likeness
from nqpf_study.domain.forms.form import Prompt
from nqpf_study.domain.forms.judgement import Reason
from nqpf_study.domain.forms.outcomes import PROPOSED, RIGHT, SEVERITY
from nqpf_study.domain.review import Rating

_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]\.?$")


class Wording(StrEnum):
    """What an accepted answer is to the card's own one."""

    OWN = "own"
    VARIANT = "variant"
    PINYIN = "pinyin"


@dataclass(frozen=True, slots=True)
class Accepted:
    """An answer that counts as right."""

    text: str
    wording: Wording = Wording.OWN


def accepted_for(prompt: Prompt) -> tuple[Accepted, ...]:
    """Return the answers that a card takes, its own first.

    What stands in brackets at the end may be left out. A term's variants are right where the term
    is asked for, without the bracket that tells who uses each; where its Chinese is asked for, the
    note's pinyin is.
    """
    note, face = prompt.note, prompt.face
    found = [Accepted(face.answer)]
    if note.kind == "term" and face.name == "chinese":
        found = [Accepted(note.text("chinese")), *found]
        found += [Accepted(note.text("pinyin"), Wording.PINYIN)] if note.text("pinyin") else []
    elif note.kind == "term" and face.name == "name":
        found += [Accepted(member.text, Wording.VARIANT) for member in note.members("variants")]
    return _with_asides_left_out(found)


def nearest(given: str, accepted: Sequence[Accepted]) -> tuple[Reason, Accepted]:
    """Return how near a typed answer comes to the accepted one that it is nearest to."""
    compared = [(_compared(given, one), one) for one in accepted]
    return min(compared, key=lambda each: (SEVERITY[each[0]], -likeness(given, each[1].text)))


def is_taken_for(given: str, accepted: Sequence[Accepted]) -> bool:
    """Tell whether a text would be taken for right if it were typed."""
    from nqpf_study.domain.forms.comparison import compare_pinyin, is_right

    return any(
        compare_pinyin(given, one.text) in RIGHT
        if one.wording is Wording.PINYIN
        else is_right(given, one.text)
        for one in accepted
    )


def _compared(given: str, accepted: Accepted) -> Reason:
    from nqpf_study.domain.forms.comparison import compare, compare_pinyin

    if accepted.wording is Wording.PINYIN:
        return compare_pinyin(given, accepted.text) if given.strip() else Reason.EMPTY
    reason = compare(given, accepted.text)
    if accepted.wording is Wording.VARIANT and PROPOSED[reason] is Rating.GOOD:
        return max(reason, Reason.VARIANT, key=SEVERITY.__getitem__)
    return reason


def _with_asides_left_out(found: Sequence[Accepted]) -> tuple[Accepted, ...]:
    shorter = [Accepted(_ASIDE.sub("", one.text.strip()), one.wording) for one in found]
    return tuple(one for one in dict.fromkeys([*found, *shorter]) if one.text)
