from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale

from nqpf_study.ui import words

TODAY = date(2024, 6, 5).toordinal()  # a Wednesday


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (timedelta(seconds=20), "1 min"),
        (timedelta(minutes=10), "10 min"),
        (timedelta(hours=5), "5 h"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=59), "59 days"),
        (timedelta(days=76), "2.5 months"),
        (timedelta(days=731), "2.0 years"),
    ],
)
def test_an_interval_fits_on_a_button(wait: timedelta, said: str) -> None:
    assert words.interval(wait) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (2, "on Friday"),
        (7, "on 12 June"),
        (365, "on 5 June 2025"),
    ],
)
def test_a_day_to_come_is_named_as_people_do(days: int, said: str) -> None:
    assert words.coming(TODAY + days, TODAY) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (1, "yesterday"), (3, "3 days ago"), (35, "on 1 May"), (365, "on 6 June 2023")],
)
def test_a_day_that_was_is_named_as_people_do(days: int, said: str) -> None:
    assert words.past(TODAY - days, TODAY) == said


def test_one_is_not_many() -> None:
    assert words.counted(1, "1 card", "{n} cards") == "1 card"
    assert words.counted(1200, "1 card", "{n} cards") == "1,200 cards"
    assert words.counted(0, "1 card", "{n} cards") == "0 cards"


def test_time_spent_is_said_in_minutes_unless_it_is_short() -> None:
    assert words.minutes(timedelta(seconds=99)) == "99 seconds"
    assert words.minutes(timedelta(seconds=100)) == "2 minutes"
    assert words.minutes(timedelta(minutes=61)) == "61 minutes"
