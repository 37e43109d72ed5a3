"""Numbers as texts write them, in digits, in English words or in Chinese, read as one number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import prod

LONGEST = 20  # digits, or Chinese signs, of a number that is read
_MOST_PARTS = 12
_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ODD_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_CARDINALS = {
    **{word: ("unit", Decimal(number)) for number, word in enumerate(_UNITS)},
    **{word: ("teen", Decimal(number)) for number, word in enumerate(_TEENS, 10)},
    **{word: ("ten", Decimal(10 * number)) for number, word in enumerate(_TENS, 2)},
}
_PARTS = {
    **_CARDINALS,
    **{
        _ODD_ORDINALS.get(word, re.sub("y$", "ie", word) + "th"): ("ordinal", number)
        for word, (_, number) in _CARDINALS.items()
    },
    "hundred": ("hundred", Decimal(100)),
    "thousand": ("scale", Decimal(1000)),
    "million": ("scale", Decimal(10**6)),
    "billion": ("scale", Decimal(10**9)),
    "trillion": ("scale", Decimal(10**12)),
    "and": ("and", Decimal(0)),
}
_AFTER = {
    "unit": {"", "ten", "hundred", "scale", "and"},
    "teen": {"", "hundred", "scale", "and"},
    "ten": {"", "hundred", "scale", "and"},
    "ordinal": {"", "ten", "hundred", "scale", "and"},
    "figures": {""},
    "figures-th": {""},
    "hundred": {"unit", "teen", "figures"},
    "scale": {"unit", "teen", "ten", "hundred", "figures"},
    "han-scale": {"", "figures"},
    "and": {"hundred"},
}
"""Each sort of part, with the sorts that it can follow; "" is the beginning."""

_HAN_DIGITS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")}
_HAN_DIGITS |= {"零": 0, "两": 2}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
HAN_NUMERALS = "".join((*_HAN_DIGITS, *_HAN_SCALES))
NUMBER_WORDS = frozenset(
    word for word, (sort, _) in _PARTS.items() if sort in {"unit", "teen", "ten", "ordinal"}
)
NUMBER_SIGNS = frozenset(f"0123456789{HAN_NUMERALS}")
"""A number begins with such a word, or with a word that begins with such a sign."""

_NO_NUMBERS = {"one", "first"}  # where they stand alone: a pronoun, an adverb
_ORDINAL_END = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)$")


def read_number(words: Sequence[str], at: int) -> tuple[str, int]:
    """Return in digits the number that begins with the word at `at`, and where it ends.

    Words are in lower case. Ordinals keep an end: 20th. What is no number is returned as it is.
    """
    total = group = Decimal(0)
    before = ""
    end = at
    for sort, number in _parts(words, at):
        if before not in _AFTER[sort]:
            break
        if sort == "hundred" or (sort == "han-scale" and before):
            group *= number
        elif sort == "scale":
            total, group = total + group * number, Decimal(0)
        else:
            group += number
        before, end = sort, end + 1
    if before == "and":
        end -= 1
    if end == at or (end == at + 1 and words[at] in _NO_NUMBERS):
        return words[at], at + 1
    return _said(total + group) + ("th" if before in {"ordinal", "figures-th"} else ""), end


def _parts(words: Sequence[str], at: int) -> Iterator[tuple[str, Decimal]]:
    """Yield the words from `at` on as parts of a number, as long as they can be ones."""
    for word in words[at : at + _MOST_PARTS]:
        part = _PARTS.get(word) or _figures(word)
        if part is None:
            return
        yield part


def _figures(word: str) -> tuple[str, Decimal] | None:
    if len(word) > LONGEST:
        return None
    if word[0] in "0123456789":
        bare = _ORDINAL_END.sub("", word)
        return "figures" if bare == word else "figures-th", Decimal(bare.replace(",", ""))
    if word[0] not in HAN_NUMERALS:
        return None
    if all(sign in _HAN_SCALES for sign in word):
        return "han-scale", Decimal(prod(_HAN_SCALES[sign] for sign in word))
    return "figures", _han_number(word)


def _han_number(word: str) -> Decimal:
    """Read a Chinese numeral, by place (二〇二四) or with its scales (三百五十)."""
    if all(sign in _HAN_DIGITS for sign in word):
        return Decimal("".join(str(_HAN_DIGITS[sign]) for sign in word))
    total = section = digit = 0
    for sign in word:
        if sign in _HAN_DIGITS:
            digit = _HAN_DIGITS[sign]
            continue
        scale = _HAN_SCALES[sign]
        if scale < 10**4:
            section += (digit or 1) * scale
        else:
            total = (total + section + digit or 1) * scale
            section = 0
        digit = 0
    return Decimal(total + section + digit)


def _said(number: Decimal) -> str:
    whole = number.to_integral_value()
    return str(int(whole)) if number == whole else f"{number.normalize():f}"
