"""A grade, durable, and the next question, beside plain sqlite3 with py-fsrs."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree, rmtree
from statistics import quantiles

from benchmarks.contest import Contest, Inner
from benchmarks.importing import filled

GRADES = 300


def contests(folder: Path, notes: int) -> list[Contest]:
    filled(folder, notes)
    count = (str(notes),)
    return [
        Contest(
            f"Grade and next question, durable, {notes:,} notes",
            (
                Inner("sqlite3 + py-fsrs", "grading:floor", count),
                Inner("NQPF Study", "grading:ours", count),
            ),
            "at most 1.7",
        )
    ]


def _figures(times: list[float]) -> dict[str, float]:
    cuts = quantiles(times, n=100)
    return {"seconds": cuts[49], "p99 ms": cuts[98] * 1000}


def floor(folder: Path, notes: str) -> dict[str, float]:
    """Grade cards of a plain table, a commit each, and read the next one."""
    from fsrs import Card, Rating, Scheduler

    path = folder / "grade-floor.db"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE cards (id INTEGER PRIMARY KEY, fields TEXT, s REAL, d REAL, due TEXT);"
        "CREATE TABLE log (id INTEGER PRIMARY KEY, card INTEGER, rating INTEGER, at TEXT);"
        "BEGIN"
    )
    connection.executemany("INSERT INTO cards (fields) VALUES (?)", [("text " * 30,)] * int(notes))
    connection.execute("COMMIT")
    scheduler = Scheduler(enable_fuzzing=False)
    times = []
    for number in range(1, GRADES + 1):
        started = time.perf_counter()
        connection.execute("SELECT * FROM cards WHERE id = ?", (number,)).fetchone()
        card, _ = scheduler.review_card(Card(card_id=number), Rating.Good)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE cards SET s = ?, d = ?, due = ? WHERE id = ?",
            (card.stability, card.difficulty, card.due.isoformat(), number),
        )
        connection.execute(
            "INSERT INTO log (card, rating, at) VALUES (?, 3, ?)",
            (number, datetime.now(UTC).isoformat()),
        )
        connection.execute("COMMIT")
        times.append(time.perf_counter() - started)
    connection.close()
    return _figures(times)


def ours(folder: Path, notes: str) -> dict[str, float]:
    """Reveal and grade in a session, again and again."""
    from nqpf_study.app import Study
    from nqpf_study.domain.review import Rating

    home = folder / "grade-home"
    rmtree(home, ignore_errors=True)
    copytree(folder / f"home-{notes}", home)
    times = []
    with Study.open(home) as study:
        options = study.deck_options()["sample"]
        study.set_deck_options("sample", replace(options, new_per_day=GRADES * 2))
        session = study.session()
        for _ in range(GRADES):
            session.reveal()
            started = time.perf_counter()
            session.grade(Rating.EASY)
            times.append(time.perf_counter() - started)
    return _figures(times)
