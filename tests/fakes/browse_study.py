"""A small collection in memory, for the pages that read: search, sources, progress, import."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Progress, StudyError, unheard
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.review import Act, CardId, CardStatus
from nqpf_study.domain.search_query import Query, SavedSearch, parse_query
from nqpf_study.domain.source import Document, Source
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.history import History
from nqpf_study.study.lookup import (
    LookedUp,
    MarkedDocument,
    look_up,
    marked,
    places_quoted,
)
from nqpf_study.study.marks import MarkChanges, TagsThere
from nqpf_study.study.ports import CardOrder, DeckChanges, StoredCard
from nqpf_study.study.searches import remove_search, rename_search, save_search
from nqpf_study.study.statistics import DeckOverview, Overview, Statistics
from tests.fakes.collection import FakeCollection
from tests.fakes.ordering import put_in_order

if TYPE_CHECKING:
    from nqpf_study.app import Preview, Study
    from nqpf_study.study.leeches import Leech

NOON = datetime(2024, 6, 5, 12, tzinfo=UTC)


class BrowseStudy:
    """Answers as a `Study` does, from what it was given; `asked` records what was read."""

    def __init__(
        self,
        deck: Deck,
        documents: Sequence[Document] = (),
        statistics: Statistics | None = None,
    ) -> None:
        self._documents = {document.source.id: document for document in documents}
        self._statistics = statistics or Statistics(self.today())
        self._cards = [
            StoredCard(
                0, CardId(deck.id, note.id, face.name), note_key, note, deck.title, CardStatus()
            )
            for note_key, note in enumerate(deck.notes, 1)
            for face in cards_of(note)
        ]
        self._cards = [replace(card, key=key) for key, card in enumerate(self._cards, 1)]
        self.asked: list[tuple[object, ...]] = []
        self._searches = FakeCollection()
        self.before_search: Callable[[str], None] = lambda _text: None
        """Called in the worker before a search is answered."""
        self.before_import: Callable[[Progress], None] = lambda _progress: None
        """Called in the worker before an import is carried out."""

    @property
    def study(self) -> Study:
        """Return this as what the pages are written against."""
        return cast("Study", self)

    def now(self) -> datetime:
        return NOON

    def clock(self) -> StudyClock:
        return StudyClock(UTC)

    def today(self) -> int:
        return self.clock().day(NOON)

    def documents(self) -> list[Document]:
        return list(self._documents.values())

    def read(self, source_id: str) -> MarkedDocument:
        self.asked.append(("read", source_id))
        document = self._documents.get(source_id)
        if document is None:
            raise StudyError(f"There is no source “{source_id}” in the collection.")
        firsts = {card.note_key: card for card in reversed(self._cards)}
        quoting = [
            card
            for card in sorted(firsts.values(), key=lambda card: card.key)
            if any(passage.source == source_id for passage in card.note.passages)
        ]
        return marked(document, [(card.key, card.note.passages) for card in quoting])

    def places_quoted(self) -> dict[str, int]:
        passages = {passage for card in self._cards for passage in card.note.passages}
        return places_quoted(self.documents(), passages)

    def passages(self, card: StoredCard) -> tuple[LookedUp, ...]:
        return look_up(card.note, self._documents)

    def search(self, text: str, order: CardOrder | None = None) -> list[int]:
        self.asked.append(("search", text))
        self.before_search(text)
        query = parse_query(text)
        found = [card for card in self._cards if _fits(card, query)]
        return [card.key for card in (put_in_order(found, order) if order else found)]

    def cards(self, keys: Sequence[int]) -> list[StoredCard]:
        self.asked.append(("cards", tuple(keys)))
        by_key = {card.key: card for card in self._cards}
        return [by_key[key] for key in keys if key in by_key]

    def set_aside(self, keys: Sequence[int], act: Act) -> int:
        self.asked.append(("set_aside", tuple(keys), act))
        for card in [card for card in self._cards if card.key in keys]:
            status = {
                Act.SUSPEND: replace(card.status, suspended=True),
                Act.BURY: replace(card.status, buried_day=self.today()),
                Act.RESUME: replace(card.status, suspended=False, buried_day=None),
            }[act]
            self.set_status(card.key, status)
        return len(keys)

    def flag(self, keys: Sequence[int], *, on: bool | None = None) -> MarkChanges:
        self.asked.append(("flag", tuple(keys), on))
        with_flag = {card.key for card in self._cards if card.flagged}
        on = not with_flag.issuperset(keys) if on is None else on
        changed = tuple(key for key in keys if (key in with_flag) != on)
        self._cards = [
            replace(card, flagged=on) if card.key in changed else card for card in self._cards
        ]
        return MarkChanges(flag=changed) if on else MarkChanges(unflag=changed)

    def tag(
        self, keys: Sequence[int], *, add: Sequence[str] = (), remove: Sequence[str] = ()
    ) -> MarkChanges:
        self.asked.append(("tag", tuple(keys), tuple(add), tuple(remove)))
        notes = {card.note_key for card in self._cards if card.key in keys}
        self._cards = [
            replace(card, own_tags=tuple(sorted({*card.own_tags, *add} - set(remove))))
            if card.note_key in notes
            else card
            for card in self._cards
        ]
        put, taken = (dict.fromkeys(tags, tuple(notes)) for tags in (add, remove))
        return MarkChanges(tag=put, untag=taken)

    def tags_there(self, keys: Sequence[int]) -> TagsThere:
        notes = {card.note_key: card.own_tags for card in self._cards if card.key in keys}
        counts = Counter(tag for tags in notes.values() for tag in tags)
        return TagsThere(len(notes), counts, tuple(self.own_tags()))

    def all_tags(self) -> list[str]:
        given = {tag for card in self._cards for tag in card.note.tags}
        return sorted({*given, *self.own_tags()})

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        return self._searches.saved_searches()

    def save_search(self, name: str, text: str) -> None:
        save_search(self._searches, History(), name, text)

    def rename_search(self, name: str, new: str) -> None:
        rename_search(self._searches, History(), name, new)

    def remove_search(self, name: str) -> None:
        remove_search(self._searches, History(), name)

    def own_tags(self) -> list[str]:
        return sorted({tag for card in self._cards for tag in card.own_tags})

    def export_cards(self, out: Path, keys: Sequence[int], progress: Progress = unheard) -> int:
        self.asked.append(("export_cards", out, tuple(keys)))
        progress(0, 1, "writing")
        return len({card.note_key for card in self._cards if card.key in keys})

    def set_status(self, key: int, status: CardStatus) -> None:
        self._cards = [
            replace(card, status=status) if card.key == key else card for card in self._cards
        ]

    def overview(self) -> Overview:
        decks = {card.id.deck: card.deck_title for card in self._cards}
        return Overview(
            tuple(DeckOverview(id_, title, 0, 0, 0, 0, 0, None) for id_, title in decks.items()),
            self.today(),
            10.0,
            None,
        )

    def deck_titles(self) -> dict[str, str]:
        return {card.id.deck: card.deck_title for card in self._cards}

    def statistics(
        self, days: int | None = 30, progress: Progress = unheard, deck: str | None = None
    ) -> Statistics:
        self.asked.append(("statistics", days, deck))
        progress(0, 1, "statistics")
        return self._statistics

    def hardest(self, count: int = 10, deck: str | None = None) -> list[StoredCard]:
        self.asked.append(("hardest", deck))
        known = [card for card in self._cards if card.status.memory.difficulty is not None]
        known.sort(key=lambda card: -(card.status.memory.difficulty or 0))
        return known[:count]

    def leeches(self, decks: Sequence[str] | None = None) -> list[Leech]:
        self.asked.append(("leeches", decks))
        return []

    def import_deck(self, preview: Preview, progress: Progress = unheard) -> DeckChanges:
        self.asked.append(("import", preview.checked.path))
        self.before_import(progress)
        assert preview.changes is not None
        return preview.changes


def _fits(card: StoredCard, query: Query) -> bool:
    said = " ".join(f"{face.question} {face.answer}" for face in cards_of(card.note)).lower()
    said = re.sub(r"[“”?]", " ", said)
    asked = (*query.words, *(" ".join(phrase.split()) for phrase in query.phrases))
    return (
        all(text.lower().strip(" ?") in " ".join(said.split()) for text in asked)
        and (not query.decks or card.id.deck in query.decks)
        and all(note in (card.id.note, f"{card.id.deck}/{card.id.note}") for note in query.notes)
        and all(state == "suspended" and card.status.suspended for state in query.states)
        and not any(_fits(card, one) for one in query.denied)
        and all(any(_fits(card, way) for way in ways) for ways in query.either)
    )


def source(id_: str = "qiushi", **said: str) -> Source:
    """Return a source; what is not said is made up."""
    told: Mapping[str, str] = {
        "title": "Developing new quality productive forces",
        "publisher": "Qiushi",
        "published": "2024-06-03",
        "language": "en",
        "where": "Qiushi, by Xi Jinping",
        "file": f"{id_}.txt",
        "sha256": "",
        **said,
    }
    return Source(id=id_, **told)


def basic(id_: str, question: str, answer: str, *passages: Passage) -> Note:
    """Return a note of a question and its answer."""
    return Note(id_, "basic", {"question": question, "answer": answer}, passages=passages)


RAW = (
    "Menu\n\n😀 The first measure is innovation. The second measure is industry, the chain.\n\n"
    "The third measure is green. The end.\n"
)
FIRST = Passage("qiushi", "The first measure is innovation.")
CHAIN = Passage("qiushi", "The second measure is industry, the chain.")
INDUSTRY = Passage("qiushi", "industry")
GREEN = Passage("qiushi", "The third measure is green.")
LOST = Passage("qiushi", "The sixth measure is patience.")
TWICE = Passage("qiushi", "measure is")
ELSEWHERE = Passage("gone", "Words of a source that nobody has.")
NO_FILE = Passage("no-file", "Words of a file that nobody has.")


def measures() -> BrowseStudy:
    """Return a collection with every sort of passage: found, nested, missing, ambiguous."""
    documents = [
        Document(source(begins="😀 The first", ends="The end."), RAW),
        Document(source("no-file", title="A source without its file"), None),
    ]
    notes = (
        basic("one", "What is first?", "Innovation", FIRST),
        basic("two", "What is second?", "Industry", CHAIN),
        basic("part", "Which word?", "Industry", INDUSTRY),
        basic("three", "What is third?", "Green", GREEN, TWICE),
        basic("again", "And which colour?", "Green", GREEN),
        basic("six", "What is sixth?", "Patience", LOST, ELSEWHERE, NO_FILE),
    )
    return BrowseStudy(Deck("m", "Measures", notes=notes), documents)
