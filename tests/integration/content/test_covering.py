"""Deck files and folders of them, held against the sentences of their sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from nqpf_study.content.covering import Covering, Library, cover_decks
from nqpf_study.content.problems import Code
from nqpf_study.domain.coverage import Standing
from nqpf_study.domain.errors import BadInput, StudyError
from tests.integration.content.conftest import document

OWN = """\
format: 1
deck: {id: harbour, title: Our harbour}
sources:
  - {id: handout, title: Handout, publisher: Class 7, published: 2024, file: texts/handout.txt}
notes:
  - id: opening
    kind: basic
    question: When did it open?
    answer: In 1883
    passages:
      - {source: handout, exact: opened in 1883}
"""
SECOND = """\
format: 1
deck: {id: goods, title: Goods}
notes:
  - id: coal
    kind: basic
    question: What came?
    answer: Coal
    passages:
      - {source: essay, exact: Coal came}
"""
COVERAGE = """\
format: 1
left_out:
  - {source: handout, exact: Menu, reason: navigation}
  - {source: handout, exact: It opened then., reason: repeated, see: harbour/opening}
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    essay = document("essay", "Coal came. Timber went.")
    return Library((essay, document("unread", "Nobody quotes this.")), tmp_path / "library")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    (folder / "texts").mkdir(parents=True)
    text = "Menu\n\nThe harbour opened in 1883. It opened then. It had cranes.\n"
    (folder / "texts" / "handout.txt").write_text(text, "utf-8")
    (folder / "1.yaml").write_text(OWN, "utf-8")
    (folder / "2.yaml").write_text(SECOND, "utf-8")
    return folder


def standing(covering: Covering, source: str) -> str:
    """Return how each sentence of a source stands, by its first letter."""
    (found,) = (each for each in covering.sources if each.coverage.document.source.id == source)
    return "".join(each.standing.value[0] for each in found.coverage.sentences)


def sources(covering: Covering) -> list[str]:
    return [each.coverage.document.source.id for each in covering.sources]


def test_a_deck_is_held_against_the_sources_that_it_quotes(folder: Path, library: Library) -> None:
    covering = cover_decks([folder / "1.yaml"], library, "coverage.yaml")
    assert sources(covering) == ["handout"]
    assert standing(covering, "handout") == "otoo"
    assert covering.sources[0].file == folder / "texts" / "handout.txt"
    assert covering.problems == ()


def test_a_folder_stands_for_its_decks_and_its_coverage_file(
    folder: Path, library: Library
) -> None:
    (folder / "coverage.yaml").write_text(COVERAGE, "utf-8")
    covering = cover_decks([folder], library, "coverage.yaml")
    assert sources(covering) == ["essay", "handout"]
    assert standing(covering, "essay") == "to"
    assert standing(covering, "handout") == "ltlo"
    assert covering.sources[0].file == library.folder / "essay.txt"
    assert covering == cover_decks([folder / "coverage.yaml"], library, "coverage.yaml")


def test_a_coverage_file_knows_the_notes_of_decks_that_were_not_asked_for(
    folder: Path, library: Library
) -> None:
    (folder / "coverage.yaml").write_text(COVERAGE, "utf-8")
    covering = cover_decks([folder / "2.yaml"], library, "coverage.yaml")
    assert covering.problems == ()
    assert standing(covering, "handout") == "lolo", "the deck that touches it was not asked for"


def test_the_problems_of_a_coverage_file_are_returned(folder: Path, library: Library) -> None:
    broken = COVERAGE.replace("harbour/opening", "harbour/closing")
    (folder / "coverage.yaml").write_text(broken, "utf-8")
    covering = cover_decks([folder], library, "coverage.yaml")
    assert [problem.code for problem in covering.problems] == [Code.UNKNOWN_NOTE]
    assert standing(covering, "handout") == "ltoo", "the entry with the error leaves nothing out"


@pytest.mark.parametrize("asked", ["1.yaml", "."])
def test_a_deck_with_errors_is_refused(asked: str, folder: Path, library: Library) -> None:
    (folder / "1.yaml").write_text(OWN.replace("answer", "anwser"), "utf-8")
    with pytest.raises(BadInput) as refused:
        cover_decks([folder / asked], library, "coverage.yaml")
    assert "1.yaml" in refused.value.what
    assert [problem.code for problem in refused.value.problems] == [Code.UNKNOWN_FIELD]


def test_a_folder_without_decks_is_refused(tmp_path: Path, library: Library) -> None:
    with pytest.raises(StudyError, match="no deck file"):
        cover_decks([tmp_path], library, "coverage.yaml")


def test_a_source_whose_text_is_missing_is_shown_without_sentences(
    folder: Path, library: Library
) -> None:
    (folder / "texts" / "handout.txt").unlink()
    covering = cover_decks([folder / "1.yaml"], library, "coverage.yaml")
    assert sources(covering) == ["handout"]
    assert covering.sources[0].coverage.document.text is None
    assert covering.sources[0].coverage.standing(Standing.OPEN) == ()
