"""Numbers, times and days in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from nqpf_study.domain.errors import StudyError

_STEP = re.compile(r"(\d+)\s*(min|[smhd])\b", re.IGNORECASE)
_UNITS = {"d": 86400, "h": 3600, "m": 60, "s": 1}


def counted(number: int, one: str, many: str) -> str:
    """Say a number: `one` for 1, otherwise `many` with `{n}` replaced."""
    return one if number == 1 else many.replace("{n}", f"{number:,}")


def minutes(spent: timedelta) -> str:
    """Say how long something took, in minutes, or in seconds under two of them."""
    seconds = round(spent.total_seconds())
    if seconds < 100:
        return counted(seconds, _tr("1 second"), _tr("{n} seconds"))
    return counted(round(seconds / 60), _tr("1 minute"), _tr("{n} minutes"))


def interval(wait: timedelta) -> str:
    """Say how long it is until a card comes back, short enough for a button."""
    if wait < timedelta(hours=1):
        return _tr("{n} min").replace("{n}", str(max(1, round(wait.total_seconds() / 60))))
    if wait < timedelta(days=1):
        return _tr("{n} h").replace("{n}", str(round(wait.total_seconds() / 3600)))
    if wait.days < 60:
        return counted(wait.days, _tr("1 day"), _tr("{n} days"))
    if wait.days < 365:
        return _tr("{n} months").replace("{n}", f"{wait.days / 30.4:.1f}")
    return _tr("{n} years").replace("{n}", f"{wait.days / 365.25:.1f}")


def coming(day: int, today: int) -> str:
    """Say when a study day comes: tomorrow, on Friday, on 7 June."""
    if day <= today:
        return _tr("today")
    if day == today + 1:
        return _tr("tomorrow")
    if day < today + 7:
        name = QLocale().dayName(date.fromordinal(day).isoweekday())
        return _tr("on {day}").replace("{day}", name)
    return _tr("on {day}").replace("{day}", _date(day, today))


def past(day: int, today: int) -> str:
    """Say when a study day was: today, yesterday, 3 days ago, on 7 June."""
    if day >= today:
        return _tr("today")
    if day == today - 1:
        return _tr("yesterday")
    if day > today - 30:
        return _tr("{n} days ago").replace("{n}", str(today - day))
    return _tr("on {day}").replace("{day}", _date(day, today))


def steps_said(steps: Sequence[timedelta]) -> str:
    """Write learning steps as they are typed: 1m 10m 1d."""
    return " ".join(_step_said(step) for step in steps)


def steps_read(text: str) -> tuple[timedelta, ...]:
    """Read learning steps such as `1m 10m 1d`; none is fine.

    Raises StudyError for what is no list of durations, or one of no length.
    """
    steps = tuple(
        timedelta(seconds=int(number) * _UNITS[unit[0].lower()])
        for number, unit in _STEP.findall(text)
    )
    if _STEP.sub("", text).strip(" ,;") or not all(steps):
        raise StudyError(
            _tr("“{text}” is no list of learning steps.").replace("{text}", text),
            mend=_tr("Write durations such as 1m 10m 1d (s, m, h or d)."),
        )
    return steps


def _step_said(step: timedelta) -> str:
    seconds = round(step.total_seconds())
    for unit, size in _UNITS.items():
        if seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"


def _date(day: int, today: int) -> str:
    there, here = date.fromordinal(day), date.fromordinal(today)
    shape = _tr("d MMMM") if there.year == here.year else _tr("d MMMM yyyy")
    return QLocale().toString(QDate(there.year, there.month, there.day), shape)


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)
