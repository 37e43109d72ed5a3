"""The shipped decks, held to the lints and to what else their authors promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nqpf_study import paths
from nqpf_study.app import Checked, check_without_collection
from nqpf_study.domain.deck import Note

FEWEST_NOTES = 200
KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SOURCES = {"china-org-cn", "agencies", "china-daily", "peoples-daily", "qiushi"}


@cache
def checked() -> tuple[Checked, ...]:
    return tuple(check_without_collection(paths.decks()))


def notes() -> Iterator[tuple[str, Note]]:
    for each in checked():
        if each.deck is not None:
            for note in each.deck.notes:
                yield f"{each.deck.id}/{note.id}", note


def test_the_four_decks_are_there_in_their_order() -> None:
    ids = [each.deck.id if each.deck else each.path.name for each in checked()]
    assert ids == ["nqpf-terms", "nqpf-measures", "nqpf-timeline", "nqpf-provinces"]


def test_no_deck_has_an_error_or_a_warning_that_is_not_waived() -> None:
    assert [str(problem) for each in checked() for problem in each.problems] == []


def test_waivers_are_few() -> None:
    assert sum(len(each.waived) for each in checked()) <= len(list(notes())) / 20


def test_there_are_enough_notes() -> None:
    assert len(list(notes())) >= FEWEST_NOTES


def test_every_note_rests_on_a_passage() -> None:
    assert [name for name, note in notes() if not note.passages] == []


def test_every_source_is_quoted() -> None:
    quoted = {passage.source for _, note in notes() for passage in note.passages}
    assert quoted == SOURCES


def test_tags_are_lower_case_kebab_and_name_every_source() -> None:
    assert [name for name, note in notes() if not note.tags] == []
    odd = [tag for _, note in notes() for tag in note.tags if not KEBAB.fullmatch(tag)]
    assert odd == []
    untagged = [
        name
        for name, note in notes()
        if {passage.source for passage in note.passages} != SOURCES.intersection(note.tags)
    ]
    assert untagged == []


def test_a_basic_note_offers_wrong_answers_of_its_own() -> None:
    basic = [(name, note) for name, note in notes() if note.kind == "basic"]
    assert [name for name, note in basic if len(note.distractors) < 3] == []
