from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.wording import holds, number_of, numbers_in, plain_words, word_count

TEXTS = st.text() | st.text(
    alphabet="one two twenty-hundred million and 0123456789,.万亿十百千五〇年月 th"
)


def said(text: str) -> str:
    return " ".join(plain_words(text))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Five Measures!", "5 measures"),
        ("twenty-four", "24"),
        ("the twentieth, the 20th", "the 20th the 20th"),
        ("two hundred and five firms", "205 firms"),
        ("1,200 metres", "1200 metres"),
        ("3 million yuan", "3000000 yuan"),
        ("1.26 million", "1260000"),
        ("five and six", "5 and 6"),
        ("two hundred and more", "200 and more"),
        ("10 to 12", "10 to 12"),
        ("5.0", "5"),
        ("5 percent, 5 per cent, 5%, ５％", "5 % 5 % 5 % 5 %"),
        ("first of all, one by one", "first of all one by one"),
        ("twenty-first", "21th"),
        ("labor’s “new” ﬁrms", "labor's new firms"),
        ("新质生产力", "新 质 生 产 力"),
        ("五项举措", "5 项 举 措"),
        ("二〇二四年", "2024 年"),
        ("三百五十", "350"),
        ("十二月", "12 月"),
        ("126万亿元", "126000000000000 元"),
        ("两万", "20000"),
        ("6G and AI", "6 g and ai"),
        ("in\u200bnova\u00adtion", "innovation"),
        ("", ""),
        ("…", ""),
    ],
)
def test_words_are_plain_whatever_they_look_like(text: str, plain: str) -> None:
    assert said(text) == plain


def test_numbers_are_told_as_they_are_written() -> None:
    assert numbers_in("Twenty-four of 1,200 firms, 3 million yuan, the 20th") == {
        Decimal(24): "twenty four",
        Decimal(1200): "1,200",
        Decimal(3_000_000): "3 million",
        Decimal(20): "20th",
    }
    assert numbers_in("The first one") == {}


@pytest.mark.parametrize("word", ["g", "labor's", "一", "th", "", "1e5", "٣", "9" * 100])
def test_other_words_are_no_numbers(word: str) -> None:
    assert number_of(word) is None


@pytest.mark.parametrize(
    ("whole", "part", "held"),
    [
        ("the five measures of it", "five measures", True),
        ("the five measures of it", "measures five", False),
        ("five five measures", "five measures", True),
        ("measures", "the measures", False),
        ("anything", "", True),
    ],
)
def test_words_are_held_one_right_after_the_other(whole: str, part: str, held: bool) -> None:
    assert holds(plain_words(whole), plain_words(part)) is held


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Which five measures?", 3),
        ("high-quality – that is, good – work", 5),
        ("新质生产力", 3),
        ("What is 新质生产力 (xīn zhì)?", 7),
        ("AI+行动", 2),
        ("— … !", 0),
        ("", 0),
    ],
)
def test_two_chinese_characters_count_as_a_word(text: str, words: int) -> None:
    assert word_count(text) == words


@given(TEXTS)
def test_no_text_is_too_odd(text: str) -> None:
    plain = plain_words(text)
    assert all(word and not word.isspace() for word in plain)
    assert word_count(text) >= 0
    assert all(number_of(word) in numbers_in(text) for word in plain if number_of(word) is not None)


@given(TEXTS, TEXTS)
def test_a_text_holds_each_of_its_sentences(one: str, other: str) -> None:
    whole = (*plain_words(one), "", *plain_words(other))
    assert holds(whole, plain_words(one))
    assert holds(whole, plain_words(other))


@given(st.integers(0, 10**13))
def test_digits_are_read_as_they_stand(number: int) -> None:
    assert plain_words(str(number)) == plain_words(f"{number:,}") == (str(number),)
