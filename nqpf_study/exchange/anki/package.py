"""Writing an Anki package: a SQLite collection in a zip, whole or not at all."""

from __future__ import annotations

import itertools
import os
import sqlite3
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import genanki

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase

_COLLECTION = "collection.anki2"
_PIECE = 1 << 20
_BATCH = 2_000
_LEVEL = 4  # half the time of the usual 6 for a file 4 % larger


def write_package(
    out: Path,
    decks: Sequence[genanki.Deck],
    notes: Iterable[tuple[int, genanki.Note]],
    newest: datetime,
    packing: Callable[[], None],
) -> int:
    """Write `notes`, each with the number of its deck, to the package `out`; return how many.

    A file that was there is replaced once the new one is whole. The same input makes the same
    bytes: `newest`, the time of the last change in it, dates the package. `packing` is called
    while the package is compressed; if it or `notes` raises, nothing is left behind. Raises
    StudyError where the file cannot be written.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="nqpf-study-") as folder:
            collection = Path(folder) / _COLLECTION
            written = _fill(collection, decks, notes, newest.timestamp())
            with _replaced(out) as file:
                _pack(collection, file, packing)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StudyError(
            phrase("“{out}” could not be written: {reason}.", out=out, reason=reason),
            safe="Nothing was changed.",
            mend="Choose a folder that you may write to and that has space left.",
        ) from error
    return written


def _fill(
    collection: Path,
    decks: Sequence[genanki.Deck],
    notes: Iterable[tuple[int, genanki.Note]],
    timestamp: float,
) -> int:
    written = 0
    with closing(sqlite3.connect(collection)) as connection:
        # A half-written collection is thrown away with its folder.
        connection.executescript(
            "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"
        )
        ids = itertools.count(int(timestamp * 1000))
        genanki.Package(decks).write_to_db(connection.cursor(), timestamp, ids)
        _drop_indexes(connection)
        rows = _Rows(connection)
        for deck_number, note in notes:
            note.write_to_db(rows, timestamp, deck_number, ids)
            written += 1
        rows.flush()
        connection.commit()
    return written


def _drop_indexes(connection: sqlite3.Connection) -> None:
    """Spare the file a quarter of its size: Anki reads each table through, once."""
    indexes = connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'").fetchall()
    for (name,) in indexes:
        connection.execute(f'DROP INDEX "{name}"')


class _Rows:
    """Takes genanki's inserts for a cursor's, and makes them table by table, many at a time.

    That is quicker, and rows of a kind side by side are compressed better.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._waiting: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)
        self.lastrowid: object = None

    def execute(self, insert: str, row: tuple[object, ...]) -> None:
        """Take a row whose first value is its id."""
        self._waiting[insert].append(row)
        self.lastrowid = row[0]
        if len(self._waiting[insert]) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Make the inserts that wait."""
        for insert, rows in self._waiting.items():
            self._connection.executemany(insert, rows)
        self._waiting.clear()


def _pack(collection: Path, file: BinaryIO, packing: Callable[[], None]) -> None:
    # Members opened by name are dated 1980, whenever they are written.
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as package:
        with collection.open("rb") as stored, package.open(_COLLECTION, "w") as packed:
            while piece := stored.read(_PIECE):
                packing()
                packed.write(piece)
        with package.open("media", "w") as media:
            media.write(b"{}")


@contextmanager
def _replaced(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write, which takes the place of `path` once it is durably complete."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        if os.name == "posix":
            _sync_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
