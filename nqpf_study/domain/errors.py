"""The two kinds of trouble that a user meets: bad input, and a world that does not play along."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Level(StrEnum):
    """How grave a problem of a deck file is: an error keeps the deck out, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a file: where, what, and how to mend it.

    `line` and `column` count from 1; 0 means the file as a whole.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    level: Level = Level.ERROR

    def __str__(self) -> str:
        """Say it in one line, in the form that editors and terminals link to the place."""
        kind = "" if self.level is Level.ERROR else "warning: "
        said = f"{self.file}:{self.line}:{self.column}: {kind}{self.code}: {self.message}"
        hinted = f"{said} ({self.hint})" if self.hint else said
        return _CONTROLS.sub(" ", hinted)  # what an author wrote may be quoted in it


@dataclass(frozen=True, slots=True, order=True)
class Waived:
    """A warning that a note's author let pass, and why."""

    problem: Problem
    reason: str

    def __str__(self) -> str:
        """Say it in one line, as its problem does, with the reason."""
        return _CONTROLS.sub(" ", f"{self.problem} [waived: {self.reason}]")


class StudyError(Exception):
    """Something outside the program failed; the message is for the user.

    Args:
        what: what happened, one sentence.
        mend: what the user can do about it.
        safe: what is safe all the same, where that is in doubt.
    """

    def __init__(self, what: str, *, mend: str = "", safe: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend
        self.safe = safe

    def __str__(self) -> str:
        """Join what happened, what is safe and what to do."""
        return " ".join(part for part in (self.what, self.safe, self.mend) if part)


class BadInput(StudyError):  # noqa: N818 - the input errs, not we
    """A file that the user gave is at fault; every problem of it is listed."""

    def __init__(self, what: str, problems: tuple[Problem, ...] = (), *, mend: str = "") -> None:
        super().__init__(what, mend=mend)
        self.problems = problems


class Cancelled(Exception):  # noqa: N818 - not an error: the learner asked for it
    """The learner stopped a long piece of work; nothing of it was kept."""


class Progress(Protocol):
    """Told how far a long piece of work has come; raises Cancelled to stop it."""

    def __call__(self, done: int, total: int, doing: str) -> None:
        """Take note: `done` of `total` steps are made, and `doing` is under way."""


def unheard(done: int, total: int, doing: str) -> None:
    """Let the work go on: the progress that nobody watches."""
