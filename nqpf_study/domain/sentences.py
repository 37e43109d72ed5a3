"""The sentences of a plain text, in English, Chinese, or a mixture of both.

Where it is in doubt whether a stop ends a sentence, it does: two sentences taken for one would let
the second hide behind the first. Why no library does this: docs/decisions/0040-coverage.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from nqpf_study.domain.anchoring import Span
from nqpf_study.domain.paragraphs import paragraphs
from nqpf_study.domain.script import HAN

_STOPS = re.compile(r"[.!?…。！？｡؟۔।॥]+")
_FULL_STOPS = frozenset("。！？｡؟۔।॥")
"""Marks that end a sentence wherever they stand."""

_CLOSING = frozenset("”’»」』）》】〉〕)]}")
_OPENING = re.compile(r"[\s\"'“‘«「『（《【〈〔(\[{*•●-]*")
_GOES_ON = frozenset(",;:，；：、")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LAST_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\Z")
_GLUED = re.compile(r"(?:[^\W\d_]{2}|[\d)\]”’\"])\Z")
"""What stands before a stop that ends a sentence though no space follows it."""

_HAN = re.compile(f"[{HAN}]")
_ENUMERATOR = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_REACH = 40
"""How far back the word before a stop is looked for."""

_MORE_TO_COME = re.compile(
    "mr|mrs|ms|dr|prof|rev|gen|col|capt|lt|sgt|maj|hon|pres|gov|sen|rep|messrs|mt|vs|cf|viz|al"
    r"|eg|ie|e\.g|i\.e|approx|dept|univ|ph"
)
"""Abbreviations that end no sentence."""

_COUNTED = re.compile(
    "nos?|nr|figs?|vols?|pp?|ch|sec|art|b|c|ca|d|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
"""Abbreviations that end no sentence where a number follows."""

_TRAILING = re.compile(r"co|corp|inc|ltd|bros|etc|jr|sr|st|ave|rd|blvd|ph\.d|est")
"""Abbreviations that may end a sentence."""

_BEGINNER = re.compile(
    "a|after|all|an|and|another|as|at|because|both|but|by|each|even|for|from|he|her|here|his|how"
    "|however|i|if|in|its?|last|many|more|most|my|nor|not|now|of|on|one|or|our|she|since|so|some"
    "|such|that|the|their|then|there|these|they|this|those|though|thus|to|today|under|until|we|what"
    "|when|where|which|while|who|why|with|yet|your?"
)
"""Words that begin a sentence and no name."""


def sentences(text: str) -> tuple[Span, ...]:
    """Return where the sentences of `text` stand, in code points, in order.

    No sentence goes beyond its paragraph; headings and items of lists are sentences too. Each
    letter and each digit stands in exactly one sentence; white space around a sentence, and lines
    without a word, stand in none.
    """
    return tuple(
        span
        for paragraph in paragraphs(text)
        for span in _sentences(text, paragraph.start, paragraph.end)
    )


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a paragraph; a piece without a word goes with its neighbour."""
    begun, worded = start, False
    for first, last in pairwise((start, *_ends(text, start, end), end)):
        word = any(char.isalnum() for char in text[first:last])
        if worded and word:
            yield _trimmed(text, begun, first)
            begun = first
        worded = worded or word
    if worded:
        yield _trimmed(text, begun, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the sentences of a paragraph end, but for the last."""
    begun, counted, quotes = start, start, 0
    for stop in _STOPS.finditer(text, start, end):
        if stop.start() < begun:
            continue
        quotes += text.count('"', counted, stop.end())
        counted = stop.end()
        at = _past_closing(text, stop.end(), end, open_quote=quotes % 2 == 1)
        if at < end and _is_end(text, begun, stop, at, end):
            yield at
            begun = at


def _past_closing(text: str, at: int, end: int, *, open_quote: bool) -> int:
    """Return where the closing brackets and quotation marks after a stop end.

    A straight double mark closes where one is open, or where no word follows it; a single one only
    where no word follows.
    """
    while at < end:
        mark, after = text[at], text[at + 1 : min(at + 2, end)]
        straight = (mark == '"' and open_quote) or (mark in "\"'" and not after.isalnum())
        if not (straight or mark in _CLOSING):
            break
        open_quote = open_quote and mark != '"'
        at += 1
    return at


def _is_end(text: str, begun: int, stop: re.Match[str], at: int, end: int) -> bool:
    """Tell whether a sentence ends with a stop; `at` is after it and the marks that close."""
    marks = stop.group()
    if not _FULL_STOPS.isdisjoint(marks):
        return True
    before = text[max(begun, stop.start() - _REACH) : stop.start()]
    opening = _OPENING.match(text, at, end)
    next_at = opening.end() if opening else at
    following = text[next_at : min(next_at + 1, end)]
    if following.islower() or following in _GOES_ON or not before:
        return False
    if len(marks) > 1 and before[-1].isspace():
        return False  # dots that stand for words left out
    if not text[at].isspace() and not _ends_glued(marks, before, following):
        return False
    if marks != ".":
        return True
    enumerator = _ENUMERATOR.fullmatch(text, begun, stop.start())
    return not enumerator and _is_full_stop(before, following, _word_at(text, next_at, end))


def _word_at(text: str, at: int, end: int) -> str:
    """Return the word that begins at a place, folded; an initial of a name is none."""
    word = _WORD.match(text, at, end)
    if word is None or (len(word.group()) == 1 and text[word.end() : word.end() + 1] == "."):
        return ""
    return word.group().casefold()


def _ends_glued(marks: str, before: str, following: str) -> bool:
    """Tell whether stops end a sentence though the next word follows without a space."""
    if not (following.isupper() or _HAN.match(following)):
        return False
    return "…" not in marks and ("." not in marks or _GLUED.search(before) is not None)


def _is_full_stop(before: str, following: str, next_word: str) -> bool:
    """Tell whether a full stop after the words `before` ends a sentence."""
    found = _LAST_WORD.search(before)
    if found is None:
        return True
    word = found.group()
    short = word.casefold()
    if _MORE_TO_COME.fullmatch(short):
        return False
    if _COUNTED.fullmatch(short):
        return not following.isdigit()
    initial = len(word) == 1 and word.isupper()
    if initial or _DOTTED.fullmatch(word) or _TRAILING.fullmatch(short):
        return _BEGINNER.fullmatch(next_word) is not None
    return True
