from __future__ import annotations

import pytest

from nqpf_study.domain.deck import Deck
from nqpf_study.exchange.anki.ids import deck_names, deck_number, note_guid


def test_guids_never_change() -> None:
    # Learners' collections hold these: another guid here is a doubled deck there.
    assert note_guid("terms", "new-quality-productive-forces") == "s1P|>54Ly+"
    assert note_guid("terms", "essence", "cloze") == "xV96gFOcr4"
    assert note_guid("measures", "first", "part-technologies") == "fS-^:d5,W@"


def test_notes_of_two_decks_with_one_id_are_two() -> None:
    assert note_guid("terms", "first") != note_guid("measures", "first")


def test_deck_numbers_are_stable_positive_and_exact_in_javascript() -> None:
    assert deck_number("terms") == 371_438_269_714_350
    assert all(1 < deck_number(f"deck-{n}") < 2**53 for n in range(1000))
    assert len({deck_number(f"deck-{n}") for n in range(1000)}) == 1000


def test_decks_stand_under_one_parent() -> None:
    assert deck_names([Deck("terms", "Terms"), Deck("timeline", "Timeline")]) == {
        "terms": "NQPF Study::Terms",
        "timeline": "NQPF Study::Timeline",
    }


def test_the_second_deck_of_a_title_carries_its_id() -> None:
    decks = [Deck("terms", "Terms"), Deck("my-terms", "terms"), Deck("other", "Terms")]
    assert list(deck_names(decks).values()) == [
        "NQPF Study::Terms",
        "NQPF Study::terms (my-terms)",
        "NQPF Study::Terms (other)",
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Unit 3::Energy", "Unit 3: Energy"),
        ("Unit 3 :::: Energy", "Unit 3: Energy"),
        ("::", "deck-id"),
        (":odd:", "odd"),
        ("  spaced \n out ", "spaced out"),
        ('The "visible hand"', "The visible hand"),
        ("新质生产力", "新质生产力"),
        (" ", "deck-id"),
    ],
)
def test_a_title_is_one_level_of_the_deck_tree(title: str, name: str) -> None:
    assert deck_names([Deck("deck-id", title)]) == {"deck-id": f"NQPF Study::{name}"}
