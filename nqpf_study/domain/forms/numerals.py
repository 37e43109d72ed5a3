"""Numbers, per cents and dates made one however they are written: for comparison only.

Text comes as `folding` leaves it: case-folded, words between single spaces, no punctuation but the
point within a number and the sign of per cent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNEVEN_ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9}
_NUMBERS = {word: number for number, word in enumerate(_SMALL)} | {
    word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_ORDINALS = (
    {f"{word}th": number for word, number in _NUMBERS.items()}
    | {f"{word[:-1]}ieth": _NUMBERS[word] for word in _TENS}
    | _UNEVEN_ORDINALS
    | {"twelfth": 12}
)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_AFTER_DIGITS = {"hundred", *_SCALES}
_SCALABLE = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?")

_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_MONTH = f"({'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_DAY, _YEAR, _UNTIL = "([0-9]{1,2})(?:th)?", "([0-9]{4})", "(?:to |until |through )?"
_SPANS = tuple(
    (re.compile(rf"\b{rule}\b"), instead)
    for rule, instead in (
        (rf"{_MONTH} {_DAY} {_UNTIL}{_DAY} {_YEAR}", r"\2 \3 \1 \4"),
        (rf"{_DAY} {_MONTH} {_UNTIL}{_DAY} \2 {_YEAR}", r"\1 \3 \2 \4"),
        (rf"{_MONTH} {_DAY} {_UNTIL}\1 {_DAY} {_YEAR}", r"\2 \3 \1 \4"),
    )
)
_DATES = tuple(
    (re.compile(rf"\b{rule}\b"), places)
    for rule, places in (
        (rf"{_DAY} (?:of )?{_MONTH} {_YEAR}", (3, 2, 1)),
        (rf"{_MONTH} {_DAY} {_YEAR}", (3, 1, 2)),
        (rf"{_YEAR} {_MONTH} {_DAY}", (1, 2, 3)),
        (r"([0-9]{4}) ([0-9]{1,2}) ([0-9]{1,2})", (1, 2, 3)),
        (r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", (3, 2, 1)),
        (rf"{_MONTH} (?:of )?{_YEAR}", (2, 1)),
        (rf"{_YEAR} {_MONTH}", (1, 2)),
        (r"([0-9]{4}) ([0-9]{2})", (1, 2)),
    )
)
_HAN_DATE = re.compile("([0-9]{4}) ?年(?: ?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?[日号])?)?")
_SAME_MONTH = re.compile(rf"\b([0-9]{{4}}-[0-9]{{2}})-([0-9]{{2}}) {_UNTIL}(\1-[0-9]{{2}})\b")
_BETWEEN = re.compile(r"(?<=[0-9]) ?(?:\bto\b|\buntil\b|\bthrough\b|至|到) ?(?=[0-9])")

_HAN_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")}
_HAN_DIGITS |= {"〇": 0, "两": 2}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS = {"万": 10**4, "亿": 10**8}
_HAN_RUN = "[零〇一二三四五六七八九两十百千万亿]{1,16}"
_HAN_NUMBER = re.compile(rf"([0-9]{{1,12}}(?:\.[0-9]{{1,6}})?) ?([十百千万亿]{{1,4}})|{_HAN_RUN}")
_HAN_PER_CENT = re.compile(r"百分之 ?([0-9]+)(?: ?点 ?([0-9]+))?")
_PER = "百分之"

_PER_CENT = re.compile(r"(?<=[0-9]) ?(?:%|per cent\b|percent\b)")
_ORDINAL = re.compile(r"\b([0-9]+)(?:st|nd|rd|th)\b")
_ZEROS_BEFORE = re.compile(r"(?<![0-9.-])0+(?=[0-9])")
_ZEROS_AFTER = re.compile(r"\b([0-9]+)(?:\.0+|(\.[0-9]*[1-9])0+)(?![0-9.])")


def one_number(text: str) -> str:
    """Return `text` with numbers in digits, per cents with their sign, dates as ISO dates."""
    text = _in_digits(text)
    text = _ORDINAL.sub(r"\1th", text)
    for span, instead in _SPANS:
        text = span.sub(instead, text)
    text = _HAN_DATE.sub(partial(_in_iso, (1, 2, 3)), text)
    for date, places in _DATES:
        text = date.sub(partial(_in_iso, places), text)
    text = _SAME_MONTH.sub(r"\2 \3", text)
    text = _BETWEEN.sub(" ", text)
    text = _PER_CENT.sub("%", text)
    text = _ZEROS_AFTER.sub(lambda found: found[1] + (found[2] or ""), text)
    return _ZEROS_BEFORE.sub("", text)


def _in_digits(text: str) -> str:
    """Write number words and Chinese numerals in digits."""
    text = "".join(
        part if part == _PER else _HAN_NUMBER.sub(_han_number, part)
        for part in re.split(f"({_PER})", text)
    )
    text = _HAN_PER_CENT.sub(lambda found: ".".join(filter(None, found.groups())) + "%", text)
    return " ".join(_english(text.split(" ")))


def _han_number(found: re.Match[str]) -> str:
    if found[1] is not None:
        value = Decimal(found[1])
        for scale in found[2]:
            value *= _HAN_TENS.get(scale) or _HAN_MYRIADS[scale]
        return _plain(value)
    run = found[0]
    if all(digit in _HAN_DIGITS for digit in run):
        return "".join(str(_HAN_DIGITS[digit]) for digit in run)
    total = section = digit = 0
    for sign in run:
        if sign in _HAN_DIGITS:
            digit = _HAN_DIGITS[sign]
        elif sign in _HAN_TENS:
            section += (digit or 1) * _HAN_TENS[sign]
            digit = 0
        else:
            total = (total + section + digit or 1) * _HAN_MYRIADS[sign]
            section = digit = 0
    return str(total + section + digit)


def _english(words: Sequence[str]) -> Iterator[str]:
    """Yield the words, those that make up a number together as its digits."""
    at = 0
    while at < len(words):
        number, end = _number_at(words, at)
        yield words[at] if number is None else number
        at = max(end, at + 1)


def _number_at(words: Sequence[str], start: int) -> tuple[str | None, int]:
    """Return the number that begins at a word, and the place behind it; None where none does."""
    total, part, at = Decimal(0), None, start
    if _SCALABLE.fullmatch(words[at]) and words[at + 1 : at + 2] and words[at + 1] in _AFTER_DIGITS:
        part, at = Decimal(words[at]), at + 1
    while at < len(words):
        word = words[at]
        small = _NUMBERS.get(word, _ORDINALS.get(word))
        if small is not None and (part is None or _joins(part, small)):
            part = (part or 0) + Decimal(small)
            if word in _ORDINALS:
                return f"{_plain(total + part)}th", at + 1
        elif word == "hundred" and (part is None or 0 < part < 10):
            part = (part or 1) * Decimal(100)
        elif word in _SCALES:
            total, part = total + (1 if part is None else part) * _SCALES[word], None
        elif not (word == "and" and at > start and _joined_by_and(words[at - 1 : at + 2])):
            break
        at += 1
    return (None, start) if at == start else (_plain(total + (part or 0)), at)


def _joins(part: Decimal, small: int) -> bool:
    """Tell whether a number word goes on with the number before it: twenty-four, hundred four."""
    if part >= 100 and part % 100 == 0:
        return True
    return 0 < small < 10 and part % 10 == 0 and part % 100 >= 20


def _joined_by_and(words: Sequence[str]) -> bool:
    """Tell whether the words are a hundred or more, “and”, and a number that goes on with it."""
    return words[0] in _AFTER_DIGITS and (words[-1] in _NUMBERS or words[-1] in _ORDINALS)


def _in_iso(places: Sequence[int], found: re.Match[str]) -> str:
    """Return an ISO date; `places` are the groups that hold year, month and day.

    What was found stays where there is no such month or day.
    """
    given = [found[place] for place in places if found[place] is not None]
    year, *rest = (_MONTHS.get(part) or int(part) for part in given)
    if any(not 1 <= part <= most for part, most in zip(rest, (12, 31), strict=False)):
        return found[0]
    return "-".join((f"{year:04}", *(f"{part:02}" for part in rest)))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
