"""Deck files and packages: read, checked, begun, packed and covered, with no collection at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf_study import paths
from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Level, Problem, Progress, StudyError, Waived, unheard
from nqpf_study.domain.source import Document

if TYPE_CHECKING:
    from nqpf_study.content.covering import Covering
    from nqpf_study.content.starter import Starter


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


def read_checked(
    path: Path,
    known: Mapping[str, Document],
    progress: Progress = unheard,
    *,
    lint: bool = False,
) -> Checked:
    """Read a deck file against the shipped sources and the `known` ones."""
    from nqpf_study.content.deck_file import read_deck

    read = read_deck(path, library(known.values()), progress, lint=lint)
    found = (read.deck, read.problems, read.documents, read.waived, read.notes, read.lines)
    return Checked(path, *found)


def library(known: Iterable[Document]) -> dict[str, Document]:
    """Return the sources that decks may quote by id: the known ones, and those shipped."""
    from nqpf_study.content.manifest import read_manifest

    documents = (*known, *read_manifest(paths.manifest()))
    return {document.source.id: document for document in documents}


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


def new_deck(folder: Path, title: str, *, chinese: bool = False) -> Starter:
    """Write a starter deck with its source into `folder`, for a teacher to go on from.

    It explains itself in English, or in Chinese, and is about a text in that language.

    Raises StudyError, with nothing written, where a file would be replaced or the folder can't be
    written.
    """
    from nqpf_study.content.starter import write_starter

    templates = paths.resources() / "starter"
    return write_starter(folder, title, templates / "zh-CN" if chinese else templates)


def deck_schema() -> str:
    """Return the JSON Schema of deck files, as JSON."""
    from nqpf_study.content.schema import schema_text

    return schema_text()


def save_file(out: Path, content: bytes) -> None:
    """Write what the user wants to keep: a picture, a table.

    Raises StudyError for a place that cannot be written to; what was there before is still there
    then.
    """
    from nqpf_study.exchange.whole_file import write_whole

    write_whole(out, content)


def _checked_alone(path: Path, folder: Path) -> Checked:
    try:
        file = unpacked(path, folder)
    except StudyError as error:
        return Checked(path, None, (Problem(str(path), 0, 0, "unreadable", error.what),))
    checked = read_checked(file, {}, lint=True)
    if file == path:
        return checked
    inside = str(path / file.name)
    problems = tuple(replace(problem, file=inside) for problem in checked.problems)
    waived = (replace(each, problem=replace(each.problem, file=inside)) for each in checked.waived)
    return replace(checked, path=path, problems=problems, waived=tuple(waived))


def unpacked(path: Path, folder: Path, progress: Progress = unheard) -> Path:
    """Return a deck file, that of a package unpacked into `folder`."""
    from nqpf_study.content.package_names import is_package

    if not is_package(path.name):
        return path
    from nqpf_study.content.unpacking import unpack

    return unpack(path, folder, progress=progress)
