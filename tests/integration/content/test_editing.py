"""Editing a note in its file: exactly what was asked for, and nothing else of the file."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nqpf_study.content.deck_file import read_deck
from nqpf_study.content.editing import NoteFile
from nqpf_study.content.note_places import place_note
from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Level, StudyError
from nqpf_study.study.editing import Key, Wanted, texts_of, with_texts

FILE = NoteFile(Path("somewhere") / "deck.yaml", {})

DECK = """\
# A deck in every manner of writing.
format: 1
deck: {id: manners, title: "Manners"}  # in braces

notes:
  # plain, on one line
  - id: plain
    kind: basic
    question: What is the tide?   # asked often
    answer: The sea's rise and fall
    # the end of the note

  - id: quoted
    kind: basic
    question: 'It''s what: this?'
    answer: "A \\"thing\\", 新质生产力"
    remark: ""
    distractors:
      # wrong ones
      - first wrong   # why
      - 'second: wrong'

      - "third wrong"

  - id: long
    kind: basic
    question: A question that goes on
      over three lines of the file, which is
      how some editors break them
    answer: >-  # folded
      One paragraph that is broken
      over two lines.

      And another.
    remark: |
      As it stands,
        with a second line.

    derived: "A quoted text that
      goes on below"

  - {id: braces, kind: basic, question: Why?, answer: 'Because, so', distractors: [one, "two, 3"]}
  - kind: list
    id: members
    question: Which?
    items:
    - item: First of all
      id: first
      cue: Which one is first?
    - {item: Second, id: second, cue: "And then?"}
    - Third
    passages: []
  - id: dated
    kind: event
    event: The harbour opens
    date: 1883-05
    question: When?
    until:
    as_of: 2024   # ages
  - id: last
    kind: term
    term: weir
    definition: |-
       A low dam
    variants:
      - barrage"""


def read(data: bytes) -> Deck:
    found = read_deck(FILE.path, {}, data=data)
    assert found.deck is not None, [str(problem) for problem in found.problems]
    return found.deck


def note_of(deck: Deck, id_: str) -> Note:
    return next(note for note in deck.notes if note.id == id_)


def edited(data: bytes, id_: str, wanted: dict[Key, str | tuple[str, ...]]) -> bytes:
    """Edit, and hold the result against what was asked for, all other notes included."""
    deck = read(data)
    asked = with_texts(note_of(deck, id_), wanted)
    assert asked is not None
    new = FILE.rewritten(data, id_, wanted)
    notes = tuple(asked if note.id == id_ else note for note in deck.notes)
    assert read(new) == replace(deck, notes=notes)
    return new


def assert_others_untouched(before: bytes, after: bytes, id_: str) -> None:
    """Before and behind the note every byte is as it was, and every comment is there."""
    old, new = before.decode(), after.decode()
    mark = old.startswith("\ufeff")
    note = place_note(old[mark:], id_)
    assert note is not None
    assert new.startswith(old[: note.start + mark])
    ending = "\r\n" if "\r\n" in old else "\n"
    _, _, behind = old[note.end + mark :].partition(ending)
    assert new.endswith(behind)
    assert not re.search("(?<!\r)\n" if ending == "\r\n" else "\r", new)
    for line in DECK.splitlines():
        if "#" in line and "wrong" not in line:
            assert line[line.index("#") :] + ending in new


_BLANK = "\ufeff\u200b\u2060\u00ad\u00a0\u3000"
texts = st.text(
    st.one_of(
        st.sampled_from(" \n\t:#-'\"\\|>&*!%@`[]{},?~=<新质，。“é\u00a0\u3000😀\u2028\x85\r"),
        st.sampled_from("abc12"),
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
    ),
    max_size=60,
)
said = texts.filter(lambda text: bool(text.strip().strip(_BLANK + string.whitespace)))
lines = said.map(lambda text: " ".join(text.split())).filter(lambda text: bool(text.strip(_BLANK)))
SINGLE = [
    (note.id, key)
    for note in read(DECK.encode()).notes
    for key, value in texts_of(note).items()
    if isinstance(value, str) and key[0] not in {"date", "until", "as_of", "number"}
]
LISTS = [
    (note.id, key)
    for note in read(DECK.encode()).notes
    for key, value in texts_of(note).items()
    if isinstance(value, tuple)
]
files = st.sampled_from([DECK, "\ufeff" + DECK, DECK.replace("\n", "\r\n"), DECK + "\n"]).map(
    str.encode
)


@settings(max_examples=60)
@given(files, st.sampled_from(SINGLE), said)
def test_whatever_is_written_reads_as_it(data: bytes, where: tuple[str, Key], text: str) -> None:
    id_, key = where
    new = edited(data, id_, {key: text})
    assert_others_untouched(data, new, id_)
    back = texts_of(note_of(read(data), id_))[key]
    if back:
        assert read(edited(new, id_, {key: back})) == read(data)


@settings(max_examples=60)
@given(files, st.sampled_from(LISTS), st.lists(lines, max_size=5))
def test_a_list_takes_any_members(data: bytes, where: tuple[str, Key], members: list[str]) -> None:
    id_, key = where
    assert_others_untouched(data, edited(data, id_, {key: tuple(members)}), id_)


@settings(max_examples=60)
@given(files, st.data())
def test_several_texts_at_once(data: bytes, choose: st.DataObject) -> None:
    note = choose.draw(st.sampled_from(read(data).notes))
    keys = [key for id_, key in SINGLE if id_ == note.id]
    wanted: dict[Key, str | tuple[str, ...]] = {
        key: choose.draw(said) for key in choose.draw(st.lists(st.sampled_from(keys), unique=True))
    }
    for id_, key in LISTS:
        if id_ == note.id and choose.draw(st.booleans()):
            wanted[key] = tuple(choose.draw(st.lists(lines, max_size=4)))
    assert_others_untouched(data, edited(data, note.id, wanted), note.id)


@pytest.mark.parametrize("end", ["", "\n", "\n    # the end\n"])
def test_a_list_grows_before_the_field_that_is_added_below_it(end: str) -> None:
    """Both are written at one place of the file, whichever was asked for first."""
    data = (DECK + end).encode()
    new = edited(data, "last", {("remark",): "Old.", ("variants",): ("barrage", "lasher")})
    assert b"      - barrage\n      - lasher\n    remark: Old." in new


@pytest.mark.parametrize(
    ("id_", "key", "text", "was", "now"),
    [
        ("plain", ("answer",), "High water", "The sea's rise and fall", "High water"),
        ("plain", ("answer",), "Two: a #1", "The sea's rise and fall", '"Two: a #1"'),
        ("plain", ("answer",), "1883", "The sea's rise and fall", '"1883"'),
        ("plain", ("question",), "新质生产力", "What is the tide?", "新质生产力"),
        ("quoted", ("question",), "What's it?", "'It''s what: this?'", "'What''s it?'"),
        ("quoted", ("answer",), "A \\ “b”", '"A \\"thing\\", 新质生产力"', '"A \\\\ “b”"'),
        ("quoted", ("remark",), "", '""', '""'),
        ("quoted", ("distractors",), ("a", "second: wrong", "b"), "first wrong", "a"),
        ("braces", ("answer",), "It's, so", "'Because, so'", "'It''s, so'"),
        ("members", ("items", 0, "cue"), "What begins?", "Which one is first?", "What begins?"),
        ("members", ("items", 1, "item"), "The second", "item: Second", "item: The second"),
        ("dated", ("date",), "1883-05-01", "1883-05", "1883-05-01"),
        ("dated", ("until",), "1884", "until:", "until: 1884"),
        ("last", ("definition",), "A weir", "       A low dam", "       A weir"),
        ("long", ("derived",), "Short", '"A quoted text that', '"Short"'),
    ],
)
def test_a_text_is_written_as_the_one_before_it(
    id_: str, key: Key, text: str | tuple[str, ...], was: str, now: str
) -> None:
    assert was in DECK
    new = edited(DECK.encode(), id_, {key: text}).decode()
    assert now in new
    changed = [line for line in new.splitlines() if line not in DECK.splitlines()]
    assert len(changed) == len([line for line in changed if now in line]) or isinstance(text, tuple)


def test_a_comment_behind_a_text_stays_behind_it() -> None:
    new = edited(DECK.encode(), "plain", {("question",): "What are\ntides?"}).decode()
    assert '    question: "What are\\ntides?"   # asked often\n' in new
    new = edited(DECK.encode(), "long", {("answer",): "One\u2028two"}).decode()
    assert '    answer: "One\\Ltwo"  # folded\n    remark: |' in new


def test_lines_go_on_lines_of_their_own_where_there_is_room() -> None:
    new = edited(DECK.encode(), "plain", {("answer",): "First\n\n  second"}).decode()
    assert "    answer: |-\n      First\n\n        second\n    # the end of the note" in new
    long = " ".join(["word"] * 30)
    new = edited(DECK.encode(), "long", {("answer",): long}).decode()
    rows = new[new.index("answer: >-  # folded\n") : new.index("    remark: |")].splitlines()
    assert len(rows) > 3
    assert all(row.startswith("      word") for row in rows[1:])


def test_a_field_that_was_not_there_stands_where_it_belongs() -> None:
    new = edited(DECK.encode(), "plain", {("remark",): "Twice a day."}).decode()
    assert "answer: The sea's rise and fall\n    remark: Twice a day.\n    # the end" in new
    new = edited(DECK.encode(), "braces", {("remark",): "Yes, so"}).decode()
    assert 'distractors: [one, "two, 3"], remark:' not in new
    assert "answer: 'Because, so', remark: \"Yes, so\", distractors" in new
    new = edited(DECK.encode(), "last", {("distractors",): ("dam", "lock: gate")}).decode()
    assert new.endswith(
        '    variants:\n      - barrage\n    distractors:\n      - dam\n      - "lock: gate"'
    )


def test_members_come_and_go_by_their_lines() -> None:
    members = ("second: wrong", "new one", "third wrong")
    new = edited(DECK.encode(), "quoted", {("distractors",): members}).decode()
    assert (
        "      # wrong ones\n      - 'second: wrong'\n      - new one\n\n      - \"third wrong\""
        in new
    )
    new = edited(DECK.encode(), "quoted", {("distractors",): ()}).decode()
    assert "    distractors: []\n      # wrong ones\n\n\n  - id: long" in new
    new = edited(DECK.encode(), "braces", {("distractors",): ("two, 3", "four", "5")}).decode()
    assert 'distractors: ["two, 3", four, "5"]' in new


def test_a_list_with_cards_of_its_own_keeps_its_members() -> None:
    with pytest.raises(StudyError, match="have cards of their own"):
        FILE.rewritten(DECK.encode(), "members", {("items",): ("First of all",)})


def test_brackets_with_a_comment_inside_are_left_alone() -> None:
    odd = DECK.replace("[one, ", "[one,  # why\n    ")
    with pytest.raises(StudyError, match="can't be changed here"):
        FILE.rewritten(odd.encode(), "braces", {("distractors",): ("one",)})


def test_what_can_not_be_encoded_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        FILE.rewritten(DECK.encode(), "plain", {("answer",): "half \ud83d"})


@pytest.mark.parametrize(
    ("id_", "wanted", "blamed"),
    [
        ("plain", {("answer",): ""}, ("answer",)),
        ("dated", {("date",): "in May"}, ("date",)),
        ("plain", {("answer",): "a\x07b"}, ("answer",)),
        ("members", {("items", 0, "cue"): ""}, ("items", 0, "cue")),
        ("quoted", {("distractors",): ("a", " ")}, ("distractors",)),
    ],
)
def test_a_problem_is_known_by_the_text_at_fault(id_: str, wanted: Wanted, blamed: Key) -> None:
    data = FILE.rewritten(DECK.encode(), id_, wanted)
    read_again = read_deck(FILE.path, {}, data=data)
    assert read_again.deck is None
    errors = [one for one in read_again.problems if one.level is Level.ERROR]
    assert {FILE.blame(data, id_, problem) for problem in errors} == {blamed}
