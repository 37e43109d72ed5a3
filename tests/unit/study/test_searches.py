"""Searches are saved under names, renamed and removed; each can be undone."""

from __future__ import annotations

import pytest

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.search_query import SavedSearch
from nqpf_study.study.history import History
from nqpf_study.study.searches import remove_search, rename_search, save_search
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
