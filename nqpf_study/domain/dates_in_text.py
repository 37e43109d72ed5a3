"""The days and months that a text names, in the ways of English, of Chinese and of ISO 8601."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:the )?(?P<first>[0-3]?[0-9])(?:st|nd|rd|th)?"
_LAST = r"(?: ?(?:-|–|—|to|until|and|or) ?(?:the )?(?P<last>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]))?"
_ENGLISH = (
    re.compile(rf"(?<![0-9.,]){_DAY}{_LAST} (?:of )?{_MONTH}(?![a-z])"),
    re.compile(rf"(?<![A-Za-z]){_MONTH} {_DAY}(?![0-9]){_LAST}"),
)
_MONTH_ALONE = re.compile(rf"(?<![A-Za-z]){_MONTH}(?![a-z])")
_HAN = "[0-9〇一二三四五六七八九十]{1,3}"
_CHINESE = re.compile(
    rf"(?P<month>{_HAN})月"
    rf"(?:份|(?P<first>{_HAN})[日号]?(?: ?[-–—至到和] ?(?P<last>{_HAN})[日号])?)?"
)
_ISO = re.compile(
    r"(?<![0-9-])(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<first>[0-9]{2}))?(?![0-9-])"
)
_YEAR_SIGN = re.compile("(?<=[0-9]{4})年[份度]?")
_MAY_BE_A_DATE = re.compile(r"[0-9月]|[A-Z][a-z]{2}")
_HAN_DIGITS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")}


@dataclass(frozen=True, slots=True)
class Dates:
    """What a text says of days: (month, day) and months that stand with a day or alone.

    Years are numbers like any other and are not told. `rest` is the text without the days and
    months, so that they are not taken for numbers and names; years stay in it.
    """

    days: frozenset[tuple[int, int]]
    months: frozenset[int]
    rest: str


def dates_in(text: str) -> Dates:
    """Return the days and months that a text names."""
    text = " ".join(unicodedata.normalize("NFKC", text).split())
    if not _MAY_BE_A_DATE.search(text):
        return Dates(frozenset(), frozenset(), text)
    days: set[tuple[int, int]] = set()
    months: set[int] = set()

    def take(found: re.Match[str]) -> str:
        groups = found.groupdict()
        month = _month(groups["month"])
        span = [_number(day) for day in (groups.get("first"), groups.get("last")) if day]
        if not 1 <= month <= 12 or any(not 1 <= day <= 31 for day in span):
            return found.group()
        months.add(month)
        days.update((month, day) for day in span)
        return f" {groups.get('year') or ''} "

    for pattern in (_ISO, *_ENGLISH, _CHINESE, _MONTH_ALONE):
        text = pattern.sub(take, text)
    return Dates(frozenset(days), frozenset(months), _YEAR_SIGN.sub(" ", text))


def _month(text: str) -> int:
    name = text[:3].lower()
    return _MONTHS.index(name) + 1 if name in _MONTHS else _number(text)


def _number(text: str) -> int:
    """Read a day or a month, in digits or as 二十一; 0 where it is neither."""
    if text.isascii():
        return int(text) if text.isdigit() else 0
    if "十" not in text:
        digits = [_HAN_DIGITS.get(sign, -1) for sign in text]
        return digits[0] if len(digits) == 1 else 0
    tens, _, units = text.partition("十")
    if any(len(part) > 1 or part not in _HAN_DIGITS for part in (tens, units) if part):
        return 0
    return (_HAN_DIGITS[tens] if tens else 1) * 10 + (_HAN_DIGITS[units] if units else 0)
