"""What the use cases need of a collection, in the smallest pieces that make sense."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Protocol, TypeAlias
from uuid import UUID

from nqpf_study.domain.backlog import BacklogPlan
from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.domain.options import DeckOptions, StudyOptions
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.queue import Candidate, Today
from nqpf_study.domain.review import CardId, CardStatus, LogEntry
from nqpf_study.domain.search_query import Query
from nqpf_study.domain.source import Document, Source
from nqpf_study.study.statistics import Statistics

Now = Callable[[], datetime]
"""The clock: the present as an aware UTC datetime."""


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card as the collection holds it: key, identity, the note behind it, and its status.

    `own_tags` are those that the learner gave the note; the deck file's are the note's `tags`.
    """

    key: int
    id: CardId
    note_key: int
    note: Note
    deck_title: str
    status: CardStatus
    flagged: bool = False
    own_tags: tuple[str, ...] = ()
    changed: datetime | None = None
    """When the note came in or its content last changed, in UTC."""


@dataclass(frozen=True, slots=True)
class StoredNote:
    """What an import compares: a note's content hash, and whether it is retired."""

    key: int
    hash: str
    retired: bool


Quoting: TypeAlias = tuple[int, Sequence[Passage]]
"""The passages of a note, beside the key of its first card."""


@dataclass(frozen=True, slots=True)
class DeckChanges:
    """What an import does: notes to add, to rewrite, to bring back, and ids to retire.

    A returned note is written anew too, its text may differ. `unchanged` only counts.
    """

    deck: Deck
    added: tuple[Note, ...] = ()
    changed: tuple[Note, ...] = ()
    returned: tuple[Note, ...] = ()
    retired: tuple[str, ...] = ()
    unchanged: int = 0
    about: bool = False
    """Whether what the deck says of itself (title, description, sources) changed."""
    positions: Mapping[str, int] | None = None
    """The place of each note in the file, by note id; None where the order is as stored."""

    @property
    def nothing(self) -> bool:
        """Tell whether the stored deck is the file's already."""
        return not (
            self.added
            or self.changed
            or self.returned
            or self.retired
            or self.about
            or self.positions is not None
        )


@dataclass(frozen=True, slots=True)
class DeckCounts:
    """A deck's cards in use, counted without regard to its daily limits.

    `seen` and `reviewed` count the new cards and the reviews that today has had already, `late` the
    cards among the due ones that were due before a day that was asked for; `notes` the notes of
    unseen cards that may still come today, one card each, and no further than the deck's limit asks
    for. `unseen` counts the cards that are new still.
    """

    id: str
    title: str
    notes: int
    learning: int
    due: int
    total: int
    learned: int
    seen: int
    reviewed: int
    last_studied: datetime | None
    next_due_day: int | None
    late: int = 0
    unseen: int = 0


@dataclass(frozen=True, slots=True)
class Confused:
    """A wrong answer that was given to a card, how often, and the card that it would answer."""

    card: CardId
    answer: str
    mistaken_for: CardId | None
    times: int


@dataclass(frozen=True, slots=True)
class NoteMarks:
    """The marks of a note: its tags, the names of its cards that are flagged, all sorted.

    `changed` is when any of them was last put on or taken off, in UTC.
    """

    tags: tuple[str, ...]
    flagged: tuple[str, ...]
    changed: datetime


@dataclass(frozen=True, slots=True)
class Merged:
    """What came with a merge: counts of what the collection had not.

    `entries` counts the log's new rows, `reviews` the grades among them, `cards` the cards whose
    status was rebuilt, `marks` the flags and tags that were put on or taken off later there,
    `searches` the saved searches.
    """

    decks: int = 0
    notes_added: int = 0
    notes_changed: int = 0
    entries: int = 0
    reviews: int = 0
    cards: int = 0
    marks: int = 0
    searches: int = 0

    @property
    def nothing(self) -> bool:
        """Tell whether all was here already."""
        return self == Merged()


@dataclass(frozen=True, slots=True)
class LoggedAct:
    """One act of the learner in the log: on one card, or on many that were set aside together.

    `newest` is its last entry, `first` the id of its first; there are `count` of them that stand.
    """

    newest: LogEntry
    first: UUID
    count: int = 1


class SessionStore(Protocol):
    """What a session asks of the collection."""

    def study_options(self) -> StudyOptions:
        """Return how all decks are studied."""
        ...

    def deck_options(self) -> Mapping[str, DeckOptions]:
        """Return the options of every deck in use, by deck id."""
        ...

    def backlog_plan(self) -> BacklogPlan | None:
        """Return the plan for a backlog that was chosen last, None where none was."""
        ...

    def candidates(
        self, decks: Sequence[str] | None, day: int
    ) -> tuple[list[Candidate], list[Candidate], Today]:
        """Return cards due by study day `day`, unseen ones in order, and what today has seen.

        Neither suspended, retired nor buried cards are among them. `decks` None means all. Of the
        unseen, at least as many as the decks' limits may ask for, in the order of their options.
        """
        ...

    def seen(self, decks: Sequence[str] | None, day: int) -> list[Candidate]:
        """Return the cards that were graded before, due or not; none that is set aside.

        `day` is the study day for which buried ones are left out. `decks` None means all.
        """
        ...

    def confused_pairs(self) -> list[tuple[int, int]]:
        """Return the keys of cards of which one was taken for the other, each pair once."""
        ...

    def due_counts(self, after: int) -> Mapping[int, int]:
        """Return how many cards are due on each study day after `after`, suspended ones apart."""
        ...

    def card(self, key: int) -> StoredCard:
        """Return a card with its note."""
        ...

    def card_key(self, card: CardId) -> int | None:
        """Return the key of a card, None where the collection doesn't hold it."""
        ...

    def answers_like(self, card: StoredCard) -> list[Note]:
        """Return the deck's other notes of the same kind, at most some hundred."""
        ...

    def record(self, entry: LogEntry, status: CardStatus) -> None:
        """Append an entry to the log and set the card's status, durably, in one transaction."""
        ...

    def entries(self, card: CardId) -> list[LogEntry]:
        """Return a card's whole log, undone entries and undos included, in order."""
        ...

    def entries_since(self, first: UUID) -> list[LogEntry]:
        """Return the entries of all cards from the one with id `first` on, in order."""
        ...

    def last_standing_act(self) -> LoggedAct | None:
        """Return the newest act that is no undo and was not undone.

        Entries of one instant that set cards aside, or bring them back, are one act.
        """
        ...

    def last_entry_id(self) -> UUID | None:
        """Return the greatest id in the log."""
        ...


class DeckStore(Protocol):
    """What an import asks of the collection."""

    def stored_deck(self, deck_id: str) -> Deck | None:
        """Return what the collection knows of a deck itself, without its notes."""
        ...

    def stored_notes(self, deck_id: str) -> Mapping[str, StoredNote]:
        """Return the deck's notes by id, in the order of their places; retired ones last."""
        ...

    def write_changes(
        self,
        changes: DeckChanges,
        documents: Iterable[Document],
        at: datetime,
        progress: Progress,
    ) -> None:
        """Write an import in one transaction; a progress that raises leaves nothing behind."""
        ...


class SourceStore(Protocol):
    """What a look-up asks of the collection."""

    def document(self, source_id: str) -> Document | None:
        """Return a source with its text."""
        ...

    def documents(self) -> list[Document]:
        """Return every source, in the order of its publication; texts included."""
        ...

    def passages(self) -> set[Passage]:
        """Return the passages of the notes in use."""
        ...

    def passages_on(self, source_id: str) -> list[Quoting]:
        """Return the passages of each note in use that quotes the source, as decks have them."""
        ...


class SortKey(Enum):
    """What cards can be put in order by, besides their places in decks and notes."""

    DECK = auto()
    KIND = auto()
    STATE = auto()
    DUE = auto()
    LAPSES = auto()
    FLAG = auto()
    INTERVAL = auto()
    STABILITY = auto()
    DIFFICULTY = auto()
    REVIEWS = auto()
    STUDIED = auto()
    CHANGED = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class CardOrder:
    """An order of cards. Those that have nothing to be put in order by come last."""

    by: SortKey
    descending: bool = False


class BrowseStore(Protocol):
    """What the browser and the search ask of the collection."""

    def search(self, query: Query, day: int) -> list[int]:
        """Return the keys of the cards in use that fit, in the order of decks and notes.

        `day` is today's study day, for `is:due`.
        """
        ...

    def sorted_by(self, keys: Sequence[int], order: CardOrder) -> list[int]:
        """Return the keys of cards in use in another order; equals as decks and notes have them."""
        ...

    def cards(self, keys: Sequence[int]) -> list[StoredCard]:
        """Return cards by key, in the order asked; keys that are gone are left out."""
        ...

    def record_all(self, acts: Sequence[tuple[LogEntry, CardStatus]]) -> None:
        """Append entries and set their cards' status, all in one transaction."""
        ...


class ExploreStore(Protocol):
    """What looking at the decks as a whole asks of the collection."""

    def cards_of_kinds(self, kinds: Sequence[str]) -> list[StoredCard]:
        """Return the cards in use of notes of these kinds, in the order of decks and notes.

        The cards of a note stand together, in their order.
        """
        ...

    def deck_options(self) -> Mapping[str, DeckOptions]:
        """Return the options of every deck in use, by deck id."""
        ...


class StatisticsStore(Protocol):
    """What progress is read from."""

    def overview_counts(self, day: int, since: int | None = None) -> list[DeckCounts]:
        """Count every deck in use, in the order of the decks' first import.

        Reviews that were due before study day `since` (None: `day`) count as late.
        """
        ...

    def statistics(
        self,
        day: int,
        days: int | None,
        progress: Progress = unheard,
        deck: str | None = None,
    ) -> Statistics:
        """Return what is due in the next `days` study days and what was done in the last ones.

        `days` None: in all, from the first grade on. Only `deck` counts where it is given, nothing
        where it is not in use. Raises Cancelled where `progress` does.
        """
        ...

    def hardest(self, count: int, deck: str | None = None) -> list[int]:
        """Return the keys of up to `count` cards of the greatest difficulty, from HARD on.

        The hardest come first; cards that are suspended or retired are left out, and those of other
        decks than `deck` where it is given.
        """
        ...

    def seconds_per_card(self) -> float | None:
        """Return the median time of the newest 200 grades in seconds.

        None before PACE_KNOWN_AFTER grades: a few quick keys are no pace.
        """
        ...


class ExportStore(Protocol):
    """What an export reads."""

    def stored_deck(self, deck_id: str) -> Deck | None:
        """Return what the collection knows of a deck itself, without its notes."""
        ...

    def deck_ids(self) -> list[str]:
        """Return the ids of the decks in use, in the order of their first import."""
        ...

    def notes_with_times(self, deck_id: str) -> list[tuple[Note, datetime]]:
        """Return the deck's notes in use, in order, each with the UTC time of its last change."""
        ...

    def note_marks(self, deck_id: str) -> Mapping[str, NoteMarks]:
        """Return the learner's marks of the deck's notes by note id, where there is or was any."""
        ...

    def sources(self) -> dict[str, Source]:
        """Return what is known of every source, without the texts, by id."""
        ...
