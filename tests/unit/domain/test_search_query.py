from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.search_query import Comparison, Query, parse_query


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        ("   ", Query()),
        ("green  growth", Query(words=("green", "growth"))),
        ('"green growth" now', Query(words=("now",), phrases=("green growth",))),
        ("“新质生产力” x", Query(words=("x",), phrases=("新质生产力",))),
        ('"never closed', Query(phrases=("never closed",))),
        ('say"so"', Query(words=("say",), phrases=("so",))),
        ("deck:terms", Query(decks=("terms",))),
        ("Deck：terms", Query(decks=("terms",))),
        ('deck:"Five measures" tag:a tag:b*', Query(decks=("Five measures",), tags=("a", "b*"))),
        ("kind:Term source:qiushi", Query(kinds=("term",), sources=("qiushi",))),
        ("note:visible-hand note:d/n", Query(notes=("visible-hand", "d/n"))),
        ("is:DUE is:suspended", Query(states=("due", "suspended"))),
        ("lapses>3", Query(compared=(Comparison("lapses", ">", 3),))),
        (
            "Reviews<=20 stability＞2.5 x",
            Query(
                words=("x",),
                compared=(Comparison("reviews", "<=", 20), Comparison("stability", ">", 2.5)),
            ),
        ),
        ("is:hard is:missing", Query(states=("hard", "missing"))),
        ("lapses>", Query()),
        ("x lapses>=", Query(words=("x",))),
        ("lapses> x", Query(words=("lapses>", "x"))),
        ("lapses>3x", Query(words=("lapses>3x",))),
        ("lapses>99999999999999999999", Query(words=("lapses>99999999999999999999",))),
        ("deck:", Query()),
        ("green Deck：", Query(words=("green",))),
        ("deck: green", Query(words=("deck:", "green"))),
        ('deck:""', Query()),
        ("subdeck:x", Query(words=("subdeck:x",))),
        ("colour:red", Query(words=("colour:red",))),
        ("新质　生产力", Query(words=("新质", "生产力"))),
    ],
)
def test_a_search_is_taken_apart(text: str, query: Query) -> None:
    assert parse_query(text) == query


@given(st.text())
def test_no_typing_is_an_error(text: str) -> None:
    query = parse_query(text)
    assert all(query.words)
    assert all(query.phrases)


@given(st.text(st.characters(categories=("L", "N")), min_size=1))
def test_a_word_stays_as_it_is(word: str) -> None:
    assert parse_query(word) == Query(words=(word,))


@given(st.text(st.characters(categories=("L", "N", "Zs"), exclude_characters='"'), min_size=1))
def test_what_is_quoted_is_one_phrase(phrase: str) -> None:
    assert parse_query(f'"{phrase}"') == Query(phrases=(phrase,))
