"""The filters of a search, as conditions on the cards."""

from __future__ import annotations

import json
import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    CompoundSelect,
    Connection,
    Integer,
    Select,
    and_,
    bindparam,
    false,
    func,
    or_,
    select,
    text,
    true,
)
from sqlalchemy.sql.elements import ColumnElement

from nqpf_study.domain.review import Rating, State
from nqpf_study.domain.search_query import LATELY, Query
from nqpf_study.domain.tags import folded
from nqpf_study.store.convert import deck_options_of, source_of
from nqpf_study.store.log import STANDING
from nqpf_study.store.missing_passages import MissingPassages
from nqpf_study.store.search_text import match_expression
from nqpf_study.store.tables import (
    cards,
    decks,
    flags,
    log,
    note_tags,
    notes,
    own_tags,
    quotes,
    sources,
)

_DECKS = select(decks.c.key, decks.c.id, decks.c.title)
_THRESHOLDS = select(decks.c.key, decks.c.options).where(decks.c.in_use.is_(True))
_SOURCES = select(sources.c.about)

_BURIED = func.coalesce(cards.c.buried_day, 0) >= bindparam("day")
_SUSPENDED = cards.c.suspended.is_(True)
_STATES: Mapping[str, ColumnElement[bool]] = {
    "new": cards.c.state == State.NEW.value,
    "learning": cards.c.state.in_((State.LEARNING.value, State.RELEARNING.value)),
    "review": cards.c.state == State.REVIEW.value,
    "due": cards.c.due_day.is_not(None)
    & (cards.c.due_day <= bindparam("day"))
    & ~_SUSPENDED
    & ~_BURIED,
    "suspended": _SUSPENDED,
    "buried": _BURIED,
    "flagged": cards.c.key.in_(select(flags.c.card_key).where(flags.c.flagged)),
    "hard": cards.c.key.in_(
        select(log.c.card_key).where(
            log.c.day > bindparam("day", type_=Integer) - LATELY,
            log.c.rating <= Rating.HARD.value,
            STANDING,
        )
    ),
}
INTERVAL: ColumnElement[int] = cards.c.due_day - cards.c.last_day
"""The days from a card's last grade to its next, null for a new one."""

_NUMBERS: Mapping[str, ColumnElement[Any]] = {
    "lapses": cards.c.lapses,
    "reviews": cards.c.reps,
    "difficulty": cards.c.difficulty,
    "stability": cards.c.stability,
    "interval": INTERVAL,
}
_COMPARED: Mapping[str, Callable[[ColumnElement[Any], float], ColumnElement[bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}


def conditions(
    connection: Connection, query: Query, missing: MissingPassages
) -> list[ColumnElement[bool]]:
    """Return what a card must fulfil besides its own words; `:day` in them is today."""
    fits: list[ColumnElement[bool]] = []
    if query.decks:
        fits += _of_decks(connection, query.decks)
    if query.sources:
        fits += _of_sources(connection, query.sources)
    fits += [cards.c.note_key.in_(_named(note)) for note in query.notes]
    fits += [cards.c.note_key.in_(_tagged(tag)) for tag in query.tags]
    fits += [
        cards.c.note_key.in_(select(notes.c.key).where(notes.c.kind == kind))
        for kind in query.kinds
    ]
    for state in query.states:
        if state == "leech":
            fits.append(_leeches(connection))
        elif state == "missing":
            fits.append(cards.c.note_key.in_(_among(missing.notes(connection))))
        else:
            fits.append(_STATES.get(state, false()))
    fits += [_COMPARED[one.sign](_NUMBERS[one.number], one.than) for one in query.compared]
    fits += [
        or_(false(), *(_all(connection, way, missing) for way in ways)) for ways in query.either
    ]
    # "Is not true", since a number that a card has not yet is neither more nor less than another.
    fits += [_all(connection, one, missing).is_not(true()) for one in query.denied]
    return fits


def _all(connection: Connection, query: Query, missing: MissingPassages) -> ColumnElement[bool]:
    """Return what a card must fulfil for a query, its words among that."""
    words, rest = match_expression(query)
    fits = conditions(connection, rest, missing)
    if words is not None:
        said = text("SELECT rowid FROM note_words WHERE note_words MATCH :words")
        fits.append(cards.c.note_key.in_(said.bindparams(bindparam("words", words, unique=True))))
    return and_(true(), *fits)


def _among(keys: Sequence[int]) -> Select[Any]:
    """Return keys as one value, however many they are."""
    return select(func.json_each(json.dumps(keys)).table_valued("value").c.value)


def _leeches(connection: Connection) -> ColumnElement[bool]:
    """Ask for the cards that lapsed as often as their deck says that a leech has."""
    by_threshold: dict[int, list[int]] = {}
    for deck in connection.execute(_THRESHOLDS):
        threshold = deck_options_of(deck.options).leech_threshold
        if threshold:
            by_threshold.setdefault(threshold, []).append(deck.key)
    return or_(
        false(),
        *(
            cards.c.deck_key.in_(keys) & (cards.c.lapses >= threshold)
            for threshold, keys in by_threshold.items()
        ),
    )


def _of_decks(connection: Connection, asked: Sequence[str]) -> Sequence[ColumnElement[bool]]:
    known = [(row.key, row.id, row.title) for row in connection.execute(_DECKS)]
    return [
        cards.c.deck_key.in_([key for key, id_, title in known if _is_meant(name, id_, title)])
        for name in asked
    ]


def _of_sources(connection: Connection, asked: Sequence[str]) -> Sequence[ColumnElement[bool]]:
    known = [source_of(about) for about in connection.execute(_SOURCES).scalars()]
    fits = []
    for name in asked:
        ids = {source.id for source in known if _is_meant(name, source.id, source.title)} | {name}
        on = select(quotes.c.note_key).where(quotes.c.source_id.in_(sorted(ids)))
        fits.append(cards.c.note_key.in_(on))
    return fits


def _is_meant(name: str, id_: str, title: str) -> bool:
    """Tell whether a filter means what has this id and title: its id, or a part of its title."""
    name = name.casefold()
    return name == id_.casefold() or name in title.casefold()


def _named(note: str) -> Select[int]:
    """Ask for the note with an id, in any deck or in the deck before the stroke."""
    deck, _, id_ = note.rpartition("/")
    asked = select(notes.c.key).where(notes.c.id == id_)
    if not deck:
        return asked
    return asked.join(decks, decks.c.key == notes.c.deck_key).where(decks.c.id == deck)


def _tagged(tag: str) -> CompoundSelect[int]:
    """Ask for the notes with a tag, whether the deck file or the learner gave it."""
    given = select(note_tags.c.note_key).where(_is_tag(note_tags.c.tag, tag.lower()))
    own = select(own_tags.c.note_key).where(_is_tag(own_tags.c.tag, folded(tag)), own_tags.c.tagged)
    return given.union_all(own)  # what makes the list sorts it anyway


def _is_tag(column: Column[str], tag: str) -> ColumnElement[bool]:
    if not tag.endswith("*"):
        return column == tag
    beginning = tag.rstrip("*")
    return (column >= beginning) & (column < beginning + "\U0010ffff")
