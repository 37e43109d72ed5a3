"""What each column says of a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from nqpf_study.ui.browse.columns import Column
from nqpf_study.ui.browse.rows import Row, short_date
from nqpf_study.ui.words import interval, listed, past

_RECENTLY = 7
"""So many days ago is said in words, what is longer ago as a date."""

Titles = Mapping[str, str]
"""The titles of sources, by their ids."""


def cell(row: Row, column: Column, titles: Titles) -> str:
    """Return what a column says of a row, nothing where there is nothing to say."""
    simple = _SIMPLE.get(column)
    return simple(row) if simple else _sources(row, titles)


def _interval(row: Row) -> str:
    """Say how long the card was sent away for; within the day, while a learning step runs."""
    memory = row.card.status.memory
    if memory.due_at is not None and memory.last_at is not None:
        return interval(memory.due_at - memory.last_at)
    if memory.due_day is None or memory.last_day is None:
        return ""
    return interval(timedelta(days=memory.due_day - memory.last_day))


def _stability(row: Row) -> str:
    stability = row.card.status.memory.stability
    return "" if stability is None else interval(timedelta(days=stability))


def _difficulty(row: Row) -> str:
    difficulty = row.card.status.memory.difficulty
    return "" if difficulty is None else QLocale().toString(difficulty, "f", 1)


def _reviews(row: Row) -> str:
    reps = row.card.status.memory.reps
    return str(reps) if reps else ""


def _studied(row: Row) -> str:
    return _said(row.card.status.memory.last_day, row.today)


def _changed(row: Row) -> str:
    changed = row.card.changed
    if changed is None:
        return ""
    return _said(min(date.toordinal(changed.astimezone()), row.today), row.today)


def _tags(row: Row) -> str:
    return " ".join(dict.fromkeys((*row.card.own_tags, *row.card.note.tags)))


def _sources(row: Row, titles: Titles) -> str:
    ids = dict.fromkeys(passage.source for passage in row.card.note.passages)
    return listed(titles.get(id_, id_) for id_ in ids)


def _said(day: int | None, today: int) -> str:
    if day is None:
        return ""
    return past(day, today) if day > today - _RECENTLY else short_date(day, today)


_SIMPLE: Mapping[Column, Callable[[Row], str]] = {
    Column.QUESTION: lambda row: row.question,
    Column.ANSWER: lambda row: row.answer,
    Column.DECK: lambda row: row.deck,
    Column.KIND: lambda row: row.kind,
    Column.STATE: lambda row: row.state,
    Column.DUE: lambda row: row.due,
    Column.LAPSES: lambda row: row.lapses,
    Column.FLAG: lambda _row: "",
    Column.INTERVAL: _interval,
    Column.STABILITY: _stability,
    Column.DIFFICULTY: _difficulty,
    Column.REVIEWS: _reviews,
    Column.STUDIED: _studied,
    Column.TAGS: _tags,
    Column.CHANGED: _changed,
    Column.NOTE: lambda row: row.card.id.note,
}
