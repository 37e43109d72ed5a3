"""Learning steps as people write them: 1m 10m 1d."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase

MOST_STEPS = 10
LONGEST_STEP = timedelta(days=100)

_UNITS = {"d": 86_400, "h": 3600, "m": 60, "s": 1}
_STEP = re.compile(r"(\d{1,8})([dhms])", re.IGNORECASE)


def steps_said(steps: Sequence[timedelta]) -> str:
    """Write steps in the largest unit that is exact for each: 1m 10m 1d."""
    return " ".join(_said(round(step.total_seconds())) for step in steps)


def steps_read(text: str) -> tuple[timedelta, ...]:
    """Read steps with spaces or commas between them; none is fine.

    Raises StudyError for what is no list of durations, too many of them, or too long ones.
    """
    steps = tuple(map(_read, text.replace(",", " ").split()))
    if len(steps) > MOST_STEPS:
        raise StudyError(
            phrase(
                "There are more than {most_steps} learning steps in “{text}”.",
                most_steps=MOST_STEPS,
                text=text,
            )
        )
    return steps


def _read(word: str) -> timedelta:
    found = _STEP.fullmatch(word)
    step = timedelta(seconds=int(found[1]) * _UNITS[found[2].lower()]) if found else timedelta()
    if not timedelta() < step <= LONGEST_STEP:
        raise StudyError(
            phrase("“{word}” is no learning step.", word=word),
            mend="Write durations such as 1m 10m 1d (s, m, h or d), 100 days at most.",
        )
    return step


def _said(seconds: int) -> str:
    unit, size = next((unit, size) for unit, size in _UNITS.items() if seconds % size == 0)
    return f"{seconds // size}{unit}"
