"""How a search that is being typed may go on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nqpf_study.domain.search_tokens import CLOSING, MARKS, MINUS, OPENING
from nqpf_study.ui.browse.search_words import (
    Known,
    filter_meanings,
    number_meanings,
    quoted,
    sign_meanings,
)

MOST = 50
"""So many ways to go on are offered; who types on sees the others."""

_SHORTEST = 2
"""From so many letters on a word may become a filter."""

_NAMED = re.compile(rf"(deck|tag|is|kind|source)[:：][{MARKS}]?(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Offer:
    """A way to go on: what would be typed, and what it means, where that says more."""

    typed: str
    meaning: str

    @property
    def goes_on(self) -> bool:
        """Tell whether something is to be typed right behind it."""
        return self.typed.endswith((":", ">", "-", "("))


def word_at(text: str, cursor: int) -> str:
    """Return what is being typed: the word that ends at the cursor; none in the midst of one.

    Spaces in quotation marks part no words. A minus or a parenthesis before it is no part of it.
    """
    start, inside = 0, False
    for at, char in enumerate(text[:cursor]):
        if char in MARKS:
            inside = not inside
        elif char.isspace() and not inside:
            start = at + 1
    behind = text[cursor : cursor + 1]
    if behind and not behind.isspace() and behind not in CLOSING:
        return ""
    return text[start:cursor].lstrip(OPENING + MINUS)


def offers(text: str, cursor: int, known: Known, *, asked: bool = False) -> list[Offer]:
    """Return how the word at the cursor may go on; `asked` offers filters without a letter too."""
    word = word_at(text, cursor)
    named = _NAMED.fullmatch(word)
    if named:
        return _names(named[1].lower(), named[2], known)
    if len(word) < _SHORTEST and not (asked and not word):
        return []
    ways = dict(filter_meanings()) | {f"{n}>": m for n, m in number_meanings().items()}
    if not word:
        ways |= sign_meanings()
        if not text[:cursor].strip():
            del ways["or"]  # it would part nothing
    begun = word.lower()
    return [Offer(typed, meaning) for typed, meaning in ways.items() if typed.startswith(begun)]


def completed(text: str, cursor: int, offer: Offer) -> tuple[str, int]:
    """Return the search in which an offer was taken, and where the cursor is then."""
    before = text[: cursor - len(word_at(text, cursor))]
    behind = text[cursor:]
    ended = offer.goes_on or (behind[:1] and behind[0] in CLOSING)
    if not ended and not behind[:1].isspace():
        behind = f" {behind}"
    step = 0 if ended else 1
    return before + offer.typed + behind, len(before) + len(offer.typed) + step


def _names(filter_: str, begun: str, known: Known) -> list[Offer]:
    begun = begun.casefold().strip(MARKS)
    names = known.names(filter_)
    if any(begun == name.casefold() for name, _ in names):
        return []  # it is whole
    fit = [
        (name, meaning)
        for name, meaning in names
        if begun in name.casefold() or begun in meaning.casefold()
    ]
    fit.sort(key=lambda named: not named[0].casefold().startswith(begun))
    return [
        Offer(f"{filter_}:{quoted(name)}", "" if meaning == name else meaning)
        for name, meaning in fit[:MOST]
    ]
