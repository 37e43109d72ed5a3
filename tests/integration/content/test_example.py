"""The example deck for teachers: without a fault, and with everything that a deck can hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from nqpf_study.app import Checked, check_without_collection
from nqpf_study.content import specs
from nqpf_study.domain.kinds import KINDS
from tests.integration.content.yaml_1_2 import load

FILE = Path(__file__).parents[3] / "docs" / "examples" / "tide-mills.yaml"


@pytest.fixture(scope="module")
def checked() -> Checked:
    (read,) = check_without_collection([FILE])
    return read


@pytest.fixture(scope="module")
def written() -> dict[str, object]:
    loaded = load(FILE.read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def filled(value: object) -> list[dict[str, object]]:
    """Return the mappings of a list."""
    assert isinstance(value, list)
    return [each for each in value if isinstance(each, dict)]


def names(mappings: list[dict[str, object]]) -> set[str]:
    return {name for mapping in mappings for name in mapping}


def test_it_has_no_problem(checked: Checked) -> None:
    assert checked.importable
    assert checked.problems == ()


def test_its_size_is_that_of_an_evening(checked: Checked) -> None:
    assert checked.deck is not None
    assert 12 <= len(checked.deck.notes) <= 20


def test_every_kind_is_there_with_every_field(written: dict[str, object]) -> None:
    notes = filled(written["notes"])
    for kind in KINDS.values():
        of_kind = [note for note in notes if note["kind"] == kind.name]
        assert {field.name for field in kind.fields} <= names(of_kind), kind.name


def test_every_other_field_is_there(written: dict[str, object]) -> None:
    notes = filled(written["notes"])
    lists = [value for note in notes for value in note.values() if isinstance(value, list)]
    members = [each for of_note in lists for each in filled(of_note) if "item" in each]
    passages = [each for note in notes for each in filled(note.get("passages", []))]
    assert isinstance(written["deck"], dict)
    assert set(written) == specs.FILE.names
    assert set(written["deck"]) == specs.DECK.names
    assert names(filled(written["sources"])) == specs.SOURCE.names
    assert names(notes) >= specs.NOTE.names
    assert names(members) == specs.MEMBER.names
    assert names(passages) == specs.PASSAGE.names


def test_a_cloze_shows_a_hint_and_warnings_are_waived(checked: Checked) -> None:
    assert checked.deck is not None
    texts = [note.text("text") for note in checked.deck.notes if note.kind == "cloze"]
    assert any(text.count("::") > text.count("{{") for text in texts)
    assert {waived.problem.code for waived in checked.waived} == {"no-passage", "small-pool"}
