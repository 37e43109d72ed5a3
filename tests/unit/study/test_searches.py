"""Searches are saved under names, renamed and removed; each can be undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.search_query import SavedSearch
from nqpf_study.study.history import History
from nqpf_study.study.searches import (
    remove_search,
    rename_search,
    save_search,
    united,
    unknown,
)
from tests.fakes.collection import FakeCollection


@pytest.fixture
def store() -> FakeCollection:
    return FakeCollection()


@pytest.fixture
def history() -> History:
    return History()


def kept(store: FakeCollection) -> dict[str, str]:
    return {one.name: one.text for one in store.saved_searches()}


def test_searches_are_kept_in_the_order_of_their_names(
    store: FakeCollection, history: History
) -> None:
    save_search(store, history, "Week 3 ", " tag:week-3 ")
    save_search(store, history, "exam  of June", "tag:exam is:due")
    assert store.saved_searches() == (
        SavedSearch("exam of June", "tag:exam is:due"),
        SavedSearch("Week 3", "tag:week-3"),
    )


def test_the_same_name_takes_the_other_ones_place(store: FakeCollection, history: History) -> None:
    save_search(store, history, "Exam", "tag:exam")
    save_search(store, history, "exam", "tag:june")
    assert kept(store) == {"exam": "tag:june"}
    history.undo()
    assert kept(store) == {"Exam": "tag:exam"}


@pytest.mark.parametrize(("name", "text"), [(" ", "is:due"), ("x" * 61, "is:due"), ("x", "  ")])
def test_neither_name_nor_search_may_be_empty_nor_a_name_too_long(
    store: FakeCollection, history: History, name: str, text: str
) -> None:
    with pytest.raises(StudyError):
        save_search(store, history, name, text)
    assert kept(store) == {}
    assert history.undoable is None


def test_a_search_is_renamed(store: FakeCollection, history: History) -> None:
    save_search(store, history, "a", "one")
    save_search(store, history, "b", "two")
    rename_search(store, history, "a", "c")
    assert list(kept(store).items()) == [("b", "two"), ("c", "one")]
    rename_search(store, history, "c", "C")
    assert kept(store) == {"b": "two", "C": "one"}
    with pytest.raises(StudyError, match="“B” already"):
        rename_search(store, history, "C", "B")
    with pytest.raises(StudyError, match="needs a name"):
        rename_search(store, history, "C", "")
    rename_search(store, history, "gone", "d")
    assert kept(store) == {"b": "two", "C": "one"}


def test_a_search_is_removed_and_undo_brings_it_back(
    store: FakeCollection, history: History
) -> None:
    save_search(store, history, "a", "one")
    save_search(store, history, "b", "two")
    remove_search(store, history, "a")
    assert kept(store) == {"b": "two"}
    step = history.undo()
    assert step is not None
    assert step.name == "remove the search “a”"
    assert kept(store) == {"a": "one", "b": "two"}
    history.redo()
    assert kept(store) == {"b": "two"}


def test_what_changed_nothing_is_no_step(store: FakeCollection, history: History) -> None:
    save_search(store, history, "a", "one")
    remove_search(store, history, "b")
    save_search(store, history, "a", "one")
    history.undo()
    assert kept(store) == {}
    assert history.undoable is None


# --- those of two collections --------------------------------------------------------------------


def searches(**named: str) -> tuple[SavedSearch, ...]:
    return tuple(SavedSearch(name, text) for name, text in named.items())


def test_searches_that_only_one_collection_has_are_kept() -> None:
    assert united(searches(b="x"), searches(A="y", c="z")) == searches(A="y", b="x", c="z")
    assert unknown(searches(b="x"), searches(A="y", c="z")) == 2


def test_a_search_that_both_have_is_kept_once() -> None:
    assert united(searches(a="x"), searches(a="x")) == searches(a="x")
    assert united(searches(exam="x"), searches(Exam="x")) == searches(Exam="x")
    assert unknown(searches(exam="x"), searches(Exam="x")) == 0


def test_of_two_searches_of_one_name_both_are_kept_and_say_what_they_search() -> None:
    ours, theirs = searches(Exam="is:due"), searches(Exam="tag:exam", Other="x")
    told_apart = (
        SavedSearch("Exam · is:due", "is:due"),
        SavedSearch("Exam · tag:exam", "tag:exam"),
        SavedSearch("Other", "x"),
    )
    assert united(ours, theirs) == told_apart
    assert unknown(ours, theirs) == 2
    assert united(told_apart, theirs) == united(told_apart, ours) == told_apart
    assert unknown(told_apart, theirs) == 0
    third = united(told_apart, searches(exam="is:new"))
    assert [one.name for one in third][:3] == [
        "Exam · is:due",
        "exam · is:new",
        "Exam · tag:exam",
    ]


kept_searches = st.lists(
    st.builds(
        SavedSearch,
        st.sampled_from(["Exam", "exam", "b", "Exam · x", "Exam · y", "b · x · x"]),
        st.sampled_from(["x", "y", "is:due · x"]),
    ),
    max_size=5,
    unique_by=lambda one: one.name.casefold(),
).map(tuple)


@given(kept_searches, kept_searches, kept_searches)
def test_it_comes_to_the_same_in_whatever_order_collections_are_united(
    one: tuple[SavedSearch, ...], other: tuple[SavedSearch, ...], third: tuple[SavedSearch, ...]
) -> None:
    both = united(one, other)
    assert both == united(other, one) == united(both, other) == united(both, one)
    assert united(both, third) == united(one, united(other, third))
    assert unknown(both, one) == unknown(both, other) == 0
    assert {each.text for each in both} == {each.text for each in (*one, *other)}
    names = [each.name.casefold() for each in both]
    assert len(names) == len(set(names))
