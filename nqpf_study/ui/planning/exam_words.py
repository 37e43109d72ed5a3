"""A deck's exam in words and bars; no widgets."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from nqpf_study.domain.exam import ExamPlan
from nqpf_study.ui import words
from nqpf_study.ui.planning.stacks import Part, Stack

MOST_BARS = 62
"""How many days are shown one by one; more are put together by weeks."""

WEEK = 7


def parts() -> tuple[Part, ...]:
    """Return what the bars of an exam's plan are made of."""
    return (
        Part(_tr("New"), "easy"),
        Part(_tr("Due anyway"), "good"),
        Part(_tr("Extra"), "hard"),
    )


def row_said(plan: ExamPlan, today: int) -> str:
    """Say an exam and what it costs, short enough for a deck's row."""
    extra, days = sum(plan.extra.values()), plan.exam.day - today
    if not extra:
        said = _tr("exam on {date}: no extra cards")
    elif extra < days:
        said = words.counted(
            extra,
            _tr("exam on {date}: 1 extra card until then"),
            _tr("exam on {date}: {n} extra cards until then"),
        )
    else:
        said = words.counted(
            round(extra / days),
            _tr("exam on {date}: 1 extra card a day"),
            _tr("exam on {date}: {n} extra cards a day"),
        )
    return said.replace("{date}", words.date_said(plan.exam.day, today))


def expected_said(plan: ExamPlan, today: int) -> str:
    """Say how much would be known on the day, with extra cards and without."""
    if words.percent(plan.expected) == words.percent(plan.without):
        said = _tr("On {date} you would know about {expected} of the cards.")
    else:
        said = _tr(
            "On {date} you would know about {expected} of the cards. Without extra cards it would "
            "be {without}."
        )
    return (
        said.replace("{date}", words.date_said(plan.exam.day, today))
        .replace("{expected}", words.percent(plan.expected))
        .replace("{without}", words.percent(plan.without))
    )


def short_said(plan: ExamPlan) -> str:
    """Say how many cards stay below the aim, nothing where none does."""
    if not plan.short:
        return ""
    return words.counted(
        plan.short,
        _tr("1 card stays below your aim: there are too few days."),
        _tr("{n} cards stay below your aim: there are too few days."),
    )


def cost_said(plan: ExamPlan, today: int) -> str:
    """Say in one line what it costs."""
    days = range(today, plan.exam.day)
    most = max(days, key=plan.cost)
    total, extra = sum(map(plan.cost, days)), sum(plan.extra.values())
    said = _tr(
        "{total} cards until then, {extra} of them extra. The most on one day: {most} ({date})."
    )
    return (
        said.replace("{total}", f"{total:,}")
        .replace("{extra}", f"{extra:,}")
        .replace("{most}", f"{plan.cost(most):,}")
        .replace("{date}", words.coming(most, today))
    )


def by_week(plan: ExamPlan, today: int) -> bool:
    """Tell whether the days are so many that they are put together by weeks."""
    return plan.exam.day - today > MOST_BARS


def stacks(plan: ExamPlan, today: int) -> tuple[Stack, ...]:
    """Return a bar for each day before the exam, or for each week where the days are many."""
    step = WEEK if by_week(plan, today) else 1
    found = []
    starts = range(today, plan.exam.day, step)
    every = max(1, len(starts) // 4)
    for number, start in enumerate(starts):
        days = range(start, min(start + step, plan.exam.day))
        counts = tuple(
            sum(part.get(day, 0) for day in days) for part in (plan.new, plan.reviews, plan.extra)
        )
        label = _day(start, today)
        if step > 1:
            label = _tr("week from {date}").replace("{date}", _day(start, today))
        found.append(Stack(label, counts, _day(start, today) if number % every == 0 else ""))
    return tuple(found)


def _day(day: int, today: int) -> str:
    if day == today:
        return _tr("today")
    at = date.fromordinal(day)
    return QLocale().toString(QDate(at.year, at.month, at.day), _tr("d MMM"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("exam", text)
