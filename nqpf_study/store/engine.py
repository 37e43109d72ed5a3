"""The two ways into one SQLite file: a single connection that writes, and others that only read.

Reads never wait for a long import: in write-ahead mode each sees the collection as it last was
committed. There is one writing connection because two could meet SQLite's WAL-reset bug.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from nqpf_study.store.failures import read_only as cannot_write
from nqpf_study.store.failures import told

WAIT = 30
"""Seconds that a write waits for another one of this process, an import say."""

_READERS = 4
_SHARED = ("foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON")
_WRITING = (
    "journal_mode = WAL",
    "synchronous = FULL",  # NORMAL loses acknowledged reviews in a power cut
    "recursive_triggers = ON",  # else INSERT OR REPLACE gets past the log's triggers
    *_SHARED,
)
_READING = ("query_only = ON", *_SHARED)


class Database:
    """A SQLite file, open for reading and, if asked for, for writing. Usable from any thread."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path.absolute()
        still = read_only and _lies_still(self.path)
        self.reading_uri = f"{self.path.as_uri()}?{'immutable=1' if still else 'mode=ro'}"
        self._reader = _engine(self.reading_uri, _READING, _READERS)
        self._writer = None if read_only else _engine(f"{self.path.as_uri()}?mode=rw", _WRITING, 1)
        if self._writer is not None:
            event.listen(self._writer, "begin", _begin_immediate)

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be written."""
        return self._writer is None

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Begin a transaction: committed, durably, at the end; undone where anything is raised."""
        if self._writer is None:
            raise cannot_write(self.path)
        with told(self.path), self._writer.begin() as connection:
            yield connection

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

    def close(self) -> None:
        """Let the file go. The writer goes last: it folds the write-ahead log into the file."""
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()


def _lies_still(path: Path) -> bool:
    """Tell whether nobody can write to a collection, so that SQLite needs no file beside it."""
    wal = path.with_name(path.name + "-wal")
    return not os.access(path.parent, os.W_OK) and not wal.exists()


def _engine(uri: str, pragmas: tuple[str, ...], connections: int) -> Engine:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)

    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=WAIT,
    )

    def configure(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        for pragma in ("busy_timeout = 5000", *pragmas):
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", configure)
    return engine


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
