"""A session that offers answers to choose from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nqpf_study.domain.deck import Member, Note
from nqpf_study.domain.forms import Form
from nqpf_study.domain.options import FormChoice, StudyOptions
from nqpf_study.domain.review import Act, CardId, Rating
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.dice import dice
from tests.fakes.sitting import DAYS, answer, asked, basic, collection, learned, offered, session


def test_a_choice_proposes_the_grade(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abcdef"))
    sitting = session(store, clock, form=FormChoice.CHOICE)
    choice = offered(sitting)
    assert choice.options[choice.right] == "the answer a"
    judged = sitting.answer(choice.right)
    assert (judged.right, sitting.revealed, sitting.proposed) == (True, True, Rating.GOOD)
    sitting.grade(sitting.proposed)
    assert store.log[0].form == "choice"

    choice = offered(sitting)
    assert not sitting.answer((choice.right + 1) % len(choice.options)).right
    assert sitting.proposed is Rating.AGAIN
    assert sitting.judgement is not None


def test_the_first_choice_counts(clock: Clock) -> None:
    sitting = session(
        collection(*(basic(letter) for letter in "abcd")), clock, form=FormChoice.CHOICE
    )
    choice = offered(sitting)
    sitting.answer((choice.right + 1) % len(choice.options))
    assert not sitting.answer(choice.right).right
    assert sitting.proposed is Rating.AGAIN


def test_a_choice_made_after_the_answer_shows_counts_for_nothing(clock: Clock) -> None:
    sitting = session(
        collection(*(basic(letter) for letter in "abcd")), clock, form=FormChoice.CHOICE
    )
    choice = offered(sitting)
    sitting.reveal()
    assert not sitting.answer((choice.right + 1) % len(choice.options)).right
    assert sitting.judgement is None
    assert sitting.proposed is Rating.GOOD


def test_a_card_with_too_little_to_choose_from_is_asked_from_memory(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock, form=FormChoice.CHOICE)
    assert asked(sitting).form is Form.RECALL
    with pytest.raises(ValueError, match="memory"):
        sitting.answer(0)
    answer(sitting)
    assert store.log[0].form == "recall"


def test_the_learners_form_holds_unless_a_session_asks_for_another(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abcd"))
    store.study = StudyOptions(form=FormChoice.MIXED)
    assert asked(session(store, clock)).form is Form.CHOICE
    assert asked(session(store, clock, form=FormChoice.RECALL)).form is Form.RECALL
    learned(store, clock)
    assert asked(session(store, clock)).form is Form.RECALL
    assert asked(session(store, clock, form=FormChoice.CHOICE)).form is Form.CHOICE


def test_a_choice_is_offered_alike_when_the_card_is_asked_again_after_an_undo(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abcdefgh"))
    sitting = session(store, clock, form=FormChoice.CHOICE)
    before = offered(sitting)
    answer(sitting)
    sitting.undo()
    assert offered(sitting) == before


def test_a_member_of_a_list_is_chosen_among_the_other_members(clock: Clock) -> None:
    """Those without a card of their own are offered as well."""
    members = tuple(Member(text) for text in ("strategies", "chains", "greenery"))
    asked_for = (Member("talent", "talent", "Which of the four is about people?"),)
    four = Note("four", "list", {"question": "Which four?", "items": members + asked_for})
    elsewhere = [
        replace(four, id=f"n{at}", fields={**four.fields, "items": (Member(f"{at}", "m", "?"),)})
        for at in range(9)
    ]
    store = collection(four, *elsewhere)
    whole = [row.key for row in store.rows.values() if row.id.card == "all"]
    set_aside(store, whole, Act.SUSPEND, clock, DAYS, dice(2).getrandbits)
    sitting = session(store, clock, form=FormChoice.CHOICE)
    assert asked(sitting).face.name == "item-talent"
    choice = offered(sitting)
    assert set(choice.options) == {"strategies", "chains", "greenery", "talent"}


def test_an_authors_wrong_answers_belong_to_a_notes_first_card(clock: Clock) -> None:
    wrong = ("wrong one", "wrong two", "wrong three")
    note = Note("a", "reversed", {"front": "north", "back": "south"}, distractors=wrong)
    others = [Note(f"n{at}", "reversed", {"front": f"f{at}", "back": f"b{at}"}) for at in range(4)]
    store = collection(note, *others)
    choice = offered(session(store, clock, form=FormChoice.CHOICE))
    assert set(choice.options) == {"south", *wrong}
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    set_aside(
        store,
        [row.key for row in store.rows.values() if row.id != CardId("terms", "a", "backward")],
        Act.SUSPEND,
        clock,
        DAYS,
        dice(2).getrandbits,
    )
    clock.move(days=1)
    sitting = session(store, clock, form=FormChoice.CHOICE)
    assert asked(sitting).face.name == "backward"
    choice = offered(sitting)
    assert not set(wrong) & set(choice.options)
