"""A `Study` on a collection in memory, for the window's tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from nqpf_study.app import Study
from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import DeckOptions, StudyOptions
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.review import CardStatus, LogEntry, Rating
from nqpf_study.domain.source import Document, Source
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

if TYPE_CHECKING:
    from nqpf_study.store.collection import Collection

TEXT = "Innovation plays the leading role. It is high-tech, efficient and of high quality."


class MemoryCollection(FakeCollection):
    """What the window asks of a collection besides the ports; `trouble` keeps it from saving."""

    trouble: StudyError | None = None
    closed = False

    def record_all(self, acts: Sequence[tuple[LogEntry, CardStatus]]) -> None:
        if self.trouble is not None:
            raise self.trouble
        super().record_all(acts)

    def set_study_options(self, options: StudyOptions) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.study = options

    def set_deck_options(self, deck_id: str, options: DeckOptions) -> None:
        self.options[deck_id] = options

    def file_is_loaded(self, path: Path) -> bool:  # noqa: ARG002 - the store's
        return True

    def note_file(self, path: Path, deck_id: str) -> None: ...

    def close(self) -> None:
        self.closed = True

    def ratings(self) -> list[Rating]:
        """Return the ratings that were saved, in order."""
        return [entry.rating for entry in self.log if entry.rating is not None]


class MemoryStudy(Study):
    """A Study whose backups are only counted."""

    backups: int = 0

    def back_up(self, reason: str = "asked") -> Path:
        self.backups += 1
        return self.home / f"{reason}-{self.backups}.db"


def memory_study(home: Path, *decks: Deck, clock: Clock | None = None) -> MemoryStudy:
    """Return a study that holds `decks`, with the source that they quote."""
    clock = clock or Clock()
    store = MemoryCollection()
    for deck in decks:
        store.add(deck, clock.at, [document()])
    store.study = replace(store.study, zone="UTC")
    return MemoryStudy(home, cast("Collection", store), clock, dice(1).getrandbits)


def store_of(study: Study) -> MemoryCollection:
    """Return the collection of a `memory_study`."""
    return cast("MemoryCollection", study.collection)


def document() -> Document:
    """Return the source that `terms` quotes."""
    source = Source("qiushi", "On new forces", "Qiushi", "2024-06-03", "en", "Qiushi", "q.txt", "")
    return Document(source, TEXT)


def terms() -> Deck:
    """Return a deck of four notes: one with Chinese, a list, and two questions."""
    return Deck(
        "terms",
        "Terms",
        notes=(
            note("leader", "What plays the leading role?", "Innovation"),
            note("quality", "Of what quality are they?", "High"),
            Note(
                "traits",
                "list",
                {
                    "question": "Which traits?",
                    "items": (Member("high-tech"), Member("efficient")),
                    "ordered": True,
                },
                passages=(Passage("qiushi", "It is high-tech, efficient"),),
            ),
            Note(
                "forces",
                "term",
                {
                    "term": "new forces",
                    "definition": "Advanced productivity",
                    "chinese": "新质生产力",
                    "pinyin": "xīn zhì shēngchǎnlì",
                },
            ),
        ),
    )


def note(id_: str, question: str, answer: str) -> Note:
    """Return a note whose answer stands in the source, with three wrong answers."""
    return Note(
        id_,
        "basic",
        {"question": question, "answer": answer},
        passages=(Passage("qiushi", "Innovation plays the leading role"),),
        distractors=("Capital", "Labour", "Land"),
        remark=f"A remark on {id_}.",
    )
