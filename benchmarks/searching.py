"""Search as one types, beside the full-text index alone and a scan with LIKE."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from statistics import median

from benchmarks.contest import Contest, Inner
from benchmarks.importing import filled

WANTED = (("rare word", "note-77 harbour"), ("Chinese", "生产"), ("common word", "innovation"))
REPEATS = 5


def contests(folder: Path, notes: int) -> list[Contest]:
    filled(folder, notes)
    return [
        Contest(
            f"Search for {name}, {notes:,} notes",
            (
                Inner("LIKE over the same text", "searching:floor", (str(notes), words)),
                Inner("NQPF Study", "searching:ours", (str(notes), words)),
            ),
        )
        for name, words in WANTED
    ]


def floor(folder: Path, notes: str, words: str) -> float:
    """Scan the stored deck text with LIKE."""
    path = folder / "search-floor.db"
    if not path.exists():
        text = (folder / f"sample-{notes}.yaml").read_text(encoding="utf-8")
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)")
            connection.executemany(
                "INSERT INTO notes (text) VALUES (?)",
                [(part,) for part in text.split("  - id: ")[2:]],
            )
        connection.close()
    connection = sqlite3.connect(path)
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        wanted = [f"%{word}%" for word in words.split()]
        where = " AND ".join("text LIKE ?" for _ in wanted)
        connection.execute(f"SELECT id FROM notes WHERE {where}", wanted).fetchall()  # noqa: S608
        times.append(time.perf_counter() - started)
    connection.close()
    return median(times)


def ours(folder: Path, notes: str, words: str) -> float:
    """Search the collection."""
    from nqpf_study.app import Study

    times = []
    with Study.open(folder / f"home-{notes}", read_only=True) as study:
        for _ in range(REPEATS):
            started = time.perf_counter()
            study.search(words)
            times.append(time.perf_counter() - started)
    return median(times)
