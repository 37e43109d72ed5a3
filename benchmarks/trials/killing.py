"""`kill -9` at a random moment of an import, a migration, a review; then everything is looked at.

Imports and migrations run in a process that was forked off, so that hundreds of them don't wait
for Python to start; everything that touches the disk, from taking the lock on, happens in it. The
moments are spread evenly over what the work takes undisturbed; those that come too late don't
count. Reviews are those of the command line: `nqpf-study study`, killed right after it said that
a review is saved, while it is at the next one.
"""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.sample import write_deck
from benchmarks.trials import homes
from benchmarks.trials.outcome import Outcome
from nqpf_study.app import COLLECTION, Study
from nqpf_study.domain.errors import StudyError
from nqpf_study.store.engine import Database
from nqpf_study.store.migrations.upgrade import upgrade
from nqpf_study.store.tables import APPLICATION_ID

NOTES = 600
REVIEWS = 200
FIRST_STARTS = 4
"""Every so many of the imports are those of a first start."""

_SUMMED = """
    SELECT log.id, decks.id, notes.id, cards.name, act, log.at, log.day, log.state, rating,
        form, hinted, duration, plans.hash, undoes
    FROM log JOIN cards ON cards.key = card_key JOIN notes ON notes.key = note_key
        JOIN decks ON decks.key = notes.deck_key LEFT JOIN plans ON plans.key = plan_key
"""
"""What the first version's checksum of a log row covers, in its order."""

_TABLES = """
    SELECT name FROM main.sqlite_master
    WHERE type = 'table' AND name NOT IN ('alembic_version', 'note_words')
        AND name NOT LIKE 'sqlite_%'
"""
_FILLED = {"card_counts", "note_words_data", "note_words_idx", "note_words_config"}
"""Tables that a new collection's own triggers and index write to."""

Work = Callable[[Path], object]


def importing(folder: Path, rounds: int, seed: int) -> Outcome:
    """Kill imports of a changed deck into a studied collection, and first starts."""
    outcome = Outcome("killed-import", "each deck as before or as imported, no review lost")
    random = Random(seed)
    homes.make(folder / "studied", write_deck(folder, NOTES), REVIEWS)
    changed = edited(write_deck(folder, NOTES, changed=1))
    before = homes.logged(folder / "studied")
    finished = {}
    for name, work in (("studied", _import_of(changed)), ("new", _first_start)):
        home = homes.copy(folder / name, folder / "finished")
        work(home)
        with homes.opened(home) as study:
            finished[name] = homes.decks_of(study)
    with homes.opened(folder / "studied") as study:
        begun = {"studied": homes.decks_of(study), "new": {}}
    kinds: dict[str, Work] = {"studied": _import_of(changed), "new": _first_start}
    takes = {name: _duration(kinds[name], folder / name, folder / "home") for name in kinds}
    while outcome.rounds < rounds:
        name = "new" if outcome.rounds % FIRST_STARTS == 0 else "studied"
        home = homes.copy(folder / name, folder / "home")
        if not killed(kinds[name], home, random.uniform(0, takes[name])):
            outcome.count("too late")
            continue
        outcome.rounds += 1
        with _told(outcome, name), homes.opened(home) as study:
            found = homes.decks_of(study)
            _expect_whole(outcome, study)
            for deck in finished[name]:
                state = found.get(deck)
                was, becomes = begun[name].get(deck), finished[name][deck]
                outcome.expect(state in (was, becomes), f"half of {deck} was imported")
                if was != becomes:
                    outcome.count("before the commit" if state == was else "after it")
        if name == "studied":
            outcome.expect(homes.logged(home) == before, "reviews were lost or changed")
        for unfit in homes.unfit_backups(home, folder):
            outcome.fail(f"a backup is not whole: {unfit}")
        kinds[name](home)
        with homes.opened(home) as study:
            outcome.expect(homes.decks_of(study) == finished[name], "the next import differs")
            _expect_whole(outcome, study)
        left = [path.name for path in home.rglob("*.new*")]
        outcome.expect(not left or name == "new", f"left behind: {left}")
    return outcome


def migrating(folder: Path, rounds: int, seed: int) -> Outcome:
    """Kill the first start of this program on a collection of the first version."""
    outcome = Outcome("killed-migration", "the old schema or the new one, no review lost")
    random = Random(seed)
    studied, mended, old = (folder / name for name in ("studied", "mended", "old"))
    homes.make(studied, write_deck(folder, NOTES), REVIEWS)
    fresh = _schema(studied)
    _as_first_version(studied, mended)
    with homes.opened(mended) as study:
        study.repair()  # the cards as a log of the first version yields them
    _as_first_version(mended, old)
    first = _schema(old)
    before = homes.logged(old)
    takes = _duration(_open, old, folder / "home")
    while outcome.rounds < rounds:
        home = homes.copy(old, folder / "home")
        if not killed(_open, home, random.uniform(0, takes)):
            outcome.count("too late")
            continue
        outcome.rounds += 1
        outcome.expect(homes.logged(home) == before, "reviews were lost or changed")
        found = _schema(home)
        outcome.expect(found in (first, fresh), "half of the schema was migrated")
        outcome.count("before the commit" if found == first else "after it")
        with _told(outcome, "migration"), homes.opened(home) as study:
            _expect_whole(outcome, study)
        outcome.expect(_schema(home) == fresh, "the next start migrates otherwise")
        outcome.expect(homes.logged(home) == before, "the next start loses reviews")
        for unfit in homes.unfit_backups(home, folder):
            outcome.fail(f"a backup is not whole: {unfit}")
    return outcome


def reviewing(folder: Path, rounds: int, seed: int) -> Outcome:
    """Kill the command line in the middle of reviews; count what it had acknowledged."""
    outcome = Outcome("killed-review", "no acknowledged review lost, nothing half done")
    random = Random(seed)
    home = folder / "home"
    with Study.open(home) as study:
        study.load_curated()
    _cli(home, "options", "--new-per-day", "9999", "--reviews-per-day", "9999")
    acknowledged: set[str] = set()
    while outcome.rounds < rounds:
        given = _study_until_killed(home, random.randint(1, 12), random.uniform(0, 0.004))
        acknowledged.update(given)
        outcome.rounds += 1
        outcome.count("acknowledged", len(given))
        with _told(outcome, "review"), homes.opened(home) as study:
            _expect_whole(outcome, study)
        lost = acknowledged - set(homes.logged(home))
        outcome.expect(not lost, f"lost: {sorted(lost)}")
        acknowledged -= lost
    said = _cli(home, "doctor", "--json")
    outcome.expect('"fine": true' in said, f"doctor --json says {said[:200]}")
    return outcome


def killed(work: Work, home: Path, after: float) -> bool:
    """Begin work on a home in a process of its own, kill it after so many seconds.

    Return whether it was at work still.
    """
    child = os.fork()
    if child == 0:
        _work_in_silence(work, home)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _duration(work: Work, begun: Path, home: Path) -> float:
    """Return how many seconds work takes in a process of its own: the median of three."""
    times = []
    for _ in range(3):
        homes.copy(begun, home)
        started = time.perf_counter()
        child = os.fork()
        if child == 0:
            _work_in_silence(work, home)
        _, status = os.waitpid(child, 0)
        if status:
            raise RuntimeError("the work fails undisturbed")
        times.append(time.perf_counter() - started)
    return median(times)


def _work_in_silence(work: Work, home: Path) -> None:
    code = 1
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        work(home)
        code = 0
    finally:
        os._exit(code)


def _open(home: Path) -> None:
    with homes.opened(home):
        pass


def _import_of(deck_file: Path) -> Work:
    def work(home: Path) -> None:
        with homes.opened(home) as study:
            study.import_deck(study.preview(deck_file))

    return work


def _first_start(home: Path) -> None:
    with homes.opened(home) as study:
        study.load_curated()


def edited(deck_file: Path) -> Path:
    """Change every third note of a deck file, drop every seventh, add some."""
    head, _, written = deck_file.read_text(encoding="utf-8").partition("notes:\n")
    _, *notes = written.split("  - id: ")
    kept = [
        note.replace("answer: ", "answer: Mended ") if at % 3 == 0 else note
        for at, note in enumerate(notes)
        if at % 7
    ]
    added = [note.replace("note-", "more-") for note in notes[: len(notes) // 5]]
    path = deck_file.with_name("edited.yaml")
    path.write_text(
        "  - id: ".join([f"{head}notes:\n", *kept, *added]), encoding="utf-8", newline="\n"
    )
    return path


def _as_first_version(home: Path, to: Path) -> None:
    """Make of a collection one that the first version of the program would have written."""
    to.mkdir()
    made = to / COLLECTION
    with closing(sqlite3.connect(made)) as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with closing(Database(made)) as database:
        upgrade(database, "0001")
    with closing(sqlite3.connect(made)) as raw, raw:
        raw.execute("ATTACH ? AS newer", (str(home / COLLECTION),))
        tables = [name for (name,) in raw.execute(_TABLES)]
        for table in sorted(tables, key=_FILLED.__contains__):
            columns = [f'"{row[1]}"' for row in raw.execute(f"PRAGMA main.table_info({table})")]
            named = ", ".join(columns)
            if table in _FILLED:
                raw.execute(f"DELETE FROM main.{table}")  # noqa: S608 - of the schema's own names
            copied = f"INSERT INTO main.{table} ({named}) SELECT {named} FROM newer.{table}"  # noqa: S608 - as above
            raw.execute(copied)
        guard = "SELECT sql FROM sqlite_master WHERE name = 'log_refuses_update'"
        (append_only,) = raw.execute(guard).fetchone()
        raw.execute("DROP TRIGGER log_refuses_update")
        for id_, *values in raw.execute(_SUMMED).fetchall():
            written = "\n".join(map(str, (id_, *values)))
            checksum = hashlib.blake2b(written.encode(), digest_size=8).digest()
            raw.execute("UPDATE log SET checksum = ? WHERE id = ?", (checksum, id_))
        raw.execute(append_only)


def _schema(home: Path) -> set[tuple[str, str, str]]:
    with closing(sqlite3.connect(home / COLLECTION)) as raw:
        rows = raw.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        said = {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}
        (version,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
        return {*said, ("version", "", version)}


def _expect_whole(outcome: Outcome, study: Study) -> None:
    for problem in study.examine().problems:
        outcome.fail(f"the doctor says: {problem}")


class _told:  # noqa: N801 - reads as a word of the sentence it stands in
    """Counts it as a failure where a data folder cannot be used any more."""

    def __init__(self, outcome: Outcome, at: str) -> None:
        self._outcome, self._at = outcome, at

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, StudyError):
            self._outcome.fail(f"{self._at}: {error}")
            return True
        return False


def _study_until_killed(home: Path, answers: int, then: float) -> list[str]:
    """Grade on the command line; kill it `then` seconds after so many acknowledgements."""
    with subprocess.Popen(
        [sys.executable, "-m", "nqpf_study", "--home", str(home), "study", "--form", "recall"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "NQPF_STUDY_TRACE_ACKS": "1"},
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write("\n4\n" * (answers + 200))
        child.stdin.flush()
        acknowledged = []
        for line in child.stdout:
            if line.startswith("ACK ") and line.endswith("\n"):
                acknowledged.append(line.split()[1])
                if len(acknowledged) == answers:
                    break
        time.sleep(then)
        child.kill()
        rest = child.stdout.read().splitlines(keepends=True)
        acknowledged += [line.split()[1] for line in rest if _is_whole(line)]
    return acknowledged


def _is_whole(line: str) -> bool:
    return line.startswith("ACK ") and line.endswith("\n")


def _cli(home: Path, *words: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "nqpf_study", "--home", str(home), *words],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
