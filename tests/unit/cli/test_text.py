from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.cli.text import counted, said_interval, table, width, wrapped


def test_a_chinese_character_is_two_columns_wide() -> None:
    assert width("新质生产力") == 10
    assert width("xīn zhì") == 7
    assert width("e\u0301") == 1


def test_text_breaks_at_spaces() -> None:
    assert wrapped("one two three", fill=8) == "one two\nthree"


def test_chinese_breaks_anywhere_but_before_closing_punctuation() -> None:
    assert wrapped("新质生产力，是创新", fill=10) == "新质生产力，\n是创新"
    assert wrapped("新质生产力的特点", fill=8) == "新质生产\n力的特点"


def test_line_ends_and_indent_are_kept() -> None:
    assert wrapped("one\n\ntwo", "  ", fill=20) == "  one\n\n  two"


def test_a_word_longer_than_the_line_stays_whole() -> None:
    assert wrapped("a incomprehensibility b", fill=6) == "a\nincomprehensibility\nb"


@given(st.text(alphabet="ab 新质，。\n", max_size=60), st.integers(4, 30))
def test_wrapping_loses_nothing_but_space(text: str, fill: int) -> None:
    assert "".join(wrapped(text, fill=fill).split()) == "".join(text.split())


@given(st.text(alphabet="ab 新质", max_size=60), st.integers(8, 30))
def test_lines_of_short_words_fit(text: str, fill: int) -> None:
    longest = max((width(word) for word in text.split()), default=0)
    lines = wrapped(text, fill=fill).split("\n")
    assert max(map(width, lines)) <= max(fill, longest)


def test_columns_of_a_table_align_beside_chinese() -> None:
    assert table([("id", "n"), ("生产", 5), ("a", 12)], right=(1,)) == (
        "id     n\n生产   5\na     12"
    )


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (timedelta(seconds=20), "1 min"),
        (timedelta(minutes=10), "10 min"),
        (timedelta(hours=3), "3 h"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=59), "59 days"),
        (timedelta(days=76), "2.5 months"),
        (timedelta(days=730), "2.0 years"),
    ],
)
def test_an_interval_is_said_in_the_unit_that_fits(wait: timedelta, said: str) -> None:
    assert said_interval(wait) == said


def test_a_number_agrees_with_its_noun() -> None:
    assert counted(1, "card") == "1 card"
    assert counted(1200, "card") == "1,200 cards"


def test_a_no_break_space_keeps_words_together() -> None:
    assert wrapped("1\u00a0again 2\u00a0hard", fill=10) == "1 again\n2 hard"


def test_the_first_line_may_carry_a_mark() -> None:
    assert wrapped("one two", "   ", fill=7, first=" 1 ") == " 1 one\n   two"
