"""The columns of the browser's table: which there are, and which are shown, where and how wide."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Self

from PySide6.QtCore import QCoreApplication

from nqpf_study.study.ports import SortKey


class Column(IntEnum):
    """A column, numbered as in the model. A reader begins a row with the question."""

    QUESTION = 0
    ANSWER = 1
    DECK = 2
    KIND = 3
    STATE = 4
    DUE = 5
    LAPSES = 6
    FLAG = 7
    INTERVAL = 8
    STABILITY = 9
    DIFFICULTY = 10
    REVIEWS = 11
    STUDIED = 12
    TAGS = 13
    SOURCE = 14
    CHANGED = 15
    NOTE = 16


@dataclass(frozen=True, slots=True)
class Look:
    """How a column looks: its width in px at a text scale of 1, and the order it can be put in."""

    width: int
    by: SortKey | None = None
    number: bool = False
    """Numbers stand at the right."""
    more_first: bool = False
    """What is more comes first where nothing else is asked for."""


LOOKS: Mapping[Column, Look] = {
    Column.QUESTION: Look(160),
    Column.ANSWER: Look(120),
    Column.DECK: Look(120, SortKey.DECK),
    Column.KIND: Look(72, SortKey.KIND),
    Column.STATE: Look(92, SortKey.STATE),
    Column.DUE: Look(88, SortKey.DUE),
    Column.LAPSES: Look(76, SortKey.LAPSES, number=True, more_first=True),
    Column.FLAG: Look(28, SortKey.FLAG, more_first=True),
    Column.INTERVAL: Look(104, SortKey.INTERVAL),
    Column.STABILITY: Look(104, SortKey.STABILITY),
    Column.DIFFICULTY: Look(104, SortKey.DIFFICULTY, number=True, more_first=True),
    Column.REVIEWS: Look(92, SortKey.REVIEWS, number=True, more_first=True),
    Column.STUDIED: Look(104, SortKey.STUDIED, more_first=True),
    Column.TAGS: Look(140),
    Column.SOURCE: Look(140),
    Column.CHANGED: Look(104, SortKey.CHANGED, more_first=True),
    Column.NOTE: Look(120, SortKey.NOTE),
}

STRETCHING = (Column.QUESTION, Column.ANSWER)
"""Columns that share the room which the others leave; their widths are the least they have."""

NARROWEST, WIDEST = 28, 900
"""How narrow and how wide a column can be made, in px at a text scale of 1."""

USUAL = (
    *(Column.FLAG, Column.QUESTION, Column.ANSWER, Column.DECK),
    *(Column.KIND, Column.STATE, Column.DUE, Column.LAPSES),
)
"""The columns of a table of which nothing was chosen, where there is room for all of them."""

_STAND = (Column.FLAG, Column.QUESTION, Column.ANSWER, Column.STATE, Column.DUE)
_LEAST = (Column.FLAG, Column.QUESTION, Column.ANSWER)

_ROOM_FOR_ALL, _ROOM_FOR_STAND = 720, 440
"""From these widths on, in px at a text scale of 1, all the usual ones show, or state and due."""

_SHARE, _LEAST_SHARE = 0.55, 0.1


@dataclass(frozen=True, slots=True)
class Layout:
    """What a learner chose: `shown` None leaves the choice to the room that there is.

    `order` has every column, from left to right; `widths` those that were set, in px at a text
    scale of 1; `share` is what the question takes of the room that is left to it and the answer.
    """

    shown: frozenset[Column] | None = None
    order: tuple[Column, ...] = (*USUAL, *(column for column in Column if column not in USUAL))
    widths: Mapping[Column, int] = field(default_factory=dict)
    share: float = _SHARE

    def columns(self, room: float) -> tuple[Column, ...]:
        """Return what shows, from left to right, in `room` px at a text scale of 1."""
        shown = self.shown
        if shown is None:
            shown = frozenset(
                USUAL if room >= _ROOM_FOR_ALL else _STAND if room >= _ROOM_FOR_STAND else _LEAST
            )
        return tuple(column for column in self.order if column in shown)

    def width(self, column: Column) -> int:
        """Return a column's width in px at a text scale of 1, of a stretching one the least."""
        return self.widths.get(column, LOOKS[column].width)

    def show(self, columns: Sequence[Column]) -> Self:
        """Return the layout that shows these columns, and the question in any case."""
        return replace(self, shown=frozenset((Column.QUESTION, *columns)))

    def move(self, column: Column, to: int) -> Self:
        """Return the layout with a column at another place of the order."""
        order = [each for each in self.order if each is not column]
        order.insert(to, column)
        return replace(self, order=tuple(order))

    def widen(self, column: Column, width: float) -> Self:
        """Return the layout with a column that is so wide, in px at a text scale of 1."""
        width = max(NARROWEST, min(round(width), WIDEST))
        return replace(self, widths={**self.widths, column: width})

    def divide(self, share: float) -> Self:
        """Return the layout in which the question takes another share of what is left."""
        return replace(self, share=max(_LEAST_SHARE, min(round(share, 3), 1 - _LEAST_SHARE)))

    def written(self) -> str:
        """Return the layout as a line of text, for the preferences."""
        if self == type(self)():
            return ""
        return json.dumps(
            {
                "shown": None if self.shown is None else sorted(map(_name, self.shown)),
                "order": [_name(column) for column in self.order],
                "widths": {_name(column): width for column, width in self.widths.items()},
                "share": self.share,
            }
        )

    @classmethod
    def read(cls, written: str) -> Self:
        """Return the layout of such a line; what can't be read of it is as usual."""
        made = cls()
        try:
            said = json.loads(written)
            shown, order = said.get("shown"), _known(said.get("order", ()))
            missing = [column for column in made.order if column not in order]
            made = replace(made, order=(*dict.fromkeys(order), *missing))
            if shown is not None:
                made = made.show(_known(shown))
            for name, width in said.get("widths", {}).items():
                for column in _known([name]):
                    made = made.widen(column, float(width))
            return made.divide(float(said.get("share", _SHARE)))
        except (ValueError, TypeError, AttributeError, OverflowError):
            return made


def column_name(column: Column) -> str:
    """Return what a column's title says."""
    return {
        Column.QUESTION: _tr("Question"),
        Column.ANSWER: _tr("Answer"),
        Column.DECK: _tr("Deck"),
        Column.KIND: _tr("Kind"),
        Column.STATE: _tr("State"),
        Column.DUE: _tr("Due"),
        Column.LAPSES: _tr("Lapses"),
        Column.FLAG: _tr("Flag"),
        Column.INTERVAL: _tr("Interval"),
        Column.STABILITY: _tr("Stability"),
        Column.DIFFICULTY: _tr("Difficulty"),
        Column.REVIEWS: _tr("Reviews"),
        Column.STUDIED: _tr("Last studied"),
        Column.TAGS: _tr("Tags"),
        Column.SOURCE: _tr("Source"),
        Column.CHANGED: _tr("Changed"),
        Column.NOTE: _tr("Note"),
    }[column]


def column_meaning(column: Column) -> str:
    """Say what a column holds where its title alone doesn't, else nothing."""
    return {
        Column.LAPSES: _tr("How often the card was forgotten after it had been learned"),
        Column.INTERVAL: _tr("From the last review to the next"),
        Column.STABILITY: _tr("How long until the chance to remember falls to 90%"),
        Column.DIFFICULTY: _tr("How hard the card is to keep, from 1 to 10"),
        Column.REVIEWS: _tr("How often the card was graded"),
        Column.SOURCE: _tr("The texts that the card rests on"),
        Column.CHANGED: _tr("When the note came in, or its text last changed"),
        Column.NOTE: _tr("The note's id in its deck file"),
    }.get(column, "")


def _name(column: Column) -> str:
    return column.name.lower()


def _known(names: Sequence[str]) -> list[Column]:
    """Return the columns of these names; those that no version of ours has are left out."""
    by_name = {_name(column): column for column in Column}
    return [by_name[name] for name in names if name in by_name]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Columns", text)
