"""What the charts of the progress page draw: bars, parts, days and ranks, with their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from nqpf_study.study.ports import StoredCard
from nqpf_study.study.statistics import STABILITY_BOUNDS, Retention
from nqpf_study.ui.browse.rows import face
from nqpf_study.ui.progress.span import Span, Unit, spans, unit_of
from nqpf_study.ui.words import counted, hours, listed, percent


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `tick` stands below the axis (often empty), `label` in tooltip and table.

    `said` says the value where a number and the chart's unit would not.
    """

    label: str
    value: float
    tick: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, with the name of its colour's token."""

    label: str
    value: int
    colour: str


@dataclass(frozen=True, slots=True)
class Day:
    """A study day (an ordinal), how much was done on it, and what its tooltip says."""

    day: int
    value: int
    label: str
    said: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """A named value; `said` is what the tooltip tells of it, `search` finds what it stands for."""

    name: str
    value: float
    said: str
    search: str = ""
    cells: tuple[str, ...] = ()
    """What stands beside the name in the table."""


def ticks(largest: float) -> Sequence[int]:
    """Return the round numbers at which the axis of counts is marked, from 0 on, four at most.

    The last is not below `largest`.
    """
    step = 1
    while 3 * step < largest:
        step = _next_round(step)
    return [step * number for number in range(max(1, int(-(-largest // step))) + 1)]


def _next_round(step: int) -> int:
    """Return the round number after 1, 2, 5, 10, 20, 50, ..."""
    return step * 5 // 2 if str(step).startswith("2") else step * 2


def count_bars(counts: Mapping[int, int], over: Sequence[Span]) -> tuple[Bar, ...]:
    """Return a bar for each span, of what was counted by day."""
    return tuple(
        Bar(span.label, sum(counts.get(day, 0) for day in span.days), span.tick) for span in over
    )


def time_bars(seconds: Mapping[int, float], over: Sequence[Span]) -> tuple[Bar, ...]:
    """Return a bar of minutes for each span, of seconds by day."""

    def bar(span: Span) -> Bar:
        spent = sum(seconds.get(day, 0.0) for day in span.days)
        said = hours(timedelta(seconds=spent))
        return Bar(span.label, round(spent / 60, 1), span.tick, said)

    return tuple(map(bar, over))


def calendar_days(counts: Mapping[int, int], days: range) -> tuple[Day, ...]:
    """Return the days with how much was done on each."""

    def at(day: int) -> Day:
        there, count = date.fromordinal(day), counts.get(day, 0)
        shape = _tr("ddd d MMM yyyy")
        label = QLocale().toString(QDate(there.year, there.month, there.day), shape)
        said = counted(count, _tr("1 review"), _tr("{n} reviews"))
        return Day(day, count, label, f"{label}: {said}")

    return tuple(at(day) for day in days)


def followed(
    retained: Mapping[int, Retention], days: range, today: int
) -> tuple[Unit, tuple[Bar, ...], tuple[float | None, ...]]:
    """Return what was remembered by weeks or months: bars in percent, and the shares."""
    unit = unit_of(days) if unit_of(days) is Unit.MONTH else Unit.WEEK
    bars, shares = [], []
    for span in spans(days, today, unit):
        found = [retained[day] for day in span.days if day in retained]
        told = Retention(sum(day.passed for day in found), sum(day.reviewed for day in found))
        said = _tr("no reviews")
        if told.share is not None:
            said = _tr("{share}, {passed} of {reviewed}").format(
                share=percent(told.share), passed=f"{told.passed:,}", reviewed=f"{told.reviewed:,}"
            )
        bars.append(Bar(span.label, round(100 * (told.share or 0), 1), span.tick, said))
        shares.append(told.share)
    return unit, tuple(bars), tuple(shares)


def stability_bars(counts: Sequence[int]) -> tuple[Bar, ...]:
    """Return a bar for each span of stabilities."""

    def label(span: int) -> str:
        first = STABILITY_BOUNDS[span]
        if span + 1 == len(STABILITY_BOUNDS):
            return _tr("{first} days or more").format(first=first)
        if not first:
            return _tr("Less than 1 day")
        return _tr("{first} to {last} days").format(first=first, last=STABILITY_BOUNDS[span + 1])

    return tuple(
        Bar(label(span), count, f"{STABILITY_BOUNDS[span]}") for span, count in enumerate(counts)
    )


def ranked(card: StoredCard) -> Ranked:
    """Return a card among the hardest ones."""
    memory, named = card.status.memory, " ".join(face(card).question.split())
    difficulty = f"{memory.difficulty or 0:.1f}"
    forgotten = counted(memory.lapses, _tr("forgotten once"), _tr("forgotten {n} times"))
    reviews = counted(memory.reps, _tr("1 review"), _tr("{n} reviews"))
    return Ranked(
        named,
        memory.difficulty or 0,
        f"{named}\n" + listed((_tr("difficulty {n}").format(n=difficulty), forgotten, reviews)),
        f"note:{card.id.deck}/{card.id.note}",
        (difficulty, f"{memory.lapses:,}", f"{memory.reps:,}"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Progress", text)
