from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.forms import Reason
from nqpf_study.domain.forms.folding import folded, key, same

EXACT, DRESS, SCRIPT, SMALL, SPELLING, NUMBERS = (
    Reason.EXACT,
    Reason.DRESS,
    Reason.SCRIPT,
    Reason.SMALL_WORDS,
    Reason.SPELLING,
    Reason.NUMBERS,
)


@pytest.mark.parametrize(
    ("typed", "right", "reason"),
    [
        ("innovation", "innovation", EXACT),
        ("  in\u00a0 2024 ", "in 2024", EXACT),
        ("cafe\u0301", "café", EXACT),
        ("Innovation", "innovation.", DRESS),
        ("high tech", "high-tech", DRESS),
        ("hightech", "high-tech", DRESS),
        ("another", "an other", DRESS),
        ("ＡＩ", "AI", DRESS),
        ("AI＋", "AI+", DRESS),
        ("“AI Plus”", "AI Plus", DRESS),
        ("peoples", "people’s", DRESS),
        ("Research & development", "research and development", DRESS),
        ("cafe", "café", DRESS),
        ("1,000", "1000", DRESS),
        ("12 500 000", "12,500,000", DRESS),
        (".5", "0.5", DRESS),
        ("人工智能行动", "“人工智能”行动", DRESS),
        ("新 质 生产力", "新质生产力", DRESS),
        ("新质生产力。", "新质生产力", DRESS),
        ("新質生產力", "新质生产力", SCRIPT),
        ("全要素生產率", "全要素生产率", SCRIPT),
        ("the real economy", "With the real economy.", SMALL),
        ("a core indicator", "core indicator", SMALL),
        ("March 2024", "Since March 2024", SMALL),
        ("labour materials", "Labor materials.", SPELLING),
        ("industrialisation programmes", "industrialization programs", SPELLING),
        ("modernised centre", "modernized center", SPELLING),
        ("defence modelling", "defense modeling", SPELLING),
        ("five", "5", NUMBERS),
        ("twenty-four", "24", NUMBERS),
        ("three hundred and five", "305", NUMBERS),
        ("3 million", "3,000,000", NUMBERS),
        ("1.5 million", "1500000", NUMBERS),
        ("first", "1st", NUMBERS),
        ("5.0", "5", NUMBERS),
        ("5 per cent", "5%", NUMBERS),
        ("five percent", "5 %", NUMBERS),
        ("百分之五", "5%", NUMBERS),
        ("百分之五点五", "5.5 per cent", NUMBERS),
        ("百分之10", "10%", NUMBERS),
        ("三百五十", "350", NUMBERS),
        ("两千", "2000", NUMBERS),
        ("3万", "30,000", NUMBERS),
        ("January 31, 2024", "31 January 2024", NUMBERS),
        ("31 Jan. 2024", "31 January 2024", NUMBERS),
        ("31st of January 2024", "31 January 2024", NUMBERS),
        ("2024-01-31", "31 January 2024", NUMBERS),
        ("31.1.2024", "31 January 2024", NUMBERS),
        ("2024年1月31日", "31 January 2024", NUMBERS),
        ("二〇二四年一月三十一日", "31 January 2024", NUMBERS),
        ("2024-03", "March 2024", NUMBERS),
        ("22-24 May 2024", "22 to 24 May 2024", NUMBERS),
        ("May 22–24, 2024", "22 to 24 May 2024", NUMBERS),
        ("22 May 2024 to 24 May 2024", "22 to 24 May 2024", NUMBERS),
    ],
)
def test_the_first_step_that_makes_two_texts_the_same_is_told(
    typed: str, right: str, reason: Reason
) -> None:
    assert same(typed, right) is reason
    assert same(right, typed) is reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1978", "1979"),
        ("2024", "2024 AD"),
        ("5%", "5"),
        ("-5%", "5%"),
        ("12", "1 2"),
        ("first", "one"),
        ("31 January 2024", "31 January 2023"),
        ("33 January 2024", "31 January 2024"),
        ("C", "C++"),
        ("innovation", "no innovation"),
        ("生产力", "生产率"),
        ("Yes", ""),
        ("?", "!"),
    ],
)
def test_what_matters_is_not_folded_away(one: str, other: str) -> None:
    assert same(one, other) is None


def test_an_answer_that_is_only_an_article_or_a_sign_stays_one() -> None:
    assert folded("A") == "a"
    assert folded("the") == "the"
    assert folded("?!") == "?!"


texts = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="零一二三百千万亿分之点年月日 0123456789.,%-–、", max_size=24),
    st.lists(
        st.sampled_from(
            [
                *("the", "a", "five", "hundred", "and", "thousand", "million", "third", "May"),
                *("5", "2024", "31", "to", "%", "per", "cent", "-3"),
            ]
        ),
        max_size=9,
    ).map(" ".join),
)


@given(texts, texts)
def test_folding_works_on_any_text_and_alike_both_ways(one: str, other: str) -> None:
    assert same(one, other) == same(other, one)
    assert same(one, one) is EXACT
    assert key(one) != key(other) or same(one, other) is not None


@given(texts)
def test_a_text_and_what_is_left_of_it_are_the_same(text: str) -> None:
    assert key(text) == key(text.strip())
    assert folded(text) or not text.strip()
