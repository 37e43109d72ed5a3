"""The learner's flags and tags in real Anki."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.errors import unheard
from nqpf_study.domain.tags import tags_in
from nqpf_study.exchange.anki import export_anki
from nqpf_study.study.ports import NoteMarks
from tests.fakes.export_store import IMPORTED, MemoryExportStore
from tests.integration.exchange.conftest import Anki, Outcome

PAIR = Note("pair", "reversed", {"front": "quality", "back": "质"}, tags=("theme", "exam"))
GAPS = Note("gaps", "cloze", {"text": "{{c1::Three}} drivers of {{c2::quality}}"})
LISTED = Note(
    "steps",
    "list",
    {
        "question": "Which?",
        "items": (Member("One", "one", "First?"), Member("Two", "two", "Next?")),
    },
)
PLAIN = Note("plain", "basic", {"question": "Why?", "answer": "So"})
LATER = IMPORTED + timedelta(days=1)


@pytest.fixture
def store() -> MemoryExportStore:
    return MemoryExportStore(
        [Deck("d", "D", notes=(PAIR, GAPS, LISTED, PLAIN)), Deck("e", "E", notes=(PLAIN,))]
    )


def exported(store: MemoryExportStore, folder: Path) -> Path:
    out = folder / "out.apkg"
    export_anki(store, out, None, unheard)
    return out


def with_flags(anki: Anki, package: Path) -> None:
    """Import a package, its scheduling too: only then Anki takes flags."""
    options = ImportAnkiPackageOptions(with_scheduling=True)
    asked = ImportAnkiPackageRequest(package_path=str(package), options=options)
    anki.col.import_anki_package(asked)


def tags(anki: Anki, id_: str) -> list[str]:
    (found,) = {tuple(card.note().tags) for card in anki.cards(f'"Id:{id_}"')}
    return list(found)


def test_the_learners_tags_join_those_of_the_deck(
    anki: Anki, store: MemoryExportStore, tmp_path: Path
) -> None:
    given = tags_in("Exam 重点 part::one c++ to-ask 2024")
    store.marks["d"] = {
        "pair": NoteMarks(given, (), LATER),
        "gaps": NoteMarks(("hard",), (), LATER),
        "steps": NoteMarks(("hard",), (), LATER),
    }
    anki.take(exported(store, tmp_path))
    assert tags(anki, "d/pair") == sorted({"theme", "exam", *given})
    assert (
        tags(anki, "d/gaps") == tags(anki, "d/steps") == tags(anki, "d/steps/item-one") == ["hard"]
    )
    assert tags(anki, "d/plain") == tags(anki, "e/plain") == []


def test_a_flag_is_a_tag_of_its_note_and_where_anki_takes_it_a_flag(
    anki: Anki, store: MemoryExportStore, tmp_path: Path
) -> None:
    store.marks["d"] = {
        "pair": NoteMarks((), ("backward",), LATER),
        "gaps": NoteMarks((), ("c2",), LATER),
        "steps": NoteMarks(("hard",), ("item-two",), LATER),
    }
    with_flags(anki, exported(store, tmp_path))
    assert tags(anki, "d/pair") == ["exam", "flagged", "theme"]
    assert tags(anki, "d/gaps") == ["flagged"]
    assert tags(anki, "d/steps") == tags(anki, "d/steps/item-one") == ["hard"]
    assert tags(anki, "d/steps/item-two") == ["flagged", "hard"]
    shown = {(card.note()["Id"], card.ord): card.user_flag() for card in anki.cards("-flag:0")}
    assert shown == {("d/pair", 1): 1, ("d/gaps", 1): 1, ("d/steps/item-two", 0): 1}


def test_marks_given_and_taken_later_come_with_the_next_package(
    anki: Anki, store: MemoryExportStore, tmp_path: Path
) -> None:
    anki.take(exported(store, tmp_path))
    store.marks["d"] = {"plain": NoteMarks(("exam",), ("answer",), LATER)}
    outcome = anki.take(exported(store, tmp_path))
    assert (outcome.new, outcome.updated) == (0, 1)
    assert tags(anki, "d/plain") == ["exam", "flagged"]
    assert anki.take(exported(store, tmp_path)).updated == 0, "nothing is newer now"
    store.marks["d"] = {"plain": NoteMarks((), (), LATER + timedelta(hours=1))}
    assert anki.take(exported(store, tmp_path)).updated == 1
    assert tags(anki, "d/plain") == []


def test_some_notes_are_exported_with_all_of_their_cards(
    anki: Anki, store: MemoryExportStore, tmp_path: Path
) -> None:
    out = tmp_path / "some.apkg"
    chosen = {"d": frozenset({"pair", "steps"}), "e": frozenset({"plain"})}
    written = export_anki(store, out, list(chosen), unheard, chosen)
    assert anki.take(out) == Outcome(new=written)
    assert {card.note()["Id"] for card in anki.cards()} == {
        *("d/pair", "d/steps", "d/steps/item-one", "d/steps/item-two"),
        "e/plain",
    }
    anki.take(exported(store, tmp_path))
    assert len(anki.cards('"Id:d/gaps"')) == 2, "the rest can follow later"


def test_the_same_marks_make_the_same_package(store: MemoryExportStore, tmp_path: Path) -> None:
    store.marks["d"] = {"pair": NoteMarks(("exam",), ("forward",), LATER)}
    first = exported(store, tmp_path).read_bytes()
    assert exported(store, tmp_path).read_bytes() == first
