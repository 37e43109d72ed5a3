"""What SQLite and the file system say when they fail, put into words for the learner."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase

SAVED = phrase("What was saved before is safe.")
RESTORE = phrase("Restore a backup; on the command line: nqpf-study restore.")

_DAMAGE = ("Could not decode to UTF-8", "malformed JSON")  # in words of their own, not by a code
_CODE = 0xFF  # SQLite's extended result codes keep the primary one in the low byte


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the database and the system raise about `path` into a StudyError."""
    try:
        yield
    except DBAPIError as error:
        raise study_error(error.orig or error, path) from error
    except (sqlite3.Error, PoolTimeout, OSError) as error:
        raise study_error(error, path) from error
    except ValueError as error:  # text that is no UTF-8, JSON that is none, a state out of range
        raise damaged(path) from error


def study_error(error: BaseException, path: Path) -> StudyError:
    """Say what an error of SQLite, the connection pool or the system means for the learner."""
    if isinstance(error, OSError):
        said, meant = error.strerror or str(error), _SYSTEM.get(error.errno or 0)
    elif str(error).startswith(_DAMAGE):
        said, meant = str(error), damaged
    else:
        code = getattr(error, "sqlite_errorcode", 0)
        said, meant = str(error), _SQLITE.get(code) or _SQLITE.get(code & _CODE)
    if isinstance(error, PoolTimeout):
        meant = locked
    if meant is not None:
        return meant(path)
    return StudyError(
        phrase("{path} could not be used: {said}.", path=path, said=said),
        safe=SAVED,
        mend="Check the disk and the data folder, then try again.",
    )


def locked(path: Path) -> StudyError:
    """Say that another process uses the collection."""
    return StudyError(
        phrase("The collection {path} is in use by another window or program.", path=path),
        safe="Nothing was changed.",
        mend="Close the other one, then try again.",
    )


def read_only(path: Path) -> StudyError:
    """Say that the collection may not be written to."""
    return StudyError(
        phrase("{path} cannot be written to.", path=path),
        safe=SAVED,
        mend="Allow writing to its folder, or choose another data folder with --home.",
    )


def full(path: Path) -> StudyError:
    """Say that the disk is full."""
    return StudyError(
        phrase("The disk that holds {path} is full.", path=path),
        safe=SAVED,
        mend="Free some space, then go on.",
    )


def damaged(path: Path) -> StudyError:
    """Say that the file is broken."""
    return StudyError(
        phrase("The collection {path} is damaged.", path=path),
        safe="Your backups are not touched.",
        mend=RESTORE,
    )


_SQLITE: Mapping[int, Callable[[Path], StudyError]] = {
    sqlite3.SQLITE_BUSY: locked,
    sqlite3.SQLITE_LOCKED: locked,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_CANTOPEN: read_only,
    sqlite3.SQLITE_FULL: full,
    sqlite3.SQLITE_IOERR_SHMSIZE: full,  # no room for the file that readers and writers share
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
}
_SYSTEM: Mapping[int, Callable[[Path], StudyError]] = {
    errno.ENOSPC: full,
    errno.EDQUOT: full,
    errno.EACCES: read_only,
    errno.EPERM: read_only,
    errno.EROFS: read_only,
}
