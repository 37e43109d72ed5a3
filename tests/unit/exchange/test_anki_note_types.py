"""What is frozen here must stay: Anki would split every learner's notes from ours."""

from __future__ import annotations

import hashlib
import json

import genanki
import pytest

from nqpf_study.domain.deck import Member, Note, Value
from nqpf_study.domain.kinds import KINDS, Field, FieldType, cards_of
from nqpf_study.exchange.anki.note_types import (
    FIXED_CARDS,
    PLACES,
    RESTYLED,
    cloze_notes,
    plain_notes,
)

BACKING = [
    "Kind",
    "Chinese",
    "Pinyin",
    "Variants",
    "Remark",
    "Derived",
    "As of",
    "Passages",
    "Hint",
    "Image",
    "Audio",
    "Extra",
]


def names(parts: list[dict[str, str]]) -> list[str]:
    return [part["name"] for part in parts]


def test_the_note_type_of_questions_is_frozen() -> None:
    plain = plain_notes()
    assert (plain.model_id, plain.name) == (1795305600001, "NQPF Study")
    assert names(plain.fields) == [
        "Id",
        *("Question 1", "Answer 1", "Question 2", "Answer 2", "Question 3", "Answer 3"),
        *("Question 4", "Answer 4", "Question 5", "Answer 5"),
        *BACKING,
    ]
    assert names(plain.templates) == ["Card 1", "Card 2", "Card 3", "Card 4", "Card 5"]


def test_the_note_type_of_gaps_is_frozen() -> None:
    cloze = cloze_notes()
    assert (cloze.model_id, cloze.name) == (1795305600002, "NQPF Study Cloze")
    assert names(cloze.fields) == ["Id", "Text", *BACKING]
    assert names(cloze.templates) == ["Cloze"]
    assert cloze.model_type == cloze.CLOZE


def test_the_places_of_cards_are_frozen() -> None:
    assert {kind: list(cards) for kind, cards in FIXED_CARDS.items()} == {
        "term": ["meaning", "name", "chinese"],
        "measure": ["title", "parts"],
        "event": ["date", "event"],
        "target": ["targets", "province"],
        "basic": ["answer"],
        "reversed": ["forward", "backward"],
        "list": ["all"],
    }


def test_a_change_of_looks_is_dated() -> None:
    looks = json.dumps([[kind.css, kind.templates] for kind in (plain_notes(), cloze_notes())])
    digest = hashlib.sha256(looks.encode()).hexdigest()[:16]
    assert (digest, RESTYLED.isoformat()) == ("a527b22301219566", "2026-11-22T00:00:00+00:00"), (
        "templates or style changed: set RESTYLED to now, so that Anki takes them over"
    )


@pytest.mark.parametrize("kind", [name for name in KINDS if name != "cloze"])
def test_every_card_but_a_members_has_a_place(kind: str) -> None:
    note = Note("n", kind, {field.name: _value(field) for field in KINDS[kind].fields})
    own = [card.name for card in cards_of(note) if card.name not in FIXED_CARDS[kind]]
    assert all(name.endswith("-one") for name in own)
    assert len(FIXED_CARDS[kind]) <= PLACES


def _value(field: Field) -> Value:
    match field.type:
        case FieldType.MEMBERS:
            return (Member("One", "one", "Which is first?"),)
        case FieldType.NUMBER:
            return 1
        case FieldType.FLAG:
            return True
        case FieldType.DATE:
            return "2024-01-31"
        case FieldType.TEXT:
            return "text"


def test_the_fields_a_card_needs_are_those_that_trying_out_finds() -> None:
    plain = plain_notes()
    tried = genanki.Model(1, "tried", fields=plain.fields, templates=plain.templates)
    assert plain._req == tried._req


def test_a_note_type_is_dated_by_its_looks_not_by_the_package() -> None:
    assert plain_notes().to_json(5.0, 1)["mod"] == int(RESTYLED.timestamp())
