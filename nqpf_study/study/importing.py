"""Holding a deck file against the collection: what an import adds, changes, retires, returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nqpf_study.domain.deck import Deck, Note, note_hash
from nqpf_study.study.ports import DeckChanges, DeckStore, StoredNote


def plan_import(deck: Deck, store: DeckStore) -> DeckChanges:
    """Compare `deck` with what is stored, by the author's ids alone."""
    return changes_between(store.stored_deck(deck.id), store.stored_notes(deck.id), deck)


def changes_between(
    known: Deck | None, stored: Mapping[str, StoredNote], deck: Deck
) -> DeckChanges:
    """Return what must be written so that `stored` becomes `deck`; progress is never touched."""
    added: list[Note] = []
    changed: list[Note] = []
    returned: list[Note] = []
    unchanged = 0
    for note in deck.notes:
        before = stored.get(note.id)
        if before is None:
            added.append(note)
        elif before.retired:
            returned.append(note)
        elif before.hash != note_hash(note):
            changed.append(note)
        else:
            unchanged += 1
    here = {note.id for note in deck.notes}
    return DeckChanges(
        deck=deck,
        added=tuple(added),
        changed=tuple(changed),
        returned=tuple(returned),
        retired=tuple(id_ for id_, note in stored.items() if not note.retired and id_ not in here),
        unchanged=unchanged,
        about=known is None or replace(known, notes=()) != replace(deck, notes=()),
        positions=_positions(stored, deck),
    )


def _positions(stored: Mapping[str, StoredNote], deck: Deck) -> Mapping[str, int] | None:
    file_order = [note.id for note in deck.notes]
    if [id_ for id_, note in stored.items() if not note.retired] == file_order:
        return None
    return {id_: place for place, id_ in enumerate(file_order)}
