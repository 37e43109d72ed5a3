"""The learner's marks: what changes, what it is called, and how it is taken back."""

from __future__ import annotations

from datetime import UTC

import pytest

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.domain.search_query import Query
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.history import History
from nqpf_study.study.marks import MarkChanges, TagsThere, flag, tag, tags_there
from nqpf_study.study.practice import Scope
from nqpf_study.study.session import Session
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

PAIRS = tuple(
    Note(name, "reversed", {"front": f"{name} front", "back": f"{name} back"}) for name in "abc"
)


class Marker:
    """A learner with three notes of two cards each."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.store = FakeCollection()
        self.store.add(Deck("pairs", "Pairs", notes=PAIRS), self.clock.at)
        self.keys = self.store.search(Query(), 1)
        self.history = History()

    def flag(self, *places: int, on: bool | None = None) -> MarkChanges:
        keys = [self.keys[place] for place in places]
        return flag(self.store, self.history, self.clock, keys, on=on)

    def tag(self, *places: int, add: str = "", remove: str = "") -> MarkChanges:
        keys = [self.keys[place] for place in places]
        return tag(self.store, self.history, self.clock, keys, add=[add], remove=[remove])

    def flagged(self) -> list[int]:
        return [place for place, key in enumerate(self.keys) if self.store.card(key).flagged]

    def tags(self, place: int) -> tuple[str, ...]:
        return self.store.card(self.keys[place]).own_tags

    def undo(self) -> str:
        step = self.history.undo()
        return "" if step is None else step.name

    def session(self, form: FormChoice = FormChoice.RECALL) -> Session:
        bits = dice(1).getrandbits
        days = StudyClock(UTC)
        return Session(self.store, self.clock, days, bits, None, form, history=self.history)


@pytest.fixture
def learner() -> Marker:
    return Marker()


def test_flags_are_turned(learner: Marker) -> None:
    assert learner.flag(0, 2).cards == 2
    assert learner.flag(0, 1, 2).flag == (learner.keys[1],)
    assert learner.flagged() == [0, 1, 2]
    assert learner.flag(0, 1).unflag == (learner.keys[0], learner.keys[1])
    assert learner.flagged() == [2]
    assert learner.flag(2, on=True).nothing


def test_a_card_that_is_named_twice_is_flagged_once(learner: Marker) -> None:
    assert learner.flag(1, 1).flag == (learner.keys[1],)


def test_tags_are_the_notes(learner: Marker) -> None:
    assert learner.tag(0, 1, 2, add="Exam, hard").notes == 2
    assert learner.tags(0) == learner.tags(1) == learner.tags(3) == ("exam", "hard")
    assert learner.tags(4) == ()
    changed = learner.tag(0, 4, add="late hard", remove="exam hard")
    assert learner.tags(1) == ("hard", "late"), "what is put on is not taken off at once"
    assert set(changed.tag) == {"late", "hard"}
    assert changed.untag == {"exam": (learner.store.card(learner.keys[0]).note_key,)}


def test_what_can_be_tagged_is_told(learner: Marker) -> None:
    learner.tag(0, add="exam")
    learner.tag(2, add="exam hard")
    learner.tag(4, add="other")
    there = tags_there(learner.store, learner.keys[:4])
    assert there == TagsThere(2, {"exam": 2, "hard": 1}, ("exam", "hard", "other"))


@pytest.mark.parametrize(
    ("acts", "names"),
    [
        (lambda one: one.flag(0), ["flag 1 card"]),
        (lambda one: one.flag(0, 1, 2), ["flag 3 cards"]),
        (lambda one: (one.flag(0), one.flag(0)), ["unflag 1 card", "flag 1 card"]),
        (lambda one: (one.flag(0, 1), one.flag(0, 1)), ["unflag 2 cards", "flag 2 cards"]),
        (lambda one: one.tag(0, 1, add="x"), ["tag 1 note"]),
        (lambda one: one.tag(0, 2, 4, add="x y"), ["tag 3 notes"]),
        (
            lambda one: (one.tag(0, 2, add="x"), one.tag(0, 2, remove="x")),
            ["untag 2 notes", "tag 2 notes"],
        ),
        (lambda one: (one.tag(0, add="x"), one.tag(0, remove="x")), ["untag 1 note", "tag 1 note"]),
        (lambda one: (one.tag(0, add="x"), one.tag(0, add="y", remove="x")), ["tag 1 note"] * 2),
        (lambda one: one.tag(0, remove="nosuch"), []),
    ],
)
def test_each_change_is_one_step_that_counts(
    learner: Marker,
    acts: object,
    names: list[str],
) -> None:
    assert callable(acts)
    acts(learner)
    assert list(iter(learner.undo, "")) == names
    assert learner.flagged() == []
    assert all(learner.tags(place) == () for place in range(6))


def test_undo_takes_back_only_what_the_step_changed(learner: Marker) -> None:
    learner.flag(0)
    learner.flag(0, 1, 2)
    assert learner.undo() == "flag 2 cards"
    assert learner.flagged() == [0]
    learner.history.redo()
    assert learner.flagged() == [0, 1, 2]


def test_practice_by_tag_or_flag_takes_the_learners_marks(learner: Marker) -> None:
    learner.tag(2, add="exam")
    learner.flag(4)
    assert Scope(tags=("exam",)).keys(learner.store) == learner.keys[2:4]
    assert Scope(Query(states=("flagged",))).keys(learner.store) == [learner.keys[4]]


# --- in a session -----------------------------------------------------------------------------


def test_a_flag_leaves_the_question_as_it_is(learner: Marker) -> None:
    sitting = learner.session(FormChoice.CHOICE)
    before = sitting.asked
    assert before is not None
    sitting.look_at_source()
    sitting.reveal()
    sitting.turn_flag()
    asked = sitting.asked
    assert asked is not None
    assert asked.is_still(before)
    assert asked.card.flagged
    assert (sitting.revealed, sitting.hinted) == (True, True)
    sitting.grade(Rating.HARD)
    assert len(learner.flagged()) == 1
    assert sitting.asked is not None
    assert not sitting.asked.is_still(before)


def has_flag(sitting: Session) -> bool:
    assert sitting.asked is not None
    return sitting.asked.card.flagged


def test_a_flag_is_turned_off_by_the_same_key_and_by_undo(learner: Marker) -> None:
    sitting = learner.session()
    sitting.turn_flag()
    sitting.turn_flag()
    assert learner.flagged() == []
    sitting.undo()
    assert has_flag(sitting)
    sitting.undo()
    assert not has_flag(sitting)
    sitting.redo()
    assert has_flag(sitting)


def test_undo_goes_back_through_flags_and_grades_in_order(learner: Marker) -> None:
    sitting = learner.session()
    first = sitting.asked
    assert first is not None
    sitting.reveal()
    sitting.grade(Rating.GOOD)
    sitting.turn_flag()
    (flagged,) = learner.flagged()
    assert sitting.asked is not None
    assert learner.keys[flagged] == sitting.asked.card.key
    sitting.undo()
    assert learner.flagged() == []
    sitting.undo()
    assert sitting.asked.card.id == first.card.id
    assert learner.store.status(first.card.id).memory.reps == 0


def test_nothing_can_be_flagged_at_the_end(learner: Marker) -> None:
    sitting = learner.session()
    while sitting.asked is not None:
        sitting.suspend()
    with pytest.raises(ValueError, match="no card is asked"):
        sitting.turn_flag()
