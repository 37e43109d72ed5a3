"""Gathering what is wrong in a file, each thing with its place."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from nqpf_study.domain.errors import Level, Problem, Waived
from nqpf_study.domain.phrase import phrase

MOST_SHOWN = 200


class Code(StrEnum):
    """Every kind of problem by its stable name; docs/decks.md explains each."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"
    BAD_CHARACTER = "bad-character"
    SYNTAX = "syntax"
    EMPTY_FILE = "empty-file"
    SEVERAL_DOCUMENTS = "several-documents"
    TOO_DEEP = "too-deep"
    ALIAS = "alias"
    TAG = "tag"
    MERGE_KEY = "merge-key"
    DUPLICATE_KEY = "duplicate-key"
    BAD_KEY = "bad-key"
    TEXT_CUT = "text-cut"
    UNKNOWN_FORMAT = "unknown-format"
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    WRONG_TYPE = "wrong-type"
    BAD_ID = "bad-id"
    BAD_NUMBER = "bad-number"
    BAD_FLAG = "bad-flag"
    BAD_DATE = "bad-date"
    BAD_LANGUAGE = "bad-language"
    BAD_TAG = "bad-tag"
    EMPTY_ITEM = "empty-item"
    UNKNOWN_KIND = "unknown-kind"
    DUPLICATE_NOTE = "duplicate-note"
    DUPLICATE_MEMBER = "duplicate-member"
    HALF_MEMBER = "half-member"
    CLOZE_GAP = "cloze-gap"
    CLOZE_WITHOUT_GAP = "cloze-without-gap"
    EMPTY_CARD = "empty-card"
    SHORT_LIST = "short-list"
    NO_PASSAGE = "no-passage"
    UNKNOWN_SOURCE = "unknown-source"
    PASSAGE_MISSING = "passage-missing"
    PASSAGE_AMBIGUOUS = "passage-ambiguous"
    DUPLICATE_SOURCE = "duplicate-source"
    SOURCE_MISSING = "source-missing"
    SOURCE_OUTSIDE = "source-outside"
    SOURCE_CHANGED = "source-changed"
    SOURCE_DIFFERS = "source-differs"
    ENDS_BEFORE_BEGINS = "ends-before-begins"
    UNKNOWN_WAIVER = "unknown-waiver"
    EMPTY_WAIVER = "empty-waiver"
    UNUSED_WAIVER = "unused-waiver"
    UNSUPPORTED = "unsupported"
    LONG_QUESTION = "long-question"
    LONG_ANSWER = "long-answer"
    LONG_PASSAGE = "long-passage"
    GIVEN_AWAY = "given-away"
    SHARED_QUESTION = "shared-question"
    UNATTRIBUTED = "unattributed"
    MISSING_PINYIN = "missing-pinyin"
    BAD_DISTRACTOR = "bad-distractor"
    SMALL_POOL = "small-pool"
    UNKNOWN_TAG = "unknown-tag"
    UNUSED_TAG = "unused-tag"
    UNKNOWN_REASON = "unknown-reason"
    UNKNOWN_NOTE = "unknown-note"
    LEFT_OUT_TWICE = "left-out-twice"
    NOTHING_LEFT_OUT = "nothing-left-out"
    MORE = "more"


LINTS = frozenset(
    {
        Code.UNSUPPORTED,
        Code.LONG_QUESTION,
        Code.LONG_ANSWER,
        Code.LONG_PASSAGE,
        Code.GIVEN_AWAY,
        Code.SHARED_QUESTION,
        Code.UNATTRIBUTED,
        Code.MISSING_PINYIN,
        Code.BAD_DISTRACTOR,
        Code.SMALL_POOL,
        Code.UNKNOWN_TAG,
    }
)
"""The warnings about a note that only a check gives, not an import."""


class Place(Protocol):
    """Something that stands at a line and a column, both counted from 1."""

    @property
    def line(self) -> int:
        """The line."""
        ...

    @property
    def column(self) -> int:
        """The column, in code points."""
        ...


def shortened(text: str, length: int = 40) -> str:
    """Return `text` short enough for a message, on one line."""
    line = " ".join(text[: 4 * length].split())
    return line if len(line) <= length else f"{line[:length].rstrip()}…"


class Problems:
    """The problems of one file. Errors and warnings beyond `most` of each are only counted.

    `setbacks` counts errors, and values that were missed later because of an earlier error.
    """

    def __init__(self, file: str, most: int = MOST_SHOWN) -> None:
        self.file = file
        self.errors = 0
        self.warnings = 0
        self.setbacks = 0
        self._most = most
        self._shown: list[Problem] = []
        self._waived: list[Waived] = []

    @property
    def full(self) -> bool:
        """Tell whether further errors are only counted, so that hints need not be sought."""
        return self.errors >= self._most

    def error(self, place: Place | None, code: Code, message: str, hint: str = "") -> None:
        """Note an error; `place` None means the file as a whole."""
        self.errors += 1
        self.setbacks += 1
        if self.errors <= self._most:
            self._add(place, code, message, hint, Level.ERROR)

    def warn(self, place: Place | None, code: Code, message: str, hint: str = "") -> None:
        """Note a warning."""
        self.warnings += 1
        if self.warnings <= self._most:
            self._add(place, code, message, hint, Level.WARNING)

    def waive(self, place: Place | None, code: Code, message: str, reason: str) -> None:
        """Note a warning that the author let pass for a reason."""
        problem = self._problem(place, code, message, "", Level.WARNING)
        self._waived.append(Waived(problem, reason))

    def waived(self) -> tuple[Waived, ...]:
        """Return the warnings that were let pass, in the order of the file."""
        return tuple(sorted(self._waived))

    def sorted(self) -> tuple[Problem, ...]:
        """Return the problems in the order of the file, and last how many more there are."""
        shown = sorted(self._shown)
        for count, level in ((self.errors, Level.ERROR), (self.warnings, Level.WARNING)):
            if count > self._most:
                left = count - self._most
                more = (
                    phrase("{n} more errors are not listed", n=left)
                    if level is Level.ERROR
                    else phrase("{n} more warnings are not listed", n=left)
                )
                shown.append(
                    Problem(
                        self.file,
                        0,
                        0,
                        Code.MORE.value,
                        more,
                        phrase("mend the ones above first"),
                        level,
                    )
                )
        return tuple(shown)

    def _add(self, place: Place | None, code: Code, message: str, hint: str, level: Level) -> None:
        self._shown.append(self._problem(place, code, message, hint, level))

    def _problem(
        self, place: Place | None, code: Code, message: str, hint: str, level: Level
    ) -> Problem:
        line, column = (place.line, place.column) if place else (0, 0)
        return Problem(self.file, line, column, code.value, message, hint, level)
