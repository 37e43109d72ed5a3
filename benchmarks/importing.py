"""A deck file into the collection, beside parse events alone and a plain sqlite3 load."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from shutil import rmtree

from benchmarks.contest import Contest, Inner
from benchmarks.sample import write_deck


def contests(folder: Path, notes: int) -> list[Contest]:
    write_deck(folder, notes)
    write_deck(folder, notes, changed=notes // 2)
    filled(folder, notes)
    count = (str(notes),)
    return [
        Contest(
            f"Import of {notes:,} notes, checked, committed, searchable",
            (
                Inner("parse events + sqlite3", "importing:floor", count),
                Inner("NQPF Study", "importing:ours", count),
            ),
            "linear in the notes; 1.1 of the time of Anki's unchecked CSV import",
        ),
        Contest(
            f"Import again after one of {notes:,} notes changed",
            (
                Inner("first import", "importing:ours", count),
                Inner("NQPF Study", "importing:again", count),
            ),
            "0.5 of the first import",
        ),
    ]


def filled(folder: Path, notes: int) -> Path:
    """Return a data folder with the sample and the shipped decks, made where it is not there."""
    from nqpf_study.app import Study

    home = folder / f"home-{notes}"
    if not home.exists():
        with Study.open(home) as study:
            study.load_curated()
            study.import_deck(study.preview(write_deck(folder, notes)))
    return home


def floor(folder: Path, notes: str) -> float:
    """Read the file's parse events and load as many rows into plain sqlite3, in one transaction."""
    import yaml

    rows = [(f"note-{number}", "basic", "text " * 30, number) for number in range(int(notes))]
    path = folder / "floor.db"
    path.unlink(missing_ok=True)
    started = time.perf_counter()
    text = (folder / f"sample-{notes}.yaml").read_text(encoding="utf-8")
    for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
        pass
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE notes (id TEXT PRIMARY KEY, kind TEXT, fields TEXT, place INTEGER);"
            "CREATE TABLE cards (id INTEGER PRIMARY KEY, note TEXT, name TEXT, due INTEGER);"
        )
        connection.executemany("INSERT INTO notes VALUES (?, ?, ?, ?)", rows)
        connection.executemany(
            "INSERT INTO cards (note, name, due) VALUES (?, 'answer', NULL)",
            [(row[0],) for row in rows],
        )
    connection.close()
    return time.perf_counter() - started


def ours(folder: Path, notes: str) -> float:
    """Preview and import the sample deck into a new collection."""
    from nqpf_study.app import Study

    home = folder / "import-home"
    rmtree(home, ignore_errors=True)
    with Study.open(home) as study:
        started = time.perf_counter()
        study.import_deck(study.preview(folder / f"sample-{notes}.yaml"))
        return time.perf_counter() - started


def again(folder: Path, notes: str) -> float:
    """Import the edited sample into a collection that holds the first one."""
    from nqpf_study.app import Study

    home = folder / "import-home"
    rmtree(home, ignore_errors=True)
    with Study.open(home) as study:
        study.import_deck(study.preview(folder / f"sample-{notes}.yaml"))
        started = time.perf_counter()
        study.import_deck(study.preview(folder / f"sample-{notes}-edited.yaml"))
        return time.perf_counter() - started
