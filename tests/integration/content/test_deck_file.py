from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from nqpf_study.content import deck_file, yaml_tree
from nqpf_study.content.deck_file import read_deck
from nqpf_study.content.problems import MOST_SHOWN, Code
from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.errors import Cancelled, Level
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Document
from tests.integration.content.conftest import Read, document

HEAD = "format: 1\ndeck: {id: a-deck, title: A deck}\nnotes:\n"
WHOLE = """\
format: 1
deck:
  id: nqpf-terms            # an id never changes
  title: Terms
  language: en
  description: >
    The concept and the ideas
    that it leans on.
  author: A teacher
  licence: CC-BY-4.0
notes:
  - id: innovation
    kind: term
    term: innovation
    definition: |
      What leads.
    chinese: 创新
    pinyin: chuàngxīn
    variants: [invention, "new: things"]
    tags: [concept, qiushi, concept]
    passages:
      - source: essay
        exact: Innovation plays the leading role.
      - source: essay
        exact: The first
        suffix: of all
    remark: More to say.
    derived: From the first sentence.
    as_of: "2024-03"
    distractors: [tradition, luck, chance]
  - id: measures
    kind: list
    question: Which measures are named?
    items:
      - innovation
      - {id: industry, item: new industry, cue: "What comes second?"}
    ordered: true
    passages:
      - {source: essay, exact: the second is new industry, prefix: “innovation”，}
  - id: third
    kind: measure
    number: 3
    of: the five measures
    title: Go green
    passages:
      - {source: story, exact: its report in January}
"""


def test_a_deck_file_becomes_a_deck(read: Read) -> None:
    found = read(WHOLE)
    assert found.problems == ()
    assert found.deck == Deck(
        id="nqpf-terms",
        title="Terms",
        language="en",
        description="The concept and the ideas that it leans on.",
        author="A teacher",
        licence="CC-BY-4.0",
        notes=(
            Note(
                id="innovation",
                kind="term",
                fields={
                    "term": "innovation",
                    "definition": "What leads.",
                    "chinese": "创新",
                    "pinyin": "chuàngxīn",
                    "variants": (Member("invention"), Member("new: things")),
                },
                tags=("concept", "qiushi"),
                passages=(
                    Passage("essay", "Innovation plays the leading role."),
                    Passage("essay", "The first", suffix="of all"),
                ),
                remark="More to say.",
                derived="From the first sentence.",
                as_of="2024-03",
                distractors=("tradition", "luck", "chance"),
            ),
            Note(
                id="measures",
                kind="list",
                fields={
                    "question": "Which measures are named?",
                    "items": (
                        Member("innovation"),
                        Member("new industry", "industry", "What comes second?"),
                    ),
                    "ordered": True,
                },
                passages=(Passage("essay", "the second is new industry", prefix="“innovation”，"),),
            ),
            Note(
                id="third",
                kind="measure",
                fields={"number": 3, "of": "the five measures", "title": "Go green"},
                passages=(Passage("story", "its report in January"),),
            ),
        ),
    )


def test_only_the_documents_that_are_quoted_come_along(read: Read) -> None:
    assert [document.source.id for document in read(WHOLE).documents] == ["essay", "story"]


@pytest.mark.parametrize("notes", ["notes: []", "notes:"])
def test_a_deck_without_notes_is_a_deck(notes: str, read: Read) -> None:
    found = read(f"format: 1\ndeck: {{id: a-deck, title: A deck}}\n{notes}\n")
    assert found.deck == Deck("a-deck", "A deck")
    assert found.problems == ()


@pytest.mark.parametrize(
    "written", ["NO", "010", "12:30", "3.10", "2024-03-05", "null", "~", "true", "1e3", "0x1F", "="]
)
def test_text_stays_as_it_was_written(written: str, read: Read) -> None:
    found = read(f"{HEAD}  - {{id: a, kind: basic, question: {written}, answer: A}}\n")
    assert found.deck is not None
    assert found.deck.notes[0].fields["question"] == written


def test_fields_left_empty_are_as_if_they_were_not_there(read: Read) -> None:
    template = "    tags:\n    passages:\n    remark:\n    as_of:\n    distractors:\n"
    note = "  - id: one\n    kind: basic\n    question: Q\n    answer: A\n"
    bare, empty = read(HEAD + note).deck, read(HEAD + note + template).deck
    assert bare is not None
    assert bare == empty


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(read: Read) -> None:
    windows = ("\ufeff" + WHOLE.replace("\n", "\r\n")).encode()
    assert read(windows).deck == read(WHOLE).deck
    wrong = read(windows.replace(b"kind: list", b"kind: lost"))
    assert [(p.line, p.column) for p in wrong.problems] == [(32, 11)]


def test_a_warning_does_not_keep_a_deck_out(read: Read) -> None:
    found = read(HEAD + "  - {id: a, kind: basic, question: Q, answer: A}\n")
    assert [problem.level for problem in found.problems] == [Level.WARNING]
    assert found.deck is not None


def test_a_problem_is_one_line_that_an_editor_can_follow(read: Read, tmp_path: Path) -> None:
    found = read(WHOLE.replace("remark:", "remrak:"))
    said = "27:5: unknown-field: unknown field `remrak` (did you mean `remark`?)"
    assert [str(problem) for problem in found.problems] == [f"{tmp_path / 'deck.yaml'}:{said}"]


def hint(read: Read, replaced: str, by: str) -> str:
    assert replaced in WHOLE
    problems = read(WHOLE.replace(replaced, by)).problems
    assert len(problems) == 1, problems
    return problems[0].hint


@pytest.mark.parametrize(
    ("replaced", "by", "expected"),
    [
        ("kind: term", "kind: trem", "did you mean term?"),
        ("kind: term", "kind: verb", "the kinds are term, measure, event, target"),
        ("source: story", "source: stroy", "did you mean story?"),
        ("source: story", "source: newspaper", "the sources are essay, lost, story"),
        ("id: innovation", "id: New & Old", "hyphens: new-old"),
        ("    remark: M", "    answer: M", "belongs to notes of the kind basic; this is a term"),
        ("{source: story", "{sauce: story", "did you mean `source`?"),
        ("item: new", "text: new", "needs the field `item`"),
        ("source: story", "source: essay", "it is in story"),
        ("Innovation plays the", "innovation plays the", "the source writes “Innovation plays"),
        ("“innovation”，}", "“innovation”,}", "“innovation”， [the quotation]. The first of all."),
        (
            "plays the leading role",
            "plays the largest role",
            "after “…Innovation plays the l” the source goes on “eading role. The first measure",
        ),
        ("its report in January", "nothing", "nothing like it is there"),
        ("exact: The first\n        suffix: of all", "exact: The first", "quote more"),
    ],
)
def test_a_hint_tells_how_to_mend_it(replaced: str, by: str, expected: str, read: Read) -> None:
    assert expected in hint(read, replaced, by)


def test_the_message_says_how_often_an_ambiguous_passage_stands_there(read: Read) -> None:
    problems = read(WHOLE.replace("\n        suffix: of all", "")).problems
    assert problems[0].message == "the quotation stands 2 times in essay"


def test_all_problems_are_told_at_once_and_in_order(read: Read) -> None:
    content = (
        WHOLE.replace("title: Terms", "titel: Terms")
        .replace("number: 3", "number: three")
        .replace("kind: list", "kind: lost")
        .replace("plays the leading", "takes the leading")
    )
    assert [(p.line, p.code) for p in read(content).problems] == [
        (4, Code.UNKNOWN_FIELD),
        (23, Code.PASSAGE_MISSING),
        (32, Code.UNKNOWN_KIND),
        (42, Code.BAD_NUMBER),
    ]


def test_of_very_many_problems_the_rest_is_counted(read: Read) -> None:
    bad = "".join(f"  - {{id: n{n}, kind: basic, question: Q}}\n" for n in range(MOST_SHOWN + 7))
    problems = read(HEAD + bad).problems
    assert len(problems) == 2 * MOST_SHOWN + 2
    assert [problem.message for problem in problems[-2:]] == [
        "7 more errors are not listed",
        "7 more warnings are not listed",
    ]
    assert [problem.code for problem in problems[-2:]] == [Code.MORE, Code.MORE]


def test_very_many_warnings_do_not_hide_an_error(read: Read) -> None:
    fine = "".join(
        f"  - {{id: n{n}, kind: basic, question: Q, answer: A}}\n" for n in range(MOST_SHOWN + 1)
    )
    found = read(HEAD + fine + "  - {id: last, kind: basic, question: Q}\n")
    assert found.deck is None
    assert Code.MISSING_FIELD in {problem.code for problem in found.problems}


def test_a_file_of_another_format_gets_one_word(read: Read) -> None:
    (newer,) = read(WHOLE.replace("format: 1", "format: 3")).problems
    assert newer.message == "the deck file has format 3; this program reads format 1"
    assert newer.hint == "update the program"
    (older,) = read(WHOLE.replace("format: 1", "format: 0")).problems
    assert older.hint == "write format: 1"


def test_what_an_error_made_unreadable_is_not_reported_as_missing_too(read: Read) -> None:
    found = read(WHOLE.replace("kind: term", "kind: !x term").replace("kind: list", "kind: *l"))
    assert [problem.code for problem in found.problems] == [Code.TAG, Code.ALIAS]


def test_a_comment_is_no_text_that_was_cut(read: Read) -> None:
    assert read(WHOLE.replace("number: 3", "number: 3  # of five")).problems == ()
    assert read(WHOLE.replace("kind: measure", "# kind: a b # c\n    kind: measure")).problems == ()
    cut = read(WHOLE.replace("title: Go green", "title: Go green # soon"))
    assert [(p.line, p.column, p.code) for p in cut.problems] == [(44, 20, Code.TEXT_CUT)]
    assert read(WHOLE.replace("title: Go green", "title: 'Go green # soon'")).problems == ()


def test_a_file_that_is_too_large_is_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck_file, "LARGEST_DECK", 100)
    assert [problem.code for problem in read(WHOLE).problems] == [Code.TOO_LARGE]


def test_a_file_with_too_many_fields_is_refused(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_tree, "MOST_ENTRIES", 10)
    found = read(WHOLE)
    assert found.deck is None
    assert Code.TOO_LARGE in {problem.code for problem in found.problems}


@pytest.mark.parametrize("name", ["absent.yaml", ".", "x" * 300, "a\0b"])
def test_what_cannot_be_read_is_a_problem(name: str, tmp_path: Path) -> None:
    found = read_deck(tmp_path / name, {})
    assert found.deck is None
    assert [(p.line, p.code) for p in found.problems] == [(0, Code.UNREADABLE)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (problem,) = read_deck(tmp_path / "pipe.yaml", {}).problems
    assert problem.message == "the file pipe.yaml is not a file"


def test_a_file_without_the_right_to_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(WHOLE, "utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # a right that even root lacks
    (problem,) = read_deck(path, {}).problems
    assert problem.message == "the file deck.yaml may not be read"


def test_reading_says_how_far_it_has_come_and_can_be_stopped(
    tmp_path: Path, library: dict[str, Document]
) -> None:
    notes = "".join(f"  - {{id: n{n}, kind: basic, question: Q, answer: A}}\n" for n in range(500))
    path = tmp_path / "deck.yaml"
    path.write_text(HEAD + notes, "utf-8")
    heard: list[tuple[int, int, str]] = []

    def listen(done: int, total: int, doing: str) -> None:
        heard.append((done, total, doing))

    def stop(done: int, total: int, doing: str) -> None:
        raise Cancelled(doing, done, total)

    assert read_deck(path, library, listen).deck is not None
    assert heard == [(203, 504, "Reading notes"), (403, 504, "Reading notes")]

    with pytest.raises(Cancelled):
        read_deck(path, library, stop)


def test_a_quotation_is_held_against_the_words_and_not_the_line_ends(
    read: Read, library: dict[str, Document]
) -> None:
    essay = library["essay"]
    library["essay"] = replace(essay, text=(essay.text or "").replace(" ", "\u00a0\r\n"))
    assert read(WHOLE).problems == ()
    library["essay"] = document("essay", "Another text")
    assert {problem.code for problem in read(WHOLE).problems} == {Code.PASSAGE_MISSING}
