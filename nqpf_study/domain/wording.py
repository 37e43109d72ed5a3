"""What a text says, word by word: for comparing wordings and for telling how long a text is.

Case, punctuation and the width of letters make no difference, and numbers are digits however they
are written: five, 5 and 五 are the same word, so are twentieth and 20th.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from nqpf_study.domain.anchoring import INVISIBLE
from nqpf_study.domain.numerals import (
    HAN_NUMERALS,
    LONGEST,
    NUMBER_SIGNS,
    NUMBER_WORDS,
    read_number,
)
from nqpf_study.domain.script import HAN

_FIGURES = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:(?:st|nd|rd|th)\b)?"
_WORD = re.compile(rf"[^\W\d_{HAN}]+(?:'[^\W\d_{HAN}]+)*|[{HAN_NUMERALS}]+|[{HAN}]|{_FIGURES}|%|\d")
_ASCII_WORD = re.compile(rf"[a-z]+(?:'[a-z]+)*|{_FIGURES}|%")
_NUMBER_SIGN = re.compile(f"[{''.join(NUMBER_SIGNS)}]")
_PERCENT = re.compile(r"\bper ?cent\b")
_DIGITS = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:th)?")
_SIGNS = str.maketrans("‘’＇", "'''", INVISIBLE)
_UNSPACED = rf"{HAN}\u3040-\u30ff"  # Chinese and kana
_SIGN = re.compile(f"[{_UNSPACED}]")
_SPACED = re.compile(rf"[^\s{_UNSPACED}]*[^\W_{_UNSPACED}][^\s{_UNSPACED}]*")


@lru_cache(maxsize=1024)  # the same texts are compared several times
def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in their plain form; a Chinese character is a word."""
    written = _written(text)
    if NUMBER_WORDS.isdisjoint(written) and not _NUMBER_SIGN.search("".join(written)):
        return tuple(written)
    return tuple(plain for plain, _ in _joined(written))


def numbers_in(text: str) -> dict[Decimal, str]:
    """Return the numbers of a text as it writes them, case aside; 20th is 20.

    “One” and “first” are none: they are pronouns and adverbs more often.
    """
    return {
        number: written
        for plain, written in _joined(_written(text))
        if (number := number_of(plain)) is not None
    }


def number_of(word: str) -> Decimal | None:
    """Return the number that a plain word is, None for any other word."""
    found = _DIGITS.fullmatch(word)
    return Decimal(found[1]) if found and len(found[1]) <= 2 * LONGEST else None


def holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether plain words hold others, one right after the other; none are in every text."""
    wanted = tuple(part)
    length = len(wanted)
    return not wanted or any(
        word == wanted[0] and tuple(whole[at : at + length]) == wanted
        for at, word in enumerate(whole)
    )


def word_count(text: str) -> int:
    """Count the words of a text as a reader feels them: two Chinese characters are one."""
    return len(_SPACED.findall(text)) + (len(_SIGN.findall(text)) + 1) // 2


def _written(text: str) -> list[str]:
    if text.isascii():
        return _ASCII_WORD.findall(_PERCENT.sub("%", text.lower()))
    folded = unicodedata.normalize("NFKC", text.translate(_SIGNS)).casefold()
    return _WORD.findall(_PERCENT.sub("%", unicodedata.normalize("NFC", folded)))


def _joined(written: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each word in its plain form, numbers of several words as one, and as it is written."""
    at = 0
    while at < len(written):
        plain, end = written[at], at + 1
        if plain in NUMBER_WORDS or plain[0] in NUMBER_SIGNS:
            plain, end = read_number(written, at)
        yield plain, " ".join(written[at:end])
        at = end
