"""A learner at a real collection in a folder of their own, and decks to give them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC
from pathlib import Path

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.replay import apply
from nqpf_study.domain.review import Act, CardId, CardStatus, LogEntry, Rating
from nqpf_study.domain.search_query import parse_query
from nqpf_study.domain.source import Document, Source
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.store.collection import Collection
from nqpf_study.study.history import History
from nqpf_study.study.importing import plan_import
from nqpf_study.study.marks import MarkChanges, flag, tag
from nqpf_study.study.ports import DeckChanges, StoredCard
from nqpf_study.study.searches import save_search
from nqpf_study.study.session import Session
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)


class Learner:
    """Opens the collection in `home`, loads decks into it and studies them."""

    def __init__(self, home: Path, *, read_only: bool = False) -> None:
        self.path = home / "collection.db"
        self.backups = home / "backups"
        self.clock = Clock()
        self.history = History()
        self._dice = dice(7)
        self.collection = self.open(read_only=read_only)

    def open(self, *, read_only: bool = False) -> Collection:
        return Collection.open(self.path, backups=self.backups, now=self.clock, read_only=read_only)

    def reopen(self) -> None:
        self.collection.close()
        self.collection = self.open()

    @property
    def today(self) -> int:
        return DAYS.day(self.clock())

    def load(
        self, deck: Deck, documents: Iterable[Document] = (), progress: Progress = unheard
    ) -> DeckChanges:
        changes = plan_import(deck, self.collection)
        self.collection.write_changes(changes, documents, self.clock(), progress)
        return changes

    def session(self, *decks: str) -> Session:
        return Session(self.collection, self.clock, DAYS, self._dice.getrandbits, decks or None)

    def study(self, answers: int, rating: Rating = Rating.GOOD) -> list[CardId]:
        """Answer as many cards; return them."""
        sitting = self.session()
        answered = []
        for _ in range(answers):
            assert sitting.asked is not None, "nothing is left to study"
            answered.append(sitting.asked.card.id)
            self.clock.move(seconds=5)
            sitting.reveal()
            sitting.grade(rating)
        return answered

    def grade(self, card: CardId, rating: Rating) -> None:
        """Grade a card whether it is due or not."""
        stored = self.card(card)
        ids = EntryIds(self._dice.getrandbits, self.collection.last_entry_id())
        state, plan = stored.status.memory.state, DeckOptions().plan
        entry = LogEntry(
            ids.next(self.clock()),
            card,
            Act.GRADE,
            self.clock(),
            self.today,
            state,
            rating,
            plan=plan,
        )
        self.collection.record(entry, apply(stored.status, entry))

    def set_aside(self, act: Act, *cards: CardId) -> None:
        keys = [self.card(card).key for card in cards]
        set_aside(self.collection, keys, act, self.clock, DAYS, self._dice.getrandbits)

    def flag(self, *notes: str, on: bool = True) -> MarkChanges:
        """Flag the cards of notes n of the deck "terms", or take their flags off."""
        return flag(self.collection, self.history, self.clock, self.find_keys(*notes), on=on)

    def tag(self, note: str, *add: str, remove: Sequence[str] = ()) -> MarkChanges:
        """Put tags on a note of the deck "terms", and take others off."""
        keys = self.find_keys(note)
        return tag(self.collection, self.history, self.clock, keys, add=add, remove=remove)

    def save_search(self, name: str, text: str) -> None:
        """Keep a search under a name."""
        save_search(self.collection, self.history, name, text)

    def find_keys(self, *notes: str) -> list[int]:
        """Return the keys of the cards of some notes of the deck "terms"."""
        asked = [parse_query(f"note:terms/{note}") for note in notes]
        return [key for query in asked for key in self.collection.search(query, self.today)]

    def card(self, card: CardId) -> StoredCard:
        key = self.collection.card_key(card)
        assert key is not None, f"{card} is not in use"
        return self.collection.card(key)

    def status(self, card: CardId) -> CardStatus:
        return self.card(card).status

    def find(self, text: str) -> list[str]:
        """Search as the search field does; return the cards' ids."""
        keys = self.collection.search(parse_query(text), self.today)
        return [str(card.id) for card in self.collection.cards(keys)]


def basic(
    name: str,
    answer: str = "",
    *,
    tags: Iterable[str] = (),
    source: str = "",
    remark: str = "",
) -> Note:
    passages = (Passage(source, f"words on {name}"),) if source else ()
    fields = {"question": f"{name}?", "answer": answer or f"the answer {name}"}
    return Note(name, "basic", fields, tuple(tags), passages, remark)


def pair(name: str, front: str = "", back: str = "") -> Note:
    return Note(
        name, "reversed", {"front": front or f"{name} front", "back": back or f"{name} back"}
    )


def deck(*notes: Note, id_: str = "terms", title: str = "") -> Deck:
    return Deck(id_, title or id_.title(), notes=notes)


def numbered(count: int, id_: str = "terms") -> Deck:
    """Return a deck of notes n0, n1, ..."""
    return deck(*(basic(f"n{number}") for number in range(count)), id_=id_)


def document(id_: str, text: str | None = "Some text.", published: str = "2024-06-03") -> Document:
    about = Source(id_, f"Title of {id_}", "Press", published, "en", "", f"{id_}.txt", "0" * 64)
    return Document(about, text)


def answer_of(note: str, in_deck: str = "terms") -> CardId:
    return CardId(in_deck, note, "answer")
