"""One reading of a deck file: what is wrong with which note, and whether to read it again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from nqpf_study.app import Study
from nqpf_study.ui.deck_check.checkup import check_again, check_up
from tests.fakes.clock import Clock

DECK = """\
format: 1
deck: {id: harbour, title: Our harbour}
sources:
  - {id: handout, title: A, publisher: B, published: 2024, file: handout.txt}
notes:
  - id: depth
    kind: basic
    question: How deep?
    answer: Six metres
    passages: [{source: handout, exact: six metres deep}]
  - id: cranes
    kind: basic
    question: How many?
    anwser: Two
"""


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Study.open(tmp_path / "home", now=Clock()) as study:
        yield study


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "handout.txt").write_text("It was six metres deep.", encoding="utf-8")
    made = tmp_path / "deck.yaml"
    made.write_text(DECK, encoding="utf-8")
    return made


def test_each_problem_belongs_to_its_note(study: Study, file: Path) -> None:
    found = check_up(study, file)
    assert [note.id for note in found.notes] == ["depth"]
    assert {id_: [one.code for one in all_] for id_, all_ in found.troubles.items()} == {
        "cranes": ["no-passage", "unknown-field"]
    }
    assert (found.note_at(5), found.note_at(9), found.note_at(99)) == ("", "depth", "cranes")


def test_a_file_is_read_again_only_where_it_or_its_source_was_saved(
    study: Study, file: Path
) -> None:
    first = check_up(study, file)
    assert check_again(study, first) is None
    file.write_text(DECK.replace("anwser", "answer"), encoding="utf-8")
    second = check_again(study, first)
    assert second is not None
    codes = [problem.code for problem in second.preview.checked.problems]
    assert "unknown-field" not in codes
    assert check_again(study, second) is None
    source = file.with_name("handout.txt")
    before = source.stat()
    source.write_text("It was nine metres deep.", encoding="utf-8")
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    third = check_again(study, second)
    assert third is not None
    assert "passage-missing" in [problem.code for problem in third.preview.checked.problems]
    file.unlink()
    gone = check_again(study, third)
    assert gone is not None
    assert [problem.code for problem in gone.preview.checked.problems] == ["unreadable"]


def test_the_notes_that_an_update_changes_are_known_as_they_were(study: Study, file: Path) -> None:
    mended = DECK.replace("anwser", "answer")
    file.write_text(mended, encoding="utf-8")
    study.import_deck(study.preview(file))
    assert check_up(study, file).before == {}
    file.write_text(mended.replace("How deep?", "How deep was it?"), encoding="utf-8")
    assert check_up(study, file).before["depth"].text("question") == "How deep?"
