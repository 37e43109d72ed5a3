"""The difference between what was typed and what is right, letter by letter."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

LEAST_ALIKE = 0.4
"""Texts that have less in common (0 to 1) are shown one against the other, not letter by letter."""


class RunKind(StrEnum):
    """What a run of letters is."""

    EQUAL = "equal"
    MISSING = "missing"
    EXTRA = "extra"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that were typed, and those that stand for them in the right answer.

    A missing run was not typed, an extra one is not in the answer. The letters of an equal run may
    differ in case, width or accents. The runs' `typed` joined are what was typed, their `right`
    joined are the answer, both in NFC.
    """

    kind: RunKind
    typed: str
    right: str


_KINDS = {
    "equal": RunKind.EQUAL,
    "insert": RunKind.MISSING,
    "delete": RunKind.EXTRA,
    "replace": RunKind.REPLACED,
}


def difference(typed: str, right: str) -> tuple[Run, ...]:
    """Return the runs that lead from what was typed to the right answer; none for two empties."""
    from rapidfuzz.distance import Levenshtein

    typed, right = unicodedata.normalize("NFC", typed), unicodedata.normalize("NFC", right)
    one, other = _plain(typed), _plain(right)
    if typed and right and Levenshtein.normalized_similarity(one, other) < LEAST_ALIKE:
        return (Run(RunKind.REPLACED, typed, right),)
    return tuple(
        Run(
            _KINDS[step.tag],
            typed[step.src_start : step.src_end],
            right[step.dest_start : step.dest_end],
        )
        for step in Levenshtein.opcodes(one, other)
    )


def _plain(text: str) -> str:
    """Return `text` without case, width, accents and script, place by place."""
    from nqpf_study.domain.forms.chinese import simplified

    plain = "".join(map(_plain_letter, text))
    simple = simplified(plain)
    return simple if len(simple) == len(plain) else plain


def _plain_letter(letter: str) -> str:
    bare = unicodedata.normalize("NFKD", letter)[0].casefold()
    return bare if len(bare) == 1 else letter


def likeness(one: str, other: str) -> float:
    """Return how much two texts have in common, letter by letter: 0 to 1."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one.casefold(), other.casefold())
