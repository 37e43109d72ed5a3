"""Making a collection, and making sure that a file is one before anything touches it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import insert, select

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase
from nqpf_study.store.engine import Database
from nqpf_study.store.failures import RESTORE, damaged, told
from nqpf_study.store.in_place import put_in_place, remove_with_companions
from nqpf_study.store.tables import APPLICATION_ID, VERSION, metadata, version

_FOUND = select(version.c.version_num)
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_APPLICATION_ID_AT = 68


def check_file(path: Path) -> None:
    """Look at a file's header. Raises StudyError where it is empty, foreign, or damaged there."""
    with told(path), path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        raise StudyError(
            phrase("The collection {path} is an empty file.", path=path),
            safe="Nothing was written to it.",
            mend=phrase("{restore} Or delete it to begin anew.", restore=RESTORE),
        )
    application = int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4])
    if not header.startswith(_MAGIC) or application != APPLICATION_ID:
        raise StudyError(
            phrase("{path} is not a collection of this program, or it is damaged.", path=path),
            safe="Nothing was written to it.",
            mend=phrase("Choose another data folder with --home. {restore}", restore=RESTORE),
        )


def create(path: Path) -> None:
    """Make an empty collection: beside its place first, so that a half-made one never stands in it.

    Raises StudyError where the folder can't be written to, and where the disk is full.
    """
    begun = path.with_name(path.name + ".new")
    with told(path):
        remove_with_companions(begun)
        with closing(sqlite3.connect(begun)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        with closing(Database(begun)) as database:
            with database.write() as connection:
                metadata.create_all(connection, checkfirst=False)
                connection.execute(insert(version).values(version_num=VERSION))
            database.fold()
        put_in_place(begun, path)


def bring_up_to_date(database: Database, backups: Path, now: Callable[[], datetime]) -> None:
    """Migrate a collection that an older program made, after a backup.

    Raises StudyError where a newer program made it, or where it is older and only to be read.
    """
    if known_version(database) == VERSION:
        return
    if database.read_only:
        raise StudyError(
            phrase(
                "The collection {path} was made by an older version of the program.",
                path=database.path,
            ),
            safe="Nothing was changed.",
            mend="Open it once where it can be written to.",
        )
    from nqpf_study.store.backup import copy_checked  # noqa: PLC0415 - rare: not in every start
    from nqpf_study.store.migrations.upgrade import upgrade  # noqa: PLC0415 - Alembic is slow

    copy_checked(database, backups, "migration", now())
    upgrade(database)


def known_version(database: Database) -> str:
    """Return the version of a collection's schema.

    Raises StudyError where a newer program made it, or where it is damaged.
    """
    with database.read() as connection:
        found = connection.execute(_FOUND).scalars().all()
    if len(found) != 1 or not found[0].isdecimal():
        raise damaged(database.path)
    if found[0] > VERSION:
        raise StudyError(
            phrase(
                "The collection {path} was made by a newer version of the program.",
                path=database.path,
            ),
            safe="Nothing was changed.",
            mend="Install the newest version.",
        )
    return str(found[0])
