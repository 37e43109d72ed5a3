from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Cancelled
from nqpf_study.domain.review import CardId, CardStatus, Memory, State
from nqpf_study.domain.source import Source
from nqpf_study.study.importing import changes_between, plan_import
from tests.fakes.collection import FakeCollection

NOON = datetime(2024, 6, 3, 12, tzinfo=UTC)
ABOUT = Deck("terms", "Terms", description="Words", author="A teacher")
SOURCE = Source("qiushi", "Title", "Qiushi", "2024-06-01", "en", "https://x", "q.txt", "00")


def note(id_: str, answer: str = "answer") -> Note:
    return Note(id_, "basic", {"question": f"{id_}?", "answer": answer})


def deck(*notes: Note | str) -> Deck:
    return replace(ABOUT, notes=tuple(n if isinstance(n, Note) else note(n) for n in notes))


def stored(*notes: Note | str) -> FakeCollection:
    store = FakeCollection()
    store.add(deck(*notes), NOON)
    return store


def ids(notes: tuple[Note, ...]) -> list[str]:
    return [note.id for note in notes]


def in_use(store: FakeCollection) -> list[Note]:
    """Return the deck's notes in the order in which it is studied."""
    rows = [row for row in store.notes.values() if not row.retired]
    return [row.note for row in sorted(rows, key=lambda row: row.place)]


decks = st.lists(
    st.builds(note, st.sampled_from("abcdefgh"), st.sampled_from(["one", "two"])),
    unique_by=lambda note: note.id,
    max_size=8,
).map(lambda notes: deck(*notes))


def test_a_first_import_adds_every_note() -> None:
    changes = plan_import(deck("a", "b"), FakeCollection())
    assert ids(changes.added) == ["a", "b"]
    assert changes.about
    assert not changes.nothing
    assert (changes.changed, changes.returned, changes.retired) == ((), (), ())


def test_the_same_deck_changes_nothing() -> None:
    changes = plan_import(deck("a", "b"), stored("a", "b"))
    assert changes.nothing
    assert changes.unchanged == 2
    assert not changes.about
    assert changes.positions is None


def test_only_a_note_that_says_something_else_is_changed() -> None:
    changes = plan_import(deck("a", note("b", "better"), "c"), stored("a", "b", "c"))
    assert ids(changes.changed) == ["b"]
    assert changes.unchanged == 2
    assert changes.positions is None


def test_a_note_that_left_the_file_is_retired_and_one_that_came_is_added() -> None:
    changes = plan_import(deck("a", "new", "c"), stored("a", "b", "c"))
    assert changes.retired == ("b",)
    assert ids(changes.added) == ["new"]
    assert changes.positions == {"a": 0, "new": 1, "c": 2}


def test_a_note_that_comes_back_finds_its_history() -> None:
    store = stored("a", "b")
    memory = Memory(State.REVIEW, None, 9.0, 5.0, 9, None, 1, NOON, 3)
    row = next(row for row in store.rows.values() if row.id.note == "b")
    row.status = CardStatus(memory)
    store.add(deck("a"), NOON)
    assert store.card_key(row.id) is None
    changes = store.add(deck("a", note("b", "better")), NOON)
    assert ids(changes.returned) == ["b"]
    assert changes.added == ()
    assert store.card_key(row.id) == row.key
    assert store.status(CardId("terms", "b", "answer")) == CardStatus(memory)
    assert in_use(store)[1].text("answer") == "better"


def test_a_retired_note_is_not_retired_again() -> None:
    store = stored("a", "b")
    store.add(deck("a"), NOON)
    assert plan_import(deck("a"), store).nothing


def test_another_order_is_a_change() -> None:
    store = stored("a", "b", "c")
    changes = plan_import(deck("c", "a", "b"), store)
    assert changes.positions == {"c": 0, "a": 1, "b": 2}
    assert not changes.nothing
    assert changes.unchanged == 3


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Other"},
        {"description": "Other"},
        {"author": "Other"},
        {"language": "zh"},
        {"licence": "CC0"},
        {"sources": (SOURCE,)},
    ],
)
def test_what_a_deck_says_of_itself_is_compared(changed: dict[str, str]) -> None:
    other = replace(deck("a"), **changed)  # type: ignore[arg-type]
    changes = plan_import(other, stored("a"))
    assert changes.about
    assert not changes.nothing
    assert changes.unchanged == 1


def test_another_deck_is_left_alone() -> None:
    store = stored("a")
    changes = store.add(replace(deck("a"), id="other"), NOON)
    assert ids(changes.added) == ["a"]
    assert plan_import(deck("a"), store).nothing


def test_a_note_of_another_kind_is_changed() -> None:
    other = Note("a", "reversed", {"front": "one", "back": "two"})
    assert ids(plan_import(deck(other), stored("a")).changed) == ["a"]


def test_an_empty_deck_retires_all_notes() -> None:
    changes = changes_between(deck(), stored("a", "b").stored_notes("terms"), deck())
    assert changes.retired == ("a", "b")


def test_an_import_that_is_stopped_changes_nothing() -> None:
    store = stored("a")
    changes = plan_import(deck("b"), store)

    def stop(done: int, total: int, doing: str) -> None:
        raise Cancelled(f"{doing}: {done} of {total}")

    with pytest.raises(Cancelled):
        store.write_changes(changes, (), NOON, stop)
    assert plan_import(deck("a"), store).nothing


@given(st.lists(decks, min_size=1, max_size=5))
def test_after_an_import_the_collection_holds_the_deck(versions: list[Deck]) -> None:
    store = FakeCollection()
    keys: dict[CardId, int] = {}
    for version in versions:
        changes = store.add(version, NOON)
        assert tuple(in_use(store)) == version.notes
        assert changes.unchanged + len(
            (*changes.added, *changes.changed, *changes.returned)
        ) == len(version.notes)
        assert plan_import(version, store).nothing
        for row in store.rows.values():
            assert keys.setdefault(row.id, row.key) == row.key, "a card keeps its key for good"
