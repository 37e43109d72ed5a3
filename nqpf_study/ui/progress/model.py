"""The figures of the progress page, as bars, shares and sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from nqpf_study.study.statistics import Statistics
from nqpf_study.ui.words import counted, minutes

DAYS = 30
"""How many days the page looks back and ahead."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `tick` stands below the axis (often empty), `label` in tooltip and table."""

    label: str
    value: int
    tick: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, with the name of its colour's token."""

    label: str
    value: int
    colour: str


_STATES = (
    ("new", "easy"),
    ("learning", "hard"),
    ("relearning", "again"),
    ("review", "good"),
    ("suspended", "border"),
)


class Figures:
    """Says a learner's statistics."""

    def __init__(self, statistics: Statistics) -> None:
        self._statistics = statistics
        today = statistics.today
        self.due = _bars(statistics.due, range(today, today + DAYS), today)
        self.done = _bars(statistics.done, range(today - DAYS + 1, today + 1), today)
        names = _state_names()
        self.states = tuple(
            Share(names[state], statistics.states[state], colour)
            for state, colour in _STATES
            if statistics.states.get(state)
        )

    @property
    def has_cards(self) -> bool:
        """Tell whether there is any card in use."""
        return bool(self.states)

    @property
    def has_reviews(self) -> bool:
        """Tell whether anything was studied, or waits because it once was."""
        seen = ("learning", "relearning", "review")
        return any(bar.value for bar in self.done) or any(
            self._statistics.states.get(state) for state in seen
        )

    @property
    def retained(self) -> float | None:
        """Return the share of cards in review that were remembered (0 to 1), None before any."""
        return self._statistics.retention.share

    @property
    def desired(self) -> float:
        """Return the share that is wanted (0 to 1)."""
        return self._statistics.desired_retention

    def studied(self) -> str:
        """Say in one line what was done in the days behind."""
        total = sum(bar.value for bar in self.done)
        days = sum(bar.value > 0 for bar in self.done)
        if not total:
            return _tr("Nothing was reviewed in the last {days} days.").format(days=DAYS)
        spent = minutes(timedelta(seconds=sum(self._statistics.seconds.values())))
        said = _tr("In the last {days} days: {reviews} on {studied}, {time} in all.")
        return said.format(
            days=DAYS,
            reviews=counted(total, _tr("1 review"), _tr("{n} reviews")),
            studied=counted(days, _tr("1 day"), _tr("{n} days")),
            time=spent,
        )

    def forecast(self) -> str:
        """Say in one line what is coming."""
        today, total = self.due[0].value, sum(bar.value for bar in self.due)
        if not total:
            return _tr("Nothing is due in the next {days} days.").format(days=DAYS)
        said = _tr("{today} due today, {total} within {days} days. New cards come on top.")
        return said.format(today=f"{today:,}", total=f"{total:,}", days=DAYS)

    def reviews(self) -> str:
        """Say in one line how the reviews were spread."""
        most = max(self.done, key=lambda bar: bar.value)
        if not most.value:
            return self.studied()
        said = _tr("{count} today; the most on one day: {most} ({day}).")
        return said.format(count=f"{self.done[-1].value:,}", day=most.label, most=f"{most.value:,}")

    def retention(self) -> str:
        """Say how many cards were remembered, against how many should be."""
        share, told = self.retained, self._statistics.retention
        if share is None:
            return _tr(
                "No card in review has come up again yet. It takes some days until one does."
            )
        said = _tr("{passed} of {reviewed} cards in review remembered: {share}; the aim is {aim}.")
        return said.format(
            passed=f"{told.passed:,}",
            reviewed=f"{told.reviewed:,}",
            share=percent(share),
            aim=percent(self.desired),
        )

    def retention_advice(self) -> str:
        """Say what the retention means, where there is enough to tell."""
        share = self.retained
        if share is None or self._statistics.retention.reviewed < 50:
            return _tr("With few reviews the share still jumps about.") if share is not None else ""
        if share < self.desired - 0.05:
            return _tr("Fewer than wanted: shorter sessions more often, or fewer new cards, help.")
        if share > self.desired + 0.05:
            return _tr("More than wanted: a lower aim in the settings would spare reviews.")
        return _tr("As it should be.")

    def cards(self) -> str:
        """Say how many cards there are."""
        total = sum(share.value for share in self.states)
        return counted(total, _tr("1 card in use."), _tr("{n} cards in use."))


def percent(share: float) -> str:
    """Say a share of 0 to 1 in whole percent."""
    return f"{round(100 * share)}%"


def ticks(largest: int) -> Sequence[int]:
    """Return the round numbers at which the axis of counts is marked, from 0 on, four at most.

    The last is not below `largest`.
    """
    step = 1
    while 3 * step < largest:
        step = _next_round(step)
    return [step * number for number in range(max(1, -(-largest // step)) + 1)]


def _next_round(step: int) -> int:
    """Return the round number after 1, 2, 5, 10, 20, 50, ..."""
    return step * 5 // 2 if str(step).startswith("2") else step * 2


def _bars(counts: Mapping[int, int], days: range, today: int) -> tuple[Bar, ...]:
    return tuple(Bar(_day(day, today), counts.get(day, 0), _tick(day, today)) for day in days)


def _tick(day: int, today: int) -> str:
    return _day(day, today) if (day - today) % 7 == 0 else ""


def _day(day: int, today: int) -> str:
    if day == today:
        return _tr("today")
    at = date.fromordinal(day)
    return QLocale().toString(QDate(at.year, at.month, at.day), _tr("d MMM"))


def _state_names() -> Mapping[str, str]:
    return {
        "new": _tr("New"),
        "learning": _tr("Learning"),
        "relearning": _tr("Relearning"),
        "review": _tr("In review"),
        "suspended": _tr("Suspended"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Progress", text)
