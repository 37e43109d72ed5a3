"""Damage that SQLite itself does not notice, found; and mended where the log allows it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.review import Act, Rating
from nqpf_study.store.collection import Collection
from nqpf_study.store.doctor import examine, repair
from tests.fakes.clock import Clock
from tests.integration.store.learner import Learner, answer_of, numbered


@pytest.fixture
def busy(learner: Learner) -> Learner:
    """A learner who has done a bit of everything."""
    learner.load(numbered(20))
    learner.load(numbered(20, "other"))
    learner.study(6, Rating.EASY)
    learner.study(4, Rating.AGAIN)
    learner.session().undo()
    learner.set_aside(Act.SUSPEND, answer_of("n5"), answer_of("n7"))
    learner.clock.move(days=3)
    learner.study(5)
    learner.load(numbered(15))
    return learner


def tamper(learner: Learner, script: str) -> None:
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(learner.path)) as raw:
        raw.executescript(script)


def change_row(learner: Learner, table: str, change: str) -> None:
    tamper(learner, "DROP TRIGGER IF EXISTS log_refuses_update")
    tamper(learner, f"UPDATE {table} SET {change}")  # noqa: S608 - the tests' own words


def test_all_is_fine_after_ordinary_use(busy: Learner) -> None:
    report = examine(busy.collection)
    assert report.fine, report.problems
    assert (report.decks, report.notes, report.cards) == (2, 40, 40)
    assert report.reviews == 15


@pytest.mark.parametrize(
    "change",
    [
        "rating = 5 - rating",
        "at = at + 1",
        "day = day - 1",
        "state = 3 - state",
        "form = 'choice'",
        "hinted = 1",
        "duration = 1",
        "plan_key = NULL",
        "interval = interval + 1",
        "interval = NULL",
        "answer = 'something else'",
        "mistaken_for = '[]'",
        "card_key = card_key + 1",
        "checksum = x'0011223344556677'",
    ],
)
def test_a_changed_row_of_the_log_is_found(busy: Learner, change: str) -> None:
    entry = busy.collection.entries(answer_of("n2"))[0]
    change_row(busy, "log", f"{change} WHERE id = x'{entry.id.hex}'")
    report = examine(busy.collection)
    assert report.entries == (str(entry.id),)
    assert not report.fine
    assert str(entry.id) in report.problems[0]


def test_a_changed_plan_and_a_changed_identity_are_found(busy: Learner) -> None:
    tamper(busy, "UPDATE plans SET content = replace(content, '0.9', '0.8')")
    graded = len(examine(busy.collection).entries)
    assert graded == 15
    tamper(busy, "UPDATE plans SET content = replace(content, '0.8', '0.9')")
    assert examine(busy.collection).fine
    tamper(busy, "UPDATE notes SET id = 'renamed' WHERE id = 'n2' AND deck_key = 1")
    assert len(examine(busy.collection).entries) == len(
        busy.collection.entries(answer_of("renamed"))
    )


@pytest.mark.parametrize(
    "change",
    [
        "stability = stability * 1.001",
        "due_day = due_day + 1",
        "state = 1",
        "reps = reps + 1",
        "suspended = 1",
        "buried_day = 7",
        "last_at = NULL",
        "stability = 'much'",
    ],
)
def test_a_wrong_status_is_found_and_mended(busy: Learner, change: str) -> None:
    before = busy.status(answer_of("n2"))
    key = busy.card(answer_of("n2")).key
    change_row(busy, "cards", f"{change} WHERE key = {key}")
    assert examine(busy.collection).wrong_cards == ("terms/n2/answer",)
    assert repair(busy.collection).fine
    assert busy.status(answer_of("n2")) == before
    assert any("repair" in backup.name for backup in busy.backups.iterdir())


def test_a_status_without_any_log_is_found_and_mended(busy: Learner) -> None:
    tamper(busy, "UPDATE cards SET state = 2, reps = 1, stability = 3.0 WHERE key = 14")
    assert examine(busy.collection).wrong_cards == ("terms/n13/answer",)
    assert repair(busy.collection).fine


def test_a_note_that_was_tampered_with_is_named(busy: Learner) -> None:
    tamper(busy, "UPDATE notes SET content = replace(content, 'answer n2', 'answer 2n')")
    assert set(examine(busy.collection).changed_notes) == {"terms/n2", "other/n2"}
    tamper(busy, "UPDATE notes SET content = '{' WHERE key = 3")
    assert set(examine(busy.collection).changed_notes) == {"terms/n2", "other/n2"}


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO note_words(rowid, words) VALUES (5, 'more')",
        "INSERT INTO note_words(note_words) VALUES ('delete-all')",
        "UPDATE note_words_data SET block = x'00' WHERE id > 10",
    ],
)
def test_a_wrong_search_index_is_found_and_mended(busy: Learner, change: str) -> None:
    found = busy.find("n2")
    tamper(busy, change)
    report = examine(busy.collection)
    assert not report.search_fine
    assert not report.fine
    assert repair(busy.collection).fine
    assert busy.find("n2") == found == ["terms/n2/answer", "other/n2/answer"]


def test_wrong_counts_are_found_and_mended(busy: Learner) -> None:
    before = busy.collection.overview_counts(busy.today)
    tamper(busy, "UPDATE card_counts SET number = number + 1; DELETE FROM card_counts WHERE state")
    assert not examine(busy.collection).counts_fine
    assert repair(busy.collection).fine
    assert busy.collection.overview_counts(busy.today) == before


def test_what_cannot_be_mended_stays_named(busy: Learner) -> None:
    entry = busy.collection.entries(answer_of("n2"))[0]
    before = busy.status(answer_of("n2"))
    change_row(busy, "log", f"rating = 1 WHERE id = x'{entry.id.hex}'")
    change_row(busy, "cards", "stability = 1.0 WHERE key = 1")
    left = repair(busy.collection)
    assert left.entries == (str(entry.id),)
    assert left.wrong_cards == ()
    assert busy.status(answer_of("n2")) == before, "a card is not judged by a damaged log"


def test_a_lost_row_that_others_refer_to_is_found(busy: Learner) -> None:
    tamper(busy, "PRAGMA foreign_keys = OFF; DELETE FROM notes WHERE key = 2")
    report = examine(busy.collection)
    assert report.file
    assert "missing" in report.problems[0]
    with pytest.raises(StudyError, match="damaged"):
        repair(busy.collection)


def test_a_collection_that_is_only_read_can_be_examined(busy: Learner) -> None:
    reader = busy.open(read_only=True)
    assert examine(reader).fine
    reader.close()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a closed collection with some hundred rows in its log."""
    learner = Learner(tmp_path_factory.mktemp("sound"))
    learner.load(numbered(60))
    for _ in range(8):
        learner.study(10, Rating.GOOD)
        learner.clock.move(days=2)
    learner.collection.close()
    return learner.path


def rows_of_log(path: Path) -> set[tuple[object, ...]]:
    """Return all that the log says, with the names of its cards and the plans of its grades."""
    with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as raw:
        raw.text_factory = bytes
        return set(
            raw.execute(
                "SELECT log.id, decks.id, notes.id, cards.name, act, at, day, log.state, rating, "
                "form, hinted, duration, plans.content, undoes FROM log "
                "JOIN cards ON cards.key = card_key JOIN notes ON notes.key = note_key "
                "JOIN decks ON decks.key = notes.deck_key LEFT JOIN plans ON plans.key = plan_key"
            )
        )


@settings(max_examples=40)
@given(random=st.randoms(use_true_random=False))
def test_no_damage_to_the_log_goes_unnoticed(
    sound: Path, tmp_path_factory: pytest.TempPathFactory, random: Random
) -> None:
    path = tmp_path_factory.mktemp("hit") / "collection.db"
    shutil.copyfile(sound, path)
    with path.open("r+b") as file:
        file.seek(random.randrange(path.stat().st_size - 16))
        file.write(random.randbytes(16))
    try:
        opened = Collection.open(path, backups=path.parent / "b", now=Clock(), read_only=True)
        with closing(opened) as collection:
            noticed = not examine(collection).fine
    except StudyError:
        noticed = True
    try:
        harmed = rows_of_log(path) != rows_of_log(sound)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        harmed = True
    assert noticed or not harmed


def test_a_memory_beyond_the_calendar_is_told_found_and_rebuilt(busy: Learner) -> None:
    card = busy.study(1)[0]
    was = busy.status(card)
    key = busy.card(card).key
    change_row(busy, "cards", f"last_day = 4000000000, state = 2 WHERE key = {key}")
    with pytest.raises(StudyError, match="doctor --repair"):
        busy.grade(card, Rating.GOOD)
    assert examine(busy.collection).wrong_cards == (str(card),)
    assert repair(busy.collection).fine
    assert busy.status(card) == was
