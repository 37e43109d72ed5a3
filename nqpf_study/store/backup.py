"""Backups: checked copies of a collection, the old ones thinned out; and putting one back."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, func, select

from nqpf_study.domain.errors import StudyError
from nqpf_study.store.collection import Collection
from nqpf_study.store.engine import Database, driver_connection
from nqpf_study.store.failures import damaged, told
from nqpf_study.store.in_place import companions, put_in_place, remove_with_companions
from nqpf_study.store.log import damaged_entries
from nqpf_study.store.opening import check_file, known_version
from nqpf_study.store.process_lock import ProcessLock
from nqpf_study.store.tables import VERSION, cards, decks, log, notes, sources

NEWEST = 10
DAILY = timedelta(days=30)

_STAMP = "%Y%m%dT%H%M%S-%f"
_NAME = re.compile(r"(\d{8}T\d{6}-\d{6})-.*\.db")


def back_up(collection: Collection, folder: Path, reason: str, at: datetime) -> Path:
    """Copy a collection to `folder`, checked; return the copy's path. Older ones are thinned out.

    All of the newest ten are kept, one a day for thirty days, and one a month before that. The
    name begins with the time, so that names sort by it. Raises StudyError where the copy cannot be
    written; the collection and the other backups are as they were.
    """
    made = copy_checked(collection.database, folder, reason, at)
    thin_out(folder, at)
    return made


def copy_checked(database: Database, folder: Path, reason: str, at: datetime) -> Path:
    """Copy a database into `folder` as one consistent state, and make sure that it is one."""
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob("*.new"):
            remove_with_companions(left)
        made = _free_place(folder, reason, at)
        begun = made.with_suffix(".new")
        with database.snapshot() as connection:
            counted = _counted(connection)
            copy_into(connection, begun)
        with closing(Database(begun, read_only=True)) as copy, copy.read() as connection:
            if not _passes(connection, "quick_check") or _counted(connection) != counted:
                raise damaged(database.path)
        put_in_place(begun, made)
    return made


def restore(collection: Path, backup: Path, backups: Path, at: datetime) -> Path | None:
    """Put a backup in the collection's place; what was there becomes a backup itself.

    Return that backup's path, None where there was no collection. Raises StudyError where the
    backup is damaged, newer than the program or no collection, and where the collection is open
    somewhere; the collection is as it was then.
    """
    collection = collection.absolute()
    check_file(backup)
    lock = ProcessLock.take(collection)
    try:
        restored = collection.with_name(collection.name + ".restored")
        with told(collection):
            remove_with_companions(restored)
            with closing(Database(backup, read_only=True)) as database:
                _verify(database)
                with database.read() as connection:
                    copy_into(connection, restored)
            kept = _set_aside(collection, backups, at) if collection.exists() else None
            for companion in companions(collection):
                companion.unlink(missing_ok=True)
            put_in_place(restored, collection)
    finally:
        lock.release()
    return kept


def thin_out(folder: Path, at: datetime) -> None:
    """Remove the backups that are one too many. Files of other names are left alone."""
    made = {path: stamp for path in folder.glob("*.db") if (stamp := _stamp(path.name))}
    wanted = worth_keeping(made.values(), at)
    with told(folder):
        for path, stamp in made.items():
            if stamp not in wanted:
                path.unlink(missing_ok=True)


def worth_keeping(made: Iterable[datetime], at: datetime) -> set[datetime]:
    """Return which of the backups made at these times stay: for each span, the newest one."""
    newest_first = sorted(made, reverse=True)
    kept = set(newest_first[:NEWEST])
    spans: set[tuple[int, ...]] = set()
    for stamp in newest_first:
        day = (stamp.year, stamp.month, stamp.day)
        span = day if at - stamp <= DAILY else day[:2]
        if span not in spans:
            spans.add(span)
            kept.add(stamp)
    return kept


def _stamp(name: str) -> datetime | None:
    """Return when a backup was made, None for a file that is none of ours."""
    found = _NAME.fullmatch(name)
    try:
        return datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def _free_place(folder: Path, reason: str, at: datetime) -> Path:
    word = re.sub(r"[^a-z0-9]+", "-", reason.lower()).strip("-") or "asked"
    at = at.astimezone(UTC)
    while list(folder.glob(f"{at:{_STAMP}}-*")):
        at += timedelta(microseconds=1)
    return folder / f"{at:{_STAMP}}-{word}.db"


def copy_into(connection: Connection, path: Path) -> None:
    """Copy what a connection sees into a file that needs no other beside it."""
    with closing(sqlite3.connect(path)) as target:
        driver_connection(connection).backup(target)
        target.execute("PRAGMA journal_mode = DELETE")


def _counted(connection: Connection) -> list[int]:
    return [
        connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in (decks, notes, cards, log, sources)
    ]


def _passes(connection: Connection, check: str) -> bool:
    said = connection.exec_driver_sql(f"PRAGMA {check}").scalars().all()
    return said == ["ok"]


def _verify(database: Database) -> None:
    """Raise StudyError unless a database is whole, of a known version, and its log as written."""
    version = known_version(database)
    with database.snapshot() as connection:
        sound = version != VERSION or not any(damaged_entries(driver_connection(connection)))
        # Not the quick check: years may lie between the copy and now, and it looks at no index.
        if not (_passes(connection, "integrity_check") and sound):
            raise damaged(database.path)


def _set_aside(collection: Path, backups: Path, at: datetime) -> Path:
    """Make a backup of what is to be replaced; where it is damaged, keep its files as they are."""
    try:
        check_file(collection)
        with closing(Database(collection)) as database:
            return copy_checked(database, backups, "before-restore", at)
    except StudyError:
        backups.mkdir(parents=True, exist_ok=True)
        kept = _free_place(backups, "damaged", at)
        for path in (collection, *companions(collection)):
            if path.exists():
                begun = kept.with_name("damaged.new")
                shutil.copyfile(path, begun)
                put_in_place(begun, kept.with_name(kept.name + path.name[len(collection.name) :]))
        return kept
