"""The composition root: the one place where the parts are joined.

The window and the command line use a `Study` and nothing below it. Heavy parts (SQLAlchemy, the
YAML parser, genanki) are imported by the first call that needs them, so that a window can be
painted before.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

from nqpf_study.app.base import BACKUPS, COLLECTION, PACKAGES, utc_now, zone_named
from nqpf_study.app.deck_files import (
    Checked,
    check_without_collection,
    cover,
    deck_schema,
    decks_at,
    new_deck,
    pack_deck,
    read_checked,
    save_file,
)
from nqpf_study.app.decks import Decks, Preview
from nqpf_study.app.paper import Paper, save_sheet
from nqpf_study.app.plans import Plans
from nqpf_study.app.quizzes import Quizzes
from nqpf_study.app.safekeeping import Safekeeping, restore

__all__ = [
    "BACKUPS",
    "COLLECTION",
    "PACKAGES",
    "Checked",
    "Preview",
    "Study",
    "check_without_collection",
    "cover",
    "deck_schema",
    "decks_at",
    "new_deck",
    "pack_deck",
    "read_checked",
    "restore",
    "save_file",
    "save_sheet",
    "utc_now",
    "zone_named",
]


class Study(Decks, Quizzes, Paper, Plans, Safekeeping):
    """A learner's collection with all that can be done with it. Its methods may run in a worker."""

    @classmethod
    def open(
        cls,
        home: Path,
        *,
        read_only: bool = False,
        now: Callable[[], datetime] = utc_now,
        random_bits: Callable[[int], int] = secrets.randbits,
    ) -> Self:
        """Open the collection in `home`, made where there is none.

        Raises StudyError where the folder is locked, read-only, full, damaged or newer than the
        program; nothing was changed then.
        """
        from nqpf_study.store.collection import Collection

        collection = Collection.open(
            home / COLLECTION, backups=home / BACKUPS, now=now, read_only=read_only
        )
        return cls(home, collection, now, random_bits)

    def close(self) -> None:
        """Let the collection go."""
        self.collection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
