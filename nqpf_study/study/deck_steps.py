"""Imports and removals of decks as steps: the deck as it was, or as it became, written once more.

Both ways are the same: the version that is not there is compared with the stored one and written as
an import is, after a backup. So the history of every card is kept, and comes back with its note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Progress
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.source import Document
from nqpf_study.study.history import History, TooLate
from nqpf_study.study.importing import plan_import
from nqpf_study.study.ports import DeckStore, Now

T = TypeVar("T")


class VersionStore(DeckStore, Protocol):
    """What going back and forth between two versions of a deck asks of the collection."""

    def notes_named(self, deck_id: str, ids: Iterable[str]) -> Mapping[str, Note]:
        """Return the deck's notes with these ids by id, retired ones included."""
        ...

    def notes_digest(self, deck_id: str) -> bytes:
        """Return what is the same as long as the deck's notes in use and their order are."""
        ...

    def document(self, source_id: str) -> Document | None:
        """Return a source with its text."""
        ...

    def remove_deck(
        self,
        deck_id: str,
        at: datetime,
        documents: Iterable[Document] = (),
        texts: Sequence[Note] = (),
    ) -> None:
        """Take a deck out of use, and keep `documents` and `texts` of it, in one transaction."""
        ...

    def deck_file(self, deck_id: str) -> Path | None:
        """Return the file that a deck was imported from."""
        ...

    def set_deck_file(self, deck_id: str, path: Path) -> None:
        """Keep which file a deck was imported from."""
        ...


@dataclass(frozen=True, slots=True)
class DeckKeeping:
    """Where decks are kept, the clock, and what makes a backup before they are changed."""

    store: VersionStore
    now: Now
    back_up: Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Version:
    """A deck as it is to be again: out of use, where `about` is None.

    `order` has the ids of its notes in use, `texts` those notes, in use or not, that read otherwise
    after it, and `documents` the sources that do.
    """

    about: Deck | None
    order: tuple[str, ...]
    texts: Mapping[str, Note]
    documents: tuple[Document, ...]
    file: Path | None


@dataclass(frozen=True, slots=True)
class _State:
    """By what a deck is known to be as it was left."""

    about: Deck | None
    notes: bytes


def carried_out(
    history: History,
    keeping: DeckKeeping,
    name: str,
    deck_id: str,
    act: Callable[[], T],
    *,
    written: Iterable[Note] = (),
    documents: Iterable[Document] = (),
) -> T:
    """Carry out an act that changes a deck, and note it as a step of that name.

    `written` are the notes that it writes over stored ones, `documents` the sources.
    """
    store = keeping.store
    before = _version(store, deck_id, written, documents)
    result = act()
    history.did(DeckStep(name, keeping, deck_id, before, _state(store, deck_id)))
    return result


class DeckStep:
    """A change of one deck. Its two versions differ in what this remembers."""

    def __init__(
        self, name: str, keeping: DeckKeeping, deck_id: str, other: _Version, state: _State
    ) -> None:
        self.name = name
        self._keeping = keeping
        self._deck_id = deck_id
        self._other = other
        self._state = state

    def undo(self, progress: Progress) -> None:
        """Write the deck as it was."""
        self._turn(progress)

    def redo(self, progress: Progress) -> None:
        """Write the deck as it became."""
        self._turn(progress)

    def _turn(self, progress: Progress) -> None:
        store, wanted = self._keeping.store, self._other
        if _state(store, self._deck_id) != self._state:
            raise self._too_late()
        progress(0, 1, "backup")
        self._keeping.back_up()
        at = self._keeping.now()
        in_use = frozenset(wanted.order)
        unused = tuple(note for id_, note in wanted.texts.items() if id_ not in in_use)
        if wanted.about is None:
            present = _version(store, self._deck_id, unused, wanted.documents)
            store.remove_deck(self._deck_id, at, wanted.documents, unused)
        else:
            known = store.notes_named(self._deck_id, wanted.order)
            notes = tuple(wanted.texts.get(id_) or known[id_] for id_ in wanted.order)
            changes = plan_import(replace(wanted.about, notes=notes), store)
            changes = replace(changes, returned=(*changes.returned, *unused))
            written = (*changes.changed, *changes.returned)
            present = _version(store, self._deck_id, written, wanted.documents)
            store.write_changes(changes, wanted.documents, at, progress)
        self._other, self._state = present, _state(store, self._deck_id)
        if wanted.file is not None:
            store.set_deck_file(self._deck_id, wanted.file)

    def _too_late(self) -> TooLate:
        about = self._state.about or self._other.about
        return TooLate(
            phrase(
                "“{deck}” was changed since by something else, and is left as it is.",
                deck=about.title if about else self._deck_id,
            ),
            safe="Nothing was changed.",
        )


def _version(
    store: VersionStore, deck_id: str, written: Iterable[Note], documents: Iterable[Document]
) -> _Version:
    """Return the stored version of a deck, over which these notes and sources will be written."""
    stored = store.stored_notes(deck_id)
    new = {note.id: note for note in written}
    kept = ((store.document(document.source.id), document) for document in documents)
    return _Version(
        about=store.stored_deck(deck_id),
        order=tuple(id_ for id_, note in stored.items() if not note.retired),
        texts={id_: old for id_, old in store.notes_named(deck_id, new).items() if old != new[id_]},
        documents=tuple(old for old, new in kept if old is not None and old != new),
        file=store.deck_file(deck_id),
    )


def _state(store: VersionStore, deck_id: str) -> _State:
    return _State(store.stored_deck(deck_id), store.notes_digest(deck_id))
