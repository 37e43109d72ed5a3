"""Merging what two machines have kept: logs as sets, and of each note the newer text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.review import LogEntry


def merged(one: Iterable[LogEntry], other: Iterable[LogEntry]) -> list[LogEntry]:
    """Return the entries of both logs, each once, in the order of their ids, and so of time.

    An undo takes back the entry that it names, on whichever machine either was made. Raises
    StudyError where an id stands for two different entries.
    """
    found: dict[UUID, LogEntry] = {}
    for entry in (*one, *other):
        if found.setdefault(entry.id, entry) != entry:
            raise disagreement(entry.id)
    return sorted(found.values(), key=lambda entry: entry.id.int)


def disagreement(id_: UUID) -> StudyError:
    """Say that two logs tell differently of one entry."""
    return StudyError(
        phrase("The two collections tell differently of log entry {id}.", id=id_),
        safe="Nothing was changed.",
        mend="One of them is damaged. Run `nqpf-study doctor` on both.",
    )


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A note's text as one machine has it: when it last changed (any unit), and its hash.

    The greater version is kept: the newer text, and of equally new ones always the same.
    """

    modified_at: int
    hash: bytes
