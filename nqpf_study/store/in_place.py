"""Putting a finished file in its place so that a power cut leaves the old one or the new one."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def put_in_place(made: Path, place: Path) -> None:
    """Replace `place` by `made`, which lies in the same folder, durably. Raises OSError."""
    _sync(made, os.O_RDWR)
    made.replace(place)
    if sys.platform != "win32":  # which cannot open a folder, and need not
        _sync(place.parent, os.O_RDONLY)


def remove_with_companions(path: Path) -> None:
    """Remove a SQLite file, if it is there, and what SQLite may have left beside it."""
    for file in (path, *companions(path)):
        file.unlink(missing_ok=True)


def companions(path: Path) -> tuple[Path, ...]:
    """Return the files that SQLite may keep beside a file: they must never outlive it."""
    return tuple(path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", "-journal"))


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
