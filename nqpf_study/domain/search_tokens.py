"""What a search is written in: words, phrases, filters, and the signs that join them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

NUMBERS = ("lapses", "reviews", "difficulty", "stability", "interval")
"""The numbers of a card that a search may compare."""

MARKS = '"“”'
"""What stands around a phrase."""

OPENING, CLOSING, MINUS = "(（", ")）", "-－"  # full-width too, as typed in Chinese
_DENIES = re.compile(rf"[\{MINUS}](?=\S)")
_OR = re.compile(rf"or(?=[\s{OPENING}{CLOSING}{MARKS}]|$)", re.IGNORECASE)
_PHRASE = re.compile(rf"[{MARKS}]([^{MARKS}]*)([{MARKS}]?)")
_FILTER = re.compile(r"(deck|note|tag|kind|is|source)[:：]", re.IGNORECASE)
_COMPARED = re.compile(
    rf"({'|'.join(NUMBERS)})([<>＜＞]=?|[=＝])([0-9]{{1,9}}(?:\.[0-9]{{1,6}})?)", re.IGNORECASE
)
_BEGUN = re.compile(rf"(?:{'|'.join(NUMBERS)})[<>＜＞=＝]+", re.IGNORECASE)
_SIGNS = str.maketrans("＜＞＝", "<>=")


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    DENY = auto()
    WORD = auto()
    PHRASE = auto()
    FILTER = auto()
    COMPARED = auto()
    BEGUN = auto()


_BEGIN = {None, Kind.OPEN, Kind.CLOSE, Kind.OR, Kind.DENY}
"""What something begins behind: a space, or a sign."""


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a search: where it ends, and what it says.

    A filter says its name and its value, a comparison the number, the sign and what with.
    `ends` is false for a phrase whose closing mark is not typed yet.
    """

    kind: Kind
    end: int
    said: tuple[str, ...] = ()
    ends: bool = True


def tokens(text: str) -> Iterator[Token]:
    """Take a search apart. Parentheses and `-` are signs only where a part of it begins.

    So they stay text within a word: well-known, card(s). A closing parenthesis is a sign where it
    closes a group, and text elsewhere. A filter that lacks its name or number still is being typed
    where the search or the group ends behind it.
    """
    at, depth = 0, 0
    before: Kind | None = None
    while at < len(text):
        if text[at].isspace():
            at, before = at + 1, None
            continue
        token = _sign(text, at, depth, before) or _part(text, at, depth, before)
        depth += {Kind.OPEN: 1, Kind.CLOSE: -1}.get(token.kind, 0)
        yield token
        at, before = token.end, token.kind


def _sign(text: str, at: int, depth: int, before: Kind | None) -> Token | None:
    """Return the sign that stands here, right behind what is `before` it, None for a space."""
    if text[at] in OPENING and before in _BEGIN:
        return Token(Kind.OPEN, at + 1)
    if text[at] in CLOSING and depth:
        return Token(Kind.CLOSE, at + 1)
    closes = depth and text[at + 1 : at + 2] in tuple(CLOSING)
    if before in _BEGIN - {Kind.CLOSE} and _DENIES.match(text, at) and not closes:
        return Token(Kind.DENY, at + 1)
    if before not in (Kind.DENY, Kind.WORD) and (found := _OR.match(text, at)):
        return Token(Kind.OR, found.end(), (found[0],))
    return None


def _part(text: str, at: int, depth: int, before: Kind | None) -> Token:
    if found := _PHRASE.match(text, at):
        return Token(Kind.PHRASE, found.end(), (found[1],), ends=bool(found[2]))
    end = _run_end(text, at, depth)
    word = Token(Kind.WORD, end, (text[at:end],))
    return (_filter(text, at, end) or word) if before in _BEGIN else word


def _filter(text: str, at: int, end: int) -> Token | None:
    """Return the filter, whole or begun, that the word from `at` to `end` is, if it is one."""
    if found := _FILTER.match(text, at):
        if quoted := _PHRASE.match(text, found.end()):
            said = found[1].lower(), quoted[1]
            return Token(Kind.FILTER, quoted.end(), said, ends=bool(quoted[2]))
        if found.end() < end:
            return Token(Kind.FILTER, end, (found[1].lower(), text[found.end() : end]))
    begun = found or _BEGUN.match(text, at)
    if begun and begun.end() == end and (end == len(text) or text[end] in CLOSING):
        return Token(Kind.BEGUN, end)
    compared = _COMPARED.match(text, at)
    if compared and compared.end() == end and not _PHRASE.match(text, end):
        number, sign, than = compared.groups()
        return Token(Kind.COMPARED, end, (number.lower(), sign.translate(_SIGNS), than))
    return None


def _run_end(text: str, at: int, depth: int) -> int:
    """Return where a word ends: parentheses that it opens itself are a part of it."""
    opened = 0
    for end in range(at, len(text)):
        char = text[end]
        if char.isspace() or char in MARKS:
            return end
        if char in OPENING:
            opened += 1
        elif char in CLOSING and opened:
            opened -= 1
        elif char in CLOSING and depth:
            return end
    return len(text)
