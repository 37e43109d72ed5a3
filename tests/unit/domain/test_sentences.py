from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.sentences import sentences

texts = st.text(
    st.sampled_from("aBc1. !?…。！？\"'“”‘’()「」,，;-●\n\r\t \u00a0\u3000新é\u0301😀"), max_size=60
)


def said(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came. She left!  Why? ", ["He came.", "She left!", "Why?"]),
        ('He said "go." Then he left.', ['He said "go."', "Then he left."]),
        (
            "She said 'go.' He went. (He ran.) End",
            ["She said 'go.'", "He went.", "(He ran.)", "End"],
        ),
        ('"Why?" she asked. "Yes!" they cried.', ['"Why?" she asked.', '"Yes!" they cried.']),
        (
            '"In summary, it is new. Granting a role, it leads," Xi said.',
            ['"In summary, it is new.', 'Granting a role, it leads," Xi said.'],
        ),
        ('A 5" screen. Another. A 7" one.', ['A 5" screen.', "Another.", 'A 7" one.']),
        ("Wait... What? Yes… And?", ["Wait...", "What?", "Yes…", "And?"]),
        (
            'It will "promote growth ... to lead" all.',
            ['It will "promote growth ... to lead" all.'],
        ),
        ("Really?! OK.", ["Really?!", "OK."]),
    ],
)
def test_english_stops_and_quotation_marks(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met J. R. Doe and Dr. Li, Ph.D. students.",
        "A Co., Ltd. firm vs. Acme Corp. in No. 3 Rd. on Jan. 5.",
        "Some growth (3.5 p.c., i.e. more than 2.1) of example.com and China.org.cn held.",
        "The U.S. President spoke at 3 p.m. on Sept. 12.",
        "See Fig. 2 and pp. 3-5, e.g. Table 1.",
        "Mao (b. 1893) and Deng (b. 1904) led.",
        "1. First item",
        "iv) and a. one more",
        "etc., and so on",
    ],
)
def test_a_stop_of_an_abbreviation_a_number_or_a_name_ends_nothing(text: str) -> None:
    assert said(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left the U.S. It was late.", ["He left the U.S.", "It was late."]),
        ("By Acme Inc. The rest is ours.", ["By Acme Inc.", "The rest is ours."]),
        ("It is Plan B. Then came J. A. Doe.", ["It is Plan B.", "Then came J. A. Doe."]),
        ("Did he? No. He did not.", ["Did he?", "No.", "He did not."]),
        ("Growth began in 2012. In 2013 it rose.", ["Growth began in 2012.", "In 2013 it rose."]),
        ("Coal, timber, etc. And so on.", ["Coal, timber, etc.", "And so on."]),
    ],
)
def test_an_abbreviation_may_end_a_sentence_all_the_same(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("高质量发展。新质生产力！好吗？", ["高质量发展。", "新质生产力！", "好吗？"]),
        ("“走。”他说。「好！」", ["“走。”", "他说。", "「好！」"]),
        ('他说："走。"他走了。', ['他说："走。"', "他走了。"]),
        ('a socialist country"。Since then', ['a socialist country"。', "Since then"]),
        ("development。We must", ["development。", "We must"]),
        (
            "increasingly apparent.Development rose.GDP too.",
            ["increasingly apparent.", "Development rose.", "GDP too."],
        ),
        ("how to develop it?I've thought", ["how to develop it?", "I've thought"]),
        (
            "difficulties,they return to it;others too,等等。We",
            ["difficulties,they return to it;others too,等等。", "We"],
        ),
        ("好……他走了。", ["好……他走了。"]),
        ("※这是2024年1月31日的讲话。", ["※这是2024年1月31日的讲话。"]),
    ],
)
def test_chinese_and_stops_without_a_space(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_headings_items_and_lines_are_sentences_of_their_own() -> None:
    text = (
        "Why it matters?\n\n● To smooth the cycle\n--Strengthen it, above all\r\n"
        "   Core hallmark: growth\n"
    )
    assert said(text) == [
        "Why it matters?",
        "● To smooth the cycle",
        "--Strengthen it, above all",
        "Core hallmark: growth",
    ]


def test_a_sentence_goes_on_over_the_lines_of_a_hard_wrapped_paragraph() -> None:
    text = (
        "It was the best of times, it was the worst of times, it was the age\n"
        "of wisdom, it was the age of foolishness. Then it was the epoch of\n"
        "belief."
    )
    first, second = said(text)
    assert first.endswith("the age\nof wisdom, it was the age of foolishness.")
    assert second == "Then it was the epoch of\nbelief."


@pytest.mark.parametrize("text", ["", " \n", "* * *\n。。。\n[] []"])
def test_what_holds_no_word_is_no_sentence(text: str) -> None:
    assert said(text) == []


def test_marks_alone_go_with_their_neighbour() -> None:
    assert said("* Yes. ! No.") == ["* Yes. !", "No."]


@given(texts)
def test_every_word_stands_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for span in spans:
        words = text[span.start : span.end]
        assert words == words.strip()
        assert any(char.isalnum() for char in words)
    inside = {at for span in spans for at in range(span.start, span.end)}
    assert all(at in inside for at, char in enumerate(text) if char.isalnum())


@given(texts, texts)
def test_a_paragraph_is_split_as_if_it_stood_alone(one: str, other: str) -> None:
    apart = [*said(one.strip("\n\r")), *said(other.strip("\n\r"))]
    assert said(one.strip("\n\r") + "\n\n" + other.strip("\n\r")) == apart
