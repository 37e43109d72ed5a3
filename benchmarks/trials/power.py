"""Simulated power cuts: what a disk may hold of a recorded day, whatever it had not yet synced.

A learner's day (first start, import, reviews, an update of the deck with its backup, undo, close,
open, reviews) runs once. Every write, truncation, sync, rename and removal under its data folder is
recorded in order by a small preloaded library, and every acknowledged review among them. Then the
power is cut again and again, at a random place of that record. The disk then holds, for each file,
all that was written before the file's last sync, and of what came later each write either whole,
not at all, or torn: any of its sectors of 512 bytes. As each write falls for itself, later ones may
have arrived without earlier ones. Names (files made, renamed, removed) arrive in their order, as
with a journalling file system, but the last ones may be missing up to the last sync of the folder;
folders themselves are there. What processes share in memory (-shm) is gone. Not simulated: a disk
that lies about syncs, and one that spoils sectors that it did not write (see the trial of damage).
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.sample import write_deck
from benchmarks.trials import homes
from benchmarks.trials.killing import edited
from benchmarks.trials.outcome import Outcome
from nqpf_study.app import Study
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.review import Rating
from nqpf_study.store.sessions import TRACE_VARIABLE

NOTES = 300
GRADES = 120
SECTOR = 512

_HEAD = struct.Struct("<cIQI")
_RECORDER = Path(__file__).with_name("recorder.c")


class Operation(NamedTuple):
    """One thing that a process asked of the system: see recorder.c."""

    kind: str
    path: str
    offset: int
    data: bytes


@dataclass
class File:
    """A file's content: what is safe, and what was asked for since."""

    synced: bytearray = field(default_factory=bytearray)
    pending: list[Operation] = field(default_factory=list)

    def sync(self) -> None:
        for operation in self.pending:
            _apply(self.synced, operation)
        self.pending = []

    def after_cut(self, random: Random) -> bytes:
        content = bytearray(self.synced)
        for operation in self.pending:
            fate = random.random()
            if fate < 0.4 or operation.kind == "T":
                if fate < 0.7:
                    _apply(content, operation)
            elif fate < 0.7:
                _tear(content, operation, random)
        return bytes(content)


class Disk:
    """The files of a folder, by name: as the system sees them, and as the disk does."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._seen: dict[str, File] = {}
        self._kept: dict[str, dict[str, File]] = {}
        self._moves: dict[str, list[dict[str, File]]] = {}

    def take(self, operation: Operation) -> None:
        """Carry out an operation."""
        kind, path, _, data = operation
        folder = os.path.dirname(path)  # noqa: PTH120 - on every one of many operations
        if kind == "S" and path not in self._seen:
            self._kept[path] = self._names_in(path)
            self._moves[path] = []
        elif kind == "S":
            self._seen[path].sync()
        elif kind == "R":
            self._seen[data.decode()] = self._seen.pop(path)
            self._note(folder)
        elif kind == "U":
            if self._seen.pop(path, None):
                self._note(folder)
        else:
            if path not in self._seen:
                self._seen[path] = File()
                self._note(folder)
            self._seen[path].pending.append(operation)

    def after_cut(self, random: Random) -> Iterator[tuple[str, bytes]]:
        """Yield the name and the content of each file that is there when the power is back."""
        for folder, moves in self._moves.items():
            names = random.choice([self._kept.get(folder, {}), *moves])
            for path, file in names.items():
                if not path.endswith("-shm"):
                    yield path, file.after_cut(random)

    def _note(self, folder: str) -> None:
        self._moves.setdefault(folder, []).append(self._names_in(folder))

    def _names_in(self, folder: str) -> dict[str, File]:
        return {
            path: file
            for path, file in self._seen.items()
            if os.path.dirname(path) == folder  # noqa: PTH120 - as above
        }


def cutting(folder: Path, rounds: int, seed: int) -> Outcome:
    """Cut the power at random places of a recorded day."""
    outcome = Outcome("power-cuts", "no acknowledged review lost, nothing damaged")
    library = _built(folder)
    if library is None:
        outcome.skipped = "for want of a C compiler or of Linux"
        return outcome
    home, record = folder / "home", folder / "record"
    home.mkdir()
    write_deck(folder, NOTES)
    subprocess.run(
        [sys.executable, "-m", "benchmarks.trials.power", str(folder)],
        env={
            **os.environ,
            "LD_PRELOAD": str(library),
            "NQPF_RECORD": str(record),
            "NQPF_RECORD_UNDER": str(home),
            TRACE_VARIABLE: "1",
        },
        stdout=subprocess.DEVNULL,
        check=True,
    )
    operations = list(_read(record.read_bytes()))
    outcome.count("operations recorded", len(operations))
    with homes.opened(home) as study:
        last = homes.decks_of(study)["sample"]
    first = _first_import(folder)
    random = Random(seed)
    cuts = sorted(random.randint(1, len(operations)) for _ in range(rounds))
    disk, acknowledged, at = Disk(str(home)), set[str](), 0
    for cut in cuts:
        for operation in operations[at:cut]:
            if operation.kind == "A":
                acknowledged.update(
                    line.split()[1] for line in operation.data.decode().splitlines()
                )
            else:
                disk.take(operation)
        at = cut
        _write(disk, random, home)
        outcome.rounds += 1
        try:
            with homes.opened(home) as study:
                for problem in study.examine().problems:
                    outcome.fail(f"cut at {cut}: the doctor says: {problem}")
                kept = homes.decks_of(study).get("sample")
                outcome.expect(kept in (None, first, last), f"cut at {cut}: half an import")
                outcome.expect(kept or not acknowledged, f"cut at {cut}: the deck is gone")
        except StudyError as error:
            outcome.fail(f"cut at {cut}: {error}")
            continue
        lost = acknowledged - set(homes.logged(home))
        outcome.expect(not lost, f"cut at {cut}: {len(lost)} acknowledged reviews are lost")
        outcome.count("acknowledged reviews looked for", len(acknowledged))
        for unfit in homes.unfit_backups(home, folder):
            outcome.fail(f"cut at {cut}: a backup is not whole: {unfit}")
    return outcome


def a_day(folder: Path) -> None:
    """Do what is recorded."""
    home, clock = folder / "home", homes.Clock()
    deck = folder / f"sample-{NOTES}.yaml"
    with homes.opened(home, clock) as study:
        study.import_deck(study.preview(deck))
        options = study.deck_options()["sample"]
        study.set_deck_options("sample", replace(options, new_per_day=GRADES))
        _grade(study, clock, GRADES // 2)
        study.import_deck(study.preview(edited(deck)))
        _grade(study, clock, GRADES // 4)
        study.session().undo()
    with homes.opened(home, clock) as study:
        clock.move(days=3)
        _grade(study, clock, GRADES // 4)
        study.back_up()


def _grade(study: Study, clock: homes.Clock, count: int) -> None:
    session = study.session()
    for _ in range(count):
        clock.move(seconds=5)
        session.reveal()
        session.grade(Rating.EASY)


def _first_import(folder: Path) -> homes.DeckState:
    beside = folder / "first"
    with homes.opened(beside) as study:
        study.import_deck(study.preview(folder / f"sample-{NOTES}.yaml"))
        return homes.decks_of(study)["sample"]


def _built(folder: Path) -> Path | None:
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        return None
    library = folder / "recorder.so"
    command = [compiler, "-O1", "-shared", "-fPIC", "-o", str(library), str(_RECORDER), "-ldl"]
    return library if subprocess.call(command) == 0 else None


def _read(record: bytes) -> Iterator[Operation]:
    at = 0
    while at < len(record):
        kind, named, offset, length = _HEAD.unpack_from(record, at)
        at += _HEAD.size
        path, data = record[at : at + named], record[at + named : at + named + length]
        at += named + length
        yield Operation(kind.decode(), path.decode(), offset, data)


def _write(disk: Disk, random: Random, home: Path) -> None:
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    for name, content in disk.after_cut(random):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _apply(content: bytearray, operation: Operation) -> None:
    if operation.kind == "T":
        del content[operation.offset :]
        content.extend(bytes(operation.offset - len(content)))
    else:
        _put(content, operation.offset, operation.data)


def _tear(content: bytearray, operation: Operation, random: Random) -> None:
    """Write any of the sectors that an operation touches."""
    start, end = operation.offset, operation.offset + len(operation.data)
    at = start
    while at < end:
        stop = min(end, (at // SECTOR + 1) * SECTOR)
        if random.random() < 0.5:
            _put(content, at, operation.data[at - start : stop - start])
        at = stop


def _put(content: bytearray, offset: int, data: bytes) -> None:
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data


if __name__ == "__main__":
    a_day(Path(sys.argv[1]))
