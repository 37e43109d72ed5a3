"""Flags and tags of the learner's own: what they outlive, and what a merge makes of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from nqpf_study.domain.review import Act, CardId, Rating
from nqpf_study.domain.search_query import parse_query
from nqpf_study.store.backup import back_up, restore
from nqpf_study.store.doctor import examine, repair
from nqpf_study.store.merging import merge, preview
from nqpf_study.study.marks import TagInUse
from nqpf_study.study.ports import Merged, NoteMarks
from tests.fakes.dice import dice
from tests.integration.store.learner import Learner, answer_of, basic, deck, numbered, pair
from tests.integration.store.test_merging import at_another


def marked(learner: Learner) -> dict[str, tuple[bool, tuple[str, ...]]]:
    """The marks of the cards in use, by note id, where there are any."""
    cards = learner.collection.cards(learner.find_keys(*(f"n{at}" for at in range(9)), "p"))
    return {
        card.id.note: (card.flagged, card.own_tags)
        for card in cards
        if card.flagged or card.own_tags
    }


@pytest.fixture
def some(learner: Learner) -> Learner:
    """A learner who flagged n1 and tagged n1 and n2."""
    learner.load(numbered(4))
    learner.flag("n1")
    learner.tag("n1", "Exam", "hard")
    learner.tag("n2", "exam")
    return learner


MARKED = {"n1": (True, ("exam", "hard")), "n2": (False, ("exam",))}


def test_the_tags_in_use_are_told_with_their_decks_whoever_gave_them(learner: Learner) -> None:
    learner.load(deck(basic("n1", tags=("word", "exam")), basic("n2", tags=("word",))))
    learner.load(deck(basic("m1", tags=("word",)), id_="dates"))
    learner.load(deck(basic("o1", tags=("gone",)), id_="old"))
    learner.tag("n1", "exam", "mine")
    learner.tag("n2", "exam", "late")
    learner.tag("n2", remove=["late"])
    assert learner.collection.tags_in_use() == [
        TagInUse("exam", {"terms": 2}, own=True),
        TagInUse("gone", {"old": 1}),
        TagInUse("mine", {"terms": 1}, own=True),
        TagInUse("word", {"terms": 2, "dates": 1}),
    ]
    learner.collection.remove_deck("old", learner.clock())
    learner.load(deck(basic("n2", tags=("word",))))
    assert learner.collection.tags_in_use() == [
        TagInUse("exam", {"terms": 1}, own=True),
        TagInUse("word", {"terms": 1, "dates": 1}),
    ]


# --- giving and taking ------------------------------------------------------------------------


def test_a_card_tells_its_marks(some: Learner) -> None:
    assert marked(some) == MARKED
    assert some.card(answer_of("n1")).flagged
    assert some.card(answer_of("n1")).own_tags == ("exam", "hard")
    assert not some.card(answer_of("n3")).flagged
    assert some.card(answer_of("n3")).own_tags == ()
    assert some.collection.own_tags() == ["exam", "hard"]


def test_only_what_was_not_so_before_counts_as_changed(some: Learner) -> None:
    changed = some.flag("n1", "n2", "n3")
    assert changed.flag == tuple(some.find_keys("n2", "n3"))
    assert some.flag("n1", "n2").nothing
    assert some.tag("n1", "exam").nothing
    changed = some.tag("n1", "new", "exam", remove=["hard", "nosuch"])
    assert (list(changed.tag), list(changed.untag), changed.notes) == (["new"], ["hard"], 1)


def test_marks_can_be_undone_and_done_again(some: Learner) -> None:
    some.tag("n2", "late", remove=["exam"])
    some.flag("n0", "n1", "n2")
    said = []
    while (step := some.history.undo()) is not None:
        said.append(step.name)
    assert said == ["flag 2 cards", "tag 1 note", "tag 1 note", "tag 1 note", "flag 1 card"]
    assert marked(some) == {}
    for _ in range(3):
        some.history.redo()
    assert marked(some) == MARKED
    some.history.redo()
    some.history.redo()
    assert marked(some) == {
        "n0": (True, ()),
        "n1": (True, ("exam", "hard")),
        "n2": (True, ("late",)),
    }


def test_a_flag_is_a_cards_and_a_tag_its_notes(learner: Learner) -> None:
    learner.load(deck(pair("p")))
    forward, backward = learner.find_keys("p")
    learner.flag("p")
    learner.tag("p", "exam")
    assert len(learner.find("is:flagged")) == len(learner.find("tag:exam")) == 2
    learner.collection.mark(learner.flag("p", on=False), learner.clock())
    assert learner.find("is:flagged") == []
    assert learner.collection.tags_among(learner.collection.notes_of([forward, backward])) == {
        "exam": 1
    }


def test_many_are_marked_at_once(learner: Learner) -> None:
    learner.load(numbered(1000))
    keys = [f"n{at}" for at in range(1000)]
    assert learner.flag(*keys).cards == 1000
    assert len(learner.find("is:flagged")) == 1000


# --- searching --------------------------------------------------------------------------------


def test_searches_find_tags_of_the_deck_and_of_the_learner(learner: Learner) -> None:
    learner.load(deck(basic("n0", tags=["exam"]), basic("n1"), basic("n2"), basic("n3")))
    learner.tag("n1", "exam", "重点")
    learner.tag("n2", "exam-two")
    learner.flag("n2")
    assert learner.find("tag:exam") == ["terms/n0/answer", "terms/n1/answer"]
    assert learner.find("tag:EXAM tag:重点") == ["terms/n1/answer"]
    assert learner.find("tag:Ｅｘａｍ") == ["terms/n1/answer"]
    assert learner.find("tag:ex*") == [f"terms/n{at}/answer" for at in range(3)]
    assert learner.find("is:flagged tag:exam-two") == ["terms/n2/answer"]
    learner.tag("n1", remove=["exam"])
    learner.flag("n2", on=False)
    assert learner.find("tag:exam") == ["terms/n0/answer"]
    assert learner.find("is:flagged") == []


def test_a_tag_of_the_deck_is_not_the_learners_to_take(learner: Learner) -> None:
    learner.load(deck(basic("n0", tags=["theme"])))
    assert learner.tag("n0", remove=["theme"]).nothing
    assert learner.find("tag:theme") == ["terms/n0/answer"]


# --- what marks outlive -----------------------------------------------------------------------


def test_marks_outlive_updates_removal_and_return(some: Learner) -> None:
    some.load(deck(*(basic(f"n{at}", "another text") for at in (3, 2, 1))))
    assert marked(some) == MARKED
    some.load(numbered(1))
    assert marked(some) == {}
    assert some.collection.own_tags() == []
    some.load(numbered(4))
    assert marked(some) == MARKED
    some.collection.remove_deck("terms", some.clock())
    assert some.find("is:flagged") == []
    some.load(numbered(4))
    assert marked(some) == MARKED
    assert examine(some.collection).fine


def test_marks_come_back_with_a_backup(some: Learner) -> None:
    backup = back_up(some.collection, some.backups, "asked", some.clock())
    some.flag("n1", on=False)
    some.tag("n2", remove=["exam"])
    some.collection.close()
    restore(some.path, backup, some.backups, some.clock())
    some.collection = some.open()
    assert marked(some) == MARKED


def test_grading_and_setting_aside_leave_marks_alone(some: Learner) -> None:
    some.grade(answer_of("n1"), Rating.GOOD)
    some.set_aside(Act.SUSPEND, answer_of("n2"))
    some.session().undo()
    assert marked(some) == MARKED


# --- two machines -----------------------------------------------------------------------------


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Learner, Learner]]:
    """Two machines with one deck, on which n1 was flagged and n2 tagged before they parted."""
    one = Learner(tmp_path / "one")
    one.load(numbered(4))
    one.flag("n1")
    one.tag("n2", "exam")
    one.clock.move(hours=1)
    other = at_another(one, "other", 1)
    yield one, other
    one.collection.close()
    other.collection.close()


def merge_both(one: Learner, other: Learner) -> None:
    merge(one.collection, other.path)
    merge(other.collection, one.path)
    assert marked(one) == marked(other)
    assert merge(one.collection, other.path) == merge(other.collection, one.path) == Merged()


def test_both_machines_marks_are_united(two: tuple[Learner, Learner]) -> None:
    one, other = two
    one.flag("n0")
    one.tag("n2", "hard")
    other.flag("n3")
    other.tag("n2", "late")
    told = preview(one.collection, other.path)
    assert told == Merged(marks=2)
    assert marked(one)["n0"] == (True, ())
    merge_both(one, other)
    assert marked(one) == {
        "n0": (True, ()),
        "n1": (True, ()),
        "n2": (False, ("exam", "hard", "late")),
        "n3": (True, ()),
    }


def test_what_was_taken_off_later_does_not_come_back(two: tuple[Learner, Learner]) -> None:
    one, other = two
    one.flag("n1", on=False)
    one.tag("n2", remove=["exam"])
    merge_both(one, other)
    assert marked(one) == {}


def test_what_was_given_again_later_stays(two: tuple[Learner, Learner]) -> None:
    one, other = two
    one.flag("n1", on=False)
    other.clock.move(hours=2)
    other.flag("n1", on=False)
    other.flag("n1", on=True)
    merge_both(one, other)
    assert marked(one)["n1"] == (True, ())


def test_an_undo_counts_as_the_last_word(two: tuple[Learner, Learner]) -> None:
    one, other = two
    one.flag("n3")
    one.history.undo()
    other.tag("n2", remove=["exam"])
    other.history.undo()
    merge_both(one, other)
    assert marked(one) == {"n1": (True, ()), "n2": (False, ("exam",))}


def test_an_act_after_another_is_the_later_one_whatever_the_clock_says(
    two: tuple[Learner, Learner],
) -> None:
    one, other = two
    one.clock.move(days=-30)
    one.flag("n1", on=False)
    merge_both(one, other)
    assert "n1" not in marked(other)


def test_marks_of_notes_and_cards_that_left_come_along(tmp_path: Path) -> None:
    one, other = Learner(tmp_path / "one"), Learner(tmp_path / "other")
    other._dice = dice(5)
    one.load(deck(basic("p")))
    other.load(deck(pair("p"), basic("n1")))
    other.flag("p", "n1")
    other.tag("n1", "exam")
    other.clock.move(hours=1)
    other.load(deck(basic("p")))
    merge_both(one, other)
    assert one.find("is:flagged") == []
    one.clock.move(hours=2)
    one.load(deck(pair("p"), basic("n1")))
    assert one.find("is:flagged") == ["terms/p/forward", "terms/p/backward", "terms/n1/answer"]
    assert one.find("tag:exam") == ["terms/n1/answer"]
    assert one.card(CardId("terms", "p", "backward")).flagged
    one.collection.close()
    other.collection.close()


# --- what an export is told -------------------------------------------------------------------


def test_an_export_is_told_of_marks_with_the_time_of_the_last_one(some: Learner) -> None:
    at = some.clock()
    assert some.collection.note_marks("terms") == {
        "n1": NoteMarks(("exam", "hard"), ("answer",), at),
        "n2": NoteMarks(("exam",), (), at),
    }
    some.clock.move(days=1)
    some.flag("n1", on=False)
    assert some.collection.note_marks("terms")["n1"] == NoteMarks(
        ("exam", "hard"), (), some.clock()
    )
    assert some.collection.note_marks("elsewhere") == {}


def test_the_notes_of_cards_are_named_by_their_decks(some: Learner) -> None:
    some.load(numbered(3, "other"))
    keys = some.collection.search(parse_query("note:n1"), 1)
    assert some.collection.note_ids(keys) == {
        "terms": frozenset({"n1"}),
        "other": frozenset({"n1"}),
    }


# --- the doctor -------------------------------------------------------------------------------


def test_the_doctor_finds_a_tag_that_nobody_gave_and_drops_it(some: Learner) -> None:
    damage(some, "own_tags", "tag = 'ha rd' WHERE tag = 'hard'")
    report = examine(some.collection)
    assert report.odd_tags == (("ha rd", "terms/n1"),)
    assert report.problems == ("Tag “ha rd” of note terms/n1 is not as tags are written.",)
    assert repair(some.collection).fine
    assert some.card(answer_of("n1")).own_tags == ("exam",)


@pytest.mark.parametrize("value", ["at = -1", "at = 'noon'", "flagged = 7"])
def test_the_doctor_finds_a_flag_that_cannot_be(some: Learner, value: str) -> None:
    damage(some, "flags", value)
    report = examine(some.collection)
    assert report.odd_flags == ("terms/n1/answer",)
    assert report.problems == ("The flag of card terms/n1/answer is not as flags are written.",)
    assert repair(some.collection).fine
    assert some.find("is:flagged") == []


@pytest.mark.parametrize("value", ["at = 0", "tagged = -1"])
def test_the_doctor_finds_a_tag_that_cannot_be(some: Learner, value: str) -> None:
    damage(some, "own_tags", f"{value} WHERE tag = 'hard'")
    assert examine(some.collection).odd_tags == (("hard", "terms/n1"),)
    assert repair(some.collection).fine
    assert some.find("tag:exam") == ["terms/n1/answer", "terms/n2/answer"]


@pytest.mark.parametrize(
    ("table", "change"),
    [("flags", "card_key = 999"), ("own_tags", "note_key = 999 WHERE tag = 'hard'")],
)
def test_the_doctor_finds_a_mark_of_nothing(some: Learner, table: str, change: str) -> None:
    damage(some, table, change)
    assert "refers to a row" in examine(some.collection).file[0]


def damage(learner: Learner, table: str, change: str) -> None:
    with closing(sqlite3.connect(learner.path)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute(f"UPDATE {table} SET {change}")  # noqa: S608 - the tests' own words
        raw.commit()
