"""Folding away, step by step, what does not matter in a typed answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from nqpf_study.domain.forms.chinese import simplified
from nqpf_study.domain.forms.judgement import Reason
from nqpf_study.domain.forms.quantities import one_quantity
from nqpf_study.domain.forms.spelling import one_spelling

LONGEST = 2000
"""Characters of a text that are compared: no answer is longer, and time is bounded."""

_ACCENT = re.compile("[\u0300-\u036f]")
_APOSTROPHE = re.compile("(?<=\\w)['’ʼ`´](?=\\w)")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_SPACED_THOUSANDS = re.compile(r"(?<![\w.])[0-9]{1,3}(?: [0-9]{3})+(?![\w.])")
_MINUS = re.compile(r"(?:^|(?<=[\s(]))[-−–](?=\.?[0-9])")
_BARE_POINT = re.compile(r"(?<![\w.])\.(?=[0-9])")
_PUNCTUATION = re.compile(r"_+|\.(?![0-9])|(?<![0-9])\.|[^\w%+#$€£¥°.]+")
_ARTICLE = re.compile(r"\b(?:an?|the) ")
_LEADING = re.compile(
    r"^(?:(?:in|on|at|since|from|by|with|as|to|for|of|their|its|his|her|it is|they are) )+(?=[^ ])"
)
_GLUE = re.compile("(?<![0-9]) | (?![0-9])")


def same(one: str, other: str) -> Reason | None:
    """Tell by which step of folding two texts become the same, None where none makes them so."""
    one, other = _tidy(one), _tidy(other)
    if one == other:
        return Reason.EXACT
    for step, (reason, _) in enumerate(_STEPS):
        if _glued(_folded(one, step)) == _glued(_folded(other, step)):
            return reason
    return None


def folded(text: str) -> str:
    """Return what all steps leave of `text`: words between single spaces."""
    return _folded(_tidy(text), len(_STEPS) - 1)


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Return a text that is the same for all texts that say the same."""
    return _glued(folded(text))


def undressed(text: str) -> str:
    """Return `text` case-folded in NFKC, without punctuation and accents, in single-spaced words.

    The point within a number stays, and signs that say something: % + # ° and those of currencies.
    """
    wide = unicodedata.normalize("NFKC", text).casefold()
    for sign, instead in (
        (_APOSTROPHE, ""),
        (_THOUSANDS, ""),
        (_MINUS, "minus "),
        (_BARE_POINT, "0."),
    ):
        wide = sign.sub(instead, wide)
    wide = _SPACED_THOUSANDS.sub(lambda found: found[0].replace(" ", ""), wide)
    bare = _ACCENT.sub("", unicodedata.normalize("NFD", wide.replace("&", " and ")))
    return _spaced(_PUNCTUATION.sub(" ", unicodedata.normalize("NFC", bare)))


def _without_small_words(text: str) -> str:
    return _spaced(_LEADING.sub("", _ARTICLE.sub("", text)))


_STEPS: tuple[tuple[Reason, Callable[[str], str]], ...] = (
    (Reason.DRESS, undressed),
    (Reason.SCRIPT, simplified),
    (Reason.SMALL_WORDS, _without_small_words),
    (Reason.SPELLING, one_spelling),
    (Reason.NUMBERS, one_quantity),
)


@lru_cache(maxsize=8192)
def _folded(text: str, step: int) -> str:
    before = text if step == 0 else _folded(text, step - 1)
    return _STEPS[step][1](before) or before  # an answer that is all punctuation stays one


def _glued(text: str) -> str:
    """Return `text` without spaces, but for those between numbers: high tech is high-tech."""
    return _GLUE.sub("", text)


def _tidy(text: str) -> str:
    return _spaced(unicodedata.normalize("NFC", text[:LONGEST]))


def _spaced(text: str) -> str:
    return " ".join(text.split())
