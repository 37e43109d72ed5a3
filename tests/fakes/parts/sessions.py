"""What a session asks of a collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from nqpf_study.domain.deck import Note
from nqpf_study.domain.options import NewOrder
from nqpf_study.domain.queue import Candidate, Today, scattered
from nqpf_study.domain.replay import standing
from nqpf_study.domain.review import Act, CardId, State
from nqpf_study.study.ports import Confused, StoredCard
from tests.fakes.parts.part import CardRow, is_set_aside
from tests.fakes.parts.settings import Settings


class Sessions(Settings):
    """The cards of a day, and what is known of a card."""

    def candidates(
        self, decks: Sequence[str] | None, day: int
    ) -> tuple[list[Candidate], list[Candidate], Today]:
        due, new = [], []
        for row in self._in_use():
            if decks is not None and row.id.deck not in decks:
                continue
            if is_set_aside(row.status, day):
                continue
            memory = row.status.memory
            candidate = Candidate(row.key, row.note_key, row.id.deck, memory)
            if memory.due_day is None:
                new.append(candidate)
            elif memory.due_day <= day:
                due.append(candidate)
        return due, self._in_new_order(new), self._today(day)

    def seen(self, decks: Sequence[str] | None, day: int) -> list[Candidate]:
        return [
            Candidate(row.key, row.note_key, row.id.deck, row.status.memory)
            for row in self._in_use()
            if (decks is None or row.id.deck in decks)
            and row.status.memory.due_day is not None
            and not is_set_aside(row.status, day)
        ]

    def confused_pairs(self) -> list[tuple[int, int]]:
        pairs = set()
        for entry in standing(self.log):
            if entry.mistaken_for is not None:
                one, other = (self._row(card).key for card in (entry.card, entry.mistaken_for))
                pairs.add((min(one, other), max(one, other)))
        return sorted(pair for pair in pairs if pair[0] != pair[1])

    def lapsed(self, deck: str, least: int) -> list[StoredCard]:
        rows = [row for row in self._in_use() if row.id.deck == deck]
        found = [row for row in rows if row.status.memory.lapses >= least]
        return [self.card(row.key) for row in sorted(found, key=_lapses_first)]

    def confusions(self) -> list[Confused]:
        said = Counter(
            (entry.card, entry.answer, entry.mistaken_for)
            for entry in standing(self.log)
            if entry.answer or entry.mistaken_for
        )
        return [Confused(*what, times) for what, times in said.most_common()]

    def due_counts(self, after: int) -> Mapping[int, int]:
        due = [row.status.memory.due_day or 0 for row in self._in_use() if not row.status.suspended]
        return Counter(day for day in due if day > after)

    def card_key(self, card: CardId) -> int | None:
        return next((row.key for row in self._in_use() if row.id == card), None)

    def answers_like(self, card: StoredCard) -> list[Note]:
        return [
            row.note
            for row in self._notes_in_use(card.id.deck)
            if row.note.kind == card.note.kind and row.key != card.note_key
        ][:100]

    def _in_new_order(self, new: list[Candidate]) -> list[Candidate]:
        options, decks = self.deck_options(), list(self.decks)

        def place(card: Candidate) -> tuple[int, bytes]:
            scatter = options[card.deck].new_order is NewOrder.RANDOM
            note = self.notes[card.note].note.id
            return decks.index(card.deck), scattered(card.deck, note) if scatter else b""

        return sorted(new, key=place)

    def _today(self, day: int) -> Today:
        new: Counter[str] = Counter()
        reviews: Counter[str] = Counter()
        notes: set[int] = set()
        for entry in standing(self.log):
            if entry.act is not Act.GRADE or entry.day != day:
                continue
            notes.add(self._row(entry.card).note_key)
            if entry.state is State.NEW:
                new[entry.card.deck] += 1
            elif entry.state is State.REVIEW:
                reviews[entry.card.deck] += 1
        unseen = {deck: self._unseen(deck) for deck in self.decks}
        return Today(day, new, reviews, frozenset(notes), unseen)

    def _unseen(self, deck: str) -> int:
        rows = [row for row in self._in_use() if row.id.deck == deck and not row.status.suspended]
        return sum(row.status.memory.state is State.NEW for row in rows)


def _lapses_first(row: CardRow) -> tuple[int, int]:
    return -row.status.memory.lapses, row.key
