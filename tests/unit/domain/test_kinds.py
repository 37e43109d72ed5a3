from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Member, Note, Value
from nqpf_study.domain.kinds import (
    KINDS,
    Card,
    FieldType,
    cards_of,
    cloze_names,
    cloze_plain,
    cloze_runs,
    how_it_follows,
    said_span,
)


def note(kind: str, **fields: Value) -> Note:
    return Note("a-note", kind, fields)


def asked(made: Note) -> list[tuple[str, str, str]]:
    return [(card.name, card.question, card.answer) for card in cards_of(made)]


def filled(kind: str) -> Note:
    """Return a note with every field of its kind filled."""
    values: dict[FieldType, Value] = {
        FieldType.TEXT: "some {{c1::hidden}} text",
        FieldType.NUMBER: 7,
        FieldType.FLAG: True,
        FieldType.DATE: "2024-03-05",
        FieldType.MEMBERS: (Member("one", "first", "Which one?"), Member("two", "all", "And?")),
    }
    return note(kind, **{field.name: values[field.type] for field in KINDS[kind].fields})


def test_a_term_asks_for_its_meaning_and_on_request_for_its_names() -> None:
    bare = note("term", term="low-altitude economy", definition="Business up to 1,000 metres.")
    assert asked(bare) == [
        ("meaning", "What is “low-altitude economy”?", "Business up to 1,000 metres.")
    ]
    rich = note(
        "term",
        term="new quality productive forces",
        definition="Advanced ones.",
        cue="Which forces are advanced?",
        chinese="新质生产力",
        pinyin="xīn zhì shēngchǎnlì",
    )
    assert asked(rich)[1:] == [
        ("name", "Which forces are advanced?", "new quality productive forces"),
        (
            "chinese",
            "What is “new quality productive forces” in Chinese?",
            "新质生产力 · xīn zhì shēngchǎnlì",
        ),
    ]


def test_an_author_can_word_the_questions_of_a_term() -> None:
    made = note(
        "term",
        term="core hallmark",
        definition="A rise in efficiency.",
        question="What marks them?",
        chinese="核心标志",
        chinese_question="How is it written?",
    )
    assert [question for _, question, _ in asked(made)] == [
        "What marks them?",
        "How is it written?",
    ]


def test_how_the_chinese_is_known_is_told_with_its_card_only() -> None:
    made = note(
        "term",
        term="t",
        definition="d",
        chinese="核心标志",
        chinese_derived="It is settled.",
    )
    assert [how_it_follows(made, name) for name in ("meaning", "chinese")] == [
        "",
        "It is settled.",
    ]
    both = replace(made, derived="Seen from 2024.")
    assert [how_it_follows(both, name) for name in ("meaning", "chinese")] == [
        "Seen from 2024.",
        "It is settled.",
    ]


def test_what_a_note_derives_is_told_with_each_card_where_nothing_else_is_said() -> None:
    made = replace(note("term", term="t", definition="d", chinese="核心标志"), derived="By law.")
    assert [how_it_follows(made, name) for name in ("meaning", "chinese")] == ["By law."] * 2


def test_a_measure_asks_for_its_title_its_parts_and_each_part_with_a_cue() -> None:
    made = note(
        "measure",
        number=3,
        of="the five measures",
        title="Go green",
        parts=(Member("energy", "energy", "What is to be clean?"), Member("habits")),
    )
    assert asked(made) == [
        ("title", "Which is measure 3 of the five measures?", "Go green"),
        ("parts", "What belongs to “Go green”?", "energy; habits"),
        ("part-energy", "What is to be clean?", "energy"),
    ]
    assert cards_of(made)[1].members == ("energy", "habits")
    assert len(cards_of(note("measure", number=1, of="five", title="Innovate"))) == 1


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"date": "2024-01-31"}, "31 January 2024"),
        ({"date": "2023-12"}, "December 2023"),
        ({"date": "2024-05-22", "until": "2024-05-24"}, "22 to 24 May 2024"),
        ({"date": "2023", "date_text": "in the autumn of 2023"}, "in the autumn of 2023"),
    ],
)
def test_an_event_asks_when_and_answers_as_one_says_it(
    fields: dict[str, Value], answer: str
) -> None:
    made = note("event", event="A visit", question="When was it?", **fields)
    assert asked(made) == [("date", "When was it?", answer)]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2024-05-22", "2024-05-24", "22 to 24 May 2024"),
        ("2024-05-30", "2024-06-02", "30 May to 2 June 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 to 2 January 2024"),
        ("2024-01", "2024-03", "January to March 2024"),
        ("2023-12", "2024-01", "December 2023 to January 2024"),
        ("2020", "2024", "2020 to 2024"),
        ("2024", "2024-03", "2024 to March 2024"),
        ("2024-05-22", "2024-05-22", "22 May 2024"),
    ],
)
def test_what_two_dates_share_is_said_once(first: str, last: str, said: str) -> None:
    assert said_span(first, last) == said


def test_an_event_with_a_cue_is_asked_for_as_well() -> None:
    made = note("event", event="A visit", date="2023", question="When?", cue="What was in 2023?")
    assert asked(made)[1] == ("event", "What was in 2023?", "A visit")


def test_a_target_asks_for_the_pledges_and_for_who_made_them() -> None:
    made = note(
        "target",
        province="Hainan",
        year=2024,
        horizon="now",
        targets=(Member("seeds"), Member("deep sea", "sea", "Which depth?")),
        question="What did Hainan pledge?",
        cue="Who pledged seeds?",
    )
    assert asked(made) == [
        ("targets", "What did Hainan pledge?", "seeds; deep sea"),
        ("province", "Who pledged seeds?", "Hainan"),
        ("target-sea", "Which depth?", "deep sea"),
    ]


def test_a_basic_note_is_one_card_and_a_reversed_one_two() -> None:
    assert asked(note("basic", question="Why?", answer="Because.")) == [
        ("answer", "Why?", "Because.")
    ]
    assert asked(note("reversed", front="质", back="quality", back_question="Write quality")) == [
        ("forward", "质", "quality"),
        ("backward", "Write quality", "质"),
    ]


def test_a_list_numbers_its_members_only_where_their_order_is_asked_for() -> None:
    members = (Member("land"), Member("labour", "labour", "Which factor works?"))
    free = note("list", question="Which?", items=members)
    assert asked(free) == [
        ("all", "Which?", "land; labour"),
        ("item-labour", "Which factor works?", "labour"),
    ]
    ordered = cards_of(note("list", question="Which?", items=members, ordered=True))[0]
    assert ordered == Card("all", "Which?", "1. land; 2. labour", ("land", "labour"), ordered=True)


def test_each_gap_of_a_cloze_text_is_a_card() -> None:
    made = note("cloze", text="{{c2::Green}} and {{c1::digital::how?}}, {{c2::green}} again.")
    assert asked(made) == [
        ("c1", "Green and [how?], green again.", "digital"),
        ("c2", "[…] and digital, […] again.", "Green; green"),
    ]


def test_an_empty_gap_has_an_empty_answer() -> None:
    assert asked(note("cloze", text="Nothing {{c1::}} here")) == [("c1", "Nothing […] here", "")]


@pytest.mark.parametrize(
    "text", ["{{c0::zero}}", "{{c1::open", "{{c1:one colon}}", "{{x1::x}}", "{{c1234::far}}"]
)
def test_what_only_resembles_a_gap_stays_text(text: str) -> None:
    assert cloze_names(text) == ()
    assert cloze_plain(text) == text


def test_gaps_are_named_in_the_order_of_their_numbers() -> None:
    assert cloze_names("{{c10::x}} {{c2::y}} {{c10::z}}") == ("c2", "c10")


@given(st.lists(st.sampled_from(["{{c1::", "{{c2::", "::", "}}", "{", "}", "新质", " ", "a"])))
def test_a_cloze_text_is_its_runs_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    runs = cloze_runs(text)
    assert "".join(run if isinstance(run, str) else run.hidden for run in runs) == cloze_plain(text)
    assert {run.name for run in runs if not isinstance(run, str)} == set(cloze_names(text))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_cards_of_a_note_have_names_of_their_own(kind: str) -> None:
    cards = cards_of(filled(kind))
    assert cards
    assert len({card.name for card in cards}) == len(cards)
    assert all(card.question and card.answer for card in cards)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_required_fields_of_a_kind_are_enough_for_its_first_card(kind: str) -> None:
    full = filled(kind)
    required = {
        field.name: full.fields[field.name] for field in KINDS[kind].fields if field.required
    }
    first = cards_of(note(kind, **required))[0]
    assert first.question
    assert first.answer
