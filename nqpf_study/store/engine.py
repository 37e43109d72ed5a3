"""The two ways into one SQLite file: a single connection that writes, and others that only read.

Reads never wait for a long import: in write-ahead mode each sees the collection as it last was
committed. There is one writing connection because two could meet SQLite's WAL-reset bug.

SQLAlchemy's bookkeeping for a connection and a statement costs more than SQLite's own work on a
few rows. So there is a quick way too, for the handful of statements that every answer waits for:
the driver's connection itself, with statements that are compiled once (`Quick`).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from threading import Lock
from typing import cast

from sqlalchemy import ClauseElement, Connection, Executable, create_engine, event
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.pool import QueuePool, StaticPool
from sqlalchemy.sql.compiler import SQLCompiler

from nqpf_study.store.failures import locked, told
from nqpf_study.store.failures import read_only as cannot_write

WAIT = 30
"""Seconds that a write waits for another one of this process, an import say."""

_DIALECT = dialect(paramstyle="qmark")
_READERS = 4
_SHARED = ("busy_timeout = 5000", "trusted_schema = OFF", "cell_size_check = ON")
_WRITING = (
    *_SHARED,
    "journal_mode = WAL",
    "synchronous = FULL",  # NORMAL loses acknowledged reviews in a power cut
    "foreign_keys = ON",
    "recursive_triggers = ON",  # else INSERT OR REPLACE gets past the log's triggers
)
_READING = (*_SHARED, "query_only = ON")


class Quick:
    """A statement without fixed values, compiled once and run by the driver."""

    def __init__(self, statement: Executable) -> None:
        self._statement = statement

    @cached_property
    def _compiled(self) -> tuple[str, Callable[[Mapping[str, object]], tuple[object, ...]]]:
        """Return the SQL, and what puts values into its order: the driver is slow with names."""
        compiled = cast("ClauseElement", self._statement).compile(dialect=_DIALECT)
        names = cast("SQLCompiler", compiled).positiontup or []
        if len(names) < 2:  # of which itemgetter would make no tuple
            return str(compiled), lambda values: tuple(values[name] for name in names)
        return str(compiled), itemgetter(*names)

    def run(self, connection: sqlite3.Connection, values: Mapping[str, object]) -> sqlite3.Cursor:
        """Run it with values by name; rows come as plain tuples, truth values as 0 and 1."""
        sql, ordered = self._compiled
        return connection.execute(sql, ordered(values))

    def run_for_all(
        self, connection: sqlite3.Connection, rows: Iterable[Mapping[str, object]]
    ) -> None:
        """Run it once for each row."""
        sql, ordered = self._compiled
        connection.executemany(sql, map(ordered, rows))


class Database:
    """A SQLite file, open for reading and, if asked for, for writing. Usable from any thread.

    Raises StudyError where the file cannot be opened or written to, as its methods do.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path.absolute()
        self.read_only = read_only
        still = read_only and _lies_still(self.path)
        self.reading_uri = f"{self.path.as_uri()}?{'immutable=1' if still else 'mode=ro'}"
        self.changes = 0  # how often more was written than `quick_write` does
        self._turn_to_write = Lock()
        self._turn_to_peek = Lock()
        with told(self.path), ExitStack() as opened:
            if not read_only:
                writing = _connect(f"{self.path.as_uri()}?mode=rw", _WRITING)
                self._writing = opened.enter_context(closing(writing))
                self._writer = create_engine(
                    "sqlite://", creator=lambda: writing, poolclass=StaticPool
                )
                event.listen(self._writer, "begin", _begin_immediate)
                opened.callback(self._writer.dispose)
            self._peeking = opened.enter_context(closing(_connect(self.reading_uri, _READING)))
            self._reader = create_engine(
                "sqlite://",
                creator=lambda: _connect(self.reading_uri, _READING),
                poolclass=QueuePool,
                pool_size=_READERS,
                max_overflow=0,
                pool_timeout=WAIT,
            )
            opened.callback(self._reader.dispose)
            self._opened = opened.pop_all()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Begin a transaction: committed, durably, at the end; undone where anything is raised."""
        with self._writers_turn():
            with self._writer.begin() as connection:
                yield connection
            self.changes += 1

    @contextmanager
    def quick_write(self) -> Iterator[sqlite3.Connection]:
        """Begin a transaction as `write` does, for `Quick` statements."""
        with self._writers_turn():
            self._writing.execute("BEGIN IMMEDIATE")
            try:
                yield self._writing
                self._writing.execute("COMMIT")
            except BaseException:
                self._writing.rollback()
                raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection for one reading statement, or several that need not agree."""
        with told(self.path), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Give a connection whose reading statements all see the same state."""
        with self.read() as connection:
            connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def quick_read(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for `Quick` statements that read a row or two."""
        with told(self.path), self._turn_to_peek:
            yield self._peeking

    def fold(self) -> None:
        """Bring all of the write-ahead log into the file: for one that is to be moved.

        Closing does so too, but says nothing where the disk is too full for it.
        """
        with self._writers_turn():
            (busy, *_) = self._writing.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise locked(self.path)

    def close(self) -> None:
        """Let the file go. The writer goes last: it folds the write-ahead log into the file."""
        with told(self.path):
            self._opened.close()

    @contextmanager
    def _writers_turn(self) -> Iterator[None]:
        if self.read_only:
            raise cannot_write(self.path)
        if not self._turn_to_write.acquire(timeout=WAIT):
            raise locked(self.path)
        try:
            with told(self.path):
                yield
        finally:
            self._turn_to_write.release()


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """Return the driver's connection under one of SQLAlchemy's."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)


def _lies_still(path: Path) -> bool:
    """Tell whether nobody can write to a collection, so that SQLite needs no file beside it."""
    wal = path.with_name(path.name + "-wal")
    as_we_are = os.access in os.supports_effective_ids
    writable = os.access(path.parent, os.W_OK, effective_ids=as_we_are)
    return not writable and not wal.exists()


def _connect(uri: str, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
