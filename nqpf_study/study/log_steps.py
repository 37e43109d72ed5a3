"""Acts on cards as steps: taken back by further entries of the log, done again by new ones.

The log is only ever added to. An undo is an entry that names the one it takes back; a redo enters
again what was undone, as it was, under a new id. So replay, merging and the doctor need to know of
undos alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.errors import Progress
from nqpf_study.domain.phrase import Phrase, phrase
from nqpf_study.domain.replay import apply, replay, standing
from nqpf_study.domain.review import Act, CardStatus, LogEntry, Rating
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.history import TooLate
from nqpf_study.study.ports import BrowseStore, LoggedAct, Now, SessionStore

TELL_EVERY = 200
"""After how many cards of an act progress is told."""


class LogStore(SessionStore, BrowseStore, Protocol):
    """What undoing and redoing ask of the collection."""


@dataclass(frozen=True, slots=True)
class Logbook:
    """Where the learner's acts are entered, with the clock and the dice for the entries."""

    store: LogStore
    now: Now
    clock: Callable[[], StudyClock]
    random_bits: Callable[[int], int]

    def newest(self) -> LogStep | None:
        """Return the newest act that stands, of whatever run."""
        act = self.store.last_standing_act()
        return None if act is None else LogStep(self, act, asked=act.newest.act is Act.GRADE)

    def entered(self, entries: Sequence[LogEntry], *, asked: bool = False) -> LogStep:
        """Return the act that these new entries, which are recorded already, make up."""
        act = LoggedAct(entries[-1], entries[0].id, len(entries))
        return LogStep(self, act, asked=asked)

    def take_back(self, entries: Sequence[LogEntry], progress: Progress) -> None:
        """Enter that entries count no more, in one transaction."""
        at = self.now()
        day = self.clock().day(at)
        ids = EntryIds(self.random_bits, self.store.last_entry_id())
        acts = []
        for done, entry in enumerate(entries):
            if done % TELL_EVERY == 0:
                progress(done, len(entries), "cards")
            log = self.store.entries(entry.card)
            status = replay([before for before in log if before.id != entry.id])
            undo = LogEntry(ids.next(at), entry.card, Act.UNDO, at, day, undoes=entry.id)
            acts.append((undo, status))
        self._record(acts)

    def enter_again(self, entries: Sequence[LogEntry], progress: Progress) -> list[LogEntry]:
        """Enter entries once more, in one transaction; return the new ones."""
        ids = EntryIds(self.random_bits, self.store.last_entry_id())
        acts = []
        for done, entry in enumerate(entries):
            if done % TELL_EVERY == 0:
                progress(done, len(entries), "cards")
            again = replace(entry, id=ids.next(self.now()))
            acts.append((again, apply(replay(self.store.entries(entry.card)), again)))
        self._record(acts)
        return [entry for entry, _ in acts]

    def _record(self, acts: Sequence[tuple[LogEntry, CardStatus]]) -> None:
        if len(acts) == 1:
            self.store.record(*acts[0])
        else:
            self.store.record_all(acts)


class LogStep:
    """One act on cards: a grade, or cards that were set aside or brought back together.

    `asked` tells whether its card was on the screen of a session then.
    """

    def __init__(self, book: Logbook, act: LoggedAct, *, asked: bool) -> None:
        self.asked = asked
        self._book = book
        self._act = act

    @property
    def name(self) -> str:
        """Return what was done to how many cards."""
        return named(self.entry, self.count)

    @property
    def entry(self) -> LogEntry:
        """Return the act's entry in the log, of several the last."""
        return self._act.newest

    @property
    def count(self) -> int:
        """Return how many cards it was done to."""
        return self._act.count

    def undo(self, progress: Progress) -> None:
        """Take it back, on all its cards at once. Raises TooLate where it was taken back before."""
        entries = standing(self._entries())
        if not entries:
            raise TooLate(phrase("That was undone already."), safe="Nothing was changed.")
        self._book.take_back(entries, progress)

    def redo(self, progress: Progress) -> None:
        """Do it again, on all its cards at once."""
        entries = [entry for entry in self._entries() if entry.act is not Act.UNDO]
        again = self._book.enter_again(entries, progress)
        self._act = LoggedAct(again[-1], again[0].id, len(again))

    def _entries(self) -> list[LogEntry]:
        """Return the act's own entries, in order, and what takes them back."""
        newest, store = self.entry, self._book.store
        if self.count == 1:
            log = store.entries(newest.card)
            return [entry for entry in log if newest.id in (entry.id, entry.undoes)]
        since = store.entries_since(self._act.first)
        done = {(entry.act, entry.at) for entry in since if entry.id == newest.id}
        own = {
            entry.id for entry in since if entry.id <= newest.id and (entry.act, entry.at) in done
        }
        return [entry for entry in since if entry.id in own or entry.undoes in own]


_GRADED = {
    Rating.AGAIN: phrase("grade Again"),
    Rating.HARD: phrase("grade Hard"),
    Rating.GOOD: phrase("grade Good"),
    Rating.EASY: phrase("grade Easy"),
}
_ONE = {
    Act.BURY: phrase("bury 1 card"),
    Act.SUSPEND: phrase("suspend 1 card"),
    Act.RESUME: phrase("resume 1 card"),
}
_MANY = {
    Act.BURY: phrase("bury {n} cards"),
    Act.SUSPEND: phrase("suspend {n} cards"),
    Act.RESUME: phrase("resume {n} cards"),
}


def named(entry: LogEntry, count: int = 1) -> str:
    """Say what was done, as it stands behind “Undo”."""
    if entry.rating is not None:
        return _GRADED[entry.rating]
    if count == 1:
        return _ONE[entry.act]
    return Phrase(_MANY[entry.act].template, {"n": f"{count:,}"})
