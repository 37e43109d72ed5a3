"""Learners' data folders to try things on, and what is read back from them."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from nqpf_study.app import BACKUPS, COLLECTION, Study
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.review import Rating

RATINGS = (Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.EASY)

_LOGGED = """
    SELECT id, card_key, act, at, day, state, rating, form, hinted, duration, undoes, checksum
    FROM log
"""

DeckState = Mapping[str, tuple[str, bool]]
"""The hash of each note's content by the note's id, and whether the note is retired."""


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


def opened(home: Path, clock: Clock | None = None) -> Study:
    """Open a data folder, with dice that fall the same way each time."""
    return Study.open(home, now=clock or Clock(), random_bits=Random(7).getrandbits)


def make(home: Path, deck_file: Path, reviews: int) -> None:
    """Make a data folder that holds a deck, studied so many times over several days."""
    clock, random = Clock(), Random(5)
    with opened(home, clock) as study:
        study.import_deck(study.preview(deck_file))
        for deck, options in study.deck_options().items():
            study.set_deck_options(deck, replace(options, new_per_day=max(1, reviews // 3)))
        done = 0
        while done < reviews:
            session = study.session()
            while session.asked is not None and done < reviews:
                clock.move(seconds=7)
                session.reveal()
                session.grade(random.choice(RATINGS))
                done += 1
            clock.move(days=2)


def copy(home: Path, to: Path) -> Path:
    """Copy a data folder in which nothing is open."""
    shutil.rmtree(to, ignore_errors=True)
    if home.exists():
        shutil.copytree(home, to)
    return to


def logged(home: Path) -> dict[str, tuple[object, ...]]:
    """Return every row of the review log by its id, read past the program."""
    with closing(sqlite3.connect(home / COLLECTION)) as raw:
        rows = raw.execute(_LOGGED).fetchall()
    return {str(UUID(bytes=id_)): tuple(row) for id_, *row in rows}


def decks_of(study: Study) -> dict[str, DeckState]:
    """Return what a collection holds of each deck."""
    return {
        deck: {
            id_: (note.hash, note.retired)
            for id_, note in study.collection.stored_notes(deck).items()
        }
        for deck in study.collection.deck_ids()
    }


def unfit_backups(home: Path, folder: Path) -> list[str]:
    """Try to restore each backup beside; return those that are not whole, with the reason."""
    unfit = []
    for backup in sorted((home / BACKUPS).glob("*.db")):
        beside = folder / "restored"
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        shutil.copyfile(backup, beside / COLLECTION)
        try:
            with opened(beside) as study:
                report = study.examine()
        except StudyError as error:
            unfit.append(f"{backup.name}: {error}")
        else:
            unfit += [f"{backup.name}: {problem}" for problem in report.problems]
    return unfit
