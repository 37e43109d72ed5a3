"""Writing the notes of one deck: their rows, their cards, their tags and quotes, their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Connection,
    Delete,
    Insert,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from nqpf_study.domain.deck import Note, note_hash
from nqpf_study.domain.errors import Progress
from nqpf_study.domain.kinds import cards_of
from nqpf_study.store.convert import NamedRow, note_content, note_of
from nqpf_study.store.engine import Quick, driver_connection
from nqpf_study.store.search_text import search_text
from nqpf_study.store.stored_cards import in_turn
from nqpf_study.store.tables import cards, note_tags, notes, quotes
from nqpf_study.study.ports import DeckChanges

AT_ONCE = 200
"""How many notes are written before the progress is told."""

Rows = list[dict[str, Any]]


def _dropping(table: Table) -> Delete:
    return delete(table).where(*(column == bindparam(column.name) for column in table.c))


def _adding(table: Table, columns: str) -> Insert:
    return insert(table).values({name: bindparam(name) for name in columns.split()})


# What is left out has a default: the driver binds a None many times slower than a number.
_ADD_NOTE = Quick(_adding(notes, "key deck_key id kind position content hash modified_at"))
_ADD_CARD = Quick(_adding(cards, "key note_key name deck_key position place"))
_ADD_TAG = Quick(insert(note_tags))
_ADD_QUOTE = Quick(insert(quotes))
_ADD_WORDS = Quick(text("INSERT INTO note_words(rowid, words) VALUES (:note, :words)"))
_DROP_WORDS = Quick(
    text("INSERT INTO note_words(note_words, rowid, words) VALUES ('delete', :note, :words)")
)
_DROP_TAG = Quick(_dropping(note_tags))
_DROP_QUOTE = Quick(_dropping(quotes))
_STORED = select(
    notes.c.id,
    notes.c.key,
    notes.c.kind,
    notes.c.content,
    notes.c.hash,
    notes.c.modified_at,
    notes.c.retired,
    notes.c.position,
).where(notes.c.deck_key == bindparam("deck"), notes.c.id.in_(bindparam("ids", expanding=True)))
_CARDS = select(
    cards.c.note_key,
    cards.c.key,
    cards.c.name,
    cards.c.position,
    cards.c.place,
    cards.c.retired,
).where(cards.c.note_key.in_(bindparam("notes", expanding=True)))
_POSITIONS = select(notes.c.id, notes.c.key, notes.c.position).where(
    notes.c.deck_key == bindparam("deck"), notes.c.retired.is_(False)
)
_REWRITE_NOTE = Quick(
    update(notes)
    .where(notes.c.key == bindparam("note"))
    .values(
        {
            name: bindparam(name)
            for name in ("kind", "position", "content", "hash", "modified_at", "retired")
        }
    )
)
_REWRITE_CARD = Quick(
    update(cards)
    .where(cards.c.key == bindparam("card"))
    .values(place=bindparam("place"), position=bindparam("position"), retired=bindparam("retired"))
)
_RETIRE_NOTE = Quick(
    update(notes).where(notes.c.key == bindparam("note")).values(retired=bindparam("retired"))
)
_RETIRE_CARDS = Quick(
    update(cards).where(cards.c.note_key == bindparam("note")).values(retired=bindparam("retired"))
)
_MOVE_NOTE = Quick(
    update(notes).where(notes.c.key == bindparam("note")).values(position=bindparam("place"))
)
_MOVE_CARDS = Quick(
    update(cards).where(cards.c.note_key == bindparam("note")).values(position=bindparam("place"))
)


class NoteRows:
    """One deck's rows within one transaction. `at` is the time of the change (milliseconds)."""

    def __init__(self, connection: Connection, deck_key: int, at: int, progress: Progress) -> None:
        self._connection = connection
        self._deck_key = deck_key
        self._at = at
        self._progress = progress
        self._unindexed: list[tuple[int, Note]] = []

    def write(self, changes: DeckChanges) -> None:
        """Carry out an import; a note both returned and retired is written, and is out of use."""
        places = changes.positions or {}
        written = (*changes.changed, *changes.returned)
        total = len(changes.added) + len(written) + len(changes.retired)
        done = 0
        for added in in_turn(changes.added, AT_ONCE):
            self._progress(done, total, "notes")
            self._add(added, places)
            done += len(added)
        for rewritten in in_turn(written, AT_ONCE):
            self._progress(done, total, "notes")
            self._rewrite(rewritten, places)
            done += len(rewritten)
        returned = {note.id for note in changes.returned}
        for retired in in_turn([id_ for id_ in changes.retired if id_ not in returned], AT_ONCE):
            self._progress(done, total, "notes")
            self.retire(retired)
            done += len(retired)
        if changes.positions is not None and changes.unchanged:
            self._move(changes.positions)
        self._progress(total, total, "notes")
        self._index()
        self.retire([id_ for id_ in changes.retired if id_ in returned])

    def retire(self, ids: Sequence[str]) -> None:
        """Take notes and their cards out of use and out of the search index."""
        for some in in_turn(ids, AT_ONCE):
            gone = [row for row in self._stored(some).values() if not row.retired]
            keys = [{"note": row.key, "retired": True} for row in gone]
            self._run(_DROP_WORDS, [_words(row.key, _note(row)) for row in gone])
            self._run(_RETIRE_NOTE, keys)
            self._run(_RETIRE_CARDS, keys)

    def _add(self, added: Sequence[Note], places: Mapping[str, int]) -> None:
        first = self._next_key(notes)
        card = self._next_key(cards)
        note_rows: Rows = []
        card_rows: Rows = []
        for key, note in enumerate(added, first):
            position = places.get(note.id, key)
            note_rows.append(
                {
                    "key": key,
                    "deck_key": self._deck_key,
                    "id": note.id,
                    "kind": note.kind,
                    "position": position,
                    "content": note_content(note),
                    "hash": bytes.fromhex(note_hash(note)),
                    "modified_at": self._at,
                }
            )
            for place, face in enumerate(cards_of(note)):
                card_rows.append(self._card_row(card, key, face.name, position, place))
                card += 1
        self._run(_ADD_NOTE, note_rows)
        self._run(_ADD_CARD, card_rows)
        self._link(list(enumerate(added, first)))

    def _rewrite(self, rewritten: Sequence[Note], places: Mapping[str, int]) -> None:
        stored = self._stored([note.id for note in rewritten])
        keyed = [(stored[note.id].key, note) for note in rewritten]
        note_rows: Rows = []
        for key, note in keyed:
            before = stored[note.id]
            digest = bytes.fromhex(note_hash(note))
            note_rows.append(
                {
                    "note": key,
                    "kind": note.kind,
                    "position": places.get(note.id, before.position),
                    "content": note_content(note),
                    "hash": digest,
                    "modified_at": before.modified_at if digest == before.hash else self._at,
                    "retired": False,
                }
            )
        old = {row.key: _note(row) for row in stored.values()}
        in_index = [row.key for row in stored.values() if not row.retired]
        self._run(_DROP_WORDS, [_words(key, old[key]) for key in in_index])
        self._run(_DROP_TAG, _tags(old.items()))
        self._run(_DROP_QUOTE, _sources(old.items()))
        self._run(_REWRITE_NOTE, note_rows)
        self._rewrite_cards(keyed, {row["note"]: row["position"] for row in note_rows})
        self._link(keyed)

    def _rewrite_cards(
        self, keyed: Sequence[tuple[int, Note]], positions: Mapping[int, int]
    ) -> None:
        asked = {"notes": [key for key, _ in keyed]}
        stored = {(row.note_key, row.name): row for row in self._connection.execute(_CARDS, asked)}
        new_key = self._next_key(cards)
        added: Rows = []
        rewritten: Rows = []
        for key, note in keyed:
            position = positions[key]
            for place, face in enumerate(cards_of(note)):
                before = stored.pop((key, face.name), None)
                if before is None:
                    added.append(
                        self._card_row(new_key + len(added), key, face.name, position, place)
                    )
                elif (before.position, before.place, before.retired) != (position, place, False):
                    rewritten.append(_card_change(before.key, position, place, retired=False))
        rewritten += [
            _card_change(row.key, row.position, row.place, retired=True)
            for row in stored.values()
            if not row.retired
        ]
        self._run(_ADD_CARD, added)
        self._run(_REWRITE_CARD, rewritten)

    def _move(self, places: Mapping[str, int]) -> None:
        rows = self._connection.execute(_POSITIONS, {"deck": self._deck_key})
        moved = [
            {"note": row.key, "place": places[row.id]}
            for row in rows
            if row.position != places.get(row.id, row.position)
        ]
        self._run(_MOVE_NOTE, moved)
        self._run(_MOVE_CARDS, moved)

    def _link(self, keyed: Sequence[tuple[int, Note]]) -> None:
        """Enter notes under their tags and sources; their words wait for `_index`."""
        self._run(_ADD_TAG, _tags(keyed))
        self._run(_ADD_QUOTE, _sources(keyed))
        self._unindexed += keyed

    def _index(self) -> None:
        """Enter the words of what was written, last of all.

        In between, every statement that fires a trigger would make FTS5 flush what it has gathered.
        """
        done, total = 0, len(self._unindexed)
        for some in in_turn(self._unindexed, AT_ONCE):
            self._progress(done, total, "search")
            self._run(_ADD_WORDS, [_words(key, note) for key, note in some])
            done += len(some)

    def _card_row(
        self, key: int, note_key: int, name: str, position: int, place: int
    ) -> dict[str, Any]:
        return {
            "key": key,
            "note_key": note_key,
            "name": name,
            "deck_key": self._deck_key,
            "position": position,
            "place": place,
        }

    def _stored(self, ids: Sequence[str]) -> dict[str, NamedRow]:
        asked = {"deck": self._deck_key, "ids": list(ids)}
        return {row.id: row for row in self._connection.execute(_STORED, asked)}

    def _next_key(self, table: Table) -> int:
        return int(self._connection.execute(select(func.max(table.c.key))).scalar() or 0) + 1

    def _run(self, statement: Quick, rows: Rows) -> None:
        statement.run_for_all(driver_connection(self._connection), rows)


def _note(row: NamedRow) -> Note:
    return note_of(row.id, row.kind, row.content)


def _tags(keyed: Iterable[tuple[int, Note]]) -> Rows:
    return [{"tag": tag, "note_key": key} for key, note in keyed for tag in set(note.tags)]


def _sources(keyed: Iterable[tuple[int, Note]]) -> Rows:
    return [
        {"source_id": source, "note_key": key}
        for key, note in keyed
        for source in {passage.source for passage in note.passages}
    ]


def _words(key: int, note: Note) -> dict[str, Any]:
    return {"note": key, "words": search_text(note)}


def _card_change(key: int, position: int, place: int, *, retired: bool) -> dict[str, Any]:
    return {"card": key, "position": position, "place": place, "retired": retired}
