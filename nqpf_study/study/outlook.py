"""What each rating of a card leads to, given how many cards the days to come hold already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from nqpf_study.domain.review import Memory, Plan, Rating
from nqpf_study.domain.scheduling import forecast
from nqpf_study.study.ports import SessionStore, StoredCard


class Outlook:
    """Forecasts with intervals that keep the days even; what is due is read when first needed."""

    def __init__(self, store: SessionStore) -> None:
        self._store = store
        self._due: Counter[int] | None = None

    def outcomes(
        self, card: StoredCard, at: datetime, day: int, plan: Plan
    ) -> Mapping[Rating, Memory]:
        """Return what each rating of a card leads to, at this moment of study day `day`."""
        if self._due is None:
            self._due = Counter(self._store.due_counts(day))
        return forecast(card.status.memory, at, day, plan, card.id, self._due)

    def move(self, before: Memory, after: Memory) -> None:
        """Count a card on the day that it is due now."""
        if self._due is not None:
            self._due[before.due_day or 0] -= 1
            self._due[after.due_day or 0] += 1

    def forget(self) -> None:
        """Read anew what is due: it was changed elsewhere."""
        self._due = None
