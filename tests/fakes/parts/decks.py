"""Decks and their notes, imported and removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from nqpf_study.domain.deck import Deck, Note, note_hash
from nqpf_study.domain.errors import Progress
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.review import CardId
from nqpf_study.domain.source import Document
from nqpf_study.study.ports import DeckChanges, StoredNote
from tests.fakes.export_store import IMPORTED
from tests.fakes.parts.part import CardRow, NoteRow, Part


class Decks(Part):
    """Decks by id; a note that leaves its deck is retired."""

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
