"""A deck into an Anki package, beside sqlite3 and zip alone, and genanki as it comes."""

from __future__ import annotations

import sqlite3
import time
import zipfile
from pathlib import Path

from benchmarks.contest import Contest, Inner
from benchmarks.importing import filled


def contests(folder: Path, notes: int) -> list[Contest]:
    filled(folder, notes)
    count = (str(notes),)
    return [
        Contest(
            f"Export of {notes:,} notes to an Anki package",
            (
                Inner("sqlite3 + zip", "exporting:floor", count),
                Inner("genanki alone", "exporting:genanki_alone", count),
                Inner("NQPF Study", "exporting:ours", count),
            ),
            "not slower than Anki's own export, which takes 2.2 to 3.5 times the floor",
        )
    ]


def floor(folder: Path, notes: str) -> dict[str, float]:
    """Write as many rows as a package has, and zip them."""
    database, package = folder / "floor.anki2", folder / "floor.apkg"
    database.unlink(missing_ok=True)
    started = time.perf_counter()
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, guid, mid, mod, flds)")
        connection.execute("CREATE TABLE cards (id INTEGER PRIMARY KEY, nid, did, ord, mod)")
        connection.executemany(
            "INSERT INTO notes VALUES (?, ?, 1, 1, ?)",
            [(number, f"guid{number}", "text " * 40) for number in range(int(notes))],
        )
        connection.executemany(
            "INSERT INTO cards VALUES (?, ?, 1, 0, 1)", [(n, n) for n in range(int(notes))]
        )
    connection.close()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(database, "collection.anki2")
    return {"seconds": time.perf_counter() - started, "KiB": package.stat().st_size / 1024}


def genanki_alone(folder: Path, notes: str) -> dict[str, float]:
    """Let genanki write as many plain notes."""
    import genanki

    package = folder / "genanki.apkg"
    started = time.perf_counter()
    model = genanki.Model(
        1,
        "Plain",
        fields=[{"name": "Q"}, {"name": "A"}],
        templates=[{"name": "Card", "qfmt": "{{Q}}", "afmt": "{{A}}"}],
    )
    deck = genanki.Deck(2, "Plain")
    for number in range(int(notes)):
        deck.add_note(genanki.Note(model=model, fields=[f"q {number}", "text " * 40]))
    genanki.Package(deck).write_to_file(package)
    return {"seconds": time.perf_counter() - started, "KiB": package.stat().st_size / 1024}


def ours(folder: Path, notes: str) -> dict[str, float]:
    """Export the collection."""
    from nqpf_study.app import Study

    package = folder / "ours.apkg"
    with Study.open(folder / f"home-{notes}", read_only=True) as study:
        started = time.perf_counter()
        study.export_anki(package)
        seconds = time.perf_counter() - started
    return {"seconds": seconds, "KiB": package.stat().st_size / 1024}
