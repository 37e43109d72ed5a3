"""What a text says, word by word: for comparing wordings and for telling how long a text is.

Case, punctuation and the width of letters make no difference, and numbers are digits however they
are written: five, 5 and 五 are the same word, so are twentieth and 20th.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nqpf_study.domain.anchoring import INVISIBLE
from nqpf_study.domain.numerals import HAN_NUMERALS, LONGEST, read_number
from nqpf_study.domain.script import HAN

_WORD = re.compile(
    r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:(?:st|nd|rd|th)\b)?"
    rf"|[{HAN_NUMERALS}]+|[{HAN}]|%|[^\W\d_{HAN}]+(?:'[^\W\d_{HAN}]+)*|\d"
)
_PERCENT = re.compile(r"\bper ?cent\b")
_DIGITS = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:th)?")
_SIGNS = str.maketrans("‘’＇", "'''", INVISIBLE)
_UNSPACED = rf"{HAN}\u3040-\u30ff"  # Chinese and kana
_SIGN = re.compile(f"[{_UNSPACED}]")
_SPACED = re.compile(rf"[^\s{_UNSPACED}]*[^\W_{_UNSPACED}][^\s{_UNSPACED}]*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its plain form, and the words as written that it stands for."""

    plain: str
    written: tuple[str, ...]

    @property
    def value(self) -> Decimal | None:
        """Return the number that it is, None for any other word; 20th is 20."""
        found = _DIGITS.fullmatch(self.plain)
        return Decimal(found[1]) if found and len(found[1]) <= 2 * LONGEST else None


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in their plain form; a Chinese character is a word."""
    return tuple(word.plain for word in words(text))


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, numbers of several words as one."""
    folded = unicodedata.normalize("NFKC", text.translate(_SIGNS)).casefold()
    written = _WORD.findall(_PERCENT.sub("%", unicodedata.normalize("NFC", folded)))
    found: list[Word] = []
    at = 0
    while at < len(written):
        plain, end = read_number(written, at)
        found.append(Word(plain, tuple(written[at:end])))
        at = end
    return tuple(found)


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
