"""Backups: made while the collection is in use, checked, thinned out, and put back."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.errors import StudyError
from nqpf_study.store.backup import NEWEST, back_up, restore, worth_keeping
from nqpf_study.store.collection import Collection
from nqpf_study.store.doctor import examine
from tests.integration.store.learner import Learner, answer_of, numbered

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)
instants = st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes))


def backed_up(learner: Learner, reason: str = "asked") -> Path:
    return back_up(learner.collection, learner.backups, reason, learner.clock())


def put_back(learner: Learner, backup: Path) -> Path | None:
    """Restore a backup into the learner's place, and open it."""
    learner.collection.close()
    kept = restore(learner.path, backup, learner.backups, learner.clock())
    learner.collection = learner.open()
    return kept


def test_a_backup_holds_all_that_was_done_so_far(learner: Learner) -> None:
    learner.load(numbered(3))
    learner.study(2)
    made = backed_up(learner)
    learner.study(1)
    assert {file.name for file in learner.backups.iterdir()} == {made.name}, "one file, complete"
    copy = Collection.open(made, backups=learner.backups, now=learner.clock, read_only=True)
    report = examine(copy)
    copy.close()
    assert (report.fine, report.notes, report.reviews) == (True, 3, 2)


def test_names_tell_the_time_and_the_reason_and_sort_by_time(learner: Learner) -> None:
    first = backed_up(learner, "before the import!")
    second = backed_up(learner, "asked")
    learner.clock.move(days=200)
    third = backed_up(learner, "…")
    assert [first, second, third] == sorted(learner.backups.iterdir())
    assert first.name == "20240603T120000-000000-before-the-import.db"
    assert len({first, second, third}) == 3, "two backups of one instant are two files"


def test_restoring_brings_back_what_was_and_keeps_what_is(learner: Learner) -> None:
    learner.load(numbered(3))
    (early,) = learner.study(1)
    backup = backed_up(learner)
    (late,) = learner.study(1)
    kept = put_back(learner, backup)
    assert len(learner.collection.entries(early)) == 1
    assert learner.collection.entries(late) == []
    assert kept is not None
    assert kept.parent == learner.backups
    put_back(learner, kept)
    assert len(learner.collection.entries(late)) == 1
    assert examine(learner.collection).fine
    assert backup.exists()


def test_restoring_where_there_is_no_collection_yet(learner: Learner, tmp_path: Path) -> None:
    learner.load(numbered(3))
    backup = backed_up(learner)
    elsewhere = tmp_path / "new" / "collection.db"
    assert restore(elsewhere, backup, tmp_path / "new" / "b", learner.clock()) is None
    moved = Collection.open(elsewhere, backups=tmp_path / "b", now=learner.clock)
    assert moved.deck_ids() == ["terms"]
    moved.close()


def test_an_open_collection_is_not_replaced(learner: Learner) -> None:
    learner.load(numbered(1))
    backup = backed_up(learner)
    learner.study(1)
    with pytest.raises(StudyError, match="in use"):
        restore(learner.path, backup, learner.backups, learner.clock())
    assert len(learner.collection.entries(answer_of("n0"))) == 1
    assert list(learner.backups.iterdir()) == [backup]


def spoil_log(backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as raw:
        raw.executescript("DROP TRIGGER log_refuses_update; UPDATE log SET rating = 4")


def spoil_version(backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()


def spoil_page(backup: Path) -> None:
    with backup.open("r+b") as file:
        file.seek(4096 * 9)
        file.write(b"\xa5" * 4096 * 4)


def spoil_index(backup: Path) -> None:
    """Let an index miss a change of its table, which a quick check doesn't see."""
    with closing(sqlite3.connect(backup, isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        named = "FROM sqlite_master WHERE name = 'notes_kind'"
        hidden = raw.execute(f"SELECT * {named}").fetchone()
        raw.execute(f"DELETE {named}")
    with closing(sqlite3.connect(backup, isolation_level=None)) as raw:
        raw.execute("UPDATE notes SET position = position + 100")
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", hidden)
    with closing(sqlite3.connect(backup)) as raw:
        assert raw.execute("PRAGMA quick_check").fetchall() == [("ok",)]


def spoil_header(backup: Path) -> None:
    backup.write_bytes(b"a letter to a friend")


def spoil_whole(backup: Path) -> None:
    backup.write_bytes(b"")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (spoil_log, "damaged"),
        (spoil_version, "newer"),
        (spoil_index, "is damaged"),
        (spoil_page, "damaged"),
        (spoil_header, "not a collection"),
        (spoil_whole, "empty"),
        (Path.unlink, "could not be used"),
    ],
)
def test_only_a_sound_backup_is_put_back(learner: Learner, spoil: object, said: str) -> None:
    learner.load(numbered(50))
    learner.study(1)
    backup = backed_up(learner)
    assert callable(spoil)
    spoil(backup)
    learner.collection.close()
    before = learner.path.read_bytes()
    with pytest.raises(StudyError, match=said):
        restore(learner.path, backup, learner.backups, learner.clock())
    assert learner.path.read_bytes() == before
    assert not list(learner.backups.glob("*before-restore*"))
    learner.collection = learner.open()


def test_a_damaged_collection_is_kept_as_it_is_and_replaced(learner: Learner) -> None:
    learner.load(numbered(50))
    backup = backed_up(learner)
    learner.collection.close()
    with learner.path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 8192)
    ruin = learner.path.read_bytes()
    kept = restore(learner.path, backup, learner.backups, learner.clock())
    assert kept is not None
    assert kept.read_bytes() == ruin
    learner.collection = learner.open()
    assert examine(learner.collection).fine


def test_a_damaged_collection_makes_no_backup(learner: Learner) -> None:
    learner.load(numbered(300))
    learner.reopen()
    with learner.path.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"\xa5" * 4096 * 8)
    with pytest.raises(StudyError, match="damaged"):
        backed_up(learner)
    assert not list(learner.backups.glob("*.db"))


def test_what_a_kill_left_of_a_backup_is_cleared_away(learner: Learner) -> None:
    learner.backups.mkdir()
    (learner.backups / "20240101T000000-000000-import.new").write_bytes(b"half")
    made = backed_up(learner)
    assert list(learner.backups.iterdir()) == [made]


def test_old_backups_are_thinned_out_and_other_files_left(learner: Learner) -> None:
    learner.backups.mkdir()
    mine = {learner.backups / "my own copy.db", learner.backups / "20249999T000000-000000-x.db"}
    for file in mine:
        shutil.copyfile(learner.path, file)
    for _ in range(40):
        learner.clock.move(hours=7)
        backed_up(learner)
    left = [file for file in sorted(learner.backups.iterdir()) if file not in mine]
    assert mine < set(learner.backups.iterdir())
    assert len(left) < 25
    assert left[-1].name.startswith(f"{learner.clock():%Y%m%dT%H%M%S}")


@given(st.sets(instants, max_size=200))
def test_the_newest_ten_then_one_a_day_then_one_a_month(made: set[datetime]) -> None:
    kept = worth_keeping(made, NOW)
    assert kept <= made
    assert set(sorted(made)[-NEWEST:]) <= kept
    month_ago = NOW - timedelta(days=30)
    recent = {at for at in made if at >= month_ago}
    assert {at.date() for at in recent} == {at.date() for at in kept if at >= month_ago}
    old = {at for at in made if at < month_ago}
    old_kept = {at for at in kept if at < month_ago}
    assert {(at.year, at.month) for at in old} <= {(at.year, at.month) for at in kept}
    assert len(old_kept) <= len({(at.year, at.month) for at in old}) + NEWEST
    assert worth_keeping(kept, NOW) == kept, "thinning out twice removes nothing more"
