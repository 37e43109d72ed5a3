"""What a form makes of an answer: how good it was, why, and part by part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nqpf_study.domain.review import CardId, Rating

if TYPE_CHECKING:
    from nqpf_study.domain.forms.difference import Run


class Reason(StrEnum):
    """Why an answer is judged as it is. The words for it are the front ends'."""

    EXACT = "exact"
    """The answer as it stands."""
    DRESS = "dress"
    """Right but for case, punctuation, accents, or full and half width."""
    SCRIPT = "script"
    """Right, in traditional characters for simplified ones or the other way round."""
    SMALL_WORDS = "small-words"
    """Right but for articles and other small words at the beginning."""
    SPELLING = "spelling"
    """Right, in British spelling for American or the other way round."""
    NUMBERS = "numbers"
    """Right, with numbers, per cents or dates written another way."""
    ANY_ORDER = "any-order"
    """Right, its members in another order, which is not asked for."""
    VARIANT = "variant"
    """Right: another wording that the note gives."""
    PINYIN = "pinyin"
    """Right, in pinyin for the Chinese that was asked for."""
    NO_TONES = "no-tones"
    """Right, in pinyin without its tones."""
    WRONG_TONES = "wrong-tones"
    """The right syllables of pinyin with other tones."""
    TYPO = "typo"
    """Right but for one slip of the keys."""
    NEARLY = "nearly"
    """Several slips of the keys, or one in a short word: close enough to be what was meant."""
    TOO_MUCH = "too-much"
    """Holds the answer, and says more than it."""
    MOSTLY = "mostly"
    """Most of the answer, or of its members, pairs and places."""
    PARTLY = "partly"
    """Less than most of it."""
    OUT_OF_ORDER = "out-of-order"
    """All that was asked for, in another order than the one that was asked for."""
    ONLY_OWN = "only-own"
    """The card's own pair is right, another one is not."""
    ANOTHER = "another"
    """The right answer to another card."""
    WRONG = "wrong"
    """Something else."""
    EMPTY = "empty"
    """Nothing at all."""


class Mark(StrEnum):
    """How one part of an answer did."""

    RIGHT = "right"
    NEARLY = "nearly"
    WRONG = "wrong"
    MISSING = "missing"
    """Asked for and not given."""
    EXTRA = "extra"
    """Given and not asked for."""
    REPEATED = "repeated"
    """Given before: it counts neither way."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer: a typed text, a gap, a member or a pair.

    `given` is what the learner said, empty where it is missing; `right` what was to be said, empty
    for what was not asked for. `difference` leads from the one to the other letter by letter, for
    what was typed. `displacement` is how many places an ordered member stands too late (too early:
    below zero).
    """

    mark: Mark
    right: str
    given: str = ""
    reason: Reason = Reason.EXACT
    difference: tuple[Run, ...] = ()
    displacement: int = 0


@dataclass(frozen=True, slots=True)
class Confusion:
    """A wrong answer that was given for the right one, and the card that it would answer."""

    text: str
    card: CardId | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a form makes of an answer. The rating is a proposal: the learner's key decides.

    `right` tells whether it counts as the whole answer. `parts` stand in the order of the answer,
    what was not asked for last.
    """

    right: bool
    proposed: Rating
    reason: Reason = Reason.EXACT
    parts: tuple[Part, ...] = ()
    confused_with: Confusion | None = None
