"""Faults of the program, in a log file that holds nothing of the learner's and stays small."""

from __future__ import annotations

import errno
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import Phrase

NAME = "nqpf-study.log"
LARGEST = 512 * 1024
"""Bytes at which the log makes room for a new one."""

KEPT = 3
"""How many older logs are kept beside it, as .1 (the last) and on."""


def described(error: BaseException) -> str:
    """Return what failed and where, for the log: kinds and places, down to the first cause.

    Messages are left out, as a card's text may be quoted in any of them.
    """
    return "caused\n".join(reversed([_described_one(each) for each in _chain(error)]))


def write(folder: Path, text: str) -> Path:
    """Append `text` to the log in `folder`; return the log's path. Raises OSError."""
    log = folder / NAME
    folder.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size + len(text.encode()) > LARGEST:
        _make_room(log)
    with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    return log


def _make_room(log: Path) -> None:
    """Move every log one place on; the oldest goes. Another program may hold one open."""
    with suppress(OSError):
        for number in range(KEPT, 0, -1):
            older = log.with_name(f"{NAME}.{number - 1}") if number > 1 else log
            if older.exists():
                older.replace(log.with_name(f"{NAME}.{number}"))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error, what caused it, what caused that, and so on."""
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        yield at
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)


def _described_one(error: BaseException) -> str:
    kind = type(error)
    where = "".join(traceback.format_tb(error.__traceback__))
    return f"{where}{kind.__module__}.{kind.__qualname__}{_harmless(error)}\n"


def _harmless(error: BaseException) -> str:
    """Return what is known to be no text of the learner's: a number, or a sentence of our own."""
    if isinstance(error, OSError) and error.errno is not None:
        return f" {errno.errorcode.get(error.errno, error.errno)}"
    if isinstance(error, StudyError) and isinstance(error.what, Phrase):
        return f" {error.what.template}"
    return ""
