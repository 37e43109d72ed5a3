"""What was studied, in numbers."""

from __future__ import annotations

from collections import Counter
from statistics import median

from nqpf_study.domain.deck import Deck
from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.domain.replay import standing
from nqpf_study.domain.review import Act, CardId, LogEntry, Rating, State
from nqpf_study.study.ports import DeckCounts
from nqpf_study.study.statistics import (
    HARD,
    PACE_KNOWN_AFTER,
    STABILITY_BOUNDS,
    YEAR,
    Retention,
    Statistics,
    stability_span,
)
from tests.fakes.parts.sessions import Sessions


class StudyStatistics(Sessions):
    """Counts over the log and the cards."""

    def overview_counts(self, day: int, since: int | None = None) -> list[DeckCounts]:
        since = day if since is None else since
        return [self._counts(deck, day, since) for deck in self.decks.values()]

    def statistics(
        self,
        day: int,
        days: int | None,
        progress: Progress = unheard,
        deck: str | None = None,
    ) -> Statistics:
        progress(0, 1, "statistics")
        back = day if days is None else days
        grades = [
            entry
            for entry in standing(self.log)
            if entry.act is Act.GRADE
            and (deck is None or (entry.card.deck == deck and deck in self.decks))
        ]
        recent = [entry for entry in grades if day - back < entry.day <= day]
        year = [entry for entry in grades if day - YEAR < entry.day <= day]
        firsts: dict[tuple[CardId, int], LogEntry] = {}
        for entry in grades:
            firsts.setdefault((entry.card, entry.day), entry)
        asked = [entry for entry in firsts.values() if entry.state is State.REVIEW]
        reviews = [entry for entry in asked if entry in recent]
        due: Counter[int] = Counter()
        states: Counter[str] = Counter()
        for row in self._in_use_of(deck):
            suspended = row.status.suspended
            states["suspended" if suspended else row.status.memory.state.name.lower()] += 1
            due_day = row.status.memory.due_day
            if due_day is not None and not suspended and (days is None or due_day < day + days):
                due[max(day, due_day)] += 1
        seconds: Counter[int] = Counter()
        for entry in recent:
            seconds[entry.day] += entry.duration
        return Statistics(
            today=day,
            due=due,
            done=Counter(entry.day for entry in recent),
            states=states,
            retention=_retention(reviews),
            seconds={at: spent / 1000 for at, spent in seconds.items()},
            calendar=Counter(entry.day for entry in year),
            retained={
                at: _retention([entry for entry in asked if entry.day == at])
                for at in {entry.day for entry in asked if entry in (*year, *recent)}
            },
            stabilities=self._stabilities(deck),
        )

    def hardest(self, count: int, deck: str | None = None) -> list[int]:
        known = [
            (-memory.difficulty, -memory.lapses, row.key)
            for row in self._in_use_of(deck)
            if (memory := row.status.memory).difficulty is not None
            and memory.difficulty >= HARD
            and not row.status.suspended
        ]
        return [key for _, _, key in sorted(known)[:count]]

    def _stabilities(self, deck: str | None) -> tuple[int, ...]:
        counts = [0] * len(STABILITY_BOUNDS)
        for row in self._in_use_of(deck):
            memory = row.status.memory
            if memory.state is State.REVIEW and not row.status.suspended:
                counts[stability_span(memory.stability or 0)] += 1
        return tuple(counts)

    def seconds_per_card(self) -> float | None:
        grades = [entry for entry in standing(self.log) if entry.act is Act.GRADE]
        if len(grades) < PACE_KNOWN_AFTER:
            return None
        return median(entry.duration for entry in grades[-200:]) / 1000

    def _counts(self, deck: Deck, day: int, since: int) -> DeckCounts:
        rows = [row for row in self._in_use() if row.id.deck == deck.id]
        today = self._today(day)
        due, new, _ = self.candidates([deck.id], day)
        steps = [card for card in due if card.memory.due_at is not None]
        grades = [
            entry.at
            for entry in standing(self.log)
            if entry.act is Act.GRADE and entry.card.deck == deck.id
        ]
        later = [
            row.status.memory.due_day
            for row in rows
            if row.status.memory.due_day is not None
            and row.status.memory.due_day > day
            and not row.status.suspended
        ]
        return DeckCounts(
            id=deck.id,
            title=deck.title,
            notes=len({card.note for card in new} - {card.note for card in due} - today.notes),
            learning=len(steps),
            due=len(due) - len(steps),
            total=len(rows),
            learned=sum(row.status.memory.state is State.REVIEW for row in rows),
            seen=today.new.get(deck.id, 0),
            reviewed=today.reviews.get(deck.id, 0),
            last_studied=max(grades, default=None),
            next_due_day=min(later, default=None),
            unseen=self._unseen(deck.id),
            late=sum(
                card.memory.due_at is None and (card.memory.due_day or 0) < since for card in due
            ),
        )


def _retention(reviews: list[LogEntry]) -> Retention:
    return Retention(sum(entry.rating is not Rating.AGAIN for entry in reviews), len(reviews))
