"""Each lint on a deck file: at its line and column, and silent where it has no say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nqpf_study.content.deck_file import ReadDeck, read_deck
from nqpf_study.content.problems import LINTS, Code
from tests.integration.content.conftest import document

TEXT = (
    "On January 31 the five bureaus met in Harbin. Wang Hui called the dock the best of all. "
    "It is 1,200 metres long and cost 3 million yuan. Coal, timber and ice came first. "
    "新质生产力 grew in 2024. " + "Word after word after word it goes on. " * 8
)
HEAD = "format: 1\ndeck: {id: a-deck, title: A deck}\nnotes:\n"  # notes begin in line 4

Lint = Callable[[str], ReadDeck]


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    def read(notes: str, head: str = HEAD) -> ReadDeck:
        path = tmp_path / "deck.yaml"
        path.write_text(head + notes, "utf-8")
        return read_deck(path, {"essay": document("essay", TEXT)}, lint=True)

    return read


def basic(question: str, answer: str, exact: str, id_: str = "one", more: str = "") -> str:
    return (
        f"  - id: {id_}\n    kind: basic\n    question: {question}\n    answer: {answer}\n"
        f"    passages: [{{source: essay, exact: '{exact}'}}]\n{more}"
    )


CASES: dict[str, tuple[str, list[tuple[int, int, Code]]]] = {
    "a number that no passage states": (
        basic("How long is the dock?", "1,300 metres", "1,200 metres"),
        [(7, 13, Code.UNSUPPORTED)],
    ),
    "a name that no passage states": (
        basic("Who praised the dock?", "The engineer Wang Li", "Wang Hui called"),
        [(7, 13, Code.UNSUPPORTED)],
    ),
    "a day that no passage states": (
        basic("When did they meet?", "30 January", "On January 31"),
        [(7, 13, Code.UNSUPPORTED)],
    ),
    "a member that no passage states": (
        (
            "  - id: one\n    kind: list\n    question: What came first?\n"
            "    items:\n      - coal\n      - fish\n      - {item: oil, id: oil, cue: What burns?}\n"
            "    passages: [{source: essay, exact: 'Coal, timber and ice'}]\n"
        ),
        [(9, 9, Code.UNSUPPORTED), (10, 16, Code.UNSUPPORTED)],
    ),
    "Chinese that no passage states": (
        (
            "  - id: one\n    kind: term\n    term: new forces\n    definition: They grew.\n"
            "    chinese: 生产关系\n    pinyin: shēngchǎn guānxì\n"
            "    passages: [{source: essay, exact: 新质生产力 grew}]\n"
        ),
        [(8, 14, Code.UNSUPPORTED)],
    ),
    "a date that no passage states": (
        (
            "  - id: one\n    kind: event\n    event: The bureaus met\n    date: 2024-01-31\n"
            "    question: When did they meet?\n"
            "    passages: [{source: essay, exact: On January 31}]\n"
        ),
        [(7, 11, Code.UNSUPPORTED)],
    ),
    "a long question": (
        basic("Which of them " + "really " * 23 + "met?", "Bureaus", "bureaus met"),
        [(6, 15, Code.LONG_QUESTION)],
    ),
    "a long answer": (
        basic("Who met?", "some " * 31, "bureaus met"),
        [(7, 13, Code.LONG_ANSWER)],
    ),
    "a long passage": (
        basic("Who met?", "Bureaus", "Word after word after word it goes on. " * 6),
        [(8, 39, Code.LONG_PASSAGE), (8, 39, Code.PASSAGE_AMBIGUOUS)],
    ),
    "an answer in its question": (
        basic("When did the five bureaus meet?", "The five bureaus", "five bureaus"),
        [(6, 15, Code.GIVEN_AWAY)],
    ),
    "the words of an answer in its question": (
        basic("What of the coal and of the ice?", "Ice and coal", "Coal, timber and ice"),
        [(6, 15, Code.GIVEN_AWAY)],
    ),
    "a question that stands twice": (
        basic("Who met there?", "Bureaus", "bureaus met")
        + basic("Who met - there?", "The five", "the five", "two"),
        [(11, 15, Code.SHARED_QUESTION)],
    ),
    "a waiver that nothing needs": (
        basic("Who met?", "Bureaus", "bureaus met", more="    waive: {long-answer: It is.}\n"),
        [(9, 13, Code.UNUSED_WAIVER)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_lint_is_told_with_its_place_and_nothing_else_is(case: str, lint: Lint) -> None:
    notes, expected = CASES[case]
    found = lint(notes)
    assert [(p.line, p.column, p.code) for p in found.problems] == expected, found.problems


def test_every_lint_is_met_by_a_case() -> None:
    assert {code for _, expected in CASES.values() for _, _, code in expected} >= LINTS
