"""Each lint on a deck file: at its line and column, and silent where it has no say."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

from nqpf_study.content.deck_file import ReadDeck, read_deck
from nqpf_study.content.lints import pools
from nqpf_study.content.problems import LINTS, Code
from nqpf_study.domain.deck import note_hash
from nqpf_study.domain.errors import Cancelled, Level
from nqpf_study.store import sessions
from tests.integration.content.conftest import document

TEXT = (
    "On January 31 the five bureaus met in Harbin. Wang Hui called the dock the best of all. "
    "It is 1,200 metres long and cost 3 million yuan. Coal, timber and ice came first. "
    "新质生产力 grew in 2024. " + "Word after word after word it goes on. " * 8
)
HEAD = "format: 1\ndeck: {id: a-deck, title: A deck}\nnotes:\n"  # notes begin in line 4


class Lint(Protocol):
    def __call__(self, notes: str, head: str = HEAD) -> ReadDeck: ...


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    def read(notes: str, head: str = HEAD) -> ReadDeck:
        path = tmp_path / "deck.yaml"
        path.write_text(head + notes, "utf-8")
        return read_deck(path, {"essay": document("essay", TEXT)}, lint=True)

    return read


def note(*fields: str, exact: str, id_: str = "one") -> str:
    lines = [f"- id: {id_}", *(f"  {field}" for field in fields)]
    lines.append(f"  passages: [{{source: essay, exact: '{exact}'}}]")
    return "".join(f"  {line}\n" for line in lines)


def basic(question: str, answer: str, exact: str, id_: str = "one", more: str = "") -> str:
    fields = ("kind: basic", f"question: {question}", f"answer: {answer}")
    return note(*fields, exact=exact, id_=id_) + more


CASES: dict[str, tuple[str, list[tuple[int, int, Code]]]] = {
    "a number that no passage states": (
        basic("How long is the dock?", "1,300 metres", "1,200 metres"),
        [(7, 13, Code.UNSUPPORTED)],
    ),
    "a name that no passage states": (
        basic("Who praised the dock?", "The engineer Wang Li", "Wang Hui called"),
        [(7, 13, Code.UNSUPPORTED)],
    ),
    "an answer of one word that no passage states": (
        basic("Where did they meet?", "Dalian.", "met in Harbin"),
        [(7, 13, Code.UNSUPPORTED)],
    ),
    "an answer of other words than those of its passage": (
        basic(
            "What became of the dock?", "The harbour company sold it.", "called the dock the best"
        ),
        [(7, 13, Code.UNSUPPORTED)],
    ),
    "a day that no passage states": (
        basic("When did they meet?", "30 January", "On January 31"),
        [(7, 13, Code.UNSUPPORTED)],
    ),
    "a member that no passage states": (
        note(
            "kind: list",
            "question: What came first?",
            "items: [coal, fish, {item: oil, id: oil, cue: What burns?}]",
            exact="Coal, timber and ice",
        ),
        [(7, 19, Code.UNSUPPORTED), (7, 32, Code.UNSUPPORTED)],
    ),
    "Chinese that no passage states": (
        note(
            "kind: term",
            "term: new forces",
            "definition: They grew.",
            "chinese: 生产关系",
            "pinyin: shēngchǎn guānxì",
            exact="新质生产力 grew",
        ),
        [(8, 14, Code.UNSUPPORTED)],
    ),
    "a date that no passage states": (
        note(
            "kind: event",
            "event: The bureaus met",
            "date: 2024-01-31",
            "question: When did they meet?",
            exact="On January 31",
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
        basic("Who goes on?", "Word", "Word after word after word it goes on. " * 6),
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
    "a wish without its owner": (
        basic("What must the bureaus do?", "They met.", "bureaus met"),
        [(6, 15, Code.UNATTRIBUTED)],
    ),
    "a praise without its owner": (
        basic("How good was the dock?", "The best of all.", "the best of all"),
        [(7, 13, Code.UNATTRIBUTED)],
    ),
    "a Chinese term without pinyin": (
        note(
            "kind: term",
            "term: new forces",
            "definition: They grew.",
            "chinese: 新质生产力",
            exact="新质生产力 grew",
        ),
        [(8, 14, Code.MISSING_PINYIN)],
    ),
    "pinyin without tones": (
        note(
            "kind: term",
            "term: new forces",
            "definition: They grew.",
            "chinese: 新质生产力",
            "pinyin: xin zhi shengchanli",
            exact="新质生产力 grew",
        ),
        [(9, 13, Code.MISSING_PINYIN)],
    ),
    "distractors that are no wrong answers": (
        basic("Who met?", "The bureaus", "bureaus met").replace(
            "    passages", "    distractors: [the Bureaus., Wang Hui, wang hui]\n    passages"
        ),
        [(8, 19, Code.BAD_DISTRACTOR), (8, 43, Code.BAD_DISTRACTOR)],
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
    met = {code for _, expected in CASES.values() for _, _, code in expected}
    assert met == LINTS - {Code.UNKNOWN_TAG, Code.SMALL_POOL} | {
        Code.UNUSED_WAIVER,
        Code.PASSAGE_AMBIGUOUS,
    }


QUOTED = (
    *("January", "five", "bureaus", "Harbin", "Wang", "Hui called", "dock", "best"),
    *("1,200", "metres", "million", "yuan", "Coal", "timber"),
)
MANY = "".join(
    basic(f"What is quoted as number {place}?", f"“{exact}”", exact, f"n{place}")
    for place, exact in enumerate(QUOTED, 40)
)
TERM = note(
    "kind: term", "term: ice", "definition: It came first.", exact="ice came first", id_="ice"
)


def test_a_card_without_enough_to_choose_from_is_told_of(lint: Lint) -> None:
    (found,) = lint(TERM + MANY).problems
    assert (found.line, found.column, found.code) == (4, 9, Code.SMALL_POOL)
    assert "“meaning”" in found.message
    assert lint(TERM + "    distractors: [It is hot., It is wet.]\n" + MANY).problems == ()


def test_of_few_notes_nothing_is_said_of_what_there_is_to_choose_from(lint: Lint) -> None:
    assert lint(TERM).problems == ()


def test_a_check_of_many_cards_tells_how_far_it_is_and_can_be_stopped(
    lint: Lint, tmp_path: Path
) -> None:
    lint(MANY)  # writes the file
    told: list[tuple[int, int, str]] = []

    def listen(done: int, total: int, doing: str) -> None:
        told.append((done, total, doing))
        if doing == "Checking cards":
            raise Cancelled

    with pytest.raises(Cancelled):
        read_deck(tmp_path / "deck.yaml", {"essay": document("essay", TEXT)}, listen, lint=True)
    assert told == [(0, len(QUOTED), "Checking cards")]


def test_no_more_neighbours_are_looked_at_than_a_session_draws_on() -> None:
    assert pools.NEIGHBOURS == sessions.NEIGHBOURS


TAGGED = HEAD.replace("A deck}", "A deck, tags: [harbour, ice]}")


def test_tags_are_held_against_the_list_of_the_deck(lint: Lint) -> None:
    notes = basic("Who met?", "Bureaus", "bureaus met", more="    tags: [harbor, ice]\n")
    assert lint(notes).problems == ()
    unused, unknown = lint(notes, TAGGED).problems
    assert (unused.line, unused.column, unused.code) == (2, 42, Code.UNUSED_TAG)
    assert (unknown.line, unknown.column, unknown.code) == (9, 12, Code.UNKNOWN_TAG)
    assert unknown.hint == "did you mean harbour?"


def test_a_deck_may_say_what_its_tags_mean(lint: Lint) -> None:
    notes = basic("Who met?", "Bureaus", "bureaus met", more="    tags: [ice]\n")
    meanings = "{harbour: All of it., ice: }"
    (unused,) = lint(notes, TAGGED.replace("[harbour, ice]", meanings)).problems
    assert (unused.line, unused.column, unused.code) == (2, 42, Code.UNUSED_TAG)


@pytest.mark.parametrize("tags", ["[two words]", "{two words: No.}", "harbour", "{a: [b]}"])
def test_a_list_of_tags_is_checked_without_lints_too(tags: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(TAGGED.replace("[harbour, ice]", tags) + "  []\n", "utf-8")
    assert [problem.level for problem in read_deck(path, {}).problems] == [Level.ERROR]


def test_an_import_is_not_linted(tmp_path: Path) -> None:
    for case, (notes, _) in CASES.items():
        path = tmp_path / "deck.yaml"
        path.write_text(TAGGED + notes, "utf-8")
        found = read_deck(path, {"essay": document("essay", TEXT)})
        assert LINTS.isdisjoint(problem.code for problem in found.problems), case


def test_a_waived_warning_is_counted_with_its_reason(lint: Lint) -> None:
    answer = "1,300 metres " * 20
    waived = "    waive: {long-answer: It is one sentence., unsupported: The dock grew.}\n"
    found = lint(basic("How long is it?", answer, "1,200 metres", more=waived))
    assert found.problems == ()
    assert [(each.problem.code, each.problem.line, each.reason) for each in found.waived] == [
        (Code.LONG_ANSWER, 7, "It is one sentence."),
        (Code.UNSUPPORTED, 7, "The dock grew."),
    ]


def test_a_waiver_silences_its_own_note_and_its_own_code(lint: Lint) -> None:
    one = basic("How long is it?", "1,300 metres", "1,200 metres")
    waived = "    waive: {unsupported: The dock grew.}\n"
    found = lint(one + basic("Who met?", "The 9", "bureaus met", "two", more=waived))
    assert [(problem.line, problem.code) for problem in found.problems] == [(7, Code.UNSUPPORTED)]


def test_what_an_import_warns_of_can_be_waived_there(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    note = "  - {id: one, kind: list, question: Who?, items: [I], waive: {WAIVED}}\n"
    reasons = "{no-passage: Common knowledge., short-list: There is one only.}"
    path.write_text(HEAD + note.replace("{WAIVED}", reasons), "utf-8")
    found = read_deck(path, {})
    assert found.problems == ()
    assert [each.problem.code for each in found.waived] == [Code.NO_PASSAGE, Code.SHORT_LIST]


def test_a_waiver_changes_nothing_of_the_note(lint: Lint) -> None:
    plain = basic("How long is it?", "1,300 metres", "1,200 metres")
    waived = lint(plain + "    waive: {unsupported: The dock grew.}\n").deck
    unwaived = lint(plain).deck
    assert waived is not None
    assert waived == unwaived
    assert unwaived is not None
    assert list(map(note_hash, waived.notes)) == list(map(note_hash, unwaived.notes))


def test_sound_notes_are_linted_beside_unsound_ones(lint: Lint) -> None:
    unsound = basic("Who met?", "Nowhere", "nowhere to be found", "two")
    waived = "    waive: {long-answer: It is one sentence.}\n"
    found = lint(basic("How long is it?", "1,300 metres", "1,200 metres", more=waived) + unsound)
    assert [problem.code for problem in found.problems] == [Code.UNSUPPORTED, Code.PASSAGE_MISSING]


SILENT = {
    "a number in words": basic("How many met?", "Five", "the five bureaus"),
    "a number with its scale": basic("What did it cost?", "Three million yuan", "3 million yuan"),
    "a day in another order": basic("When was that?", "31 January", "On January 31"),
    "a genitive": basic("Whose words?", "Wang Hui's", "Wang Hui called"),
    "a name in the citation": basic("Who met, by whom?", "Bureaus, by the Essay", "bureaus met"),
    "a word that begins a sentence": basic(
        "Which?", "Those of Harbin. Bureaus.", "bureaus met in Harbin"
    ),
    "a derived answer": basic(
        "When?", "In 1999", "bureaus met", more="    derived: It was a year.\n"
    ),
    "Chinese that a note derives": note(
        "kind: term",
        "term: bureaus",
        "definition: The bureaus met.",
        "chinese: 第五局",
        "pinyin: dì wǔ jú",
        "chinese_derived: It is settled.",
        exact="bureaus met",
    ),
    "an attributed wish": basic(
        "What must they do, says Wang Hui?", "They called.", "Wang Hui called"
    ),
    "a quoted wish": basic("Who “must” meet?", "Bureaus", "bureaus met"),
    "a wish in the words of a source": basic("What must be, in the Essay?", "Ice", "ice came"),
    "a key in the question": note(
        "kind: list",
        "question: Which are the goods of coal and of ice?",
        "items: ['coal: heat', 'ice: cold']",
        "derived: Everybody knows.",
        exact="Coal, timber and ice",
    ),
}


@pytest.mark.parametrize("case", SILENT)
def test_no_lint_says_anything_about(case: str, lint: Lint) -> None:
    assert lint(SILENT[case]).problems == ()


def test_a_deck_in_another_language_than_its_source_is_not_held_to_names(lint: Lint) -> None:
    german = HEAD.replace("A deck}", "A deck, language: de}")
    notes = note(
        "kind: list", "question: Was kam?", "items: [Kohle, Eis]", exact="Coal, timber and ice"
    ) + basic("Wer muss must?", "Fünf Behörden in Hamburg, 1 300", "the five", "two")
    (found,) = lint(notes, german).problems
    assert found.code == Code.UNSUPPORTED
    assert "“300”" in found.message
    assert "Hamburg" not in found.message
