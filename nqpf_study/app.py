"""The composition root: the one place where the parts are joined.

The window and the command line use a `Study` and nothing below it. Heavy parts (SQLAlchemy, the
YAML parser, genanki) are imported by the first call that needs them, so that a window can be
painted before.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from nqpf_study import paths
from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import (
    BadInput,
    Level,
    Problem,
    Progress,
    StudyError,
    Waived,
    unheard,
)
from nqpf_study.domain.options import DeckOptions, Exam, FormChoice, StudyOptions
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.review import Act
from nqpf_study.domain.search_query import parse_query
from nqpf_study.domain.source import Document
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.deck_steps import DeckKeeping, carried_out
from nqpf_study.study.history import History
from nqpf_study.study.importing import plan_import
from nqpf_study.study.log_steps import Logbook
from nqpf_study.study.lookup import LookedUp, MarkedDocument, look_up, marked
from nqpf_study.study.option_steps import (
    backlog_choice,
    noted,
    parameters_in_use,
    set_deck_options,
)
from nqpf_study.study.overview import GUESSED_PACE, overview
from nqpf_study.study.ports import CardOrder, DeckChanges, Merged, StoredCard
from nqpf_study.study.setting_aside import set_aside
from nqpf_study.study.statistics import Overview, Statistics

if TYPE_CHECKING:
    from nqpf_study.content.covering import Covering
    from nqpf_study.content.starter import Starter
    from nqpf_study.domain.backlog import BacklogPlan
    from nqpf_study.domain.exam import ExamPlan
    from nqpf_study.domain.workload import Workload
    from nqpf_study.store.collection import Collection
    from nqpf_study.store.doctor import Report
    from nqpf_study.study.backlog import Backlog
    from nqpf_study.study.cramming import Cram
    from nqpf_study.study.editing import Edit, OpenNote, Wanted
    from nqpf_study.study.explore import Explored
    from nqpf_study.study.fitting import Fit
    from nqpf_study.study.leeches import Leech
    from nqpf_study.study.marks import MarkChanges, TagsThere
    from nqpf_study.study.practice import Practice
    from nqpf_study.study.session import Session

SEED_BITS = 31
COLLECTION = "collection.db"
BACKUPS = "backups"
PACKAGES = "packages"
"""The folder in the data folder into which deck packages are unpacked."""


def utc_now() -> datetime:
    """Return the present in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Checked:
    """A deck file that was read: the deck if it can be imported, and all that is wrong with it."""

    path: Path
    deck: Deck | None
    problems: tuple[Problem, ...]
    documents: tuple[Document, ...] = ()
    """The sources that the deck brings or quotes, for the collection to keep."""
    waived: tuple[Waived, ...] = ()
    """The warnings that the deck's notes let pass."""
    notes: tuple[Note, ...] = ()
    """The notes without an error, also where others keep the deck out."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line that names each note, by the note's id."""

    @property
    def importable(self) -> bool:
        """Tell whether no error keeps the deck out."""
        return self.deck is not None and not any(
            problem.level is Level.ERROR for problem in self.problems
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing a deck file would do; `changes` is None where errors keep it out."""

    checked: Checked
    changes: DeckChanges | None


class Study:
    """A learner's collection with all that can be done with it. Its methods may run in a worker."""

    def __init__(
        self,
        home: Path,
        collection: Collection,
        now: Callable[[], datetime],
        random_bits: Callable[[int], int],
    ) -> None:
        self.home = home
        self.collection = collection
        self._now = now
        self._random_bits = random_bits
        self.history = History(Logbook(collection, now, self.clock, random_bits).newest)

    @classmethod
    def open(
        cls,
        home: Path,
        *,
        read_only: bool = False,
        now: Callable[[], datetime] = utc_now,
        random_bits: Callable[[int], int] = secrets.randbits,
    ) -> Self:
        """Open the collection in `home`, made where there is none.

        Raises StudyError where the folder is locked, read-only, full, damaged or newer than the
        program; nothing was changed then.
        """
        from nqpf_study.store.collection import Collection

        collection = Collection.open(
            home / COLLECTION, backups=home / BACKUPS, now=now, read_only=read_only
        )
        return cls(home, collection, now, random_bits)

    def close(self) -> None:
        """Let the collection go."""
        self.collection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- time ---------------------------------------------------------------------------------

    def now(self) -> datetime:
        """Return the present in UTC."""
        return self._now()

    def clock(self) -> StudyClock:
        """Return the learner's study-day clock."""
        options = self.collection.study_options()
        return StudyClock(zone_named(options.zone), options.rollover_hour)

    def today(self) -> int:
        """Return the present study day."""
        return self.clock().day(self._now())

    # --- decks --------------------------------------------------------------------------------

    def load_curated(self, progress: Progress = unheard) -> list[DeckChanges]:
        """Import the shipped decks that are new or changed and were not removed by the learner.

        Return what was changed, nothing where all is as shipped. One backup covers them all.
        Raises as `import_deck`; the decks before the one that failed are loaded then.
        """
        stale = [path for path in paths.decks() if not self.collection.file_is_loaded(path)]
        if stale and self.collection.deck_ids():
            self.back_up("update")
        done = []
        for path in stale:
            done.append(self._write(self.preview(path), progress))
            self.collection.note_file(path, done[-1].deck.id)
        return done

    def check(
        self, deck_files: Iterable[Path], progress: Progress = unheard, *, lint: bool = False
    ) -> list[Checked]:
        """Read deck files, each with every problem and its place; packages are unpacked first.

        With `lint` their cards are held against the rules of good cards as well. Raises Cancelled
        where `progress` does, StudyError for a package that can't be opened.
        """
        known = {doc.source.id: doc for doc in self.collection.documents()}
        files = [_unpacked(path, self.home / PACKAGES, progress) for path in deck_files]
        return [read_checked(path, known, progress, lint=lint) for path in files]

    def preview(
        self, deck_file: Path, progress: Progress = unheard, *, lint: bool = False
    ) -> Preview:
        """Read a deck file or package and tell what importing it would do.

        With `lint` as `check` does. Raises Cancelled where `progress` does, StudyError for a
        package that can't be opened.
        """
        (checked,) = self.check([deck_file], progress, lint=lint)
        if not checked.importable or checked.deck is None:
            return Preview(checked, None)
        return Preview(checked, plan_import(checked.deck, self.collection))

    def import_deck(self, preview: Preview, progress: Progress = unheard) -> DeckChanges:
        """Carry out a previewed import, after a backup, in one transaction.

        Raises BadInput where errors keep the deck out, Cancelled where `progress` does; the
        collection is as before then.
        """
        changes = preview.changes
        if changes is None or changes.nothing:
            return self._bring_in(preview, progress)
        return carried_out(
            *(self.history, self._keeping()),
            phrase("import of “{deck}”", deck=changes.deck.title),
            changes.deck.id,
            lambda: self._bring_in(preview, progress),
            written=(*changes.changed, *changes.returned),
            documents=preview.checked.documents,
        )

    def _bring_in(self, preview: Preview, progress: Progress) -> DeckChanges:
        if preview.changes is not None and not preview.changes.nothing:
            progress(0, 1, "backup")
            self.back_up("import")
        changes = self._write(preview, progress)
        self.collection.set_deck_file(changes.deck.id, preview.checked.path.absolute())
        return changes

    def _write(self, preview: Preview, progress: Progress) -> DeckChanges:
        checked, changes = preview.checked, preview.changes
        if changes is None:
            raise BadInput(phrase("{name} has errors.", name=checked.path.name), checked.problems)
        if not changes.nothing:
            self.collection.write_changes(changes, checked.documents, self._now(), progress)
        return changes

    def remove_deck(self, deck_id: str) -> None:
        """Take a deck out of use, after a backup; its history is kept and comes back with it."""

        def remove() -> None:
            self.back_up("removal")
            self.collection.remove_deck(deck_id, self._now())

        about = self.collection.stored_deck(deck_id)
        name = phrase("removal of “{deck}”", deck=about.title if about else deck_id)
        carried_out(self.history, self._keeping(), name, deck_id, remove)

    def _keeping(self) -> DeckKeeping:
        return DeckKeeping(self.collection, self._now, lambda: self.back_up("undo"))

    def deck_file(self, deck_id: str) -> Path | None:
        """Return the file that a deck was imported from or shipped in, None where that isn't known.

        It may be gone.
        """
        known = self.collection.deck_file(deck_id)
        if known is not None:
            return known
        shipped = (read_checked(path, {}) for path in paths.decks())
        return next((one.path for one in shipped if one.deck and one.deck.id == deck_id), None)

    def open_note(self, card: StoredCard, path: Path | None = None) -> OpenNote:
        """Read a card's note in its deck file, for editing; `path` where it is known to be now.

        Raises NotEditable, which tells why not.
        """
        from nqpf_study.content.editing import NoteFile
        from nqpf_study.study.editing import open_note

        where = path or self.deck_file(card.id.deck)
        file = None if where is None else NoteFile(where, _library(self.collection.documents()))
        opened = open_note(card, file, self.collection, shipped=where in paths.decks())
        if path is not None:
            self.collection.set_deck_file(card.id.deck, path.absolute())
        return opened

    def save_note(
        self, opened: OpenNote, wanted: Wanted, progress: Progress = unheard
    ) -> Edit | None:
        """Write a note's new texts into its file and import it; None where nothing changes.

        Raises Refused for texts that the file can't hold, StudyError where it can't be written.
        """
        from nqpf_study.study.editing import Keeping, save_note

        keeping = Keeping(
            lambda file, data: save_file(file.resolve(), data),
            lambda file, progress: self._bring_in(self.preview(file, progress), progress),
        )
        edit = save_note(opened, wanted, keeping, progress)
        if edit is not None:
            self.history.did(edit)
        return edit

    # --- study --------------------------------------------------------------------------------

    def overview(self) -> Overview:
        """Return the study home's figures."""
        return overview(self.collection, self.today())

    def about(self, deck_id: str) -> str:
        """Return what a deck says of itself, nothing where it says nothing."""
        deck = self.collection.stored_deck(deck_id)
        return deck.description if deck is not None else ""

    def session(
        self, decks: Sequence[str] | None = None, form: FormChoice | None = None
    ) -> Session:
        """Start a sitting over the cards of `decks` (None: all)."""
        from nqpf_study.study.session import Session

        clock, history = self.clock(), self.history
        return Session(
            *(self.collection, self._now, clock, self._random_bits, decks, form), history=history
        )

    def study_ahead(
        self, days: int = 1, decks: Sequence[str] | None = None, form: FormChoice | None = None
    ) -> Session:
        """Start a sitting over what becomes due in the next `days` days; its grades count."""
        from nqpf_study.study.offering import ahead
        from nqpf_study.study.session import Session

        clock, history = self.clock(), self.history
        return Session(
            *(self.collection, self._now, clock, self._random_bits, decks, form, ahead(days)),
            history=history,
        )

    def cram(
        self,
        *,
        decks: Sequence[str] | None = None,
        tags: Sequence[str] = (),
        count: int = 30,
        form: FormChoice | None = None,
    ) -> Cram:
        """Go over up to `count` cards until each was known; schedule and log stay as they are."""
        from nqpf_study.study.cramming import cram
        from nqpf_study.study.practice import Scope

        scope = Scope(day=self.today(), decks=decks, tags=tuple(tags))
        return cram(self.collection, scope, count, self._now, form)

    def exam_plan(self, deck: str, exam: Exam | None = None) -> ExamPlan:
        """Return what a deck's exam takes day by day, or what another `exam` would take.

        Raises StudyError for an unknown deck, one without an exam, and for a day that is over.
        """
        from nqpf_study.study.exam import exam_plan

        return exam_plan(self.collection, deck, self.today(), exam)

    def set_exam(self, deck: str, exam: Exam | None) -> None:
        """Prepare a deck for an exam from the next session on, or no more.

        Raises StudyError for an unknown deck, and for an exam that makes no sense.
        """
        from nqpf_study.study.exam import check

        if exam is not None:
            check(exam, self.today())
        options = self.deck_options().get(deck, DeckOptions())
        self.set_deck_options(deck, replace(options, exam=exam))

    def practice(
        self,
        *,
        decks: Sequence[str] | None = None,
        tags: Sequence[str] = (),
        search: str = "",
        count: int = 20,
        form: FormChoice | None = None,
        seed: int | None = None,
        progress: Progress = unheard,
    ) -> Practice:
        """Draw a practice test of up to `count` questions; nothing of it is kept.

        The cards are those of `decks` (None: all) that have any of `tags` (none: all) and that
        `search` finds. `form` None lets the forms take turns; the same seed draws the same test.
        """
        from nqpf_study.study.practice import Scope, draw

        scope = Scope(parse_query(search), self.today(), decks, tuple(tags))
        seed = self._random_bits(SEED_BITS) if seed is None else seed
        return draw(self.collection, scope, count, seed, self._now(), form, progress)

    def print_practice(self, out: Path, test: Practice, tell: Callable[[str], str] = str) -> None:
        """Write a test's result, or its questions and their key where none was answered yet.

        `tell` puts what is ours on it into another language.

        It is HTML where the file's name ends so, else text. Raises StudyError for a place that
        cannot be written to.
        """
        from nqpf_study.exchange.print_sheet import write_sheet
        from nqpf_study.exchange.print_test import paper, report, retold

        result = test.result()
        cards = [asked.card for asked in test.questions]
        passages = {card.key: self.passages(card) for card in cards}
        sheet = report(result, passages) if result.answered else paper(test, passages)
        write_sheet(retold(sheet, tell), out)

    def set_aside(self, keys: Sequence[int], act: Act) -> int:
        """Bury, suspend or resume cards; return how many."""
        clock, bits = self.clock(), self._random_bits
        return set_aside(self.collection, keys, act, self._now, clock, bits, self.history)

    def flag(self, keys: Sequence[int], *, on: bool | None = None) -> MarkChanges:
        """Flag cards or take their flags off; return what changed.

        `on` None takes them off where each of the cards has one, else flags them all.
        """
        from nqpf_study.study.marks import flag

        return flag(self.collection, self.history, self._now, keys, on=on)

    def tag(
        self, keys: Sequence[int], *, add: Sequence[str] = (), remove: Sequence[str] = ()
    ) -> MarkChanges:
        """Put the learner's tags on the notes of cards, take others off; return what changed."""
        from nqpf_study.study.marks import tag

        return tag(self.collection, self.history, self._now, keys, add=add, remove=remove)

    def tags_there(self, keys: Sequence[int]) -> TagsThere:
        """Return the learner's tags on the notes of cards."""
        from nqpf_study.study.marks import tags_there

        return tags_there(self.collection, keys)

    def own_tags(self) -> list[str]:
        """Return the learner's tags that are on any note in use."""
        return self.collection.own_tags()

    def fit(self, progress: Progress = unheard) -> Fit:
        """Fit the scheduler's parameters to the log; nothing is kept. For a worker.

        Raises StudyError while the reviews are too few or the optimizer is not installed, Cancelled
        where `progress` does.
        """
        from nqpf_study.study.fitting import fit
        from nqpf_study.study.fsrs_optimizer import FsrsOptimizer

        return fit(self.collection, FsrsOptimizer(), progress)

    def fit_by_itself(self, progress: Progress = unheard) -> Fit | None:
        """Fit where there is much new to learn from, keep what is better; return what was kept.

        For a worker. Raises Cancelled where `progress` does.
        """
        from nqpf_study.study.fitting import fit_by_itself
        from nqpf_study.study.fsrs_optimizer import FsrsOptimizer

        return fit_by_itself(self.collection, FsrsOptimizer, progress)

    def fits_by_itself(self) -> bool:
        """Tell whether the scheduler is fitted to the learner by itself."""
        return self.collection.fit_options().by_itself

    def set_fits_by_itself(self, *, wanted: bool) -> None:
        """Keep whether the scheduler is fitted to the learner by itself."""
        options = replace(self.collection.fit_options(), by_itself=wanted)
        self.collection.set_fit_options(options)

    def reviews_to_fit(self) -> int:
        """Return how many reviews there are to fit to. For a worker."""
        from nqpf_study.study.fitting import reviews_to_learn_from

        return reviews_to_learn_from(self.collection)

    def keep_parameters(self, parameters: tuple[float, ...]) -> None:
        """Schedule all decks by these parameters from now on; empty are the usual ones."""
        from nqpf_study.study.fitting import keep

        name, setting = phrase("fit to your memory"), parameters_in_use(self.collection)
        noted(self.history, name, setting, lambda: keep(self.collection, parameters))

    def forecast(self, deck: str, days: int = 365, progress: Progress = unheard) -> list[Workload]:
        """Return what several desired retentions would cost and bring for a deck. For a worker."""
        from nqpf_study.study.workload import forecast

        return forecast(self.collection, deck, self.today(), days, progress=progress)

    def seconds_per_card(self) -> float:
        """Return the learner's pace, or a guess of it."""
        return self.collection.seconds_per_card() or GUESSED_PACE

    def leeches(self, decks: Sequence[str] | None = None) -> list[Leech]:
        """Return the cards that are forgotten again and again, and what they are mixed up with."""
        from nqpf_study.study.leeches import leeches

        return leeches(self.collection, decks)

    def backlog(self) -> Backlog:
        """Return what was due before today and waits still, with the ways through it."""
        from nqpf_study.study.backlog import backlog

        return backlog(self.collection, self.today())

    def spread_backlog(self, days: int) -> BacklogPlan:
        """Let sessions offer the backlog over `days` study days, most at risk first; 1 is now.

        Nothing is rescheduled. Raises StudyError where nothing is late.
        """
        from nqpf_study.study.backlog import begin

        return noted(
            *(self.history, phrase("choice for the backlog"), backlog_choice(self.collection)),
            lambda: begin(self.collection, self.today(), days),
        )

    def undo_backlog(self) -> bool:
        """Take the choice for the backlog back; tell whether there was one."""
        from nqpf_study.study.backlog import undo

        name = phrase("giving up the choice for the backlog")
        setting = backlog_choice(self.collection)
        return noted(self.history, name, setting, lambda: undo(self.collection))

    def study_options(self) -> StudyOptions:
        """Return how all decks are studied."""
        return self.collection.study_options()

    def set_study_options(self, options: StudyOptions) -> None:
        """Keep how all decks are studied. Raises StudyError for an unknown time zone."""
        zone_named(options.zone)
        self.collection.set_study_options(options)

    def deck_options(self) -> Mapping[str, DeckOptions]:
        """Return how each deck is studied, by deck id."""
        return self.collection.deck_options()

    def set_deck_options(self, deck_id: str, options: DeckOptions) -> None:
        """Keep how a deck is studied, from the next session on."""
        set_deck_options(self.history, self.collection, deck_id, options)

    # --- looking ------------------------------------------------------------------------------

    def passages(self, card: StoredCard) -> tuple[LookedUp, ...]:
        """Return the passages that a card rests on, each found in its source or not."""
        wanted = {passage.source for passage in card.note.passages}
        found = {id_: self.collection.document(id_) for id_ in wanted}
        return look_up(card.note, {id_: doc for id_, doc in found.items() if doc is not None})

    def documents(self) -> list[Document]:
        """Return every source of the collection."""
        return self.collection.documents()

    def read(self, source_id: str) -> MarkedDocument:
        """Return a source with every passage marked. Raises StudyError for an unknown source."""
        document = self.collection.document(source_id)
        if document is None:
            raise StudyError(
                phrase("There is no source “{source_id}” in the collection.", source_id=source_id)
            )
        return marked(document, self.collection.notes_on(source_id))

    def search(self, text: str, order: CardOrder | None = None) -> list[int]:
        """Return the keys of the cards that a search finds, as decks have them or in an order."""
        keys = self.collection.search(parse_query(text), self.today())
        return keys if order is None else self.collection.sorted_by(keys, order)

    def explore(self, progress: Progress = unheard) -> Explored:
        """Return the measures, events, pledges and terms of the decks, and how they are known.

        Raises Cancelled where `progress` does.
        """
        from nqpf_study.study.explore import explore

        return explore(self.collection, self.today(), progress)

    def cards(self, keys: Sequence[int]) -> list[StoredCard]:
        """Return cards by key."""
        return self.collection.cards(keys)

    def statistics(self, days: int = 30, progress: Progress = unheard) -> Statistics:
        """Return progress over the last and the next `days` study days.

        Raises Cancelled where `progress` does.
        """
        return self.collection.statistics(self.today(), days, progress)

    def hardest(self, count: int = 10) -> list[StoredCard]:
        """Return up to `count` cards that are hardest to keep, the hardest first."""
        return self.collection.cards(self.collection.hardest(count))

    # --- leaving, and being safe --------------------------------------------------------------

    def export_anki(
        self, out: Path, decks: Sequence[str] | None = None, progress: Progress = unheard
    ) -> int:
        """Write an Anki package of `decks` (None: all); return how many notes it holds.

        Raises StudyError for an unknown deck or a place that cannot be written to.
        """
        from nqpf_study.exchange.anki import export_anki

        return export_anki(self.collection, out, decks, progress)

    def export_cards(self, out: Path, keys: Sequence[int], progress: Progress = unheard) -> int:
        """Write an Anki package of the notes of cards; return how many notes it holds.

        Raises what `export_anki` does.
        """
        from nqpf_study.exchange.anki import export_anki

        notes = self.collection.note_ids(keys)
        return export_anki(self.collection, out, list(notes), progress, notes)

    def back_up(self, reason: str = "asked") -> Path:
        """Copy the collection to the backups folder, checked; return the copy's path."""
        from nqpf_study.store.backup import back_up

        return back_up(self.collection, self.home / BACKUPS, reason, self._now())

    def examine(self, progress: Progress = unheard) -> Report:
        """Check the collection's integrity and hold each card against its replayed log."""
        from nqpf_study.store.doctor import examine

        return examine(self.collection, progress)

    def merge(self, other: Path, progress: Progress = unheard) -> Merged:
        """Bring in all that another collection (a file, or its folder) has besides, after a backup.

        Raises StudyError where it is damaged, newer than the program or no collection, Cancelled
        where `progress` does; nothing was changed then.
        """
        from nqpf_study.store.merging import merge

        file = _collection_at(other)
        progress(0, 1, "backup")
        self.back_up("merge")
        merged = merge(self.collection, file, progress)
        self.history.forget()
        return merged

    def preview_merge(self, other: Path, progress: Progress = unheard) -> Merged:
        """Tell what `merge` would bring in; nothing is changed. Raises what `merge` does."""
        from nqpf_study.store.merging import preview

        return preview(self.collection, _collection_at(other), progress)

    def repair(self) -> Report:
        """Rebuild the cards from the log, and the search index, after a backup.

        Return what is wrong still. Raises StudyError where the file itself is damaged.
        """
        from nqpf_study.store.doctor import repair

        return repair(self.collection)


def restore(home: Path, backup: Path, now: Callable[[], datetime] = utc_now) -> Path | None:
    """Put a backup in the collection's place; the collection that was there becomes a backup.

    Return that backup's path, None where there was no collection. Raises StudyError where the
    backup is damaged or no collection.
    """
    from nqpf_study.store.backup import restore as restore_collection

    return restore_collection(home / COLLECTION, backup, home / BACKUPS, now())


def _collection_at(place: Path) -> Path:
    """Return the file of a collection, named itself or by its folder."""
    file = place / COLLECTION if place.is_dir() else place
    if not file.exists():
        raise StudyError(phrase("There is no collection at {other}.", other=place))
    return file


def read_checked(
    path: Path,
    known: Mapping[str, Document],
    progress: Progress = unheard,
    *,
    lint: bool = False,
) -> Checked:
    """Read a deck file against the shipped sources and the `known` ones."""
    from nqpf_study.content.deck_file import read_deck

    read = read_deck(path, _library(known.values()), progress, lint=lint)
    found = (read.deck, read.problems, read.documents, read.waived, read.notes, read.lines)
    return Checked(path, *found)


def _library(known: Iterable[Document]) -> dict[str, Document]:
    """Return the sources that decks may quote by id: the known ones, and those shipped."""
    from nqpf_study.content.manifest import read_manifest

    documents = (*known, *read_manifest(paths.manifest()))
    return {document.source.id: document for document in documents}


def cover(places: Sequence[Path]) -> Covering:
    """Tell which sentences of their sources decks rest on; no place means the shipped decks.

    A place is a deck file or a folder of them, with the coverage file beside. Raises StudyError for
    a folder without decks, BadInput where a deck has errors.
    """
    from nqpf_study.content.covering import Library, cover_decks
    from nqpf_study.content.manifest import read_manifest

    manifest = paths.manifest()
    library = Library(read_manifest(manifest), manifest.parent)
    return cover_decks(places or [paths.shipped() / "decks"], library, paths.COVERAGE)


def new_deck(folder: Path, title: str) -> Starter:
    """Write a starter deck with its source into `folder`, for a teacher to go on from.

    Raises StudyError, with nothing written, where a file would be replaced or the folder can't be
    written.
    """
    from nqpf_study.content.starter import write_starter

    return write_starter(folder, title, paths.resources() / "starter")


def deck_schema() -> str:
    """Return the JSON Schema of deck files, as JSON."""
    from nqpf_study.content.schema import schema_text

    return schema_text()


def check_without_collection(deck_files: Iterable[Path]) -> list[Checked]:
    """Check deck files where no collection is at hand, as in continuous integration; linted.

    What is wrong in a package is told as standing in it, by its own name.
    """
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        return [_checked_alone(path, Path(folder)) for path in deck_files]


def decks_at(places: Iterable[Path]) -> list[Path]:
    """Return the deck files and packages that places are, or that stand in them where folders.

    Raises StudyError for a folder without any.
    """
    from nqpf_study.content.deck_places import decks_at

    found = (file for place in places for file in decks_at(place, paths.COVERAGE))
    return list(dict.fromkeys(found))


def pack_deck(deck_file: Path, out: Path | None = None, progress: Progress = unheard) -> Path:
    """Pack a deck file with the texts of its sources into one file to share; return its path.

    It is put beside the deck file where `out` says nothing else. Raises BadInput where the deck has
    errors, StudyError where a text is missing or the package can't be written.
    """
    from nqpf_study.content.manifest import read_manifest
    from nqpf_study.content.packing import pack, package_name

    shipped = {doc.source.id: doc for doc in read_manifest(paths.manifest())}
    packed = pack(deck_file, shipped, progress)
    out = out or deck_file.with_name(package_name(deck_file))
    save_file(out, packed.content)
    return out


def _checked_alone(path: Path, folder: Path) -> Checked:
    try:
        file = _unpacked(path, folder)
    except StudyError as error:
        return Checked(path, None, (Problem(str(path), 0, 0, "unreadable", error.what),))
    checked = read_checked(file, {}, lint=True)
    if file == path:
        return checked
    inside = str(path / file.name)
    problems = tuple(replace(problem, file=inside) for problem in checked.problems)
    waived = (replace(each, problem=replace(each.problem, file=inside)) for each in checked.waived)
    return replace(checked, path=path, problems=problems, waived=tuple(waived))


def _unpacked(path: Path, folder: Path, progress: Progress = unheard) -> Path:
    """Return a deck file, that of a package unpacked into `folder`."""
    from nqpf_study.content.package_names import is_package

    if not is_package(path.name):
        return path
    from nqpf_study.content.unpacking import unpack

    return unpack(path, folder, progress=progress)


def save_file(out: Path, content: bytes) -> None:
    """Write what the user wants to keep: a picture, a table.

    Raises StudyError for a place that cannot be written to; what was there before is still there
    then.
    """
    from nqpf_study.exchange.whole_file import write_whole

    write_whole(out, content)


def zone_named(name: str) -> tzinfo:
    """Return a time zone by IANA name, the system's own for an empty name.

    Raises StudyError for an unknown name. A system whose zone has no name that is known gives its
    present distance from UTC.
    """
    if not name:
        from tzlocal import get_localzone

        try:
            return get_localzone()
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return datetime.now().astimezone().tzinfo or UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise StudyError(
            phrase("There is no time zone “{name}”.", name=name),
            mend="Use a name such as Europe/Berlin.",
        ) from error
