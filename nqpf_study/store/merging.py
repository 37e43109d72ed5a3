"""Merging another collection into this one: decks, notes, the log, marks and saved searches."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, update

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Progress, StudyError, unheard
from nqpf_study.domain.merge import Version, disagreement, merged
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.replay import replay
from nqpf_study.domain.review import Act, CardId, LogEntry
from nqpf_study.domain.source import Document
from nqpf_study.store import log as review_log
from nqpf_study.store.backup import copy_into
from nqpf_study.store.collection import Collection
from nqpf_study.store.convert import (
    NamedRow,
    deck_about,
    deck_of,
    note_of,
    source_of,
    status_values,
)
from nqpf_study.store.doctor import examine
from nqpf_study.store.engine import Database, Quick, driver_connection
from nqpf_study.store.log import OF_CARD
from nqpf_study.store.marks import flags_in, tags_on_notes, take_flag, take_tag
from nqpf_study.store.note_rows import NoteRows
from nqpf_study.store.opening import check_file, known_version
from nqpf_study.store.sessions import SET_STATUS
from nqpf_study.store.settings import keep_searches_in, searches_in
from nqpf_study.store.sources import keep_documents
from nqpf_study.store.tables import cards, decks, log, notes, sources
from nqpf_study.study.importing import changes_between
from nqpf_study.study.ports import DeckChanges, Merged, StoredNote
from nqpf_study.study.searches import united, unknown

_DECKS = select(decks).order_by(decks.c.key)
_NOTES = select(notes).where(notes.c.deck_key == bindparam("deck")).order_by(notes.c.position)
_IDS = select(log.c.id, log.c.checksum)
_CARD_KEYS = (
    select(decks.c.id, notes.c.id, cards.c.name, cards.c.key)
    .join(notes, notes.c.key == cards.c.note_key)
    .join(decks, decks.c.key == cards.c.deck_key)
)
_NOTE_KEYS = select(decks.c.id, notes.c.id, notes.c.key).join(
    decks, decks.c.key == notes.c.deck_key
)
_NOTE = (
    select(notes.c.key, notes.c.deck_key, notes.c.position)
    .join(decks, decks.c.key == notes.c.deck_key)
    .where(decks.c.id == bindparam("deck"), notes.c.id == bindparam("note"))
)
_STAMP = Quick(
    update(notes)
    .where(notes.c.deck_key == bindparam("deck"), notes.c.id == bindparam("note"))
    .values(modified_at=bindparam("stamp"))
)


def merge(collection: Collection, other: Path, progress: Progress = unheard) -> Merged:
    """Bring into `collection` all that the collection in file `other` has besides, at once.

    Raises StudyError where `other` is damaged, newer than the program or no collection, and
    Cancelled where `progress` does; nothing was changed then.
    """
    done = _carried_out(collection, other, progress, keep=True)
    collection.reread()
    return done


def preview(collection: Collection, other: Path, progress: Progress = unheard) -> Merged:
    """Tell what `merge` would bring in: it is carried out, and taken back.

    Raises what `merge` does.
    """
    return _carried_out(collection, other, progress, keep=False)


class _TakenBack(Exception):  # noqa: N818 - not an error: it was only looked
    """Ends a transaction of which nothing is to be kept."""


def _carried_out(collection: Collection, other: Path, progress: Progress, *, keep: bool) -> Merged:
    check_file(other)
    done = Merged()
    with TemporaryDirectory() as folder, suppress(_TakenBack):
        copy = Path(folder) / other.name
        with closing(Database(other, read_only=True)) as database:
            known_version(database)  # refuses a newer one by its own name
            with database.read() as connection:
                copy_into(connection, copy)
        beside = Collection.open(copy, backups=Path(folder), now=collection.now)
        with closing(beside) as theirs:
            _refuse_damage(theirs, other)
            with theirs.database.snapshot() as there, collection.database.write() as here:
                done = _Merging(here, there, progress).run()
                if not keep:
                    raise _TakenBack
    return done


def _refuse_damage(theirs: Collection, other: Path) -> None:
    report = examine(theirs)
    if report.file or report.entries or report.changed_notes:
        raise StudyError(
            phrase("The collection {other} is damaged.", other=other),
            safe="Nothing was changed.",
            mend="Restore it from one of its backups first: nqpf-study restore.",
        )


@dataclass(frozen=True, slots=True)
class _Kept:
    """A note as a collection keeps it."""

    note: Note
    version: Version
    retired: bool


class _Merging:
    """One merge, within one transaction `here`; `there` is only read."""

    def __init__(self, here: Connection, there: Connection, progress: Progress) -> None:
        self._here = here
        self._there = there
        self._progress = progress
        self._notes_added = 0
        self._notes_changed = 0

    def run(self) -> Merged:
        """Merge sources, decks, notes, the log with its cards, marks and saved searches."""
        self._merge_sources()
        ours = {row.id: row for row in self._here.execute(_DECKS).all()}
        theirs = self._there.execute(_DECKS).all()
        for done, deck in enumerate(theirs):
            self._progress(done, len(theirs), "decks")
            self._merge_deck(ours.get(deck.id), deck)
        added = self._missing_entries()
        rebuilt = self._append(added)
        marks = self._merge_flags() + self._merge_tags()
        return Merged(
            decks=sum(deck.id not in ours for deck in theirs),
            notes_added=self._notes_added,
            notes_changed=self._notes_changed,
            entries=len(added),
            reviews=sum(entry.act is Act.GRADE for entry in added),
            cards=rebuilt,
            marks=marks,
            searches=self._merge_searches(),
        )

    def _merge_sources(self) -> None:
        known = set(self._here.execute(select(sources.c.id)).scalars())
        keep_documents(
            self._here,
            [
                Document(source_of(row.about), row.text)
                for row in self._there.execute(select(sources))
                if row.id not in known
            ],
        )

    def _merge_deck(self, our: NamedRow | None, their: NamedRow) -> None:
        """Merge a deck: a note is in use where either has it in use, in its newer text."""
        ours = {} if our is None else _notes_of(self._here, our.key)
        theirs = _notes_of(self._there, their.key)
        both = {id_: _newer(ours.get(id_), theirs.get(id_)) for id_ in (*ours, *theirs)}
        first, second = (
            (ours, theirs)
            if our is not None and _rank(our, ours) >= _rank(their, theirs)
            else (theirs, ours)
        )
        in_order = (id_ for id_ in (*first, *second) if not both[id_].retired)
        about = their if our is None or first is theirs else our
        deck = replace(
            deck_of(about.id, about.title, about.about),
            notes=tuple(both[id_].note for id_ in dict.fromkeys(in_order)),
        )
        key = self._keep_deck(deck, our, their)
        rows = NoteRows(self._here, key, 0, unheard)
        gone = {
            id_: kept.note
            for id_, kept in both.items()
            if kept.retired and (id_ not in ours or ours[id_].version != kept.version)
        }
        known = {
            id_: StoredNote(0, kept.version.hash.hex(), kept.retired) for id_, kept in ours.items()
        }
        changes = changes_between(deck, known, deck)
        new = tuple(note for id_, note in gone.items() if id_ not in ours)
        mended = tuple(note for id_, note in gone.items() if id_ in ours)
        rows.write(DeckChanges(deck, added=new, returned=mended))
        rows.write(replace(changes, retired=()))
        rows.retire(list(gone))
        _STAMP.run_for_all(
            driver_connection(self._here),
            [
                {"deck": key, "note": id_, "stamp": kept.version.modified_at}
                for id_, kept in both.items()
                if not kept.retired or id_ in gone
            ],
        )
        self._notes_added += len(changes.added) + len(new)
        self._notes_changed += len(changes.changed) + len(changes.returned)

    def _keep_deck(self, deck: Deck, our: NamedRow | None, their: NamedRow) -> int:
        values = {"title": deck.title, "about": deck_about(deck)}
        if our is None:
            added = insert(decks).values(
                id=deck.id, in_use=their.in_use, options=their.options, **values
            )
            return int(self._here.execute(added).lastrowid)
        in_use = our.in_use or their.in_use
        self._here.execute(
            update(decks).where(decks.c.key == our.key).values(in_use=in_use, **values)
        )
        return int(our.key)

    def _missing_entries(self) -> list[LogEntry]:
        """Return the entries that only they have, in order of their ids."""
        known = {row.id: row.checksum for row in self._here.execute(_IDS)}
        added = []
        for row in review_log.BY_CARD.run(driver_connection(self._there), {}):
            entry = review_log.entry_of(row)
            if entry.id.bytes not in known:
                added.append(entry)
            elif known[entry.id.bytes] != row[14]:
                raise disagreement(UUID(bytes=row[0]))
        return sorted(added, key=lambda entry: entry.id.int)

    def _append(self, added: Sequence[LogEntry]) -> int:
        """Append entries to our log, and set their cards to what their whole logs yield.

        Return how many cards these are.
        """
        raw = driver_connection(self._here)
        known = self._known_cards()
        by_card: dict[CardId, list[LogEntry]] = {}
        for entry in added:
            by_card.setdefault(entry.card, []).append(entry)
        for done, (card, theirs) in enumerate(by_card.items()):
            self._progress(done, len(by_card), "cards")
            key = known.get(card)
            key = self._add_retired_card(card) if key is None else key
            ours = [review_log.entry_of(row) for row in OF_CARD.run(raw, {"card": key})]
            for entry in theirs:
                plan = None if entry.plan is None else review_log.ensure_plan(raw, entry.plan)
                review_log.append(raw, entry, key, plan)
            status = replay(merged(ours, theirs))
            SET_STATUS.run(raw, {"card": key, **status_values(status)})
        return len(by_card)

    def _merge_flags(self) -> int:
        """Flag cards, or not, as was said last on either side; return how many news came."""
        theirs = list(flags_in(self._there))
        known = self._known_cards() if theirs else {}
        raw, news = driver_connection(self._here), 0
        for card, flagged, at in theirs:
            key = known.get(card)
            key = self._add_retired_card(card) if key is None else key
            news += take_flag(raw, key, at, flagged=flagged)
        return news

    def _merge_tags(self) -> int:
        """Tag notes, or not, as was said last on either side; return how many news came."""
        theirs = list(tags_on_notes(self._there))
        rows = self._here.execute(_NOTE_KEYS) if theirs else ()
        known = {(deck, note): key for deck, note, key in rows}
        raw = driver_connection(self._here)
        return sum(
            take_tag(raw, known[deck, note], tag, at, tagged=tagged)
            for deck, note, tag, tagged, at in theirs
        )

    def _merge_searches(self) -> int:
        """Take over their saved searches; return how many were not here."""
        ours, theirs = searches_in(self._here), searches_in(self._there)
        kept = united(ours, theirs)
        if theirs and kept != ours:
            keep_searches_in(self._here, kept)
        return unknown(ours, theirs)

    def _known_cards(self) -> dict[CardId, int]:
        return {CardId(*row[:3]): row[3] for row in self._here.execute(_CARD_KEYS)}

    def _add_retired_card(self, card: CardId) -> int:
        """Make a row for a card that left its note, so that its history has a place."""
        note = self._here.execute(_NOTE, {"deck": card.deck, "note": card.note}).one()
        added = insert(cards).values(
            note_key=note.key,
            deck_key=note.deck_key,
            name=card.card,
            position=note.position,
            place=0,
            retired=True,
        )
        return int(self._here.execute(added).lastrowid)


def _notes_of(connection: Connection, deck_key: int) -> dict[str, _Kept]:
    return {
        row.id: _Kept(
            note_of(row.id, row.kind, row.content), Version(row.modified_at, row.hash), row.retired
        )
        for row in connection.execute(_NOTES, {"deck": deck_key})
    }


def _newer(one: _Kept | None, other: _Kept | None) -> _Kept:
    """Return the newer text of a note; it is in use where either is."""
    if one is None or other is None:
        kept = one or other
        assert kept is not None  # noqa: S101 - asked only for notes that one of them has
        return kept
    newer = max(one, other, key=lambda kept: kept.version)
    return replace(newer, retired=one.retired and other.retired)


def _rank(deck: NamedRow, kept: Mapping[str, _Kept]) -> tuple[int, str]:
    """Return what decides whose order and description of a deck is kept: the newest note."""
    newest = max((one.version.modified_at for one in kept.values()), default=0)
    return newest, json.dumps([deck.title, deck.about, list(kept)])
