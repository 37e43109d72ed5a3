"""Rebuilding a card's status from its log: the log is the truth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from nqpf_study.domain.review import Act, CardStatus, LogEntry, Plan
from nqpf_study.domain.scheduling import grade


def standing(entries: Iterable[LogEntry]) -> list[LogEntry]:
    """Return the entries that count: without those undone, and without the undos themselves."""
    entries = sorted(entries, key=lambda entry: entry.id.int)
    undone: set[UUID] = {entry.undoes for entry in entries if entry.undoes is not None}
    return [entry for entry in entries if entry.act is not Act.UNDO and entry.id not in undone]


def replay(entries: Sequence[LogEntry]) -> CardStatus:
    """Return the status of one card after `entries`, all of them its own."""
    status = CardStatus()
    for entry in standing(entries):
        status = apply(status, entry)
    return status


def apply(status: CardStatus, entry: LogEntry) -> CardStatus:
    """Return a card's status after one more entry (not an undo)."""
    match entry.act:
        case Act.GRADE:
            assert entry.rating is not None  # noqa: S101 - a grade without rating cannot be stored
            plan = entry.plan or Plan()
            at, day, promised = entry.at, entry.day, entry.interval
            memory = grade(status.memory, entry.rating, at, day, plan, entry.card, promised)
            return CardStatus(memory, status.suspended)
        case Act.BURY:
            return replace(status, buried_day=entry.day)
        case Act.SUSPEND:
            return replace(status, suspended=True)
        case Act.RESUME:
            return replace(status, suspended=False, buried_day=None)
        case Act.UNDO:
            return status
