from __future__ import annotations

from dataclasses import replace

import pytest

from nqpf_study.domain.deck import Member, Note, Value, note_hash
from nqpf_study.domain.passage import Passage

NOTE = Note(
    "five",
    "list",
    {
        "question": "Which?",
        "ordered": True,
        "number": 5,
        "items": (Member("one", "first", "Which is first?"), Member("two")),
    },
    tags=("measures",),
    passages=(Passage("qiushi", "five measures"),),
    remark="remark",
    derived="derived",
    as_of="2024",
    distractors=("three",),
)


def test_a_field_is_read_as_text_or_as_members() -> None:
    assert NOTE.text("question") == "Which?"
    assert NOTE.text("number") == "5"
    assert NOTE.text("items") == NOTE.text("missing") == ""
    assert [member.text for member in NOTE.members("items")] == ["one", "two"]
    assert NOTE.members("question") == NOTE.members("missing") == ()


def test_the_same_note_has_the_same_hash() -> None:
    turned = replace(
        NOTE, fields=dict(sorted(NOTE.fields.items(), key=lambda field: field[0], reverse=True))
    )
    assert note_hash(turned) == note_hash(NOTE)
    assert note_hash(replace(NOTE, id="other")) == note_hash(NOTE), "an id is no content"


@pytest.mark.parametrize(
    "changed",
    [
        replace(NOTE, kind="basic"),
        replace(NOTE, tags=()),
        replace(NOTE, tags=("Measures",)),
        replace(NOTE, passages=(Passage("qiushi", "five measure"),)),
        replace(NOTE, passages=(Passage("qiushi", "five measures", prefix="the"),)),
        replace(NOTE, passages=(Passage("qiushi", "five measures", suffix="the"),)),
        replace(NOTE, passages=(Passage("people", "five measures"),)),
        replace(NOTE, remark=""),
        replace(NOTE, remark="derived", derived="remark"),
        replace(NOTE, as_of="2025"),
        replace(NOTE, distractors=("three", "four")),
    ],
)
def test_whatever_a_note_says_is_in_its_hash(changed: Note) -> None:
    assert note_hash(changed) != note_hash(NOTE)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("question", "Which"),
        ("ordered", False),
        ("ordered", 1),
        ("number", "5"),
        ("items", (Member("two"), Member("one", "first", "Which is first?"))),
        ("items", (Member("one", "1st", "Which is first?"), Member("two"))),
        ("items", (Member("one", "first", "Which?"), Member("two"))),
        ("more", ""),
    ],
)
def test_every_field_is_in_the_hash(name: str, value: Value) -> None:
    assert note_hash(replace(NOTE, fields={**NOTE.fields, name: value})) != note_hash(NOTE)
