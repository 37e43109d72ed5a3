"""The words of a search: what stands in the search field, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FILTER = re.compile(
    r'(deck|tag|kind|is|source):("[^"]*"|\S+)|lapses([<>]=?|=)(\d+)', re.IGNORECASE
)
_WORD = re.compile(r'"([^"]*)"?|(\S+)')

STATES = ("new", "learning", "review", "due", "suspended", "buried")


@dataclass(frozen=True, slots=True)
class Query:
    """A search: every word and every filter must fit.

    `words` are matched in questions, answers, remarks and passages: a Latin word by its beginning,
    Chinese as a substring, a quoted phrase as it stands. `lapses` is a comparison and a number.
    """

    words: tuple[str, ...] = ()
    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    lapses: tuple[str, int] | None = None


def parse_query(text: str) -> Query:
    """Take a search apart; what is no filter is a word, so that no typing is ever an error."""
    filters: dict[str, list[str]] = {name: [] for name in ("deck", "tag", "kind", "is", "source")}
    lapses: list[tuple[str, int]] = []

    def take(found: re.Match[str]) -> str:
        if found[1]:
            filters[found[1].lower()].append(found[2].strip('"'))
        else:
            lapses.append((found[3], int(found[4])))
        return " "

    rest = _FILTER.sub(take, text)
    words = tuple(filter(None, (word[1] or word[2] or "" for word in _WORD.finditer(rest))))
    return Query(
        words=words,
        decks=tuple(filters["deck"]),
        tags=tuple(filters["tag"]),
        kinds=tuple(filters["kind"]),
        states=tuple(state.lower() for state in filters["is"]),
        sources=tuple(filters["source"]),
        lapses=lapses[-1] if lapses else None,
    )
