"""The figures of the progress page, as bars, shares and sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from nqpf_study.study.ports import StoredCard
from nqpf_study.study.statistics import STABILITY_BOUNDS, YEAR, Statistics
from nqpf_study.ui.progress.bars import (
    Share,
    calendar_days,
    count_bars,
    followed,
    ranked,
    stability_bars,
    time_bars,
)
from nqpf_study.ui.progress.span import Range, ahead, behind, said_day, spans, unit_of
from nqpf_study.ui.words import counted, hours, minutes, percent

LEAST_FOLLOWED = Range.QUARTER
"""How far back the retention is followed at least: in a few weeks there is nothing to see."""

HARDEST = 10
"""How many of the hardest cards are named."""


_STATES = (
    ("new", "easy"),
    ("learning", "hard"),
    ("relearning", "again"),
    ("review", "good"),
    ("suspended", "border"),
)


class Figures:
    """Says a learner's statistics."""

    def __init__(
        self,
        statistics: Statistics,
        hardest: Sequence[StoredCard] = (),
        over: Range = Range.MONTH,
    ) -> None:
        """Say `statistics` of as many days as `over` has."""
        self._statistics = statistics
        self._said = _words(over)
        today = statistics.today
        back, forward = behind(over, statistics.done, today), ahead(over, statistics.due, today)
        self.past_unit, self.coming_unit = unit_of(back), unit_of(forward)
        past = spans(back, today)
        self.due = count_bars(statistics.due, spans(forward, today))
        self.done = count_bars(statistics.done, past)
        self.time = time_bars(statistics.seconds, past)
        self.year = calendar_days(statistics.calendar, range(today - YEAR + 1, today + 1))
        followed_over = LEAST_FOLLOWED if over is Range.MONTH else over
        self.kept_unit, self.weeks, self.kept = followed(
            statistics.retained, behind(followed_over, statistics.retained, today), today
        )
        self.stabilities = stability_bars(statistics.stabilities)
        self.hardest = tuple(ranked(card) for card in hardest)
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
        done = self._statistics.done
        total, days = sum(done.values()), sum(number > 0 for number in done.values())
        if not total:
            return self._said.nothing_done
        return self._said.done.format(
            reviews=counted(total, _tr("1 review"), _tr("{n} reviews")),
            studied=counted(days, _tr("1 day"), _tr("{n} days")),
            time=hours(timedelta(seconds=sum(self._statistics.seconds.values()))),
        )

    def forecast(self) -> str:
        """Say in one line what is coming."""
        today = self._statistics.due.get(self._statistics.today, 0)
        total = round(sum(bar.value for bar in self.due))
        if not total:
            return self._said.nothing_due
        return self._said.due.format(today=f"{today:,}", total=f"{total:,}")

    def reviews(self) -> str:
        """Say in one line how the reviews were spread."""
        done, today = self._statistics.done, self._statistics.today
        if not any(done.values()):
            return self.studied()
        most = max(sorted(done), key=lambda day: done[day])
        said = _tr("{count} today; the most on one day: {most} ({day}).")
        return said.format(
            count=f"{done.get(today, 0):,}", day=said_day(most, today), most=f"{done[most]:,}"
        )

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
            total=hours(timedelta(seconds=total)), day=minutes(timedelta(seconds=total / days))
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


def _longest_run(done: Sequence[bool]) -> int:
    longest = run = 0
    for each in done:
        run = run + 1 if each else 0
        longest = max(longest, run)
    return longest


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said of a range."""

    done: str
    nothing_done: str
    due: str
    nothing_due: str


def _words(over: Range) -> _Words:
    return {
        Range.MONTH: _Words(
            _tr("In the last 30 days: {reviews} on {studied}, {time} in all."),
            _tr("Nothing was reviewed in the last 30 days."),
            _tr("{today} due today, {total} within 30 days. New cards come on top."),
            _tr("Nothing is due in the next 30 days."),
        ),
        Range.QUARTER: _Words(
            _tr("In the last 3 months: {reviews} on {studied}, {time} in all."),
            _tr("Nothing was reviewed in the last 3 months."),
            _tr("{today} due today, {total} within 3 months. New cards come on top."),
            _tr("Nothing is due in the next 3 months."),
        ),
        Range.YEAR: _Words(
            _tr("In the last year: {reviews} on {studied}, {time} in all."),
            _tr("Nothing was reviewed in the last year."),
            _tr("{today} due today, {total} within a year. New cards come on top."),
            _tr("Nothing is due in the next year."),
        ),
        Range.ALL: _Words(
            _tr("Since the first day: {reviews} on {studied}, {time} in all."),
            _tr("Nothing was reviewed yet."),
            _tr("{today} due today, {total} in all. New cards come on top."),
            _tr("Nothing is due."),
        ),
    }[over]


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
