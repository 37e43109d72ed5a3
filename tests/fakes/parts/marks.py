"""Flags and tags of the learner."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from nqpf_study.study.marks import MarkChanges, TagInUse
from tests.fakes.parts.part import Part


class Marks(Part):
    """Who has which flag and which tags."""

    def mark(self, changes: MarkChanges, at: datetime) -> MarkChanges:  # noqa: ARG002 - the store's
        def turned(keys: Sequence[int], *, on: bool) -> tuple[int, ...]:
            changed = tuple(key for key in keys if self.flags.get(key, False) != on)
            self.flags |= dict.fromkeys(changed, on)
            return changed

        def retagged(tags: Mapping[str, Sequence[int]], *, on: bool) -> dict[str, tuple[int, ...]]:
            changed = {
                tag: tuple(key for key in keys if self.given_tags.get((tag, key), False) != on)
                for tag, keys in tags.items()
            }
            for tag, keys in changed.items():
                self.given_tags |= dict.fromkeys(((tag, key) for key in keys), on)
            return {tag: keys for tag, keys in changed.items() if keys}

        return MarkChanges(
            turned(changes.flag, on=True),
            turned(changes.unflag, on=False),
            retagged(changes.tag, on=True),
            retagged(changes.untag, on=False),
        )

    def flagged_among(self, keys: Sequence[int]) -> int:
        return sum(self.flags.get(key, False) for key in keys)

    def notes_of(self, keys: Sequence[int]) -> list[int]:
        return list(dict.fromkeys(self.rows[key].note_key for key in keys))

    def tags_among(self, notes: Sequence[int]) -> Mapping[str, int]:
        return Counter(tag for note in notes for tag in self._tags_of(note))

    def own_tags(self) -> list[str]:
        used = [row.key for row in self.notes.values() if not row.retired]
        return sorted({tag for note in used for tag in self._tags_of(note)})

    def file_tags(self) -> list[str]:
        rows = [row for row in self.notes.values() if row.deck in self.decks and not row.retired]
        return sorted({tag for row in rows for tag in row.note.tags})

    def tags_in_use(self) -> list[TagInUse]:
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        own = set()
        for row in self.notes.values():
            if row.deck in self.decks and not row.retired:
                given = self._tags_of(row.key)
                own |= set(given)
                for tag in {*row.note.tags, *given}:
                    counts[tag][row.deck] += 1
        return [TagInUse(tag, counts[tag], tag in own) for tag in sorted(counts)]
