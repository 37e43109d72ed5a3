"""Deck packages from elsewhere: read within bounds, refused as a whole, unpacked as a whole."""

from __future__ import annotations

import hashlib
import io
import shutil
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nqpf_study.content.files import read_bytes
from nqpf_study.content.package_names import is_deck_file, why_not
from nqpf_study.content.problems import Problems, shortened
from nqpf_study.domain.errors import Progress, StudyError, unheard
from nqpf_study.domain.phrase import phrase

_END = b"PK\x05\x06"
_END_SIZE = 22
_LARGE_END = b"PK\x06\x07"
_ENTRY_SIZE = 512
"""More bytes than an entry of the directory takes whose name is one that is allowed."""

_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CHUNK = 2**16
_BY_THE_WAY = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What file managers add to the ZIP files that they make."""

_NOTHING_UNPACKED = phrase("Nothing was unpacked.")
_DAMAGED = phrase("it is damaged, or no ZIP file")


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a package may be: its own bytes, those unpacked, and how many files it holds."""

    package: int = 64 * 2**20
    unpacked: int = 160 * 2**20
    files: int = 500


def unpack(
    package: Path, folder: Path, limits: Limits | None = None, progress: Progress = unheard
) -> Path:
    """Unpack a deck package into a folder of its own in `folder`; return its deck file's path.

    All of it is read and checked before anything is written. The same package goes to the same
    place; what stands in `folder` already is never written over. Raises StudyError for whatever
    can't be opened or written, with nothing left behind.
    """
    files = read_package(package, limits or Limits(), progress)
    deck = next(name for name in files if is_deck_file(name))
    try:
        return _put(files, folder, _own_name(deck, files)) / deck
    except OSError as error:
        raise StudyError(
            phrase(
                "{name} can't be unpacked: {strerror}.",
                name=package.name,
                strerror=error.strerror or error,
            ),
            safe=_NOTHING_UNPACKED,
            mend=phrase("See whether there is room in {folder}.", folder=folder),
        ) from error


def read_package(package: Path, limits: Limits, progress: Progress = unheard) -> dict[str, bytes]:
    """Return the files of a package by name: one deck file, and texts. Raises StudyError."""
    problems = Problems(str(package))
    data = read_bytes(package, limits.package, problems)
    if data is None:
        why = problems.sorted()[0].message
        raise StudyError(phrase("{name} can't be opened: {why}.", name=package.name, why=why))
    try:
        return _files(data, limits, progress)
    except _Refused as refused:
        why = refused.why
    except (
        *(zipfile.BadZipFile, zlib.error, struct.error),
        *(EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError),
    ):
        why = _DAMAGED
    raise StudyError(
        phrase("{name} can't be opened: {why}.", name=package.name, why=why),
        safe=_NOTHING_UNPACKED,
        mend="Ask whoever made it to pack it again.",
    )


class _Refused(Exception):  # noqa: N818 - told as a StudyError
    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def _files(data: bytes, limits: Limits, progress: Progress) -> dict[str, bytes]:
    too_many = phrase("it has more than {n} files", n=limits.files)
    if _directory_size(data) > limits.files * _ENTRY_SIZE:
        raise _Refused(too_many)
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        entries = [entry for entry in opened.infolist() if not _is_by_the_way(entry)]
        if len(entries) > limits.files:
            raise _Refused(too_many)
        for entry in entries:
            _check(entry)
        if why := why_not(entry.filename for entry in entries):
            raise _Refused(why)
        decks = sum(is_deck_file(entry.filename) for entry in entries)
        if decks != 1:
            raise _Refused(
                phrase("it holds {n} deck files", n=decks)
                if decks
                else phrase("there is no deck file in it")
            )
        files: dict[str, bytes] = {}
        left = limits.unpacked
        for done, entry in enumerate(entries):
            progress(done, len(entries), "Unpacking")
            files[entry.filename] = _read(opened, entry, left, limits)
            left -= len(files[entry.filename])
    return files


def _directory_size(data: bytes) -> int:
    """Return how long the archive's directory says to be, before all of it is made objects of."""
    at = data.rfind(_END, -(_END_SIZE + 0xFFFF))
    if at < 0 or len(data) < at + _END_SIZE:
        raise _Refused(_DAMAGED)
    if data[max(0, at - 20) : at].startswith(_LARGE_END):  # a second directory, for larger files
        raise _Refused(_DAMAGED)
    (size,) = struct.unpack_from("<L", data, at + 12)
    return int(size)


def _is_by_the_way(entry: zipfile.ZipInfo) -> bool:
    parts = entry.filename.split("/")
    return entry.is_dir() or parts[0] in _BY_THE_WAY or parts[-1] in _BY_THE_WAY


def _check(entry: zipfile.ZipInfo) -> None:
    name = shortened(entry.filename)
    if {"\0", "\\"} & set(entry.orig_filename):  # zipfile may have mended its own copy
        raise _Refused(phrase("“{name}” is no name that every system takes", name=name))
    if entry.flag_bits & _ENCRYPTED:
        raise _Refused(phrase("“{name}” is locked with a password", name=name))
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
        raise _Refused(phrase("“{name}” is a link, not a file", name=name))
    if entry.compress_type not in _METHODS:
        raise _Refused(_DAMAGED)


def _read(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, limits: Limits) -> bytes:
    """Return a file's bytes; what its entry says of its size is not believed."""
    chunks: list[bytes] = []
    with opened.open(entry) as file:
        while chunk := file.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise _Refused(phrase("it is larger than {n} MB", n=limits.unpacked // 2**20))
            chunks.append(chunk)
    return b"".join(chunks)


def _own_name(deck: str, files: Mapping[str, bytes]) -> str:
    """Return a folder's name that tells the deck and, by a checksum, the edition."""
    sums = hashlib.sha256()
    for name in sorted(files):
        sums.update(f"{name}\0{len(files[name])}\0".encode())
        sums.update(files[name])
    return f"{PurePosixPath(deck).name.split('.')[0] or 'deck'}-{sums.hexdigest()[:12]}"


def _put(files: Mapping[str, bytes], folder: Path, name: str) -> Path:
    """Write files into a new folder called `name`, all of them or none; return its path.

    Where it is there with these very files it is taken as it is; where they were changed, the next
    free name is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    place, number = folder / name, 1
    while place.exists():
        if _holds(place, files):
            return place
        number += 1
        place = folder / f"{name}-{number}"
    part = Path(tempfile.mkdtemp(dir=folder, prefix=".part-"))
    try:
        for inner, content in files.items():
            path = part / inner
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        part.rename(place)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return place


def _holds(place: Path, files: Mapping[str, bytes]) -> bool:
    found = {path.relative_to(place).as_posix(): path for path in place.rglob("*")}
    inner = {name: path for name, path in found.items() if path.is_file()}
    return inner.keys() == files.keys() and all(
        path.read_bytes() == files[name] for name, path in inner.items()
    )
