"""The words of a search: what stands in the search field, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

NUMBERS = ("lapses", "reviews", "difficulty", "stability", "interval")
"""The numbers of a card that a search may compare."""

_QUOTED = r'["“”]([^"“”]*)["“”]?'
_FILTER = re.compile(
    rf"(?<!\S)(?:(deck|note|tag|kind|is|source)[:：](?:{_QUOTED}|([^\s\"“”]+))"
    rf"|({'|'.join(NUMBERS)})([<>＜＞]=?|[=＝])([0-9]{{1,9}}(?:\.[0-9]{{1,6}})?)(?!\S))",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    rf"(?<!\S)(?:(?:deck|note|tag|kind|is|source)[:：]|(?:{'|'.join(NUMBERS)})[<>＜＞=＝]+)$",
    re.IGNORECASE,
)
_WORD = re.compile(rf'{_QUOTED}|([^\s"“”]+)')

_SIGNS = str.maketrans("＜＞＝", "<>=")

STATES = (
    *("new", "learning", "review", "due", "suspended", "buried"),
    *("flagged", "leech", "hard", "missing"),
)

LATELY = 7
"""How many study days, today among them, `is:hard` looks back."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A number of a card (one of NUMBERS) compared with another: `<`, `<=`, `=`, `>=` or `>`."""

    number: str
    sign: str
    than: float


@dataclass(frozen=True, slots=True)
class Query:
    """A search: every word, every phrase and every filter must fit.

    They are matched in questions, answers, remarks, tags and passages: a word by its beginning,
    Chinese as a substring, a phrase as it stands. `decks` and `sources` are ids or parts of titles,
    `notes` are ids, in any deck or as deck/note, `tags` are whole tags, or beginnings of them that
    end in an asterisk. In `compared`, stability and interval are in days.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    compared: tuple[Comparison, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search and its name; names differ by more than their case."""

    name: str
    text: str


def parse_query(text: str) -> Query:
    """Take a search apart; what is no filter is a word, so that no typing is ever an error.

    Quotation marks may be straight or curly, and the colon full-width, as a Chinese keyboard
    types them. A filter at the end that lacks its name or number still is being typed: it is left
    out.
    """
    filters: dict[str, list[str]] = {
        name: [] for name in ("deck", "note", "tag", "kind", "is", "source")
    }
    compared: list[Comparison] = []

    def take(found: re.Match[str]) -> str:
        if found[1]:
            filters[found[1].lower()].append(found[2] or found[3] or "")
        else:
            sign = found[5].translate(_SIGNS)
            compared.append(Comparison(found[4].lower(), sign, float(found[6])))
        return " "

    readable = text.encode(errors="replace").decode()  # half of a surrogate pair is no text
    rest = _BEGUN.sub("", _FILTER.sub(take, readable))
    said = list(_WORD.finditer(rest))
    return Query(
        words=tuple(found[2] for found in said if found[2]),
        phrases=tuple(found[1] for found in said if found[1]),
        decks=_given(filters["deck"]),
        tags=_given(filters["tag"]),
        kinds=tuple(kind.lower() for kind in _given(filters["kind"])),
        states=tuple(state.lower() for state in _given(filters["is"])),
        sources=_given(filters["source"]),
        compared=tuple(compared),
        notes=_given(filters["note"]),
    )


def _given(values: list[str]) -> tuple[str, ...]:
    return tuple(value for value in values if value)
