"""What an import reads and writes, and which deck files were loaded."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Progress, StudyError, unheard
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.source import Document
from nqpf_study.store.convert import deck_about, deck_of, instant, milliseconds, note_of
from nqpf_study.store.failures import told
from nqpf_study.store.note_rows import NoteRows
from nqpf_study.store.part import Part
from nqpf_study.store.sources import keep_documents
from nqpf_study.store.stored_cards import listed
from nqpf_study.store.tables import cards, decks, files, notes
from nqpf_study.study.ports import DeckChanges, StoredNote

_DECK = select(decks.c.key, decks.c.title, decks.c.about, decks.c.in_use).where(
    decks.c.id == bindparam("deck")
)
_IDS = select(decks.c.id).where(decks.c.in_use.is_(True)).order_by(decks.c.key)
_FILE = (
    select(files.c.sha256, decks.c.in_use)
    .join(decks, decks.c.key == files.c.deck_key)
    .where(files.c.name == bindparam("named"))
)
_NOTE_IDS = (
    select(decks.c.id, notes.c.id)
    .join(notes, notes.c.deck_key == decks.c.key)
    .join(cards, cards.c.note_key == notes.c.key)
    .where(cards.c.key.in_(listed("cards")))
)

_HASHES = (
    select(notes.c.id, notes.c.hash)
    .join(decks, decks.c.key == notes.c.deck_key)
    .where(decks.c.id == bindparam("deck"), notes.c.retired.is_(False))
    .order_by(notes.c.position)
)
_NAMED = (
    select(notes.c.id, notes.c.kind, notes.c.content)
    .join(decks, decks.c.key == notes.c.deck_key)
    .where(decks.c.id == bindparam("deck"), notes.c.id.in_(listed("ids")))
)


class Decks(Part):
    """The decks and their notes, as an import and an export see them."""

    def deck_ids(self) -> list[str]:
        """Return the ids of the decks in use, in the order of their first import."""
        with self._database.read() as connection:
            return list(connection.execute(_IDS).scalars())

    def stored_deck(self, deck_id: str) -> Deck | None:
        """Return what the collection knows of a deck in use, without its notes."""
        with self._database.read() as connection:
            row = connection.execute(_DECK, {"deck": deck_id}).first()
            if row is None or not row.in_use:
                return None
            return deck_of(deck_id, row.title, row.about)

    def stored_notes(self, deck_id: str) -> Mapping[str, StoredNote]:
        """Return the deck's notes by id, in the order of their places; retired ones last."""
        asked = _of_deck(select(notes.c.id, notes.c.key, notes.c.hash, notes.c.retired)).order_by(
            notes.c.retired, notes.c.position
        )
        with self._database.read() as connection:
            rows = connection.execute(asked, {"deck": deck_id})
            return {row[0]: StoredNote(row[1], row[2].hex(), row[3]) for row in rows}

    def notes_with_times(self, deck_id: str) -> list[tuple[Note, datetime]]:
        """Return the deck's notes in use, in order, each with the UTC time of its last change."""
        asked = (
            _of_deck(select(notes.c.id, notes.c.kind, notes.c.content, notes.c.modified_at))
            .where(notes.c.retired.is_(False))
            .order_by(notes.c.position)
        )
        with self._database.read() as connection:
            rows = connection.execute(asked, {"deck": deck_id})
            return [(note_of(row[0], row[1], row[2]), instant(row[3])) for row in rows]

    def notes_named(self, deck_id: str, ids: Iterable[str]) -> Mapping[str, Note]:
        """Return the deck's notes with these ids by id, retired ones included."""
        asked = {"deck": deck_id, "ids": json.dumps(list(ids))}
        with self._database.read() as connection:
            return {row[0]: note_of(*row) for row in connection.execute(_NAMED, asked)}

    def notes_digest(self, deck_id: str) -> bytes:
        """Return what is the same as long as the deck's notes in use and their order are."""
        digest = hashlib.blake2b(digest_size=16)
        with self._database.read() as connection:
            for row in connection.execute(_HASHES, {"deck": deck_id}):
                digest.update(f"{row.id}\n".encode() + row.hash)
        return digest.digest()

    def note_ids(self, keys: Sequence[int]) -> Mapping[str, frozenset[str]]:
        """Return the ids of the notes of cards, by deck id."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        with self._database.read() as connection:
            for deck, note in connection.execute(_NOTE_IDS, {"cards": json.dumps(list(keys))}):
                found[deck].add(note)
        return {deck: frozenset(notes) for deck, notes in found.items()}

    def write_changes(
        self,
        changes: DeckChanges,
        documents: Iterable[Document],
        at: datetime,
        progress: Progress,
    ) -> None:
        """Write an import in one transaction; a progress that raises leaves nothing behind."""
        with self._database.write() as connection:
            keep_documents(connection, documents)
            key = _keep_deck(connection, changes.deck)
            rows = NoteRows(connection, key, milliseconds(at), progress)
            rows.write(changes)

    def remove_deck(
        self,
        deck_id: str,
        at: datetime,
        documents: Iterable[Document] = (),
        texts: Sequence[Note] = (),
    ) -> None:
        """Take a deck out of use: its notes are retired, its history is kept; so are `documents`.

        `texts` are notes of it as they are to read while they are out of use.

        Raises StudyError where there is no such deck.
        """
        with self._database.write() as connection:
            keep_documents(connection, documents)
            row = connection.execute(_DECK, {"deck": deck_id}).first()
            if row is None or not row.in_use:
                raise StudyError(
                    phrase("There is no deck “{deck_id}” in the collection.", deck_id=deck_id)
                )
            of_deck = (notes.c.deck_key == row.key) & notes.c.retired.is_(False)
            ids = connection.execute(select(notes.c.id).where(of_deck)).scalars().all()
            rows = NoteRows(connection, row.key, milliseconds(at), unheard)
            deck = deck_of(deck_id, row.title, row.about)
            rows.write(DeckChanges(deck, returned=tuple(texts)))
            rows.retire([*ids, *(note.id for note in texts)])
            connection.execute(update(decks).where(decks.c.key == row.key).values(in_use=False))

    def file_is_loaded(self, path: Path) -> bool:
        """Tell whether a deck file need not be loaded by itself.

        It holds what was last loaded under its name, or the learner removed the deck it held.
        """
        with self._database.read() as connection:
            row = connection.execute(_FILE, {"named": path.name}).first()
        return row is not None and (not row.in_use or row.sha256 == _sha256(path))

    def note_file(self, path: Path, deck_id: str) -> None:
        """Remember that a deck file was loaded as it is now."""
        digest = _sha256(path)
        with self._database.write() as connection:
            key = connection.execute(_DECK, {"deck": deck_id}).one().key
            values = {"sha256": digest, "deck_key": key}
            connection.execute(
                insert(files)
                .values(name=path.name, **values)
                .on_conflict_do_update(index_elements=["name"], set_=values)
            )


def _of_deck(asked: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return asked.join(decks, decks.c.key == notes.c.deck_key).where(decks.c.id == bindparam("deck"))


def _keep_deck(connection: Connection, deck: Deck) -> int:
    values = {"title": deck.title, "about": deck_about(deck), "in_use": True}
    keep = insert(decks).values(id=deck.id, **values)
    connection.execute(keep.on_conflict_do_update(index_elements=["id"], set_=values))
    return int(connection.execute(_DECK, {"deck": deck.id}).one().key)


def _sha256(path: Path) -> bytes:
    with told(path):
        return hashlib.sha256(path.read_bytes()).digest()
