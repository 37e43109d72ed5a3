"""Wrong answers that are right as well, or that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nqpf_study.content.lints.linted import Finding, Linted
from nqpf_study.content.problems import Code, shortened
from nqpf_study.domain.wording import holds, plain_words

_BETWEEN_MEMBERS = re.compile("[;；]")


def may_be_right(distractor: str, answer: str) -> bool:
    """Tell whether a wrong answer says what the right one does, alone or among other things."""
    told, right = _members(distractor), _members(answer)
    return right <= told or holds(plain_words(distractor), plain_words(answer))


def bad_distractors(linted: Linted) -> Iterator[Finding]:
    """Find distractors that are no wrong answers, and those that stand twice."""
    if not linted.note.distractors:
        return
    answer = linted.cards[0].answer
    said: set[frozenset[tuple[str, ...]]] = set()
    for place, distractor in zip(linted.items("distractors"), linted.note.distractors, strict=True):
        members = _members(distractor)
        if may_be_right(distractor, answer):
            message = f"the distractor “{shortened(distractor)}” holds the right answer"
        elif members in said:
            message = f"the distractor “{shortened(distractor)}” says what one before it says"
        else:
            said.add(members)
            continue
        yield Finding(place, Code.BAD_DISTRACTOR, message, "give an answer that is plainly wrong")


def _members(text: str) -> frozenset[tuple[str, ...]]:
    """Return what an answer lists, each in plain words; the order doesn't count."""
    return frozenset(
        said for part in _BETWEEN_MEMBERS.split(text) if (said := plain_words(part))
    ) or frozenset({(text,)})
