"""Numbers, per cents and dates made one however they are written: for comparison only.

Text comes as `folding` leaves it: case-folded, words between single spaces, no punctuation but the
point within a number and the sign of per cent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from nqpf_study.domain.numerals import HAN_NUMERALS, read_number

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
_HAN_DATE = re.compile("([0-9]{4}) ?年(?: ?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?[日号])?)?")
_DATES = (
    (_HAN_DATE, (1, 2, 3)),
    *(
        (re.compile(rf"\b{rule}\b"), places)
        for rule, places in (
            (rf"{_DAY} (?:of )?{_MONTH} {_YEAR}", (3, 2, 1)),
            (rf"{_MONTH} {_DAY} {_YEAR}", (3, 1, 2)),
            (rf"{_YEAR} {_MONTH} {_DAY}", (1, 2, 3)),
            (r"([0-9]{4}) ([0-9]{1,2}) ([0-9]{1,2})", (1, 2, 3)),
            (r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", (3, 2, 1)),
            (rf"{_MONTH} (?:of )?{_YEAR}", (2, 1)),
            (rf"{_YEAR} {_MONTH}", (1, 2)),
            (r"([0-9]{4}) ([1-9]|1[0-2])", (1, 2)),
        )
    ),
)
_SAME_MONTH = re.compile(rf"\b([0-9]{{4}}-[0-9]{{2}})-([0-9]{{2}}) {_UNTIL}(\1-[0-9]{{2}})\b")
_BETWEEN = re.compile(r"(?<=[0-9]) ?(?:\bto\b|\buntil\b|\bthrough\b|至|到) ?(?=[0-9])")

_HAN_RUN = re.compile(f"[{HAN_NUMERALS}]+")
_NUMERAL = re.compile(rf"[0-9]{{1,15}}(?:\.[0-9]{{1,6}})?(?:st|nd|rd|th)?|[a-z]+|[{HAN_NUMERALS}]+")
_HAN_PER_CENT = re.compile(r"百分之 ?([0-9]+)(?: ?[点.] ?([0-9]+))?")
_PER = "百分之"
_ALONE = {"one": "1", "first": "1th"}  # the reader takes them for a pronoun and an adverb
_PER_CENT = re.compile(r"(?<=[0-9]) ?(?:%|per cent\b|percent\b)")


def one_quantity(text: str) -> str:
    """Return `text` with numbers in digits, per cents with their sign, dates as ISO dates."""
    text = _in_digits(text)
    for span, instead in _SPANS:
        text = span.sub(instead, text)
    for date, places in _DATES:
        text = date.sub(partial(_in_iso, places), text)
    text = _SAME_MONTH.sub(r"\2 \3", text)
    text = _BETWEEN.sub(" ", text)
    return _PER_CENT.sub("%", text)


def _in_digits(text: str) -> str:
    parts = text.replace("%", " %").split(_PER)
    text = _PER.join(" ".join(_numbers_read(_HAN_RUN.sub(r" \g<0> ", part))) for part in parts)
    return _HAN_PER_CENT.sub(lambda found: f"{'.'.join(filter(None, found.groups()))}%", text)


def _numbers_read(text: str) -> Iterator[str]:
    """Yield the words, those that make up a number together as its digits."""
    for readable, run in groupby(text.split(), lambda word: bool(_NUMERAL.fullmatch(word))):
        words, at = list(run), 0
        while at < len(words):
            word, at = read_number(words, at) if readable else (words[at], at + 1)
            yield _ALONE.get(word, word)


def _in_iso(places: Sequence[int], found: re.Match[str]) -> str:
    """Return an ISO date; `places` are the groups that hold year, month and day.

    What was found stays where there is no such month or day.
    """
    given = [found[place] for place in places if found[place] is not None]
    year, *rest = (_MONTHS.get(part) or int(part) for part in given)
    if any(not 1 <= part <= most for part, most in zip(rest, (12, 31), strict=False)):
        return found[0]
    return "-".join((f"{year:04}", *(f"{part:02}" for part in rest)))
