"""A deck with the texts that it brings, packed into one file to share."""

from __future__ import annotations

import io
import posixpath
import stat
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nqpf_study.content.deck_file import read_deck
from nqpf_study.content.files import LARGEST_DECK, LARGEST_SOURCE, read_bytes
from nqpf_study.content.package_names import ENDING, is_deck_file, why_not
from nqpf_study.content.problems import Problems
from nqpf_study.content.unpacking import Limits
from nqpf_study.domain.deck import Deck
from nqpf_study.domain.errors import BadInput, Problem, Progress, StudyError, unheard
from nqpf_study.domain.phrase import Phrase, phrase
from nqpf_study.domain.source import Document

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a package: the earliest that the form knows."""

_UNIX = 3
_NOT_PACKED = phrase("Nothing was packed.")


@dataclass(frozen=True, slots=True)
class Packed:
    """A package before it is written: its deck, the names in it, its bytes; and the warnings."""

    deck: Deck
    names: tuple[str, ...]
    content: bytes
    problems: tuple[Problem, ...]


def package_name(deck_file: Path) -> str:
    """Return what the package of a deck file is called where nobody says otherwise."""
    stem = deck_file.name.removesuffix(deck_file.suffix)
    return stem.removesuffix(".nqpf") + ENDING


def pack(
    deck_file: Path,
    library: Mapping[str, Document],
    progress: Progress = unheard,
    limits: Limits | None = None,
) -> Packed:
    """Pack a deck file and the texts of its own sources; the same files give the same bytes.

    What the deck quotes besides must be in `library` (by id), which every learner has. Raises
    BadInput where the deck has errors, StudyError where a text is missing or the package would be
    one that nobody can open.
    """
    if not is_deck_file(deck_file.name):
        raise StudyError(
            phrase("{name} is no deck file.", name=deck_file.name),
            safe=_NOT_PACKED,
            mend="The names of deck files end in .yaml.",
        )
    read = read_deck(deck_file, library, progress)
    if read.deck is None:
        raise BadInput(
            phrase("{name} has errors. Nothing was packed.", name=deck_file.name), read.problems
        )
    named = sorted({source.file for source in read.deck.sources})
    files = {deck_file.name: _bytes(deck_file, LARGEST_DECK)}
    for name in named:
        files[posixpath.normpath(name)] = _bytes(deck_file.parent / name, LARGEST_SOURCE)
    _check(deck_file, files, limits or Limits())
    return Packed(read.deck, tuple(sorted(files)), _zipped(files), read.problems)


def _bytes(path: Path, largest: int) -> bytes:
    problems = Problems(str(path))
    data = read_bytes(path, largest, problems)
    if data is None:
        raise BadInput(
            phrase("{name} can't be packed.", name=path.name),
            problems.sorted(),
            mend=phrase("Put {name} where the deck names it, and pack it again.", name=path.name),
        )
    return data


def _check(deck_file: Path, files: Mapping[str, bytes], limits: Limits) -> None:
    """Refuse to make what `unpack` would refuse to open."""
    size = sum(map(len, files.values()))
    why: Phrase | None = why_not(files)
    if why is None and sum(map(is_deck_file, files)) > 1:
        why = phrase("one of its sources is called like a deck file")
    if why is None and len(files) > limits.files:
        why = phrase("it has more than {n} files", n=limits.files)
    if why is None and size > limits.unpacked:
        why = phrase("it is larger than {n} MB", n=limits.unpacked // 2**20)
    if why is not None:
        raise StudyError(
            phrase("{name} can't be packed: {why}.", name=deck_file.name, why=why),
            safe=_NOT_PACKED,
        )


def _zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX  # Python would put this machine's
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            package.writestr(entry, files[name], zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()
