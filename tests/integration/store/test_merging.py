"""Two machines' collections merged: nothing is lost, and both come to the same."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Cancelled, StudyError
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.replay import replay
from nqpf_study.domain.review import Act, CardId, Rating
from nqpf_study.store.doctor import examine
from nqpf_study.store.merging import merge, preview
from nqpf_study.study.ports import Merged
from tests.fakes.dice import dice
from tests.integration.store.learner import (
    Learner,
    answer_of,
    basic,
    deck,
    document,
    numbered,
    pair,
)


def at_another(machine: Learner, name: str, seed: int) -> Learner:
    """Carry a collection to another machine, whose dice fall otherwise."""
    machine.collection.close()
    home = machine.path.parent.parent / name
    home.mkdir()
    shutil.copyfile(machine.path, home / machine.path.name)
    machine.collection = machine.open()
    other = Learner(home)
    other._dice = dice(seed)
    other.clock.at = machine.clock.at
    return other


def held(learner: Learner) -> object:
    """Return all that a collection holds, without the keys that are its own."""
    with closing(sqlite3.connect(learner.path)) as raw:
        cards = raw.execute(
            "SELECT d.id, n.id, c.name, c.retired, c.state, c.step, c.stability, c.difficulty, "
            "c.due_day, c.due_at, c.last_day, c.last_at, c.reps, c.lapses, c.suspended, "
            "c.buried_day FROM cards c JOIN notes n ON n.key = c.note_key "
            "JOIN decks d ON d.key = c.deck_key WHERE c.retired IS 0 "
            "OR EXISTS (SELECT 1 FROM log WHERE card_key = c.key) ORDER BY 1, 2, 3"
        ).fetchall()
        texts = raw.execute(
            "SELECT d.id, d.title, d.in_use, n.id, n.content, n.modified_at, n.retired "
            "FROM notes n JOIN decks d ON d.key = n.deck_key ORDER BY 1, 4"
        ).fetchall()
        entries = raw.execute("SELECT id, checksum, undoes FROM log ORDER BY id").fetchall()
        marks = raw.execute(
            "SELECT n.id, c.name, f.flagged, f.at FROM flags f JOIN cards c ON c.key = f.card_key "
            "JOIN notes n ON n.key = c.note_key UNION ALL SELECT n.id, t.tag, t.tagged, t.at "
            "FROM own_tags t JOIN notes n ON n.key = t.note_key ORDER BY 1, 2"
        ).fetchall()
    order = [note.id for note, _ in learner.collection.notes_with_times("terms")]
    return cards, texts, entries, marks, order, learner.collection.saved_searches()


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Learner, Learner]]:
    """One learner at two machines, who began at the first."""
    one = Learner(tmp_path / "one")
    one.load(deck(*(basic(f"n{at}") for at in range(12)), pair("p")))
    one.study(4, Rating.EASY)
    other = at_another(one, "other", 99)
    yield one, other
    one.collection.close()
    other.collection.close()


def merge_both(one: Learner, other: Learner) -> None:
    merge(one.collection, other.path)
    merge(other.collection, one.path)
    assert held(one) == held(other)
    for machine in (one, other):
        report = examine(machine.collection)
        assert report.fine, report.problems


def test_both_come_to_the_same_and_nothing_is_lost(two: tuple[Learner, Learner]) -> None:
    one, other = two
    one.study(3)
    one.set_aside(Act.SUSPEND, answer_of("n9"))
    other.clock.move(days=1)
    other.study(5, Rating.AGAIN)
    other.session().undo()
    done = merge(one.collection, other.path)
    assert (done.reviews, done.entries, done.decks, done.notes_added) == (5, 6, 0, 0)
    assert examine(one.collection).reviews == 4 + 3 + 5
    assert one.status(answer_of("n9")).suspended
    merge_both(one, other)
    assert merge(one.collection, other.path) == Merged()
    assert merge(one.collection, other.path).nothing


def test_a_preview_tells_what_a_merge_brings_and_changes_nothing(
    two: tuple[Learner, Learner],
) -> None:
    one, other = two
    other.load(deck(*(basic(f"n{at}") for at in range(14)), pair("p")))
    other.study(5, Rating.AGAIN)
    before = held(one)
    told = preview(one.collection, other.path)
    assert held(one) == before
    assert told.reviews == 5
    assert told.notes_added == 2
    assert merge(one.collection, other.path) == told
    assert preview(one.collection, other.path).nothing


def test_a_card_graded_on_both_is_replayed_in_the_order_of_time(
    two: tuple[Learner, Learner],
) -> None:
    one, other = two
    card = answer_of("n0")
    other.clock.move(days=9)
    other.grade(card, Rating.GOOD)
    one.clock.move(days=30)
    one.grade(card, Rating.HARD)
    merge_both(one, other)
    entries = one.collection.entries(card)
    assert [entry.rating for entry in entries] == [Rating.EASY, Rating.GOOD, Rating.HARD]
    assert one.status(card) == replay(entries)
    one.clock.move(days=40)
    one.study(1)
    assert examine(one.collection).fine, "ids go on after those that came"


def test_an_undo_takes_back_what_the_other_machine_still_had(two: tuple[Learner, Learner]) -> None:
    one, other = two
    before = one.status(answer_of("n3"))
    assert before.memory.reps == 1
    other.session().undo()
    merge(one.collection, other.path)
    assert one.status(answer_of("n3")).memory.reps == 0
    one.session().undo()
    merge_both(one, other)
    assert one.status(answer_of("n2")).memory.reps == 0


def test_the_newer_text_is_kept_on_both(two: tuple[Learner, Learner]) -> None:
    one, other = two
    notes = [basic(f"n{at}") for at in range(12)]
    one.clock.move(hours=1)
    one.load(deck(basic("n0", "from the first machine"), *notes[1:], pair("p"), title="First"))
    other.clock.move(hours=2)
    other.load(
        deck(*notes[6:], basic("n0", "from the other"), *notes[1:6], basic("new"), title="Other")
    )
    merge_both(one, other)
    stored = one.collection.stored_deck("terms")
    assert stored is not None
    assert stored.title == "Other"
    assert one.card(answer_of("n0")).note.text("answer") == "from the other"
    order = [note.id for note, _ in one.collection.notes_with_times("terms")]
    assert order == [
        *(f"n{at}" for at in range(6, 12)),
        "n0",
        *(f"n{at}" for at in range(1, 6)),
        "new",
        "p",
    ]
    assert one.find("other") == other.find("other")
    assert len(one.find("machine")) == 0


def test_decks_notes_and_sources_that_only_the_other_has_come_along(
    two: tuple[Learner, Learner],
) -> None:
    one, other = two
    other.load(numbered(5, "elsewhere"), [document("qiushi")])
    other.collection.set_deck_options("elsewhere", DeckOptions(new_per_day=33))
    other.load(deck(*(basic(f"n{at}") for at in range(12)), pair("p"), basic("late")))
    other.grade(answer_of("n1", "elsewhere"), Rating.GOOD)
    other.collection.remove_deck("elsewhere", other.clock())
    other.load(numbered(3, "elsewhere"))
    done = merge(one.collection, other.path)
    assert (done.decks, done.notes_added, done.reviews) == (1, 6, 1)
    merge_both(one, other)
    assert one.collection.deck_ids() == ["terms", "elsewhere"]
    assert one.collection.deck_options()["elsewhere"].new_per_day == 33
    assert [made.source.id for made in one.collection.documents()] == ["qiushi"]
    assert one.find("n1 deck:elsewhere") == ["elsewhere/n1/answer"]
    assert one.find("n4 deck:elsewhere") == []
    one.load(numbered(5, "elsewhere"))
    assert one.find("n4 deck:elsewhere") == ["elsewhere/n4/answer"], "its history is here"


def test_the_history_of_a_card_that_left_its_note_comes_along(tmp_path: Path) -> None:
    one, other = Learner(tmp_path / "one"), Learner(tmp_path / "other")
    other._dice = dice(5)
    one.load(deck(basic("p")))
    other.load(deck(pair("p")))
    other.grade(CardId("terms", "p", "backward"), Rating.EASY)
    other.clock.move(hours=1)
    other.load(deck(basic("p")))
    merge_both(one, other)
    assert one.collection.card_key(CardId("terms", "p", "backward")) is None
    one.clock.move(hours=2)
    one.load(deck(pair("p")))
    assert one.status(CardId("terms", "p", "backward")).memory.reps == 1


def test_saved_searches_come_along_and_none_takes_anothers_place(
    two: tuple[Learner, Learner],
) -> None:
    one, other = two
    one.save_search("Exam", "tag:exam")
    one.save_search("Both", "is:due")
    other.save_search("exam", "tag:exam or is:hard")
    other.save_search("Both", "is:due")
    other.save_search("Theirs", "-is:new")
    told = preview(one.collection, other.path)
    assert told == Merged(searches=2)
    assert [kept.name for kept in one.collection.saved_searches()] == ["Both", "Exam"]
    assert merge(one.collection, other.path) == told
    assert [(kept.name, kept.text) for kept in one.collection.saved_searches()] == [
        ("Both", "is:due"),
        ("Exam · tag:exam", "tag:exam"),
        ("exam · tag:exam or is:hard", "tag:exam or is:hard"),
        ("Theirs", "-is:new"),
    ]
    merge_both(one, other)
    assert merge(one.collection, other.path).nothing


def test_a_collection_without_searches_leaves_ours_alone(two: tuple[Learner, Learner]) -> None:
    one, other = two
    one.save_search("Mine · x", "x")
    before = one.collection.saved_searches()
    assert merge(one.collection, other.path).nothing
    assert one.collection.saved_searches() == before


def test_a_deck_is_in_use_where_either_machine_uses_it(two: tuple[Learner, Learner]) -> None:
    one, other = two
    one.collection.remove_deck("terms", one.clock())
    merge_both(one, other)
    assert one.collection.deck_ids() == ["terms"]
    assert one.find("n0") == ["terms/n0/answer"]


# --- what is refused --------------------------------------------------------------------------


def test_a_newer_a_damaged_and_a_foreign_file_are_refused(
    two: tuple[Learner, Learner], tmp_path: Path
) -> None:
    one, other = two
    other.study(2)
    other.collection.close()
    before = held(one)

    def refused(name: str, script: str) -> str:
        path = tmp_path / f"{name}.db"
        shutil.copyfile(other.path, path)
        with closing(sqlite3.connect(path)) as raw:
            raw.executescript(f"DROP TRIGGER log_refuses_update; {script}")
        with pytest.raises(StudyError) as told:
            merge(one.collection, path)
        assert str(path) in told.value.what or "tell differently" in told.value.what
        assert told.value.safe
        return told.value.what

    assert "newer version" in refused("newer", "UPDATE alembic_version SET version_num = '0417'")
    assert "damaged" in refused("rating", "UPDATE log SET rating = 1 WHERE rating = 4")
    assert "damaged" in refused("note", "UPDATE notes SET content = replace(content, 'n', 'm')")
    foreign = tmp_path / "foreign.db"
    foreign.write_text("a deck: 1\n" * 50)
    with pytest.raises(StudyError, match="not a collection"):
        merge(one.collection, foreign)
    other.collection = other.open()
    assert held(one) == before


def test_two_entries_of_one_id_are_refused(two: tuple[Learner, Learner]) -> None:
    one, other = two
    (entry,) = one.collection.entries(answer_of("n0"))
    forged = replace(entry, card=answer_of("n11"), id=type(entry.id)(int=entry.id.int + 12345))
    for machine, rating in ((one, Rating.GOOD), (other, Rating.EASY)):
        said = replace(forged, rating=rating)
        machine.collection.record(said, replay([said]))
    before = held(one)
    with pytest.raises(StudyError, match="tell differently"):
        merge(one.collection, other.path)
    assert held(one) == before


def test_a_merge_that_is_stopped_leaves_nothing_behind(two: tuple[Learner, Learner]) -> None:
    one, other = two
    other.load(numbered(5, "elsewhere"))
    other.study(3)
    before = held(one)

    def stop(done: int, total: int, doing: str) -> None:
        if doing == "cards" and done == total - 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        merge(one.collection, other.path, stop)
    assert held(one) == before
    assert one.collection.deck_ids() == ["terms"]
    assert examine(one.collection).fine


def test_a_collection_of_the_first_version_may_be_merged(two: tuple[Learner, Learner]) -> None:
    one, other = two
    other.grade(answer_of("n7"), Rating.GOOD)
    other.collection.close()
    with closing(sqlite3.connect(other.path)) as raw:
        raw.executescript("DROP TRIGGER log_refuses_delete; DELETE FROM log WHERE interval > 0;")
        for table in ("flags", "own_tags"):
            raw.execute(f"DROP TABLE {table}")
        raw.execute("DROP INDEX log_mistaken")
        for column in ("interval", "answer", "mistaken_for"):
            raw.execute(f"ALTER TABLE log DROP COLUMN {column}")
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
        raw.commit()
    written = other.path.read_bytes()
    assert merge(one.collection, other.path).reviews == 1
    assert one.status(answer_of("n7")).memory.reps == 1
    assert other.path.read_bytes() == written
    other.collection = other.open()


# --- any histories ----------------------------------------------------------------------------

deeds = st.lists(
    st.tuples(
        st.sampled_from(
            ["study", "undo", "redo", "wait", "load", "suspend", "flag", "tag", "untag", "search"]
        ),
        st.integers(0, 3),
    ),
    max_size=7,
)


def live(learner: Learner, done: list[tuple[str, int]]) -> None:
    for what, number in done:
        learner.clock.move(minutes=7)
        if what == "study" and learner.session().asked is not None:
            learner.study(1, Rating(number + 1))
        elif what == "undo":
            learner.session().undo()
        elif what == "redo":
            sitting = learner.session()
            sitting.undo()
            sitting.redo()
        elif what == "wait":
            learner.clock.move(days=number)
        elif what == "load":
            learner.load(_edition(number))
        elif what == "flag":
            learner.flag(f"n{number}", on=learner.find("is:flagged") == [])
        elif what in ("tag", "untag", "search"):
            mark(learner, what, number)
        elif learner.collection.card_key(answer_of(f"n{number}")) is not None:
            learner.set_aside(Act.SUSPEND, answer_of(f"n{number}"))


def mark(learner: Learner, what: str, number: int) -> None:
    if what == "search":
        learner.save_search(("Exam", "exam")[number % 2], f"tag:{number}")
    else:
        change = {"tag": ["exam"], "untag": []}[what]
        learner.tag(f"n{number}", *change, remove=["exam"])


def _edition(number: int) -> Deck:
    notes: list[Note] = [basic(f"n{at}", f"edition {number}") for at in range(4) if at != number]
    return deck(*notes[number:], *notes[:number], title=f"Edition {number}")


@settings(max_examples=12)
@example(
    [("load", 0)], [("load", 3), ("load", 0)], [("load", 0)]
)  # retired everywhere, in two texts
@given(deeds, deeds, deeds)
def test_three_machines_come_to_the_same_in_any_order(
    tmp_path_factory: pytest.TempPathFactory,
    one: list[tuple[str, int]],
    other: list[tuple[str, int]],
    third: list[tuple[str, int]],
) -> None:
    home = tmp_path_factory.mktemp("machines")
    first = Learner(home / "0")
    first.load(numbered(4))
    first.study(2, Rating.EASY)
    machines = [first, at_another(first, "1", 1), at_another(first, "2", 2)]
    for machine, done in zip(machines, (one, other, third), strict=True):
        live(machine, done)
    a, b, c = machines
    for into, come in ((a, b), (c, b), (a, c), (b, a), (c, a), (b, c)):
        merge(into.collection, come.path)
    assert held(a) == held(b) == held(c)
    for machine in machines:
        assert examine(machine.collection).fine
        machine.collection.close()
