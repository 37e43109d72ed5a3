"""Random corruptions of a collection: what the doctor finds, and whether a backup brings it back.

Each round spoils up to sixteen bytes, or a sector of 512, somewhere in the pages of a studied
collection; every third round there is a write-ahead log beside it, as a kill leaves one, and that
is spoilt. SQLite ends such a log at the first frame whose checksum is wrong: what was committed
after it is not in the collection any more, which is an older, whole state; no row is damaged. These
rounds are counted apart. In every fourth round the newest backup is spoilt as well.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from benchmarks.sample import write_deck
from benchmarks.trials import homes
from benchmarks.trials.outcome import Outcome
from nqpf_study.app import BACKUPS, COLLECTION, Study, restore
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.review import Rating

NOTES = 60
REVIEWS = 1_500
LATER = 40
"""Reviews that stand in the write-ahead log alone."""

WAL = COLLECTION + "-wal"


def damaging(folder: Path, rounds: int, seed: int) -> Outcome:
    """Spoil a collection, examine it, use it, restore it."""
    outcome = Outcome("damage", "damaged reviews found, no traceback, restored from a backup")
    random = Random(seed)
    closed, killed = folder / "closed", folder / "killed"
    homes.make(closed, write_deck(folder, NOTES), REVIEWS)
    backed_up: dict[str, int] = {}
    with homes.opened(closed) as study:
        for _ in range(2):
            backed_up[study.back_up().name] = study.examine().reviews
    _with_log_beside(closed, killed)
    for number in range(rounds):
        of_log = number % 3 == 2
        home = homes.copy(killed if of_log else closed, folder / "home")
        before = _rows(home)
        _spoil(home / (WAL if of_log else COLLECTION), random)
        outcome.rounds += 1
        found, problems = _doctors_word(outcome, home)
        after = _rows(home)
        if of_log and after is not None and _is_older(after, before):
            outcome.count("with the end of the write-ahead log cut off", int(after != before))
        else:
            _hold_against(outcome, before or {}, after, found, problems)
        _use(outcome, home)
        _bring_back(outcome, home, backed_up, random if number % 4 == 0 else None)
    return outcome


Rows = dict[bytes, tuple[object, ...]]


def _hold_against(
    outcome: Outcome, before: Rows, after: Rows | None, found: set[str] | None, problems: str
) -> None:
    """Expect of the doctor to name every row that changed, or to call the file damaged."""
    if found is None or after is None or "file is damaged" in problems:
        outcome.expect(problems, "the doctor says nothing of a file that cannot be read")
        outcome.count("with the file called damaged")
        return
    spoilt = [id_ for id_, row in before.items() if after.get(id_) != row]
    strange = [id_ for id_ in after if id_ not in before]
    outcome.count("reviews damaged", len(spoilt))
    outcome.count("without a review damaged", int(not spoilt))
    for id_ in (*spoilt, *strange):
        there = id_ in after
        named = _name(id_) in found if there else bool(problems)
        outcome.expect(named, f"the doctor misses the damage of {_name(id_)}: {problems[:200]}")


def _doctors_word(outcome: Outcome, home: Path) -> tuple[set[str] | None, str]:
    """Return the entries that the doctor names, None where the file is refused, and all he says."""
    try:
        with Study.open(home, read_only=True, now=homes.Clock()) as study:
            report = study.examine()
    except StudyError as error:
        return None, str(error)
    except Exception as error:  # noqa: BLE001 - a traceback is the failure that is looked for
        outcome.fail(f"the doctor: {type(error).__name__}: {error}")
        return None, ""
    return set(report.entries), "; ".join(report.problems)


def _use(outcome: Outcome, home: Path) -> None:
    """Do with a spoilt collection what learners do; only plain words may come of it."""

    def studied(study: Study) -> None:
        session = study.session()
        for _ in range(5):
            if session.asked is not None:
                study.passages(session.asked.card)
                session.reveal()
                session.grade(Rating.GOOD)

    uses: tuple[tuple[str, Callable[[Study], object]], ...] = (
        ("overview", Study.overview),
        ("session", studied),
        ("search", lambda study: study.cards(study.search("plan"))),
        ("browse", lambda study: study.cards(study.search(""))),
        ("statistics", Study.statistics),
        ("hardest", Study.hardest),
        ("sources", lambda study: [study.read(one.source.id) for one in study.documents()]),
        ("explore", Study.explore),
        ("practice", Study.practice),
        ("export", lambda study: study.export_anki(home / "out.apkg")),
        ("backlog", Study.backlog),
        ("repair", Study.repair),
        ("undo", lambda study: study.session().undo()),
    )
    clock = homes.Clock()
    clock.move(days=30)
    try:
        with homes.opened(home, clock) as study:
            for name, use in uses:
                try:
                    use(study)
                except StudyError:
                    outcome.count("refusals in plain words")
                except Exception as error:  # noqa: BLE001 - as above
                    outcome.fail(f"{name}: {type(error).__name__}: {error}")
    except StudyError:
        outcome.count("refusals to open")


def _bring_back(
    outcome: Outcome, home: Path, backed_up: dict[str, int], spoiling: Random | None
) -> None:
    """Restore the newest backup that is whole: one that is not must be refused."""
    newest_first = sorted(backed_up, reverse=True)
    if spoiling:
        _spoil(home / BACKUPS / newest_first[0], spoiling)
    for name in newest_first:
        try:
            restore(home, home / BACKUPS / name, homes.Clock())
            break
        except StudyError:
            outcome.count("spoilt backups refused")
    else:
        outcome.fail("no backup can be restored")
        return
    with homes.opened(home) as study:
        report = study.examine()
        plain = report.reviews == backed_up[name] and not report.entries and not report.file
        outcome.expect(plain and (spoiling or report.fine), f"restored: {report.problems}")


def _with_log_beside(closed: Path, killed: Path) -> None:
    """Make of a data folder one that a kill left with reviews in its write-ahead log alone."""
    clock = homes.Clock()
    clock.move(days=20)
    home = homes.copy(closed, killed.with_name("studying"))
    with homes.opened(home, clock) as study:
        for _ in range(LATER):
            session = study.session()
            while session.asked is None:
                clock.move(days=10)
                session = study.session()
            session.reveal()
            session.grade(Rating.GOOD)
        shutil.copytree(home, killed)
        (killed / (COLLECTION + "-shm")).unlink()


def _rows(home: Path) -> Rows | None:
    """Return the log past the program, None where not even SQLite can read it."""
    beside = home.with_name("looked-at")
    homes.copy(home, beside)
    try:
        with closing(sqlite3.connect(beside / COLLECTION)) as raw:
            raw.text_factory = bytes
            return {row[0]: row for row in raw.execute("SELECT * FROM log NOT INDEXED")}
    except (sqlite3.DatabaseError, ValueError):
        return None


def _is_older(after: Rows, before: Rows | None) -> bool:
    return before is not None and after.items() <= before.items()


def _spoil(file: Path, random: Random) -> None:
    content = bytearray(file.read_bytes())
    length = 512 if random.random() < 0.1 else random.randint(1, 16)
    at = random.randrange(len(content) - length)
    for place in range(at, at + length):
        content[place] ^= random.randint(1, 255)
    file.write_bytes(content)


def _name(id_: bytes) -> str:
    from nqpf_study.store.log import entry_name

    return entry_name(id_)
