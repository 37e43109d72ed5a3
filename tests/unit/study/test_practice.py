from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.forms import FitReason, Form
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import CardId, CardStatus, Rating
from nqpf_study.domain.search_query import parse_query
from nqpf_study.study.marks import MarkChanges
from nqpf_study.study.practice import Practice, Scope, Theme, draw
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection

AT = Clock().at
ITEMS = tuple(Member(text, text, f"Which is {text}?") for text in ("chains", "green", "talent"))


def note(name: str, *tags: str) -> Note:
    return Note(name, "basic", {"question": f"{name}?", "answer": f"answer {name}"}, tags=tags)


def collection() -> FakeCollection:
    store = FakeCollection()
    listed = Note("five", "list", {"question": "Which?", "items": ITEMS}, tags=("list",))
    terms = Deck("terms", "Terms", notes=(*(note(name, "word") for name in "abcdefgh"), listed))
    store.add(terms, AT)
    store.add(Deck("dates", "Dates", notes=tuple(note(name, "time") for name in "uvwxyz")), AT)
    return store


def drawn(
    store: FakeCollection,
    count: int = 99,
    seed: int = 1,
    form: FormChoice | None = None,
    scope: Scope | None = None,
) -> Practice:
    return draw(store, scope or Scope(), count, seed, AT, form)


def cards(test: Practice) -> list[CardId]:
    return [asked.card.id for asked in test.questions]


def taken(test: Practice, ratings: Sequence[Rating]) -> Practice:
    for rating in ratings:
        test.reveal()
        test.grade(rating)
    return test


@given(st.integers(0, 2**31), st.integers(1, 20))
def test_the_same_seed_draws_the_same_test(seed: int, count: int) -> None:
    store = collection()
    one, other = (drawn(store, count, seed) for _ in range(2))
    assert one.questions == other.questions
    assert len(one.questions) == min(count, 18)
    assert len(set(cards(one))) == len(one.questions)


def test_other_seeds_draw_other_tests() -> None:
    store = collection()
    assert len({tuple(cards(drawn(store, 5, seed))) for seed in range(10)}) > 5


def test_nothing_of_a_test_is_kept() -> None:
    store = collection()
    before = deepcopy((store.rows, store.log, store.options))
    test = taken(drawn(store), [Rating.AGAIN] * 5)
    assert test.result().points == 0
    assert (store.rows, store.log, store.options) == before


def test_each_note_is_asked_once_before_a_second_card_of_any_is() -> None:
    for seed in range(5):
        notes = [card.note for card in cards(drawn(collection(), seed=seed))]
        assert len(set(notes[:15])) == 15
        assert set(notes[15:]) == {"five"}


def test_a_test_is_about_decks_tags_and_what_a_search_finds() -> None:
    store = collection()

    def asked(scope: Scope) -> set[str]:
        return {card.note for card in cards(drawn(store, scope=scope))}

    assert asked(Scope(decks=("dates",))) == set("uvwxyz")
    assert asked(Scope(decks=())) == set()
    assert asked(Scope(tags=("time", "list"))) == {*"uvwxyz", "five"}
    assert asked(Scope(decks=("terms",), tags=("time", "list"))) == {"five"}
    assert asked(Scope(parse_query("tag:list"))) == {"five"}
    assert asked(Scope(parse_query("tag:list"), tags=("time",))) == set()
    assert asked(Scope(parse_query("answer b"))) == {"b"}


def test_suspended_cards_are_left_out() -> None:
    store = collection()
    store.rows[next(iter(store.rows))].status = CardStatus(suspended=True)
    assert len(drawn(store).questions) == 17


def test_the_forms_take_turns() -> None:
    forms = {asked.form for seed in range(8) for asked in drawn(collection(), seed=seed).questions}
    assert forms >= {Form.CHOICE, Form.MATCH, Form.TYPED, Form.LIST}
    assert {asked.fit.reason for asked in drawn(collection()).questions} == {FitReason.TURN}


def test_a_test_may_be_all_in_one_form() -> None:
    test = drawn(collection(), form=FormChoice.RECALL)
    assert {asked.form for asked in test.questions} == {Form.RECALL}


def test_an_answer_is_judged_and_proposes_its_points() -> None:
    test = drawn(collection(), form=FormChoice.TYPED, scope=Scope(decks=("dates",)))
    assert test.asked is not None
    assert test.place == 1
    assert test.answer(test.asked.face.answer).right
    assert (test.revealed, test.proposed) == (True, Rating.GOOD)
    test.grade(test.proposed)
    assert (test.place, test.revealed, test.judgement) == (2, False, None)
    test.answer("something else")
    assert test.answer(test.asked.face.answer).right is False, "the first answer counts"
    test.grade(test.proposed)
    (first, second) = test.result().answered
    assert (first.points, second.points) == (1, 0)
    assert second.judgement is not None


def test_a_question_asked_from_memory_is_graded_by_the_learner() -> None:
    test = drawn(collection(), form=FormChoice.RECALL)
    with pytest.raises(ValueError, match="memory"):
        test.answer("a")
    with pytest.raises(ValueError, match="reveal"):
        test.grade(Rating.GOOD)
    test.reveal()
    test.grade(Rating.HARD)
    assert test.result().points == 0.5


def test_the_result_tells_each_theme_the_weakest_first() -> None:
    store = collection()
    scope = Scope(tags=("word", "time"))
    test = drawn(store, 14, scope=scope, form=FormChoice.RECALL)
    while test.asked is not None:
        right = "time" in test.asked.card.note.tags
        taken(test, [Rating.GOOD if right else Rating.AGAIN])
    result = test.result()
    assert result.themes == (Theme("word", 8, 0.0), Theme("time", 6, 6.0))
    assert result.points == 6
    assert result.share == pytest.approx(6 / 14)
    assert {one.card.note.tags for one in result.missed} == {("word",)}


def test_the_learners_own_tags_are_themes_too_each_once() -> None:
    store = collection()
    keys = {store.card(key).id.note: store.card(key).note_key for key in store.rows}
    store.mark(MarkChanges(tag={"exam": (keys["a"], keys["u"]), "word": (keys["a"],)}), AT)
    test = drawn(store, scope=Scope(tags=("exam",)), form=FormChoice.RECALL)
    while test.asked is not None:
        taken(test, [Rating.GOOD if test.asked.card.id.note == "u" else Rating.AGAIN])
    themes = test.result().themes
    assert themes == (Theme("word", 1, 0.0), Theme("exam", 2, 1.0), Theme("time", 1, 1.0))


def test_a_test_that_was_left_counts_what_was_answered() -> None:
    result = taken(drawn(collection(), 6), [Rating.EASY, Rating.AGAIN]).result()
    assert (result.points, len(result.answered), result.total) == (1, 2, 6)
    assert drawn(collection()).result().share is None


def test_after_the_last_question_nothing_is_asked() -> None:
    test = taken(drawn(collection(), 2), [Rating.GOOD] * 2)
    assert test.asked is None
    for act in (test.reveal, lambda: test.grade(Rating.GOOD), lambda: test.answer("a")):
        with pytest.raises(ValueError, match="no card is asked"):
            act()
