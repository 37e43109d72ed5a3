"""Cards that are searched for and put in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nqpf_study.domain.anchoring import Found
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.replay import standing
from nqpf_study.domain.review import Memory, Rating, State
from nqpf_study.domain.search_query import LATELY, Comparison, Query, SavedSearch
from nqpf_study.study.lookup import look_up
from nqpf_study.study.ports import CardOrder, StoredCard
from tests.fakes.ordering import interval, put_in_order
from tests.fakes.parts.part import CardRow, Part, is_set_aside


class Browse(Part):
    """Searches, said in Python once more."""

    def search(self, query: Query, day: int) -> list[int]:
        return [row.key for row in self._in_use() if self._fits(row, query, day)]

    def sorted_by(self, keys: Sequence[int], order: CardOrder) -> list[int]:
        return [card.key for card in put_in_order(self.cards(keys), order)]

    def cards(self, keys: Sequence[int]) -> list[StoredCard]:
        return [self.card(key) for key in keys if key in self.rows and self.rows[key].used]

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        return self.searches

    def keep_searches(self, searches: Sequence[SavedSearch]) -> None:
        self.searches = tuple(searches)

    def cards_of_kinds(self, kinds: Sequence[str]) -> list[StoredCard]:
        cards = [self.card(row.key) for row in self._in_use()]
        return [card for card in cards if card.note.kind in kinds]

    def _fits(self, row: CardRow, query: Query, day: int) -> bool:
        note = self.notes[row.note_key].note
        memory = row.status.memory
        threshold = self.options.get(row.id.deck, DeckOptions()).leech_threshold
        states = {
            "leech": bool(threshold) and memory.lapses >= threshold,
            "new": memory.state is State.NEW,
            "learning": memory.state in (State.LEARNING, State.RELEARNING),
            "review": memory.state is State.REVIEW,
            "due": memory.due_day is not None
            and memory.due_day <= day
            and not is_set_aside(row.status, day),
            "suspended": row.status.suspended,
            "flagged": self.flags.get(row.key, False),
            "buried": row.status.buried_day is not None and row.status.buried_day >= day,
            "hard": any(
                entry.card == row.id
                and day - LATELY < entry.day
                and entry.rating is not None
                and entry.rating <= Rating.HARD
                for entry in standing(self.log)
            ),
            "missing": any(
                not isinstance(looked_up.anchored, Found)
                for looked_up in look_up(note, self.kept_documents)
            ),
        }
        said = " ".join(
            [
                *(f"{face.question} {face.answer}" for face in cards_of(note)),
                note.remark,
                *(passage.exact for passage in note.passages),
            ]
        )
        return (
            all(_says(said, word) for word in query.words)
            and (not query.decks or row.id.deck in query.decks)
            and all(name in (row.id.note, f"{row.id.deck}/{row.id.note}") for name in query.notes)
            and set(query.tags) <= {*note.tags, *self._tags_of(row.note_key)}
            and (not query.kinds or note.kind in query.kinds)
            and all(states.get(state, False) for state in query.states)
            and set(query.sources) <= {passage.source for passage in note.passages}
            and all(_compares(memory, comparison) for comparison in query.compared)
            and not any(self._fits(row, one, day) for one in query.denied)
            and all(any(self._fits(row, way, day) for way in ways) for ways in query.either)
        )


def _says(text: str, word: str) -> bool:
    start = r"\b" if word[:1].isascii() else ""
    return re.search(start + re.escape(word), text, re.IGNORECASE) is not None


def _compares(memory: Memory, comparison: Comparison) -> bool:
    number = {
        "lapses": memory.lapses,
        "reviews": memory.reps,
        "difficulty": memory.difficulty,
        "stability": memory.stability,
        "interval": interval(memory),
    }[comparison.number]
    if number is None:
        return False
    return {
        "<": number < comparison.than,
        "<=": number <= comparison.than,
        "=": number == comparison.than,
        ">=": number >= comparison.than,
        ">": number > comparison.than,
    }[comparison.sign]
