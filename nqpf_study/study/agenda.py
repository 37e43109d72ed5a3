"""What a session still has to ask: cards in their order, and learning steps by their ends."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush

from nqpf_study.domain.queue import Queue
from nqpf_study.domain.review import Memory, State


@dataclass(frozen=True, slots=True)
class Remaining:
    """How many cards are still to come, the one on the screen included."""

    new: int = 0
    learning: int = 0
    due: int = 0

    @property
    def total(self) -> int:
        """Return all of them together."""
        return self.new + self.learning + self.due


class Agenda:
    """Cards by key. Counting them, and taking the next one, costs the same however many wait."""

    def __init__(self, queue: Queue) -> None:
        """Start with a day's queue."""
        self._cards = deque((card.card, card.memory.state is State.NEW) for card in queue.cards)
        self._new = sum(new for _, new in self._cards)
        self._steps = [
            (card.memory.due_at, card.card) for card in queue.learning if card.memory.due_at
        ]
        heapify(self._steps)

    def remaining(self, on_screen: Memory | None) -> Remaining:
        """Count what is still to come, and the card on the screen where there is one."""
        new, learning, due = self._new, len(self._steps), len(self._cards) - self._new
        if on_screen is not None:
            new += on_screen.state is State.NEW
            learning += on_screen.due_at is not None
            due += on_screen.state is not State.NEW and on_screen.due_at is None
        return Remaining(new, learning, due)

    @property
    def next_step(self) -> datetime | None:
        """Return when the next learning step ends, None where none runs."""
        return self._steps[0][0] if self._steps else None

    def next(self, now: datetime, ahead: timedelta) -> int | None:
        """Return the card to ask at `now`, None where there is none yet.

        A learning step that has ended comes first, then the next card; when no card is left, a
        step that ends within `ahead` is asked early.
        """
        if self._steps and self._steps[0][0] <= now:
            return self._steps[0][1]
        if self._cards:
            return self._cards[0][0]
        if self._steps and self._steps[0][0] <= now + ahead:
            return self._steps[0][1]
        return None

    def put(self, key: int, memory: Memory) -> None:
        """Add a card: by the end of its step where one runs, before the other cards else."""
        if memory.due_at is not None:
            heappush(self._steps, (memory.due_at, key))
        else:
            self._cards.appendleft((key, memory.state is State.NEW))
            self._new += memory.state is State.NEW

    def drop(self, key: int) -> None:
        """Take a card off, wherever it waits, if it does."""
        if self._cards and self._cards[0][0] == key:
            self._new -= self._cards.popleft()[1]
        elif self._steps and self._steps[0][1] == key:
            heappop(self._steps)
        else:
            self._cards = deque(card for card in self._cards if card[0] != key)
            self._new = sum(new for _, new in self._cards)
            self._steps = [step for step in self._steps if step[1] != key]
            heapify(self._steps)
