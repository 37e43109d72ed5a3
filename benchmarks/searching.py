"""Search as one types, beside the full-text index alone and a scan with LIKE."""

from __future__ import annotations

import re
import sqlite3
import time
from pathlib import Path
from statistics import median

from benchmarks.contest import Contest, Inner
from benchmarks.importing import filled

WANTED = {
    "rare word": ("note-77 harbour", "{note-77} AND {harbour}"),
    "Chinese": ("生产", "{生产}"),
    "common word": ("innovation", "{innovation}"),
    "either of two words": ("note-77 or 生产", "{note-77} OR {生产}"),
    "one word without another": ("innovation -green", "{innovation} AND NOT {green}"),
    "all but a common word": ("-innovation", "NOT {innovation}"),
    "words or a filter, without others": (
        "(生产 or tag:theme-3) -(发展 or 农业)",
        "({生产} OR {[theme-3]}) AND NOT ({发展} OR {农业})",
    ),
}
"""What is searched for: as the search field has it, and with each word in braces as SQL."""

REPEATS = 5
_WORD = re.compile(r"\{(.+?)\}")


def contests(folder: Path, notes: int) -> list[Contest]:
    filled(folder, notes)
    return [
        Contest(
            f"Search for {name}, {notes:,} notes",
            (
                Inner("LIKE over the same text", "searching:floor", (str(notes), name)),
                Inner("NQPF Study", "searching:ours", (str(notes), name)),
            ),
        )
        for name in WANTED
    ]


def floor(folder: Path, notes: str, name: str) -> float:
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
    asked = WANTED[name][1]
    wanted = [f"%{word}%" for word in _WORD.findall(asked)]
    where = _WORD.sub("text LIKE ?", asked)
    for _ in range(REPEATS):
        started = time.perf_counter()
        connection.execute(f"SELECT id FROM notes WHERE {where}", wanted).fetchall()  # noqa: S608
        times.append(time.perf_counter() - started)
    connection.close()
    return median(times)


def ours(folder: Path, notes: str, name: str) -> float:
    """Search the collection."""
    from nqpf_study.app import Study

    times = []
    with Study.open(folder / f"home-{notes}", read_only=True) as study:
        for _ in range(REPEATS):
            started = time.perf_counter()
            study.search(WANTED[name][0])
            times.append(time.perf_counter() - started)
    return median(times)
