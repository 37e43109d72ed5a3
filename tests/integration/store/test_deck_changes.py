"""Importing a deck again and again: what is written, what is kept, what comes back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from nqpf_study.domain.deck import Member, Note
from nqpf_study.domain.errors import Cancelled, StudyError
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.review import CardId, Rating, State
from nqpf_study.study.importing import plan_import
from tests.integration.store.learner import (
    Learner,
    answer_of,
    basic,
    deck,
    document,
    numbered,
    pair,
)


def test_a_deck_comes_back_as_it_was_imported(learner: Learner) -> None:
    note = Note(
        "everything",
        "list",
        {
            "question": "Which?",
            "items": (Member("one", "a", "first?"), Member("two")),
            "ordered": True,
        },
        ("tag-b", "tag-a"),
        replace(basic("x", source="qiushi")).passages,
        "a remark",
        "derived so",
        "2024-06",
        ("three", "four"),
    )
    made = replace(
        deck(note, basic("plain")),
        language="zh",
        description="About",
        author="Somebody",
        licence="CC0",
        sources=(document("qiushi").source,),
    )
    learner.load(made, [document("qiushi", "words on x")])
    learner.reopen()
    assert learner.collection.stored_deck("terms") == replace(made, notes=())
    notes = learner.collection.notes_with_times("terms")
    assert [note for note, _ in notes] == list(made.notes)
    assert {at for _, at in notes} == {learner.clock()}
    assert plan_import(made, learner.collection).nothing


def test_an_edit_keeps_progress(learner: Learner) -> None:
    learner.load(numbered(3))
    learner.study(3, Rating.EASY)
    before = learner.status(answer_of("n1"))
    learner.load(deck(basic("n0"), basic("n1", "said better"), basic("n2")))
    after = learner.card(answer_of("n1"))
    assert after.note.text("answer") == "said better"
    assert after.status == before
    assert before.memory.state is State.REVIEW


def test_only_a_note_that_changed_gets_a_new_time_of_change(learner: Learner) -> None:
    imported = learner.clock()
    learner.load(numbered(3))
    learner.clock.move(days=1)
    learner.load(deck(basic("n0"), basic("n1", "said better"), basic("n2")))
    times = {note.id: at for note, at in learner.collection.notes_with_times("terms")}
    assert times == {"n0": imported, "n1": learner.clock(), "n2": imported}


def test_a_note_that_leaves_and_comes_back_finds_its_history(learner: Learner) -> None:
    imported = learner.clock()
    learner.load(numbered(3))
    learner.study(3)
    before = learner.status(answer_of("n1"))
    log = learner.collection.entries(answer_of("n1"))
    learner.clock.move(days=1)
    learner.load(deck(basic("n0"), basic("n2")))
    assert learner.collection.card_key(answer_of("n1")) is None
    assert learner.find("n1") == []
    assert learner.collection.entries(answer_of("n1")) == log
    learner.load(numbered(3))
    assert learner.status(answer_of("n1")) == before
    assert learner.find("n1") == ["terms/n1/answer"]
    times = {note.id: at for note, at in learner.collection.notes_with_times("terms")}
    assert times["n1"] == imported, "Anki would take an untouched note for an edited one"


def test_a_note_that_comes_back_edited_has_the_time_of_its_return(learner: Learner) -> None:
    learner.load(numbered(2))
    learner.load(numbered(1))
    learner.clock.move(days=1)
    learner.load(deck(basic("n0"), basic("n1", "anew")))
    times = {note.id: at for note, at in learner.collection.notes_with_times("terms")}
    assert times["n1"] == learner.clock()
    assert learner.find("anew") == ["terms/n1/answer"]


def test_a_card_that_leaves_its_note_comes_back_with_its_memory(learner: Learner) -> None:
    backward = CardId("terms", "p", "backward")
    learner.load(deck(pair("p")))
    learner.study(1, Rating.EASY)
    learner.clock.move(days=1)
    assert learner.study(1) == [backward]
    seen = learner.status(backward)
    assert seen.memory.reps == 1
    learner.load(deck(Note("p", "basic", {"question": "p?", "answer": "p"})))
    assert learner.collection.card_key(backward) is None
    assert learner.status(answer_of("p")).memory.reps == 0
    learner.load(deck(pair("p")))
    assert learner.status(backward) == seen
    assert learner.collection.card_key(answer_of("p")) is None


def test_notes_stand_in_the_order_of_the_file(learner: Learner) -> None:
    learner.load(numbered(4))
    learner.load(deck(basic("n3"), basic("new"), basic("n0"), basic("n2")))
    assert [note.id for note, _ in learner.collection.notes_with_times("terms")] == [
        "n3",
        "new",
        "n0",
        "n2",
    ]
    assert learner.find("deck:terms") == [
        f"terms/{id_}/answer" for id_ in ("n3", "new", "n0", "n2")
    ]
    assert list(learner.collection.stored_notes("terms")) == ["n3", "new", "n0", "n2", "n1"]
    _, unseen, _ = learner.collection.candidates(None, learner.today)
    assert [learner.collection.card(card.card).id.note for card in unseen] == [
        "n3",
        "new",
        "n0",
        "n2",
    ]


def test_only_changed_rows_are_written(learner: Learner) -> None:
    learner.load(numbered(500))
    with closing(sqlite3.connect(learner.path)) as raw:
        raw.executescript(
            "CREATE TABLE touched (what);"
            "CREATE TRIGGER t1 UPDATE ON notes BEGIN INSERT INTO touched VALUES (NEW.id); END;"
            "CREATE TRIGGER t2 UPDATE ON cards BEGIN INSERT INTO touched VALUES ('card'); END;"
        )
    notes = list(numbered(500).notes)
    notes[250] = basic("n250", "said better")
    learner.load(deck(*notes))
    with closing(sqlite3.connect(learner.path)) as raw:
        touched = raw.execute("SELECT what FROM touched").fetchall()
    assert touched == [("n250",)], "one note was edited, and none of its cards"


def test_a_cancelled_import_leaves_nothing(learner: Learner) -> None:
    learner.load(numbered(2))
    before = learner.collection.stored_notes("terms")

    def stop_late(done: int, total: int, doing: str) -> None:
        assert doing
        if done >= 400:
            assert total == 1000
            raise Cancelled

    with pytest.raises(Cancelled):
        learner.load(
            replace(numbered(1000), title="Renamed", notes=(*numbered(1000).notes[1:], basic("z"))),
            [document("late")],
            stop_late,
        )
    assert learner.collection.stored_notes("terms") == before
    assert learner.collection.stored_deck("terms") == deck(title="Terms")
    assert learner.collection.documents() == []
    assert len(learner.find("")) == 2
    learner.load(numbered(1000))
    assert len(learner.find("")) == 1000


def test_progress_is_told_to_the_end(learner: Learner) -> None:
    told: list[tuple[int, int, str]] = []
    learner.load(numbered(450), progress=lambda *said: told.append(said))
    assert told == [
        *((done, 450, "notes") for done in (0, 200, 400, 450)),
        *((done, 450, "search") for done in (0, 200, 400)),
    ]


def test_a_removed_deck_is_out_of_use_until_it_is_imported_again(learner: Learner) -> None:
    learner.load(numbered(3))
    learner.load(numbered(2, "other"))
    learner.study(2)
    learner.collection.set_deck_options("terms", DeckOptions(new_per_day=3))
    seen = learner.status(answer_of("n0"))
    learner.collection.remove_deck("terms", learner.clock())
    assert learner.collection.deck_ids() == ["other"]
    assert learner.collection.stored_deck("terms") is None
    assert set(learner.collection.deck_options()) == {"other"}
    assert [counts.id for counts in learner.collection.overview_counts(learner.today)] == ["other"]
    assert all(id_.startswith("other/") for id_ in learner.find(""))
    learner.load(numbered(3))
    assert learner.status(answer_of("n0")) == seen
    assert learner.collection.deck_ids() == ["terms", "other"]
    assert learner.collection.deck_options()["terms"].new_per_day == 3
    with pytest.raises(StudyError, match="no deck"):
        learner.collection.remove_deck("nosuch", learner.clock())


def test_a_deck_file_is_loaded_until_it_changes_or_its_deck_was_removed(
    learner: Learner, tmp_path: Path
) -> None:
    file = tmp_path / "terms.yaml"
    file.write_text("one")
    assert not learner.collection.file_is_loaded(file)
    learner.load(numbered(1))
    learner.collection.note_file(file, "terms")
    assert learner.collection.file_is_loaded(file)
    file.write_text("two")
    assert not learner.collection.file_is_loaded(file)
    learner.collection.note_file(file, "terms")
    learner.reopen()
    assert learner.collection.file_is_loaded(file)
    learner.collection.remove_deck("terms", learner.clock())
    file.write_text("three: a newer edition must not bring a removed deck back by itself")
    assert learner.collection.file_is_loaded(file)
    learner.load(numbered(1))
    assert not learner.collection.file_is_loaded(file)
    with pytest.raises(StudyError, match=r"missing\.yaml"):
        learner.collection.note_file(tmp_path / "missing.yaml", "terms")


def test_an_empty_deck_can_be_imported_and_removed(learner: Learner) -> None:
    learner.load(deck(id_="empty"))
    assert learner.collection.deck_ids() == ["empty"]
    assert learner.collection.stored_notes("empty") == {}
    learner.collection.remove_deck("empty", learner.clock())
    learner.load(deck(id_="empty"))
    assert learner.collection.deck_ids() == ["empty"]


def test_sources_stand_by_date_and_keep_their_text(learner: Learner) -> None:
    old, new = document("old", "一\r\n\x0b二", "2023-09"), document("new", "x", "2024-06-03")
    learner.load(deck(basic("a", source="old"), basic("b", source="new")), [new, old])
    assert learner.collection.documents() == [old, new]
    assert learner.collection.document("old") == old
    assert learner.collection.document("nosuch") is None
    assert learner.collection.sources() == {"old": old.source, "new": new.source}
    ((key, passages),) = learner.collection.passages_on("old")
    assert learner.collection.card(key).id == answer_of("a")
    assert list(passages) == list(basic("a", source="old").passages)


def test_a_missing_source_file_does_not_wipe_out_the_text_that_is_kept(learner: Learner) -> None:
    learner.load(numbered(1), [document("s", "kept")])
    learner.load(numbered(2), [document("s", None)])
    kept = learner.collection.document("s")
    assert kept is not None
    assert kept.text == "kept"
    newer = replace(document("s", None).source, sha256="1" * 64)
    learner.load(numbered(3), [replace(document("s", None), source=newer)])
    without = learner.collection.document("s")
    assert without is not None
    assert without.text is None, "the kept text is of another version"


def test_each_note_on_a_source_is_met_once_by_its_first_card(learner: Learner) -> None:
    quoting = replace(pair("p"), passages=basic("x", source="s").passages * 2)

    def quoted() -> list[tuple[str, int]]:
        met = learner.collection.passages_on("s")
        return [(str(learner.collection.card(key).id), len(passages)) for key, passages in met]

    learner.load(deck(basic("other"), quoting, basic("q", source="s")))
    assert quoted() == [("terms/p/forward", 2), ("terms/q/answer", 1)]
    learner.load(deck(basic("q", source="s"), quoting))
    assert quoted() == [("terms/q/answer", 1), ("terms/p/forward", 2)]
    learner.load(deck(quoting))
    assert quoted() == [("terms/p/forward", 2)]


def test_the_passages_of_all_notes_in_use_are_known(learner: Learner) -> None:
    told_apart = Passage("s", "must", prefix="It", suffix="be")
    of_two = replace(pair("p"), passages=(told_apart, Passage("t", "“新质” \\ \n")))
    alike = basic("q", source="s").passages
    learner.load(deck(basic("other"), of_two, *(with_passages(id_, alike) for id_ in "qr")))
    assert learner.collection.passages() == {*of_two.passages, *alike}
    learner.load(deck(basic("other"), with_passages("r", alike)))
    assert learner.collection.passages() == set(alike)


def with_passages(id_: str, passages: tuple[Passage, ...]) -> Note:
    return replace(basic(id_), passages=passages)


def test_passages_that_are_not_as_they_were_written_are_damage(learner: Learner) -> None:
    learner.load(deck(basic("q", source="s")))
    with learner.collection.database.write() as connection:
        connection.exec_driver_sql("UPDATE notes SET content = substr(content, 3)")
    with pytest.raises(StudyError, match="damaged"):
        learner.collection.passages()
    with pytest.raises(StudyError, match="damaged"):
        learner.collection.passages_on("s")
