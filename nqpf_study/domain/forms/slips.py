"""Telling a slip of the keys from another word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nqpf_study.domain.forms.chinese import has_han
from nqpf_study.domain.forms.judgement import Reason

LETTERS_A_SLIP = 8
"""An answer may hold a slip for every so many letters, and one in any case."""

DENIALS = frozenset(("no", "non", "not", "never", "nor", "without", "cannot", "minus"))
"""Words that turn an answer round."""
HAN_DENIALS = frozenset("不非无未没反")
"""Characters that do."""

_SHORTEST_WORD, _LONG_WORD = 4, 8
_SURE = 6  # a slip in fewer letters than these may as well be another word
_FEWEST_HAN = 4
_PREFIXES = (
    *("in", "un", "im", "ir", "il", "dis", "de", "non", "anti", "mis", "counter", "under", "over"),
    *("up", "down", "out", "pre", "post", "ex", "inter", "intra", "sub", "super", "macro", "micro"),
)
_OPPOSITE_ENDS = (("er", "ee"), ("or", "ee"), ("less", "ful"))
_SHORTEST_STEM = 3
_FAR = 10**6


def slips_between(given: str, right: str) -> Reason | None:
    """Tell whether folded texts differ by slips of the keys: TYPO, NEARLY, or None if by more.

    A number is never one, nor is a word that a prefix or a suffix turns into its opposite. Of
    Chinese only characters that are missing, doubled or interchanged are slips.
    """
    if has_han(given) or has_han(right):
        return _slip_in_han(given.replace(" ", ""), right.replace(" ", ""))
    one, other = given.split(), right.split()
    letters = len("".join(other))
    if abs(letters - len("".join(one))) > max(1, letters // LETTERS_A_SLIP):
        return None
    edits = _edits_by_word(one, other) if len(one) == len(other) else _edits_in_all(one, other)
    if not 0 < edits <= max(1, letters // LETTERS_A_SLIP):
        return None
    return Reason.TYPO if edits == 1 and letters >= _SURE else Reason.NEARLY


def is_slip(given: str, right: str) -> bool:
    """Tell whether a word is another one with slips in it, as far as the letters tell."""
    return _edits(given, right) < _FAR


def _edits_by_word(given: Sequence[str], right: Sequence[str]) -> int:
    pairs = tuple(zip(given, right, strict=True))
    return sum(_edits(*pair) for pair in pairs)


def _edits_in_all(given: Sequence[str], right: Sequence[str]) -> int:
    """Count the edits of texts whose words are parted otherwise; a missing word is no slip."""
    one, other = Counter(given), Counter(right)
    if not one - other or not other - one or any(map(_weighs, (one - other) | (other - one))):
        return _FAR
    return _distance("".join(given), "".join(right))


def _edits(given: str, right: str) -> int:
    """Count the edits between two words, a great many where they are two words."""
    if given == right:
        return 0
    edits = _distance(given, right)
    if edits > _allowed(given, right) or _weighs(given) or _weighs(right):
        return _FAR
    return _FAR if _opposed(given, right) else edits


def _allowed(given: str, right: str) -> int:
    longest = max(len(given), len(right))
    return 0 if longest < _SHORTEST_WORD else 1 if longest < _LONG_WORD else 2


def _weighs(word: str) -> bool:
    """Tell whether a word must be as it is: a number or a denial."""
    return word in DENIALS or any(letter.isdigit() for letter in word)


def _opposed(one: str, other: str) -> bool:
    """Tell whether a prefix or an ending parts two words: visible, invisible; trainer, trainee."""
    if not _stems(one).isdisjoint(_stems(other)):
        return True
    return any(
        word.endswith(end) and another == word.removesuffix(end) + opposite
        for word, another in ((one, other), (other, one))
        for end, opposite in _OPPOSITE_ENDS
    )


def _stems(word: str) -> set[str]:
    """Return what a word is without a prefix, itself included."""
    stems = (word.removeprefix(prefix) for prefix in _PREFIXES)
    return {stem for stem in stems if len(stem) >= _SHORTEST_STEM}


def _slip_in_han(given: str, right: str) -> Reason | None:
    if len(right) < _FEWEST_HAN or _distance(given, right) != 1:
        return None
    moved = set(given) ^ set(right)
    if len(given) == len(right) and sorted(given) != sorted(right):
        return None
    return None if moved & HAN_DENIALS or any(map(_weighs, moved)) else Reason.NEARLY


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)
