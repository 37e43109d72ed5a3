"""What the search index holds of a note, and how a search asks it.

FTS5's unicode61 takes a run of Chinese for one word. So each ideograph is set apart by spaces, and
Chinese is searched as a phrase. A mark that nobody types ends each run, so that characters that
only punctuation or the end of a field divides are no neighbours: a search for Chinese then finds
what LIKE would.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from nqpf_study.domain.deck import Note
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.script import HAN
from nqpf_study.domain.search_query import NOTHING, Query

MOST_WORDS = 32
"""Of a longer search only the first words count: FTS5 limits how deep an expression nests."""

DEEPEST_TEXT = 6
"""So deep an expression for text may nest: FTS5's parser has a stack of 100 symbols."""

_RUN_ENDS = "\ue000"  # private use: unicode61 takes it for a letter
_APART = f"\n{_RUN_ENDS}\n"
_CHARACTER = f"[{HAN}\u3040-\u30ff\uac00-\ud7a3]"
_RUN = re.compile(f"{_CHARACTER}+")
_UNSAFE = re.compile('[\x00"\ud800-\udfff\ue000]')


def search_text(note: Note) -> str:
    """Return all that a search finds a note by, set apart as the index wants it."""
    return spaced(_APART.join(dict.fromkeys(filter(None, _said(note)))))


def spaced(text: str) -> str:
    """Set each ideograph apart and mark where a run of them ends; fold full-width letters."""
    return _RUN.sub(_set_apart, unicodedata.normalize("NFKC", text))


def match_expression(query: Query, deep: int = DEEPEST_TEXT) -> tuple[str | None, Query]:
    """Return the FTS5 expression for the text that a query asks for, and what else it asks for.

    Where that denies text or leaves a choice of texts, the expression does so too; but the index
    can't tell which notes lack a text, only which of those found do. None stands for no text.
    Searches that stand in others more than `deep` times are left to what else is asked for.
    """
    asked = [f'"{_phrase(text)}"' for text in query.phrases if _has_letters(text)]
    asked += [_beginning(text) for text in query.words if _has_letters(text)]
    asked = asked[:MOST_WORDS]
    either, denied = [], []
    for ways in query.either:
        texts = [text for way in ways if (text := _text_alone(way, deep)) is not None]
        if len(texts) == len(ways):
            asked.append(f"({' OR '.join(texts)})")
        else:
            either.append(ways)
    without = []
    for one in query.denied:
        text = _text_alone(one, deep) if asked else None
        if text is None:
            denied.append(one)
        else:
            without.append(f"({text})")
    rest = replace(query, words=(), phrases=(), either=tuple(either), denied=tuple(denied))
    expression = " AND ".join(asked)
    if without:
        expression = f"({expression}) NOT ({' OR '.join(without)})"
    return expression or None, rest


def _text_alone(query: Query, deep: int) -> str | None:
    """Return the expression for a query that asks for nothing but text, else None."""
    if not deep:
        return None
    expression, rest = match_expression(query, deep - 1)
    return expression if rest == NOTHING else None


def _said(note: Note) -> Iterator[str]:
    for card in cards_of(note):
        yield card.question
        yield from card.members or (card.answer,)
    for value in note.fields.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            for member in value:
                yield member.text
    yield from (note.remark, note.derived, *note.tags)
    yield from (passage.exact for passage in note.passages)


def _set_apart(run: re.Match[str]) -> str:
    return f" {' '.join(run.group())} {_RUN_ENDS} "


def _beginning(word: str) -> str:
    """Ask for a word by its beginning, for Chinese as a part of any run."""
    phrase = _phrase(word)
    return f'"{phrase}"' if re.match(_CHARACTER, phrase[-1:]) else f'"{phrase}"*'


def _phrase(text: str) -> str:
    """Set a phrase apart as the index is; a run at its end may go on in the text."""
    return spaced(_UNSAFE.sub(" ", text)).rstrip(f" {_RUN_ENDS}")


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)
