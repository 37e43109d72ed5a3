"""A learner's own marks: flags on cards and tags on notes, apart from what the deck file says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from nqpf_study.domain.phrase import Phrase, phrase
from nqpf_study.domain.tags import tags_in
from nqpf_study.study.history import Change, History
from nqpf_study.study.ports import Now


@dataclass(frozen=True, slots=True)
class MarkChanges:
    """Flags to put on cards and to take off them, and so with tags on notes, all by key."""

    flag: tuple[int, ...] = ()
    unflag: tuple[int, ...] = ()
    tag: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    untag: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def back(self) -> MarkChanges:
        """Return what takes these changes back."""
        return MarkChanges(self.unflag, self.flag, self.untag, self.tag)

    @property
    def cards(self) -> int:
        """Count the cards whose flags change."""
        return len(self.flag) + len(self.unflag)

    @property
    def notes(self) -> int:
        """Count the notes whose tags change."""
        changed = (*self.tag.values(), *self.untag.values())
        return len({key for keys in changed for key in keys})

    @property
    def nothing(self) -> bool:
        """Tell whether nothing changes."""
        return not (self.cards or self.notes)


@dataclass(frozen=True, slots=True)
class TagsThere:
    """The learner's tags on some notes: of how many notes, how many have each; and all others."""

    notes: int
    counts: Mapping[str, int]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TagInUse:
    """A tag of notes in use, and how many of each deck (by id) have it.

    `own` tells whether the learner gave it to any of them; a deck file may have it as well.
    """

    tag: str
    notes: Mapping[str, int]
    own: bool = False


class MarkStore(Protocol):
    """Where marks are kept."""

    def mark(self, changes: MarkChanges, at: datetime) -> MarkChanges:
        """Make changes in one transaction; return those that were not so before."""
        ...

    def flagged_among(self, keys: Sequence[int]) -> int:
        """Count the flagged ones of some cards."""
        ...

    def notes_of(self, keys: Sequence[int]) -> list[int]:
        """Return the keys of the notes of some cards, each once."""
        ...

    def tags_among(self, notes: Sequence[int]) -> Mapping[str, int]:
        """Return the learner's tags on notes with these keys, and how many have each."""
        ...

    def own_tags(self) -> list[str]:
        """Return the learner's tags that are on any note in use, sorted."""
        ...

    def tags_in_use(self) -> list[TagInUse]:
        """Return the tags of all notes in use, the learner's and the deck files', sorted."""
        ...


def flag(
    store: MarkStore, history: History, now: Now, keys: Sequence[int], *, on: bool | None = None
) -> MarkChanges:
    """Flag cards, or take their flags off; return what changed.

    `on` None turns: flags go off where all of the cards have one, else each card gets one.
    """
    keys = tuple(dict.fromkeys(keys))
    if on is None:
        on = store.flagged_among(keys) < len(keys)
    wanted = MarkChanges(flag=keys) if on else MarkChanges(unflag=keys)
    return _done(store, history, now, wanted)


def tag(
    store: MarkStore,
    history: History,
    now: Now,
    keys: Sequence[int],
    *,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
) -> MarkChanges:
    """Put tags on the notes of cards and take others off; return what changed.

    Tags are written as `tags_in` has them. The tags of the deck file stay as they are.
    """
    notes = tuple(store.notes_of(keys))
    put = {tag: notes for text in add for tag in tags_in(text)}
    taken = {tag: notes for text in remove for tag in tags_in(text) if tag not in put}
    return _done(store, history, now, MarkChanges(tag=put, untag=taken))


def tags_there(store: MarkStore, keys: Sequence[int]) -> TagsThere:
    """Return the learner's tags on the notes of cards, for some to be added or taken off."""
    notes = store.notes_of(keys)
    return TagsThere(len(notes), store.tags_among(notes), tuple(store.own_tags()))


def _done(store: MarkStore, history: History, now: Now, wanted: MarkChanges) -> MarkChanges:
    """Make changes, and note them as one step; nothing is noted where nothing changed."""
    done = store.mark(wanted, now())
    if not done.nothing:
        history.did(
            Change(
                _name(done),
                undo_it=lambda: store.mark(done.back, now()),
                redo_it=lambda: store.mark(done, now()),
            )
        )
    return done


def _name(done: MarkChanges) -> Phrase:
    if done.cards == 1:
        return phrase("flag 1 card") if done.flag else phrase("unflag 1 card")
    if done.flag:
        return phrase("flag {n} cards", n=done.cards)
    if done.unflag:
        return phrase("unflag {n} cards", n=done.cards)
    if done.notes == 1:
        return phrase("tag 1 note") if done.tag else phrase("untag 1 note")
    if done.tag:
        return phrase("tag {n} notes", n=done.notes)
    return phrase("untag {n} notes", n=done.notes)
