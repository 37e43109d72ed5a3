"""Suspending, burying and resuming cards outside a session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.replay import apply
from nqpf_study.domain.review import Act, LogEntry
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.ports import BrowseStore, Now, SessionStore


class _Store(BrowseStore, SessionStore, Protocol): ...


def set_aside(
    store: _Store,
    keys: Sequence[int],
    act: Act,
    now: Now,
    clock: StudyClock,
    random_bits: Callable[[int], int],
) -> int:
    """Bury, suspend or resume the cards with these keys, in one transaction; return how many."""
    ids = EntryIds(random_bits, store.last_entry_id())
    at = now()
    acts = []
    for card in store.cards(keys):
        entry = LogEntry(
            id=ids.next(at),
            card=card.id,
            act=act,
            at=at,
            day=clock.day(at),
            state=card.status.memory.state,
        )
        acts.append((entry, apply(card.status, entry)))
    store.record_all(acts)
    return len(acts)
