"""Holding the passages of deck files against the sentences of their sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nqpf_study.content.coverage_file import read_coverage
from nqpf_study.content.deck_file import read_deck
from nqpf_study.content.passages import TextCache
from nqpf_study.domain.anchoring import Found, Span, anchor
from nqpf_study.domain.coverage import SourceCoverage, cover
from nqpf_study.domain.deck import Deck
from nqpf_study.domain.errors import BadInput, Level, Problem, StudyError
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.source import Document


@dataclass(frozen=True, slots=True)
class Library:
    """The documents that decks may quote without bringing them, and the folder of their files."""

    documents: tuple[Document, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class CoveredSource:
    """A source, sentence by sentence, and the file that holds its text."""

    coverage: SourceCoverage
    file: Path


@dataclass(frozen=True, slots=True)
class Covering:
    """What deck files cover of their sources, and what is wrong with the coverage files."""

    sources: tuple[CoveredSource, ...]
    problems: tuple[Problem, ...]


def deck_files(place: Path, coverage_name: str) -> tuple[Path, ...]:
    """Return the deck files that `place` stands for: itself, or those of a folder.

    A coverage file stands for its folder. Raises StudyError for a folder without any.
    """
    folder = place.parent if place.name == coverage_name else place
    if not folder.is_dir():
        return (place,)
    files = tuple(sorted(file for file in folder.glob("*.yaml") if file.name != coverage_name))
    if not files:
        raise StudyError(
            phrase("There is no deck file in {folder}.", folder=folder),
            mend="The names of deck files end in .yaml.",
        )
    return files


def cover_decks(places: Sequence[Path], library: Library, coverage_name: str) -> Covering:
    """Tell which sentences of their sources the decks at `places` touch.

    A place is a deck file or a folder of them. Covered are the sources that the decks quote or
    bring along, and those of which a coverage file beside them leaves something out. Raises
    StudyError for a folder without decks, and BadInput where a deck has errors.
    """
    asked = list(
        dict.fromkeys(file for place in places for file in deck_files(place, coverage_name))
    )
    coverage_files = {
        path: deck_files(path, coverage_name)
        for path in dict.fromkeys(file.parent / coverage_name for file in asked)
        if path.exists()
    }
    beside = (file for files in coverage_files.values() for file in files)
    read = _Decks([*asked, *beside], library)
    covered = read.covered(asked)
    shown = {id_ for file in asked for id_ in read.sources_of(file)}
    problems: list[Problem] = []
    for path, files in coverage_files.items():
        found = read_coverage(path, covered, read.notes(files))
        problems += found.problems
        shown |= found.reasons.keys()
        for id_, reasons in found.reasons.items():
            covered[id_] = covered[id_].leaving_out(reasons)
    return Covering(
        tuple(
            CoveredSource(each, read.files[id_]) for id_, each in covered.items() if id_ in shown
        ),
        tuple(problems),
    )


class _Decks:
    """Deck files that were read, and the documents that they know."""

    def __init__(self, paths: Iterable[Path], library: Library) -> None:
        self.documents = {document.source.id: document for document in library.documents}
        self.files = {
            id_: library.folder / each.source.file for id_, each in self.documents.items()
        }
        self._decks: dict[Path, Deck] = {}
        self._sources: dict[Path, frozenset[str]] = {}
        bad: dict[Path, tuple[Problem, ...]] = {}
        known = dict(self.documents)
        for path in dict.fromkeys(paths):
            read = read_deck(path, known)
            if read.deck is None:
                bad[path] = tuple(each for each in read.problems if each.level is Level.ERROR)
            else:
                self._take(path, read.deck, read.documents)
        if bad:
            raise BadInput(
                phrase(
                    "{names}: what is covered cannot be told while there are errors.",
                    names=", ".join(path.name for path in bad),
                ),
                tuple(problem for problems in bad.values() for problem in problems),
            )

    def _take(self, path: Path, deck: Deck, documents: Iterable[Document]) -> None:
        brought = {source.id: source for source in deck.sources}
        at_hand = {document.source.id: document for document in documents}
        self._decks[path] = deck
        self._sources[path] = frozenset(at_hand)
        for id_, source in brought.items():
            self.documents[id_] = at_hand[id_]
            self.files[id_] = path.parent / source.file

    def sources_of(self, path: Path) -> frozenset[str]:
        """Return the ids of the sources that a deck quotes or brings along."""
        return self._sources[path]

    def notes(self, paths: Iterable[Path]) -> frozenset[str]:
        """Return the notes of decks, as deck/note."""
        decks = [self._decks[path] for path in paths]
        return frozenset(f"{deck.id}/{note.id}" for deck in decks for note in deck.notes)

    def covered(self, paths: Iterable[Path]) -> dict[str, SourceCoverage]:
        """Return every source by id, with what the decks at `paths` touch of it."""
        texts = TextCache(self.documents.values())
        quoted: dict[str, list[Span]] = {id_: [] for id_ in self.documents}
        notes = (note for path in paths for note in self._decks[path].notes)
        for passage in (passage for note in notes for passage in note.passages):
            text = texts.normal(passage.source)
            anchored = anchor(text, passage) if text else None
            if isinstance(anchored, Found):
                quoted[passage.source].append(anchored.span)
        return {id_: cover(self.documents[id_], spans) for id_, spans in quoted.items()}
