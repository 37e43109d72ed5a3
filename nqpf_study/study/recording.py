"""What a session does to cards, recorded in the review log before anything else happens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.replay import apply
from nqpf_study.domain.review import CardStatus, LogEntry
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.history import History
from nqpf_study.study.log_steps import Logbook, LogStore
from nqpf_study.study.ports import Now, StoredCard


class Recording:
    """Records entries one after the other, also where others record in between."""

    def __init__(
        self,
        store: LogStore,
        now: Now,
        clock: StudyClock,
        random_bits: Callable[[int], int],
        history: History | None = None,
    ) -> None:
        """Tell `history` what is done, or one of its own, which begins with the log."""
        self._store = store
        self._random_bits = random_bits
        self._book = Logbook(store, now, lambda: clock, random_bits)
        self._ids = EntryIds(random_bits, store.last_entry_id())
        self.history = History(self._book.newest) if history is None else history

    def as_stored(self, card: StoredCard) -> StoredCard:
        """Return the card as it stands now: it may have been suspended in the browser."""
        return self._store.card(card.key) if self._catch_up() else card

    def next_id(self, at: datetime) -> UUID:
        """Return the id of an entry that is made at `at`."""
        return self._ids.next(at)

    def record(self, entry: LogEntry, before: CardStatus) -> CardStatus:
        """Record an entry on a card that stood so; return how it stands now."""
        status = apply(before, entry)
        self._store.record(entry, status)
        self.history.did(self._book.entered([entry], asked=True))
        return status

    def _catch_up(self) -> bool:
        """Let ids go on after what was recorded elsewhere; tell whether anything was."""
        last = self._store.last_entry_id()
        if last == self._ids.last:
            return False
        self._ids = EntryIds(self._random_bits, last)
        return True
