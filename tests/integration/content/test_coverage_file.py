"""Coverage files: each kind of problem at its place, and what an entry leaves out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nqpf_study.content.coverage_file import ReadCoverage, read_coverage
from nqpf_study.content.problems import Code
from nqpf_study.domain.anchoring import Span
from nqpf_study.domain.coverage import Reason, cover
from tests.integration.content.conftest import document

ESSAY = "Home | News\n\nThe first measure. The second measure is industry. The end.\n\nShare\n"
HEAD = "format: 1\nleft_out:\n"  # entries begin in line 3

Read = Callable[[str], ReadCoverage]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return what reads a coverage file; a card rests on the word “industry”."""
    at = ESSAY.index("industry")
    covered = {
        "essay": cover(document("essay", ESSAY), [Span(at, at + len("industry"))]),
        "lost": cover(document("lost", None), []),
    }

    def read_content(content: str) -> ReadCoverage:
        path = tmp_path / "coverage.yaml"
        path.write_text(content, "utf-8")
        return read_coverage(path, covered, {"a-deck/one", "a-deck/two"})

    return read_content


def entry(exact: str, reason: str = "navigation", more: str = "", source: str = "essay") -> str:
    return f"  - source: {source}\n    exact: {exact}\n    reason: {reason}\n{more}"


CASES: dict[str, tuple[str, list[tuple[int, int, Code]]]] = {
    "nothing to leave out": (HEAD.rstrip() + " []\n", []),
    "all reasons": (
        HEAD
        + entry("Home | News")
        + entry("The first measure", "repeated", "    see: a-deck/one\n")
        + entry("The end", "other", "    note: It says nothing.\n")
        + entry("Share", "share-link"),
        [],
    ),
    "an empty file": ("", [(0, 0, Code.EMPTY_FILE)]),
    "no YAML": (HEAD + "  - 'x\n", [(4, 1, Code.SYNTAX)]),
    "another format": ("format: 2\nleft_out: 3\n", [(1, 9, Code.UNKNOWN_FORMAT)]),
    "no list": ("format: 1\n", [(1, 1, Code.MISSING_FIELD)]),
    "a text for the list": ("format: 1\nleft_out: all\n", [(2, 11, Code.WRONG_TYPE)]),
    "a deck's field": (HEAD + "  []\nnotes: []\n", [(4, 1, Code.UNKNOWN_FIELD)]),
    "a misspelt field": (
        HEAD + entry("Share").replace("reason", "raeson"),
        [(5, 5, Code.UNKNOWN_FIELD)],
    ),
    "no quotation": (
        HEAD + "  - {source: essay, reason: heading}\n",
        [(3, 5, Code.MISSING_FIELD)],
    ),
    "an unknown reason": (HEAD + entry("Share", "navigaton"), [(5, 13, Code.UNKNOWN_REASON)]),
    "a repetition that names no note": (
        HEAD + entry("Share", "repeated"),
        [(3, 5, Code.MISSING_FIELD)],
    ),
    "an unknown note": (
        HEAD + entry("Share", "repeated", "    see: a-deck/three\n"),
        [(6, 10, Code.UNKNOWN_NOTE)],
    ),
    "another reason without its words": (
        HEAD + entry("Share", "other"),
        [(3, 5, Code.MISSING_FIELD)],
    ),
    "an unknown source": (HEAD + entry("Share", source="esay"), [(3, 13, Code.UNKNOWN_SOURCE)]),
    "a source without its text": (
        HEAD + entry("Share", source="lost"),
        [(3, 13, Code.SOURCE_MISSING)],
    ),
    "a quotation that is not there": (HEAD + entry("Shares"), [(4, 12, Code.PASSAGE_MISSING)]),
    "a quotation that is there twice": (
        HEAD + entry("measure"),
        [(4, 12, Code.PASSAGE_AMBIGUOUS)],
    ),
    "a quotation narrowed by what follows": (
        HEAD + entry("measure", more="    suffix: . The second\n"),
        [],
    ),
    "a sentence left out twice": (
        HEAD + entry("first measure") + entry("The end") + entry("The first"),
        [(10, 12, Code.LEFT_OUT_TWICE)],
    ),
    "a sentence that a card touches": (
        HEAD + entry("The second measure"),
        [(4, 12, Code.NOTHING_LEFT_OUT)],
    ),
    "sentences of which a card touches one": (
        HEAD + entry("The second measure is industry. The end."),
        [],
    ),
    "marks without a word": (HEAD + entry('"|"'), [(4, 12, Code.NOTHING_LEFT_OUT)]),
    "all problems at once": (
        HEAD + entry("Shares", "why") + entry("Share", "other", source="esay"),
        [
            (4, 12, Code.PASSAGE_MISSING),
            (5, 13, Code.UNKNOWN_REASON),
            (6, 5, Code.MISSING_FIELD),
            (6, 13, Code.UNKNOWN_SOURCE),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_problem_is_told_with_its_place_and_nothing_else_is(case: str, read: Read) -> None:
    content, expected = CASES[case]
    found = read(content).problems
    assert [(p.line, p.column, p.code) for p in found] == expected, found


def test_the_hints_name_what_was_meant(read: Read) -> None:
    content = HEAD + entry("Share", "navigaton", "    see: a-deck/tow\n", source="esay")
    hints = {problem.code: problem.hint for problem in read(content).problems}
    assert hints == {
        Code.UNKNOWN_SOURCE: "did you mean essay?",
        Code.UNKNOWN_REASON: "did you mean navigation?",
        Code.UNKNOWN_NOTE: "did you mean a-deck/two?",
    }


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read_coverage(tmp_path / "coverage.yaml", {}, frozenset()).problems
    assert problem.code == Code.UNREADABLE


def test_every_sentence_that_a_quotation_holds_a_word_of_is_left_out(read: Read) -> None:
    content = HEAD + entry("measure is industry. The end. Share", "heading") + entry("News")
    assert read(content).reasons == {
        "essay": {
            0: Reason.NAVIGATION,
            2: Reason.HEADING,
            3: Reason.HEADING,
            4: Reason.HEADING,
        }
    }


def test_an_entry_with_an_error_leaves_nothing_out(read: Read) -> None:
    content = HEAD + entry("Share", "other") + entry("The end")
    assert read(content).reasons == {"essay": {3: Reason.NAVIGATION}}
