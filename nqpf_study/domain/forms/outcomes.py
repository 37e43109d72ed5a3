"""What each outcome of a comparison proposes, from the best to the worst."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from nqpf_study.domain.forms.judgement import Mark, Reason
from nqpf_study.domain.review import Rating

PROPOSED: Mapping[Reason, Rating] = MappingProxyType(
    {
        Reason.EXACT: Rating.GOOD,
        Reason.DRESS: Rating.GOOD,
        Reason.SCRIPT: Rating.GOOD,
        Reason.SMALL_WORDS: Rating.GOOD,
        Reason.SPELLING: Rating.GOOD,
        Reason.NUMBERS: Rating.GOOD,
        Reason.ANY_ORDER: Rating.GOOD,
        Reason.VARIANT: Rating.GOOD,
        Reason.PINYIN: Rating.GOOD,
        Reason.NO_TONES: Rating.GOOD,
        Reason.TYPO: Rating.GOOD,
        Reason.WRONG_TONES: Rating.HARD,
        Reason.NEARLY: Rating.HARD,
        Reason.TOO_MUCH: Rating.HARD,
        Reason.MOSTLY: Rating.HARD,
        Reason.PARTLY: Rating.AGAIN,
        Reason.ANOTHER: Rating.AGAIN,
        Reason.WRONG: Rating.AGAIN,
        Reason.EMPTY: Rating.AGAIN,
    }
)
"""The rating that each outcome of a comparison proposes, the best outcome first."""

SEVERITY: Mapping[Reason, int] = MappingProxyType(
    {reason: place for place, reason in enumerate(PROPOSED)}
)
"""The place of each outcome between the best and the worst."""

RIGHT = frozenset(reason for reason in PROPOSED if SEVERITY[reason] <= SEVERITY[Reason.NEARLY])
"""The outcomes that count as the whole answer."""

MOST = 2 / 3
"""The share of an answer that is most of it."""
SOME = 1 / 3
"""The share of an answer that is a part of it worth naming."""


def mark_of(reason: Reason) -> Mark:
    """Return the mark of a part that was compared."""
    if reason is Reason.EMPTY:
        return Mark.MISSING
    if PROPOSED[reason] is Rating.GOOD:
        return Mark.RIGHT
    return Mark.NEARLY if PROPOSED[reason] is Rating.HARD else Mark.WRONG
