"""Opening a collection: what is made, what is refused, and what the learner is told."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import nqpf_study.store.migrations as shipped
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.review import Act, Rating
from nqpf_study.store import opening
from nqpf_study.store.backup import restore
from nqpf_study.store.collection import Collection
from nqpf_study.store.doctor import examine
from nqpf_study.store.engine import Database
from nqpf_study.store.migrations import upgrade as migrating
from nqpf_study.store.tables import VERSION
from tests.fakes.clock import Clock
from tests.integration.store.learner import Learner, answer_of, numbered

NOBODY = 65534


def schema(path: Path) -> set[tuple[str, str, str]]:
    """Return every object of a schema, its SQL without regard to white space."""
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}


def refused(path: Path, *, read_only: bool = False) -> StudyError:
    """Try to open a collection; return the error, after making sure that nothing changed."""
    before = {file: file.read_bytes() for file in path.parent.glob("*.db*")}
    with pytest.raises(StudyError) as told:
        Collection.open(path, backups=path.parent / "b", now=Clock(), read_only=read_only)
    after = {file: file.read_bytes() for file in path.parent.glob("*.db*")}
    assert {file: after.get(file) for file in before} == before
    beside = {".lock", "-wal", "-shm"} if read_only else {".lock"}
    assert set(after) - set(before) <= {path.with_name(path.name + suffix) for suffix in beside}
    return told.value


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The file of a closed collection with two notes and one grade."""
    learner = Learner(tmp_path)
    learner.load(numbered(2))
    learner.study(1)
    learner.collection.close()
    return learner.path


def test_a_collection_is_made_with_its_folder(tmp_path: Path) -> None:
    learner = Learner(tmp_path / "new" / "folder")
    assert learner.collection.deck_ids() == []
    learner.collection.close()
    assert {file.name for file in learner.path.parent.iterdir()} == {
        "collection.db",
        "collection.db.lock",
    }


def test_what_a_kill_left_of_a_first_start_does_no_harm(tmp_path: Path) -> None:
    for name in ("collection.db.new", "collection.db.new-wal"):
        (tmp_path / name).write_bytes(b"half a file")
    learner = Learner(tmp_path)
    learner.load(numbered(1))
    learner.collection.close()
    assert not list(tmp_path.glob("*.new*"))


def test_a_fresh_collection_has_the_schema_that_the_migrations_make(
    tmp_path: Path, store: Path
) -> None:
    migrated = tmp_path / "migrated.db"
    migrated.touch()
    with closing(Database(migrated)) as database:
        migrating.upgrade(database)
        assert opening.known_version(database) == VERSION
    assert schema(migrated) ^ schema(store) == set()


def test_a_second_process_is_kept_out_and_let_in_afterwards(learner: Learner) -> None:
    with pytest.raises(StudyError, match="in use") as told:
        learner.open()
    assert "Close" in told.value.mend
    learner.collection.close()
    learner.collection = learner.open()


def test_one_may_read_while_another_writes(learner: Learner) -> None:
    learner.load(numbered(2))
    reader = learner.open(read_only=True)
    learner.study(1)
    key = reader.card_key(answer_of("n0"))
    assert key is not None
    assert reader.card(key).status.memory.reps == 1
    assert reader.last_entry_id() == learner.collection.last_entry_id()
    learner.study(1)
    assert reader.last_entry_id() == learner.collection.last_entry_id()
    with pytest.raises(StudyError, match="cannot be written to"):
        reader.remove_deck("terms", learner.clock())
    reader.close()


def test_there_is_nothing_to_read_before_the_first_start(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="no collection"):
        Learner(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("read_only", [True, False])
def test_an_empty_file_is_no_collection(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "collection.db"
    path.touch()
    assert "empty file" in refused(path, read_only=read_only).what


@pytest.mark.parametrize("content", [b"a deck: 1\n" * 50, b"SQLite format 3\0" + b"\0" * 84, b"S"])
def test_a_foreign_file_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "collection.db"
    path.write_bytes(content)
    assert "not a collection" in refused(path).what


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "collection.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE notes (id)")
    assert "not a collection" in refused(path).what


def test_a_newer_collection_is_refused(store: Path) -> None:
    with closing(sqlite3.connect(store)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0417'")
        raw.commit()
    for read_only in (False, True):
        told = refused(store, read_only=read_only)
        assert "newer version" in told.what
        assert told.safe
        assert told.mend


@pytest.mark.parametrize("version", ["", "latest"])
def test_a_version_that_is_none_is_damage(store: Path, version: str) -> None:
    with closing(sqlite3.connect(store)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = ?", (version,))
        raw.commit()
    assert "damaged" in refused(store).what


def test_a_damaged_collection_is_told_from_a_foreign_one(store: Path) -> None:
    with store.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 4000)
    told = refused(store)
    assert "damaged" in told.what
    assert "restore" in told.mend


def test_a_full_disk_stops_a_grade_and_nothing_else(learner: Learner) -> None:
    learner.load(numbered(400))
    raw = learner.collection.database._writing
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages + 3}")
    sitting = learner.session()
    said: list[str] = []

    def grade() -> bool:
        sitting.reveal()
        try:
            sitting.grade(Rating.AGAIN)
        except StudyError as told:
            said.append(str(told))
        return not said

    graded = next(count for count in range(1000) if not grade())
    assert graded
    assert re.search(r"disk .* full\. What was saved before is safe\. Free some space", said.pop())
    assert sitting.asked is not None
    at_stake = sitting.asked.card
    assert learner.collection.card(at_stake.key).status == at_stake.status
    raw.execute(f"PRAGMA max_page_count = {pages * 100}")
    assert grade(), "with room again, the session goes on"
    learner.reopen()
    assert examine(learner.collection).reviews == graded + 1


@pytest.fixture
def as_nobody(store: Path) -> Iterator[Path]:
    """A folder that nobody may write to, with a collection in it, for a process without rights."""
    if sys.platform == "win32":
        pytest.skip("folders have no such rights")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "home" / "collection.db"
        place.parent.mkdir()
        shutil.copyfile(store, place)
        place.chmod(0o444)
        place.parent.chmod(0o555)
        Path(folder).chmod(0o755)
        before = os.geteuid()
        if before == 0:
            os.seteuid(NOBODY)
        yield place
        os.seteuid(before)
        place.parent.chmod(0o755)


def test_a_folder_that_cannot_be_written_to_can_be_read(as_nobody: Path) -> None:
    told = refused(as_nobody)
    assert "cannot be written to" in told.what
    assert "--home" in told.mend
    told = refused(as_nobody.parent / "below" / "collection.db")
    assert "cannot be written to" in told.what
    reader = Collection.open(as_nobody, backups=as_nobody.parent / "b", now=Clock(), read_only=True)
    assert reader.deck_ids() == ["terms"]
    reader.close()
    assert {file.name for file in as_nobody.parent.iterdir()} == {"collection.db"}


# --- migrations -----------------------------------------------------------------------------------

NEXT = f"{int(VERSION) + 1:04}"
MIGRATION = f"""
from alembic import op

revision = "{NEXT}"
down_revision = "{VERSION}"


def upgrade():
    op.execute("ALTER TABLE decks ADD COLUMN colour TEXT")
    op.execute("UPDATE decks SET colour = 'red'")
"""  # noqa: S608 - the tests' own words


@pytest.fixture
def next_version(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program after `store` was made, with one more migration; the file of that migration."""
    assert store.exists()
    scripts = tmp_path / "migrations"
    shutil.copytree(Path(shipped.__path__[0]), scripts)
    migration = scripts / "versions" / f"v{NEXT}_next.py"
    migration.write_text(MIGRATION)
    monkeypatch.setattr(migrating, "SCRIPTS", str(scripts))
    monkeypatch.setattr(opening, "VERSION", NEXT)
    return migration


@pytest.mark.usefixtures("next_version")
def test_an_older_collection_is_migrated_after_a_backup(store: Path) -> None:
    assert "older version" in refused(store, read_only=True).what
    learner = Learner(store.parent)
    assert learner.collection.deck_ids() == ["terms"]
    assert len(learner.collection.entries(answer_of("n0"))) == 1
    learner.collection.close()
    with closing(sqlite3.connect(store)) as raw:
        assert raw.execute("SELECT colour FROM decks").fetchall() == [("red",)]
    (backup,) = learner.backups.iterdir()
    assert "migration" in backup.name
    with closing(sqlite3.connect(backup)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (VERSION,)


def test_a_migration_that_fails_leaves_the_collection_as_it_was(
    store: Path, next_version: Path
) -> None:
    next_version.write_text(MIGRATION + "    op.execute('SELECT no_such_function()')\n")
    before = schema(store)
    with pytest.raises(StudyError, match="could not be used"):
        Learner(store.parent)
    assert schema(store) == before
    next_version.write_text(MIGRATION)
    Learner(store.parent).collection.close()
    assert schema(store) != before


def back_to_first(path: Path) -> None:
    """Take out of a closed collection what the first version's had not."""
    back_to_second(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP INDEX log_mistaken")
        raw.execute("DROP INDEX cards_due")
        raw.execute(
            "CREATE INDEX cards_due ON cards (deck_key, due_day) "
            "WHERE due_day IS NOT NULL AND retired IS 0 AND suspended IS 0"
        )
        for column in ("interval", "answer", "mistaken_for"):
            raw.execute(f"ALTER TABLE log DROP COLUMN {column}")
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
        raw.commit()


def back_to_second(path: Path) -> None:
    """Take out of a closed collection what the second version's had not."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE flags")
        raw.execute("DROP TABLE own_tags")
        raw.execute("UPDATE alembic_version SET version_num = '0002'")
        raw.commit()


@pytest.fixture
def old_version(tmp_path: Path, request: pytest.FixtureRequest) -> Learner:
    """A learner who closed a collection of an older version, with all kinds of acts in its log."""
    learner = Learner(tmp_path / "home")
    learner.load(numbered(6))
    for at, rating in enumerate([Rating.GOOD, Rating.EASY, Rating.AGAIN, Rating.EASY]):
        learner.grade(answer_of(f"n{at}"), rating)
        learner.clock.move(days=2)
    learner.grade(answer_of("n1"), Rating.HARD)
    learner.session().undo()
    learner.set_aside(Act.SUSPEND, answer_of("n5"))
    learner.collection.close()
    {"0001": back_to_first, "0002": back_to_second}[request.param](learner.path)
    made = tmp_path / "made.db"
    made.touch()
    with closing(Database(made)) as database:
        migrating.upgrade(database, request.param)
    assert schema(learner.path) == schema(made)
    return learner


OF_LOG = (
    "SELECT id, card_key, act, at, day, state, rating, form, hinted, duration, plan_key, undoes, "
    "checksum FROM log ORDER BY id"
)


@pytest.mark.parametrize("old_version", ["0001", "0002"], indirect=True)
def test_a_collection_of_an_older_version_is_brought_up_to_date(
    old_version: Learner, tmp_path: Path
) -> None:
    learner = old_version
    with closing(sqlite3.connect(learner.path)) as raw:
        before = raw.execute(OF_LOG).fetchall()
        cards = raw.execute("SELECT * FROM cards ORDER BY key").fetchall()
    made = schema(learner.path)
    assert "older version" in refused(learner.path, read_only=True).what
    learner.collection = learner.open()
    report = examine(learner.collection)
    assert report.fine, report.problems
    assert learner.study(1), "the old log goes on"
    learner.flag("n1")
    learner.tag("n1", "exam")
    assert examine(learner.collection).fine
    learner.collection.close()
    fresh = Learner(tmp_path / "fresh")
    fresh.collection.close()
    assert schema(learner.path) == schema(fresh.path)
    with closing(sqlite3.connect(learner.path)) as raw:
        assert raw.execute(OF_LOG).fetchall()[:-1] == before
    (backup,) = learner.backups.glob("*migration*")
    assert schema(backup) == made
    with closing(sqlite3.connect(backup)) as raw:
        assert raw.execute(OF_LOG).fetchall() == before
        assert raw.execute("SELECT * FROM cards ORDER BY key").fetchall() == cards
    restore(learner.path, backup, learner.backups, learner.clock())
    with closing(learner.open()) as again:
        assert examine(again).fine
        assert again.own_tags() == []


@pytest.mark.parametrize("old_version", ["0001"], indirect=True)
def test_what_the_first_version_did_not_note_of_a_review_is_left_open(old_version: Learner) -> None:
    old_version.open().close()
    with closing(sqlite3.connect(old_version.path)) as raw:
        noted = raw.execute("SELECT interval, answer, mistaken_for FROM log").fetchall()
    assert set(noted) == {(None, None, None)}
