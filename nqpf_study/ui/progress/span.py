"""Over how long the page looks back and ahead, and how the days of a chart are put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QDate, QLocale

MOST_DAYS, MOST_WEEKS = 31, 53
"""Up to so many days each has a bar of its own, up to so many weeks each week, else each month."""

_LEAST = 30
_TICKS = 5
_FAR = 300
"""From how many days away on a day is told with its year."""


class Range(Enum):
    """How many study days the page looks back and ahead; ALL: as many as there are."""

    MONTH = 30
    QUARTER = 91
    YEAR = 364
    ALL = None


class Unit(Enum):
    """What a bar stands for."""

    DAY = auto()
    WEEK = auto()
    MONTH = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """Some days that stand together; `tick` is what stands below the axis, often nothing."""

    days: range
    label: str
    tick: str = ""


def behind(over: Range, days: Mapping[int, object], today: int) -> range:
    """Return the days to look back on; `days` are those on which there was something."""
    if over.value is not None:
        return range(today - over.value + 1, today + 1)
    return range(min([*days, today - _LEAST + 1]), today + 1)


def ahead(over: Range, days: Mapping[int, object], today: int) -> range:
    """Return the days to look ahead to; `days` are those on which there will be something."""
    if over.value is not None:
        return range(today, today + over.value)
    return range(today, max([*days, today + _LEAST - 1]) + 1)


def unit_of(days: range) -> Unit:
    """Return what each bar stands for, so that they are not too many."""
    if len(days) <= MOST_DAYS:
        return Unit.DAY
    return Unit.WEEK if len(days) <= 7 * MOST_WEEKS else Unit.MONTH


def unit_name(unit: Unit) -> str:
    """Return what a table calls the column of such bars."""
    return {Unit.DAY: _tr("Day"), Unit.WEEK: _tr("Week"), Unit.MONTH: _tr("Month")}[unit]


def spans(days: range, today: int, unit: Unit | None = None) -> tuple[Span, ...]:
    """Put days that end or begin with today together, each with its label and its tick.

    Weeks end with today, or begin with it, so that the last or the first is whole.
    """
    unit = unit or unit_of(days)
    if unit is Unit.DAY:
        return tuple(
            Span(range(day, day + 1), said_day(day, today), _day_tick(day, today)) for day in days
        )
    forward = days.start == today
    found = _weeks(days, forward=forward) if unit is Unit.WEEK else _months(days)
    every = -(-len(found) // _TICKS)
    return tuple(
        Span(
            span,
            _week_said(span, today, forward=forward) if unit is Unit.WEEK else _month_said(span),
            _tick(span, today, unit, forward=forward)
            if (number if forward else len(found) - 1 - number) % every == 0
            else "",
        )
        for number, span in enumerate(found)
    )


def said_day(day: int, today: int) -> str:
    """Say a day shortly, as it is said near today; far away with its year."""
    if day == today:
        return _tr("today")
    return _said(day, _tr("d MMM") if abs(day - today) < _FAR else _tr("d MMM yyyy"))


def _weeks(days: range, *, forward: bool) -> list[range]:
    if forward:
        return [range(first, first + 7) for first in range(days.start, days.stop, 7)]
    stops = range(days.stop, days.start, -7)
    return [range(stop - 7, stop) for stop in reversed(stops)]


def _months(days: range) -> list[range]:
    found: list[range] = []
    for day in days:
        if not found or date.fromordinal(day).day == 1:
            found.append(range(day, day + 1))
        else:
            found[-1] = range(found[-1].start, day + 1)
    return found


def _week_said(days: Sequence[int], today: int, *, forward: bool) -> str:
    said = _tr("Week from {day}") if forward else _tr("Week to {day}")
    return said.format(day=said_day(days[0] if forward else days[-1], today))


def _month_said(days: Sequence[int]) -> str:
    return _said(days[0], _tr("MMM yyyy"))


def _day_tick(day: int, today: int) -> str:
    return said_day(day, today) if (day - today) % 7 == 0 else ""


def _tick(days: Sequence[int], today: int, unit: Unit, *, forward: bool) -> str:
    if unit is Unit.MONTH:
        return _month_said(days)
    return said_day(days[0] if forward else days[-1], today)


def _said(day: int, shape: str) -> str:
    at = date.fromordinal(day)
    return QLocale().toString(QDate(at.year, at.month, at.day), shape)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Progress", text)
