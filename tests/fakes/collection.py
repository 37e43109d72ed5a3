"""A collection in memory: the ports of `nqpf_study.study`, on dictionaries."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from statistics import median
from uuid import UUID

from nqpf_study.domain.anchoring import Found
from nqpf_study.domain.backlog import BacklogPlan
from nqpf_study.domain.deck import Deck, Note, note_hash
from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.options import DeckOptions, FitOptions, NewOrder, StudyOptions
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.queue import Candidate, Today, scattered
from nqpf_study.domain.replay import standing
from nqpf_study.domain.review import Act, CardId, CardStatus, LogEntry, Memory, Rating, State
from nqpf_study.domain.search_query import LATELY, Comparison, Query, SavedSearch
from nqpf_study.domain.source import Document, Source
from nqpf_study.study.importing import plan_import
from nqpf_study.study.lookup import look_up
from nqpf_study.study.marks import MarkChanges, TagInUse
from nqpf_study.study.ports import (
    CardOrder,
    Confused,
    DeckChanges,
    DeckCounts,
    LoggedAct,
    Quoting,
    StoredCard,
    StoredNote,
)
from nqpf_study.study.statistics import (
    HARD,
    PACE_KNOWN_AFTER,
    STABILITY_BOUNDS,
    YEAR,
    Retention,
    Statistics,
    stability_span,
)
from tests.fakes.export_store import IMPORTED
from tests.fakes.ordering import interval, put_in_order


@dataclass
class NoteRow:
    """A note, and where it stands in its deck."""

    key: int
    deck: str
    note: Note
    place: int
    retired: bool = False
    changed: datetime | None = None


@dataclass
class CardRow:
    """A card; `used` is False once its note, or the note's card of that name, left the deck."""

    key: int
    id: CardId
    note_key: int
    place: int
    used: bool = True
    status: CardStatus = field(default_factory=CardStatus)


class FakeCollection:
    """Implements the ports of sessions, decks, sources, browsing, exploring and statistics."""

    def __init__(self) -> None:
        self.decks: dict[str, Deck] = {}
        self.notes: dict[int, NoteRow] = {}
        self.rows: dict[int, CardRow] = {}
        self.log: list[LogEntry] = []
        self.kept_documents: dict[str, Document] = {}
        self.options: dict[str, DeckOptions] = {}
        self.study = StudyOptions()
        self.backlog: BacklogPlan | None = None
        self.fitting = FitOptions()
        self.files: dict[str, Path] = {}
        self.searches: tuple[SavedSearch, ...] = ()
        self.flags: dict[int, bool] = {}
        self.given_tags: dict[tuple[str, int], bool] = {}
        self._keys = count(1)

    def add(self, deck: Deck, at: datetime, documents: Iterable[Document] = ()) -> DeckChanges:
        """Import a deck."""
        changes = plan_import(deck, self)
        self.write_changes(changes, documents, at, unheard)
        return changes

    def status(self, card: CardId) -> CardStatus:
        """Return what is kept of a card, retired ones included."""
        return self._row(card).status

    # --- SessionStore ------------------------------------------------------------------------

    def study_options(self) -> StudyOptions:
        return self.study

    def deck_options(self) -> Mapping[str, DeckOptions]:
        return {id_: self.options.get(id_, DeckOptions()) for id_ in self.decks}

    def set_deck_options(self, deck_id: str, options: DeckOptions) -> None:
        self.options[deck_id] = options

    def backlog_plan(self) -> BacklogPlan | None:
        return self.backlog

    def set_backlog_plan(self, plan: BacklogPlan | None) -> None:
        self.backlog = plan

    def candidates(
        self, decks: Sequence[str] | None, day: int
    ) -> tuple[list[Candidate], list[Candidate], Today]:
        due, new = [], []
        for row in self._in_use():
            if decks is not None and row.id.deck not in decks:
                continue
            if _set_aside(row.status, day):
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
            and not _set_aside(row.status, day)
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

    def card(self, key: int) -> StoredCard:
        row = self.rows[key]
        deck = self.decks.get(row.id.deck, Deck(row.id.deck, row.id.deck))
        note = self.notes[row.note_key]
        return StoredCard(
            row.key,
            row.id,
            row.note_key,
            note.note,
            deck.title,
            row.status,
            self.flags.get(key, False),
            self._tags_of(row.note_key),
            note.changed,
        )

    def card_key(self, card: CardId) -> int | None:
        return next((row.key for row in self._in_use() if row.id == card), None)

    def answers_like(self, card: StoredCard) -> list[Note]:
        return [
            row.note
            for row in self._notes_in_use(card.id.deck)
            if row.note.kind == card.note.kind and row.key != card.note_key
        ][:100]

    def record(self, entry: LogEntry, status: CardStatus) -> None:
        self.record_all([(entry, status)])

    def entries(self, card: CardId) -> list[LogEntry]:
        return [entry for entry in self.log if entry.card == card]

    def log_length(self) -> int:
        return len(self.log)

    def fit_options(self) -> FitOptions:
        return self.fitting

    def set_fit_options(self, options: FitOptions) -> None:
        self.fitting = options

    def whole_log(self) -> list[LogEntry]:
        return sorted(self.log, key=lambda entry: (entry.card, entry.id))

    def entries_since(self, first: UUID) -> list[LogEntry]:
        return sorted((one for one in self.log if one.id >= first), key=lambda entry: entry.id)

    def last_standing_act(self) -> LoggedAct | None:
        left = standing(self.log)
        if not left:
            return None
        newest = left[-1]
        if newest.act is Act.GRADE:
            return LoggedAct(newest, newest.id)
        done = (newest.act, newest.at)
        together = [entry for entry in left if (entry.act, entry.at) == done]
        return LoggedAct(newest, together[0].id, len(together))

    def last_entry_id(self) -> UUID | None:
        return max((entry.id for entry in self.log), default=None)

    # --- DeckStore ---------------------------------------------------------------------------

    def stored_deck(self, deck_id: str) -> Deck | None:
        return self.decks.get(deck_id)

    def stored_notes(self, deck_id: str) -> Mapping[str, StoredNote]:
        rows = [row for row in self.notes.values() if row.deck == deck_id]
        return {
            row.note.id: StoredNote(row.key, note_hash(row.note), row.retired)
            for row in sorted(rows, key=lambda row: (row.retired, row.place))
        }

    def notes_named(self, deck_id: str, ids: Iterable[str]) -> Mapping[str, Note]:
        known = {row.note.id: row.note for row in self.notes.values() if row.deck == deck_id}
        return {id_: known[id_] for id_ in ids if id_ in known}

    def notes_with_times(self, deck_id: str) -> list[tuple[Note, datetime]]:
        return [(row.note, IMPORTED) for row in self._notes_in_use(deck_id)]

    def deck_ids(self) -> list[str]:
        return list(self.decks)

    def notes_digest(self, deck_id: str) -> bytes:
        stored = self.stored_notes(deck_id)
        return repr([(id_, n.hash) for id_, n in stored.items() if not n.retired]).encode()

    def deck_file(self, deck_id: str) -> Path | None:
        return self.files.get(deck_id)

    def set_deck_file(self, deck_id: str, path: Path) -> None:
        self.files[deck_id] = path

    def remove_deck(
        self,
        deck_id: str,
        at: datetime,  # noqa: ARG002 - part of the port
        documents: Iterable[Document] = (),
        texts: Sequence[Note] = (),
    ) -> None:
        del self.decks[deck_id]
        for note in texts:
            (row,) = (
                row for row in self.notes.values() if (row.deck, row.note.id) == (deck_id, note.id)
            )
            row.note, row.retired = note, False
        self.kept_documents |= {document.source.id: document for document in documents}
        for row in self._notes_in_use(deck_id):
            row.retired = True
            self._write_cards(row)

    def write_changes(
        self,
        changes: DeckChanges,
        documents: Iterable[Document],
        at: datetime,
        progress: Progress,
    ) -> None:
        written = [*changes.added, *changes.changed, *changes.returned]
        for done in range(len(written) + 1):
            progress(done, len(written), "notes")
        deck = changes.deck
        self.decks[deck.id] = replace(deck, notes=())
        known = {row.note.id: row for row in self.notes.values() if row.deck == deck.id}
        for note in written:
            row = known.get(note.id)
            if row is None:
                row = NoteRow(next(self._keys), deck.id, note, len(known))
                self.notes[row.key] = known[note.id] = row
            row.note, row.retired, row.changed = note, False, at
            self._write_cards(row)
        for id_ in changes.retired:
            known[id_].retired = True
            self._write_cards(known[id_])
        for id_, place in (changes.positions or {}).items():
            known[id_].place = place
        self.kept_documents |= {document.source.id: document for document in documents}

    # --- SourceStore -------------------------------------------------------------------------

    def document(self, source_id: str) -> Document | None:
        return self.kept_documents.get(source_id)

    def sources(self) -> dict[str, Source]:
        return {id_: document.source for id_, document in self.kept_documents.items()}

    def documents(self) -> list[Document]:
        return sorted(self.kept_documents.values(), key=lambda kept: kept.source.published)

    def passages(self) -> set[Passage]:
        noted = {row.note_key for row in self._in_use()}
        return {passage for key in noted for passage in self.notes[key].note.passages}

    def passages_on(self, source_id: str) -> list[Quoting]:
        first: dict[int, Quoting] = {}
        for row in self._in_use():
            passages = self.notes[row.note_key].note.passages
            if any(passage.source == source_id for passage in passages):
                first.setdefault(row.note_key, (row.key, passages))
        return list(first.values())

    # --- BrowseStore -------------------------------------------------------------------------

    def search(self, query: Query, day: int) -> list[int]:
        return [row.key for row in self._in_use() if self._fits(row, query, day)]

    def sorted_by(self, keys: Sequence[int], order: CardOrder) -> list[int]:
        return [card.key for card in put_in_order(self.cards(keys), order)]

    def cards(self, keys: Sequence[int]) -> list[StoredCard]:
        return [self.card(key) for key in keys if key in self.rows and self.rows[key].used]

    def record_all(self, acts: Sequence[tuple[LogEntry, CardStatus]]) -> None:
        ids = {entry.id for entry in self.log}
        for entry, _ in acts:
            assert entry.id not in ids, "an id is used twice"
        for entry, status in acts:
            self.log.append(entry)
            self._row(entry.card).status = status

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        return self.searches

    def keep_searches(self, searches: Sequence[SavedSearch]) -> None:
        self.searches = tuple(searches)

    # --- MarkStore ---------------------------------------------------------------------------

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

    def _tags_of(self, note: int) -> tuple[str, ...]:
        return tuple(
            sorted(tag for (tag, key), on in self.given_tags.items() if key == note and on)
        )

    # --- ExploreStore ------------------------------------------------------------------------

    def cards_of_kinds(self, kinds: Sequence[str]) -> list[StoredCard]:
        cards = [self.card(row.key) for row in self._in_use()]
        return [card for card in cards if card.note.kind in kinds]

    # --- StatisticsStore ---------------------------------------------------------------------

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

    # --- rows --------------------------------------------------------------------------------

    def _in_new_order(self, new: list[Candidate]) -> list[Candidate]:
        options, decks = self.deck_options(), list(self.decks)

        def place(card: Candidate) -> tuple[int, bytes]:
            scatter = options[card.deck].new_order is NewOrder.RANDOM
            note = self.notes[card.note].note.id
            return decks.index(card.deck), scattered(card.deck, note) if scatter else b""

        return sorted(new, key=place)

    def _notes_in_use(self, deck: str) -> list[NoteRow]:
        rows = [row for row in self.notes.values() if row.deck == deck and not row.retired]
        return sorted(rows, key=lambda row: row.place)

    def _in_use_of(self, deck: str | None) -> list[CardRow]:
        return [row for row in self._in_use() if deck is None or row.id.deck == deck]

    def _in_use(self) -> list[CardRow]:
        decks = list(self.decks)
        used = [row for row in self.rows.values() if row.used]
        return sorted(
            used,
            key=lambda row: (
                decks.index(row.id.deck),
                self.notes[row.note_key].place,
                row.note_key,
                row.place,
            ),
        )

    def _row(self, card: CardId) -> CardRow:
        return next(row for row in self.rows.values() if row.id == card)

    def _write_cards(self, note: NoteRow) -> None:
        faces = {} if note.retired else {c.name: at for at, c in enumerate(cards_of(note.note))}
        rows = {row.id.card: row for row in self.rows.values() if row.note_key == note.key}
        for row in rows.values():
            row.used = row.id.card in faces
        for name, place in faces.items():
            if name not in rows:
                id_ = CardId(note.deck, note.note.id, name)
                rows[name] = CardRow(next(self._keys), id_, note.key, place)
                self.rows[rows[name].key] = rows[name]
            rows[name].place = place

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
            and not _set_aside(row.status, day),
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


def _retention(reviews: list[LogEntry]) -> Retention:
    return Retention(sum(entry.rating is not Rating.AGAIN for entry in reviews), len(reviews))


def _lapses_first(row: CardRow) -> tuple[int, int]:
    return -row.status.memory.lapses, row.key


def _set_aside(status: CardStatus, day: int) -> bool:
    return status.suspended or (status.buried_day is not None and status.buried_day >= day)


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
