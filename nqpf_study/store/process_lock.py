"""One process at a time writes to a collection; the system lets go of the lock if it dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Self

from nqpf_study.store.failures import locked, told


class ProcessLock:
    """A lock on a file beside a collection, held until it is released or the process ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, collection: Path) -> Self:
        """Take the lock of a collection, whose folder is made where there is none.

        Raises StudyError, at once, where it is taken, and where the folder can't be written to.
        """
        with told(collection):
            collection.parent.mkdir(parents=True, exist_ok=True)
            beside = collection.with_name(collection.name + ".lock")
            descriptor = os.open(beside, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise locked(collection) from error
        return cls(descriptor)

    def release(self) -> None:
        """Let another process have the collection."""
        os.close(self._descriptor)  # closing unlocks


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
