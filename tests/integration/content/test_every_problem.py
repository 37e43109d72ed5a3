"""Each kind of problem, at its line and column, and nothing beside it."""

from __future__ import annotations

import pytest

from nqpf_study.content.problems import LINTS, Code
from tests.integration.content.conftest import Read

HEAD = "format: 1\ndeck: {id: a-deck, title: A deck}\nnotes:\n"  # notes begin in line 4
SEEN = "    passages: [{source: essay, exact: leading role}]\n"
BASIC = "  - id: one\n    kind: basic\n    question: Who leads?\n    answer: Innovation\n" + SEEN
SOURCE = "  - {id: own, title: Own, publisher: P, published: 2024, file: own.txt"

CASES: dict[str, tuple[str | bytes, list[tuple[int, int, Code]]]] = {
    "UTF-16": ("format: 1".encode("utf-16"), [(0, 0, Code.NOT_UTF8)]),
    "Latin-1": (b"format: 1\ndeck: {id: a-deck, title: A\xe9}\n", [(2, 28, Code.NOT_UTF8)]),
    "a null byte": (b"format: 1\ndeck: \x00\n", [(2, 7, Code.BAD_CHARACTER)]),
    "an escaped null byte": (
        HEAD + BASIC.replace("Innovation", '"Inno\\0vation"'),
        [(7, 13, Code.BAD_CHARACTER)],
    ),
    "no colon": ("format: 1\ndeck\nnotes: []\n", [(3, 1, Code.SYNTAX)]),
    "a tab": ("format: 1\ndeck:\n\tid: a-deck\n", [(3, 1, Code.SYNTAX)]),
    "a colon in plain text": (
        HEAD + BASIC.replace("Innovation", "First: innovation"),
        [(7, 18, Code.SYNTAX)],
    ),
    "an open quotation mark": (HEAD + '  - id: "one\n', [(5, 1, Code.SYNTAX)]),
    "nothing": ("", [(0, 0, Code.EMPTY_FILE)]),
    "only a comment": ("# nothing yet\n", [(0, 0, Code.EMPTY_FILE)]),
    "two documents": (HEAD + BASIC + "---\nformat: 1\n", [(9, 1, Code.SEVERAL_DOCUMENTS)]),
    "deep nesting": ("notes: " + "[" * 40, [(1, 39, Code.TOO_DEEP)]),
    "an anchor": (HEAD + BASIC.replace("Who", "&who Who"), [(6, 15, Code.ALIAS)]),
    "an alias": (HEAD + BASIC.replace("Who leads?", "*who"), [(6, 15, Code.ALIAS)]),
    "a tag": (HEAD + BASIC.replace("Who", "!!str Who"), [(6, 15, Code.TAG)]),
    "a merge key": (HEAD + BASIC + "    <<: {remark: x}\n", [(9, 5, Code.MERGE_KEY)]),
    "a repeated field": (HEAD + BASIC + "    answer: No\n", [(9, 5, Code.DUPLICATE_KEY)]),
    "a repeated list of notes": (HEAD + BASIC + "notes: []\n", [(9, 1, Code.DUPLICATE_KEY)]),
    "a list as a field name": (HEAD + BASIC + "    [a]: b\n", [(9, 5, Code.BAD_KEY)]),
    "no field name": (HEAD + BASIC + "    '': b\n", [(9, 5, Code.BAD_KEY)]),
    "a text cut short": (HEAD + BASIC.replace("Who", "Who is #1, who"), [(6, 21, Code.TEXT_CUT)]),
    "a newer format": (
        "format: 2\ncards: []\nnotes: [{what: ever}]\n",
        [(1, 9, Code.UNKNOWN_FORMAT)],
    ),
    "a format that is no number": ("format: one\nnotes: 3\n", [(1, 9, Code.BAD_NUMBER)]),
    "an empty format": ("format:\nnotes: 3\n", [(1, 8, Code.MISSING_FIELD)]),
    "a list for a format": (HEAD.replace(" 1", " [1]"), [(1, 9, Code.WRONG_TYPE)]),
    "no format": (HEAD.removeprefix("format: 1\n"), [(1, 1, Code.MISSING_FIELD)]),
    "a list for a file": ("- format: 1\n", [(1, 1, Code.WRONG_TYPE)]),
    "a deck without a title": (
        "format: 1\ndeck:\n  id: a-deck\nnotes: []\n",
        [(3, 3, Code.MISSING_FIELD)],
    ),
    "a misspelt part": ("format: 1\ndekc: {id: a}\nnotes: []\n", [(2, 1, Code.UNKNOWN_FIELD)]),
    "a misspelt field": (
        HEAD + BASIC.replace("answer", "anwser"),
        [(7, 5, Code.UNKNOWN_FIELD)],
    ),
    "a field of another kind": (
        HEAD + BASIC + "    definition: no\n",
        [(9, 5, Code.UNKNOWN_FIELD)],
    ),
    "a missing field": (
        HEAD + "  - kind: basic\n    question: Q\n" + SEEN + "    id: one\n",
        [(4, 5, Code.MISSING_FIELD)],
    ),
    "an empty field": (HEAD + BASIC.replace(" Innovation", ""), [(7, 12, Code.MISSING_FIELD)]),
    "a blank field": (HEAD + BASIC.replace("Innovation", '" "'), [(7, 13, Code.MISSING_FIELD)]),
    "a field that shows nothing": (
        HEAD + BASIC.replace("Innovation", '"\\u200b"'),
        [(7, 13, Code.MISSING_FIELD)],
    ),
    "a list for a text": (HEAD + BASIC.replace("Innovation", "[a]"), [(7, 13, Code.WRONG_TYPE)]),
    "a text for a note": (HEAD + "  - a note\n", [(4, 5, Code.WRONG_TYPE)]),
    "a mapping for the notes": (HEAD + "  one: {}\n", [(4, 3, Code.WRONG_TYPE)]),
    "a text for tags": (HEAD + BASIC + "    tags: one\n", [(9, 11, Code.WRONG_TYPE)]),
    "a bad id": (HEAD + BASIC.replace("one", "One note"), [(4, 9, Code.BAD_ID)]),
    "a long id": (HEAD + BASIC.replace("one", "o" * 101), [(4, 9, Code.BAD_ID)]),
    "a bad deck id": (
        "format: 1\ndeck: {id: -a, title: A}\nnotes: []\n",
        [(2, 12, Code.BAD_ID)],
    ),
    "a number in words": (
        HEAD + "  - {id: m, kind: measure, number: three, of: five, title: T}\n",
        [(4, 5, Code.NO_PASSAGE), (4, 36, Code.BAD_NUMBER)],
    ),
    "a flag in words": (
        HEAD + "  - {id: l, kind: list, question: Q, items: [a, b], ordered: maybe}\n",
        [(4, 5, Code.NO_PASSAGE), (4, 62, Code.BAD_FLAG)],
    ),
    "a date in words": (
        HEAD + "  - {id: e, kind: event, event: E, question: Q, date: May 2024}\n",
        [(4, 5, Code.NO_PASSAGE), (4, 55, Code.BAD_DATE)],
    ),
    "a day that never was": (HEAD + BASIC + "    as_of: 2023-02-29\n", [(9, 12, Code.BAD_DATE)]),
    "an end before its beginning": (
        HEAD
        + "  - {id: e, kind: event, event: E, question: Q, date: 2024-05-22, until: 2024-04}\n",
        [(4, 5, Code.NO_PASSAGE), (4, 74, Code.BAD_DATE)],
    ),
    "a bad language": (
        "format: 1\ndeck: {id: a, title: A, language: in English}\nnotes: []\n",
        [(2, 35, Code.BAD_LANGUAGE)],
    ),
    "a tag with a space": (
        HEAD + BASIC + "    tags:\n      - fine\n      - not fine\n",
        [(11, 9, Code.BAD_TAG)],
    ),
    "an empty member": (HEAD + BASIC + "    tags: [a, '']\n", [(9, 15, Code.EMPTY_ITEM)]),
    "an unknown kind": (HEAD + BASIC.replace("basic", "bassic"), [(5, 11, Code.UNKNOWN_KIND)]),
    "no kind": (
        HEAD + BASIC.replace("    kind: basic\n", ""),
        [(4, 5, Code.MISSING_FIELD)],
    ),
    "an empty kind": (HEAD + BASIC.replace(" basic", ""), [(5, 10, Code.MISSING_FIELD)]),
    "a list for a kind": (HEAD + BASIC.replace("basic", "[a]"), [(5, 11, Code.WRONG_TYPE)]),
    "a note id twice": (HEAD + BASIC + BASIC, [(9, 9, Code.DUPLICATE_NOTE)]),
    "a note id twice in one line": (
        HEAD.removesuffix("\n")
        + " [{id: a, kind: basic, question: Q, answer: A},"
        + " {id: a, kind: basic, question: Q, answer: A}]\n",
        [(3, 9, Code.NO_PASSAGE), (3, 55, Code.NO_PASSAGE), (3, 60, Code.DUPLICATE_NOTE)],
    ),
    "a member id twice": (
        HEAD
        + "  - id: l\n    kind: list\n    question: Q\n    items:\n"
        + "      - {id: a, item: A, cue: C}\n      - {id: a, item: B, cue: D}\n"
        + SEEN,
        [(9, 14, Code.DUPLICATE_MEMBER)],
    ),
    "a member with an id only": (
        HEAD
        + "  - id: l\n    kind: list\n    question: Q\n    items: [a, {id: b, item: B}]\n"
        + SEEN,
        [(7, 21, Code.HALF_MEMBER)],
    ),
    "a member with a colon": (
        HEAD + "  - id: l\n    kind: list\n    question: Q\n    items: [a, b: c]\n" + SEEN,
        [(7, 16, Code.UNKNOWN_FIELD)],
    ),
    "braces that make no gap": (
        HEAD + "  - id: c\n    kind: cloze\n    text: A {{c1:gap}}\n" + SEEN,
        [(6, 11, Code.CLOZE_GAP)],
    ),
    "a text without a gap": (
        HEAD + "  - id: c\n    kind: cloze\n    text: A gap\n" + SEEN,
        [(6, 11, Code.CLOZE_WITHOUT_GAP)],
    ),
    "an empty gap": (
        HEAD + "  - id: c\n    kind: cloze\n    text: A {{c1::}}\n" + SEEN,
        [(4, 9, Code.EMPTY_CARD)],
    ),
    "a list of one": (
        HEAD + "  - id: l\n    kind: list\n    question: Q\n    items: [a]\n" + SEEN,
        [(4, 9, Code.SHORT_LIST)],
    ),
    "a list of none": (
        HEAD + "  - id: l\n    kind: list\n    question: Q\n    items: []\n" + SEEN,
        [(7, 12, Code.MISSING_FIELD)],
    ),
    "an unknown warning waived": (
        HEAD + BASIC + "    waive: {long-anwser: It is short.}\n",
        [(9, 13, Code.UNKNOWN_WAIVER)],
    ),
    "an error waived": (
        HEAD + BASIC + "    waive:\n      bad-id: I like it.\n",
        [(10, 7, Code.UNKNOWN_WAIVER)],
    ),
    "a waiver without a reason": (
        HEAD + BASIC + "    waive: {long-answer: '', given-away: }\n",
        [(9, 13, Code.EMPTY_WAIVER), (9, 30, Code.EMPTY_WAIVER)],
    ),
    "a list of waivers": (HEAD + BASIC + "    waive: [long-answer]\n", [(9, 12, Code.WRONG_TYPE)]),
    "a list for a reason": (
        HEAD + BASIC + "    waive: {long-answer: [a]}\n",
        [(9, 26, Code.WRONG_TYPE)],
    ),
    "no passage": (HEAD + BASIC.removesuffix(SEEN), [(4, 5, Code.NO_PASSAGE)]),
    "an unknown source": (HEAD + BASIC.replace("essay", "esay"), [(8, 25, Code.UNKNOWN_SOURCE)]),
    "a passage that is not there": (
        HEAD + BASIC.replace("leading role", "trailing role"),
        [(8, 39, Code.PASSAGE_MISSING)],
    ),
    "a passage with the wrong prefix": (
        HEAD + BASIC.replace("leading role", "leading role, prefix: plays a"),
        [(8, 39, Code.PASSAGE_MISSING)],
    ),
    "a passage that is there twice": (
        HEAD + BASIC.replace("leading role", "The first"),
        [(8, 39, Code.PASSAGE_AMBIGUOUS)],
    ),
    "a library source without text": (
        HEAD + BASIC.replace("essay", "lost") + BASIC.replace("essay", "lost").replace("one", "b"),
        [(8, 25, Code.SOURCE_MISSING)],
    ),
    "an own source without a file": (
        HEAD + "sources:\n" + SOURCE + "}\n",
        [(5, 64, Code.SOURCE_MISSING)],
    ),
    "a source from elsewhere": (
        HEAD + "sources:\n" + SOURCE.replace("own.txt", "../own.txt") + "}\n",
        [(5, 64, Code.SOURCE_OUTSIDE)],
    ),
    "a folder for a source": (
        HEAD + "sources:\n" + SOURCE.replace("own.txt", ".") + "}\n",
        [(5, 64, Code.UNREADABLE)],
    ),
    "a source id twice": (
        HEAD
        + "sources:\n"
        + SOURCE.replace("own.txt", "near.txt")
        + "}\n"
        + SOURCE.replace("own.txt", "near.txt")
        + "}\n",
        [(6, 10, Code.DUPLICATE_SOURCE)],
    ),
    "a source that was changed": (
        HEAD + "sources:\n" + SOURCE.replace("own.txt", "near.txt") + ", sha256: 0a}\n",
        [(5, 82, Code.SOURCE_CHANGED)],
    ),
    "a source that replaces another": (
        HEAD
        + "sources:\n"
        + SOURCE.replace("id: own", "id: essay").replace("own.txt", "near.txt")
        + "}\n",
        [(5, 10, Code.SOURCE_DIFFERS)],
    ),
    "a text proper that ends before it begins": (
        HEAD
        + "sources:\n"
        + SOURCE.replace("own.txt", "near.txt")
        + ", begins: last words, ends: first words}\n",
        [(5, 100, Code.ENDS_BEFORE_BEGINS)],
    ),
    "beginning words that are not there": (
        HEAD + "sources:\n" + SOURCE.replace("own.txt", "near.txt") + ", begins: other words}\n",
        [(5, 82, Code.PASSAGE_MISSING)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_problem_is_told_with_its_place_and_nothing_else_is(case: str, read: Read) -> None:
    content, expected = CASES[case]
    found = read(content)
    assert [(p.line, p.column, p.code) for p in found.problems] == expected, found.problems
    kept_out = any(problem.level == "error" for problem in found.problems)
    assert (found.deck is None) == kept_out


def test_every_code_is_met_by_a_case() -> None:
    met = {code for _, expected in CASES.values() for _, _, code in expected}
    elsewhere = {Code.TOO_LARGE, Code.MORE}  # test_deck_file.py
    linted = LINTS | {Code.UNUSED_WAIVER, Code.UNUSED_TAG}  # test_lints.py
    covering = {
        Code.UNKNOWN_REASON,
        Code.UNKNOWN_NOTE,
        Code.LEFT_OUT_TWICE,
        Code.NOTHING_LEFT_OUT,
    }  # test_coverage_file.py
    assert met | elsewhere | linted | covering == set(Code)
