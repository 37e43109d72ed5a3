"""The shipped decks, held to the rules that their authors promise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from nqpf_study import paths
from nqpf_study.app import Checked, check_without_collection
from nqpf_study.domain.anchoring import Found, NormalText, anchor, normalise
from nqpf_study.domain.deck import Note
from nqpf_study.domain.kinds import Card, cards_of
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.script import runs

FEWEST_NOTES = 60
LONGEST_PASSAGE = 40
LONGEST_QUESTION = 24
LONGEST_ANSWER = 29
KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TONE_MARKED = re.compile(r"[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
SOURCES = {"china-org-cn", "agencies", "china-daily", "peoples-daily", "qiushi"}


@cache
def checked() -> tuple[Checked, ...]:
    return tuple(check_without_collection(paths.decks()))


@cache
def source_texts() -> dict[str, NormalText]:
    return {
        document.source.id: NormalText(document.text)
        for each in checked()
        for document in each.documents
        if document.text is not None
    }


def notes() -> Iterator[tuple[str, Note]]:
    for each in checked():
        if each.deck is not None:
            for note in each.deck.notes:
                yield f"{each.deck.id}/{note.id}", note


def cards() -> Iterator[tuple[str, Note, Card]]:
    for name, note in notes():
        for card in cards_of(note):
            yield f"{name}/{card.name}", note, card


def words(text: str) -> int:
    return len(text.split())


def passages() -> Iterator[tuple[str, Passage]]:
    for name, note in notes():
        for passage in note.passages:
            yield f"{name}: {passage.exact}", passage


def test_the_four_decks_are_there_in_their_order() -> None:
    ids = [each.deck.id if each.deck else each.path.name for each in checked()]
    assert ids == ["nqpf-terms", "nqpf-measures", "nqpf-timeline", "nqpf-provinces"]


def test_no_deck_has_an_error_or_a_warning() -> None:
    assert [problem for each in checked() for problem in each.problems] == []


def test_there_are_enough_notes() -> None:
    assert len(list(notes())) >= FEWEST_NOTES


def test_every_note_rests_on_a_passage_that_stands_once_in_its_source() -> None:
    assert [name for name, note in notes() if not note.passages] == []
    texts = source_texts()
    lost = [
        name
        for name, passage in passages()
        if not isinstance(anchor(texts[passage.source], passage), Found)
    ]
    assert lost == []


def test_every_source_is_quoted() -> None:
    assert {passage.source for _, passage in passages()} == SOURCES


def test_passages_are_short() -> None:
    assert [name for name, passage in passages() if words(passage.exact) > LONGEST_PASSAGE] == []


def test_questions_and_answers_are_short() -> None:
    assert [name for name, _, card in cards() if words(card.question) > LONGEST_QUESTION] == []
    assert [name for name, _, card in cards() if words(card.answer) > LONGEST_ANSWER] == []


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


def test_no_two_cards_of_a_deck_share_a_question() -> None:
    asked = Counter(
        (name.partition("/")[0], normalise(card.question).casefold()) for name, _, card in cards()
    )
    assert [question for question, times in asked.items() if times > 1] == []


def test_every_chinese_term_has_pinyin_with_tone_marks_and_a_ground() -> None:
    terms = [(name, note) for name, note in notes() if note.text("chinese")]
    assert terms
    for name, note in terms:
        assert any(chinese for _, chinese in runs(note.text("chinese"))), name
        assert TONE_MARKED.search(note.text("pinyin")), name
        ground = note.derived + "".join(passage.exact for passage in note.passages)
        assert note.text("chinese") in ground, name


def test_every_number_and_listed_member_stands_in_a_passage_or_is_derived() -> None:
    unsupported = [
        name
        for name, note, card in cards()
        if not note.derived and not _stands_in(card, " ".join(p.exact for p in note.passages))
    ]
    assert unsupported == []


def _stands_in(card: Card, quoted: str) -> bool:
    """Tell whether the answer's numbers and members, but for a leading article, are quoted."""
    plain = normalise(quoted).casefold()
    members = (re.sub(r"^(?:an?|the) ", "", normalise(text).casefold()) for text in card.members)
    numbers = set() if card.ordered else _numbers(card.answer)
    return numbers <= _numbers(quoted) and all(member in plain for member in members)


def _numbers(text: str) -> set[int]:
    return {int(digits) for digits in re.findall(r"[0-9]+", text)}


def test_distractors_differ_from_the_answer_and_from_each_other() -> None:
    for name, note in notes():
        answer = cards_of(note)[0].answer
        options = [normalise(text).casefold() for text in (answer, *note.distractors)]
        assert len(set(options)) == len(options), name


def test_a_basic_note_offers_wrong_answers_of_its_own() -> None:
    basic = [(name, note) for name, note in notes() if note.kind == "basic"]
    assert [name for name, note in basic if len(note.distractors) < 3] == []
