"""Suspending, burying and resuming cards outside a session."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.replay import apply
from nqpf_study.domain.review import Act, LogEntry
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.history import History
from nqpf_study.study.log_steps import Logbook, LogStore
from nqpf_study.study.ports import Now


def set_aside(
    store: LogStore,
    keys: Sequence[int],
    act: Act,
    now: Now,
    clock: StudyClock,
    random_bits: Callable[[int], int],
    history: History | None = None,
) -> int:
    """Bury, suspend or resume the cards with these keys, in one transaction; tell `history`.

    Return how many: a card that is as asked for already is left alone.
    """
    if act not in (Act.BURY, Act.SUSPEND, Act.RESUME):
        raise ValueError(f"{act.value} sets no card aside")
    ids = EntryIds(random_bits, store.last_entry_id())
    at = now()
    acts = []
    for card in store.cards(list(dict.fromkeys(keys))):
        entry = LogEntry(
            id=ids.next(at),
            card=card.id,
            act=act,
            at=at,
            day=clock.day(at),
            state=card.status.memory.state,
        )
        status = apply(card.status, entry)
        if status != card.status:
            acts.append((entry, status))
    if acts:
        store.record_all(acts)
        if history is not None:
            book = Logbook(store, now, lambda: clock, random_bits)
            history.did(book.entered([entry for entry, _ in acts]))
    return len(acts)
