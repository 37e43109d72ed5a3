"""The figures of the progress page, as bars, shares and sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from nqpf_study.study.ports import StoredCard
from nqpf_study.study.statistics import STABILITY_BOUNDS, YEAR, Retention, Statistics
from nqpf_study.ui.browse.rows import face
from nqpf_study.ui.words import counted, listed, minutes, percent

DAYS = 30
"""How many days the page looks back and ahead."""

WEEKS = 13
"""How many weeks back the retention is followed: a quarter of a year."""

HARDEST = 10
"""How many of the hardest cards are named."""


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


_STATES = (
    ("new", "easy"),
    ("learning", "hard"),
    ("relearning", "again"),
    ("review", "good"),
    ("suspended", "border"),
)


class Figures:
    """Says a learner's statistics."""

    def __init__(self, statistics: Statistics, hardest: Sequence[StoredCard] = ()) -> None:
        self._statistics = statistics
        today = statistics.today
        self.due = _bars(statistics.due, range(today, today + DAYS), today)
        self.done = _bars(statistics.done, range(today - DAYS + 1, today + 1), today)
        self.time = _times(statistics.seconds, range(today - DAYS + 1, today + 1), today)
        self.year = _days(statistics.calendar, range(today - YEAR + 1, today + 1))
        self.weeks, self.kept = _weeks(statistics.retained, today)
        self.stabilities = _spans(statistics.stabilities)
        self.hardest = tuple(_ranked(card) for card in hardest)
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
        total = sum(self._statistics.done.values())
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

    def spent(self) -> str:
        """Say how long the days took."""
        seconds = self._statistics.seconds
        total, days = sum(seconds.values()), sum(spent > 0 for spent in seconds.values())
        if not days:
            return self.studied()
        said = _tr("{total} in all, {day} on a day with reviews.")
        return said.format(
            total=minutes(timedelta(seconds=total)), day=minutes(timedelta(seconds=total / days))
        )

    def stability(self) -> str:
        """Say what stability is, and how long half of the cards hold."""
        counts = self._statistics.stabilities
        total = sum(counts)
        if not total:
            return _tr("No card is in review yet.")
        held, span = 0, len(counts)
        while 2 * held < total:
            span -= 1
            held += counts[span]
        said = _tr(
            "How long it takes until one of ten such cards would be forgotten: {days} or more for"
            " half of the {cards} in review."
        )
        return said.format(
            days=counted(STABILITY_BOUNDS[span], _tr("1 day"), _tr("{n} days")),
            cards=counted(total, _tr("1 card"), _tr("{n} cards")),
        )

    def calendar(self) -> str:
        """Say how the year went."""
        done = [day.value > 0 for day in self.year]
        if not any(done):
            return _tr("Nothing was reviewed in the last year.")
        said = _tr("{days} with reviews in the last year; the longest run without a gap: {run}.")
        one, many = _tr("1 day"), _tr("{n} days")
        return said.format(
            days=counted(sum(done), one, many), run=counted(_longest_run(done), one, many)
        )

    def hard(self) -> str:
        """Say which cards are the hardest ones, and what can be done."""
        if not self.hardest:
            return _tr("No card is hard yet.")
        return _tr(
            "Difficulty as your answers show it. Enter opens a card in the browser: a card that"
            " keeps slipping is often better split in two, or suspended."
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


def _bars(counts: Mapping[int, int], days: range, today: int) -> tuple[Bar, ...]:
    return tuple(Bar(_day(day, today), counts.get(day, 0), _tick(day, today)) for day in days)


def _times(seconds: Mapping[int, float], days: range, today: int) -> tuple[Bar, ...]:
    def bar(day: int) -> Bar:
        spent = seconds.get(day, 0.0)
        said = minutes(timedelta(seconds=spent))
        return Bar(_day(day, today), round(spent / 60, 1), _tick(day, today), said)

    return tuple(bar(day) for day in days)


def _days(counts: Mapping[int, int], days: range) -> tuple[Day, ...]:
    def at(day: int) -> Day:
        there, count = date.fromordinal(day), counts.get(day, 0)
        shape = _tr("ddd d MMM yyyy")
        label = QLocale().toString(QDate(there.year, there.month, there.day), shape)
        said = counted(count, _tr("1 review"), _tr("{n} reviews"))
        return Day(day, count, label, f"{label}: {said}")

    return tuple(at(day) for day in days)


def _longest_run(done: Sequence[bool]) -> int:
    longest = run = 0
    for each in done:
        run = run + 1 if each else 0
        longest = max(longest, run)
    return longest


def _weeks(
    retained: Mapping[int, Retention], today: int
) -> tuple[tuple[Bar, ...], tuple[float | None, ...]]:
    """Return what was remembered by weeks up to today: bars in percent, and the shares."""
    bars, shares = [], []
    for back in reversed(range(WEEKS)):
        last = today - 7 * back
        days = [each for day, each in retained.items() if last - 7 < day <= last]
        week = Retention(sum(day.passed for day in days), sum(day.reviewed for day in days))
        label = _tr("Week to {day}").format(day=_day(last, today))
        said = _tr("no reviews")
        if week.share is not None:
            said = _tr("{share}, {passed} of {reviewed}").format(
                share=percent(week.share), passed=f"{week.passed:,}", reviewed=f"{week.reviewed:,}"
            )
        tick = _day(last, today) if back % 3 == 0 else ""
        bars.append(Bar(label, round(100 * (week.share or 0), 1), tick, said))
        shares.append(week.share)
    return tuple(bars), tuple(shares)


def _spans(counts: Sequence[int]) -> tuple[Bar, ...]:
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


def _ranked(card: StoredCard) -> Ranked:
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
