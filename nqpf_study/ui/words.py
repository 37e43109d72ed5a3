"""Numbers, times and days in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from nqpf_study.ui.language import Language, spoken


def counted(number: int, one: str, many: str) -> str:
    """Say a number: `one` for 1, otherwise `many` with `{n}` replaced."""
    return one if number == 1 else many.replace("{n}", f"{number:,}")


def percent(share: float) -> str:
    """Say a share of 0 to 1 in whole percent."""
    return f"{round(100 * share)}%"


def listed(parts: Iterable[str]) -> str:
    """Put parts side by side, as a language does: with a comma of its own."""
    return _tr(", ").join(parts)


def running(sentences: Iterable[str]) -> str:
    """Put sentences one after the other, as a language does: Chinese leaves no space."""
    return ("" if spoken() is Language.CHINESE else " ").join(filter(None, sentences))


def waiting(new: int, learning: int, due: int) -> str:
    """Say how many cards are new, in learning and due; what is none is left out."""
    parts = ((new, _tr("{n} new")), (learning, _tr("{n} learning")), (due, _tr("{n} due")))
    return " · ".join(text.replace("{n}", f"{count:,}") for count, text in parts if count)


def minutes(spent: timedelta) -> str:
    """Say how long something took, in minutes, or in seconds under two of them."""
    seconds = round(spent.total_seconds())
    if seconds < 100:
        return counted(seconds, _tr("1 second"), _tr("{n} seconds"))
    return counted(round(seconds / 60), _tr("1 minute"), _tr("{n} minutes"))


def hours(spent: timedelta) -> str:
    """Say how long something took in all: in hours from three on, else as `minutes` does."""
    told = spent.total_seconds() / 3600
    return minutes(spent) if told < 3 else _tr("{n} hours").replace("{n}", f"{told:,.0f}")


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
    return _tr("on {day}").replace("{day}", date_said(day, today))


def past(day: int, today: int) -> str:
    """Say when a study day was: today, yesterday, 3 days ago, on 7 June."""
    if day >= today:
        return _tr("today")
    if day == today - 1:
        return _tr("yesterday")
    if day > today - 30:
        return _tr("{n} days ago").replace("{n}", str(today - day))
    return _tr("on {day}").replace("{day}", date_said(day, today))


def date_said(day: int, today: int) -> str:
    """Write a study day's date, with its year where that is another one: 7 June."""
    there, here = date.fromordinal(day), date.fromordinal(today)
    shape = _tr("d MMMM") if there.year == here.year else _tr("d MMMM yyyy")
    return QLocale().toString(QDate(there.year, there.month, there.day), shape)


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)
