"""Wrong answers that are right as well, or that say the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from nqpf_study.content.lints.linted import Finding, Linted
from nqpf_study.content.problems import Code, shortened
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.script import HAN
from nqpf_study.domain.wording import holds

_WORD = re.compile(rf"[{HAN}]|[^\W{HAN}]+")
_BETWEEN_MEMBERS = re.compile("[;；]")


def may_be_right(distractor: str, answer: str) -> bool:
    """Tell whether a wrong answer says what the right one does, alone or among other things."""
    told, right = _said(distractor), _said(answer)
    if right <= told:
        return True
    whole = _words(answer)
    return len(right) == 1 and bool(whole) and holds(_words(distractor), whole)


def bad_distractors(linted: Linted) -> Iterator[Finding]:
    """Find distractors that are no wrong answers, and those that stand twice."""
    if not linted.note.distractors:
        return
    answer = linted.cards[0].answer
    said: set[frozenset[str]] = set()
    for place, distractor in zip(linted.items("distractors"), linted.note.distractors, strict=True):
        told = _said(distractor)
        if may_be_right(distractor, answer):
            message = phrase(
                "the distractor “{distractor}” holds the right answer",
                distractor=shortened(distractor),
            )
        elif told in said:
            message = phrase(
                "the distractor “{distractor}” says what one before it says",
                distractor=shortened(distractor),
            )
        else:
            said.add(told)
            continue
        yield Finding(place, Code.BAD_DISTRACTOR, message, "give an answer that is plainly wrong")


def _said(text: str) -> frozenset[str]:
    """Return what an answer lists; neither the order counts, nor case and punctuation."""
    members = (" ".join(_words(member)) for member in _BETWEEN_MEMBERS.split(text))
    return frozenset(filter(None, members)) or frozenset({text})


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
