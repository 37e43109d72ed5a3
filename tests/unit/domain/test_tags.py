from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.search_query import parse_query
from nqpf_study.domain.tags import folded, tags_in


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        ("  ,  ", ()),
        ("exam", ("exam",)),
        ("Exam hard,to-ask", ("exam", "hard", "to-ask")),
        ("exam exam EXAM", ("exam",)),
        ("#exam #hard*", ("exam", "hard")),
        ("重点，难 、不懂；考试　Ｅｘａｍ", ("重点", "难", "不懂", "考试", "exam")),
        ("part::one", ("part::one",)),
        ('"exam" “hard”', ("exam", "hard")),
        ("a\x00b \ud800", ("ab",)),
        ("2024-05 c++", ("2024-05", "c++")),
    ],
)
def test_what_is_typed_becomes_tags(typed: str, tags: tuple[str, ...]) -> None:
    assert tags_in(typed) == tags


@given(st.text())
def test_every_tag_is_written_in_one_way_and_can_be_searched_for(typed: str) -> None:
    for tag in tags_in(typed):
        assert tags_in(tag) == (tag,)
        assert folded(tag) == tag
        assert parse_query(f"tag:{tag}").tags == (tag,)
        tag.encode()
