from __future__ import annotations

from collections.abc import Set
from dataclasses import fields
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nqpf_study.domain.search_query import (
    DEEPEST,
    MOST,
    NOTHING,
    Comparison,
    Query,
    beside,
    parse_query,
    unopened,
)


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
        ("green ?", Query(words=("green",))),
        ('"say is:due" x', Query(words=("x",), phrases=("say is:due",))),
    ],
)
def test_a_search_is_taken_apart(text: str, query: Query) -> None:
    assert parse_query(text) == query


@given(st.text())
def test_no_typing_is_an_error(text: str) -> None:
    query = parse_query(text)
    for one in query.every():
        assert all(one.words)
        assert all(one.phrases)


@given(st.text(st.characters(categories=("L", "N")), min_size=1))
def test_a_word_stays_as_it_is(word: str) -> None:
    assert parse_query(word) == Query(words=(word,))


@given(
    st.text(st.characters(categories=("L", "N", "Zs", "P", "S"), exclude_characters='"“”')).filter(
        lambda text: any(map(str.isalnum, text))
    )
)
@example("-x")
@example("or")
@example("(a or b)")
@example("deck:x is:due lapses>3")
def test_what_is_quoted_is_one_phrase(phrase: str) -> None:
    assert parse_query(f'"{phrase}"') == Query(phrases=(phrase,))


# --- not, or, and parentheses ------------------------------------------------------------------


def words(*said: str) -> Query:
    return Query(words=said)


def no(*denied: Query) -> Query:
    return Query(denied=denied)


def either(*ways: Query) -> Query:
    return Query(either=(ways,))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("-green", no(words("green"))),
        ("－green", no(words("green"))),
        ("growth -green", Query(words=("growth",), denied=(words("green"),))),
        ('-"green growth"', no(Query(phrases=("green growth",)))),
        ("-tag:exam -is:due", no(Query(tags=("exam",)), Query(states=("due",)))),
        ('-deck:"Five measures"', no(Query(decks=("Five measures",)))),
        ("-lapses>3", no(Query(compared=(Comparison("lapses", ">", 3),)))),
        ("-(green growth)", no(words("green", "growth"))),
        ("-(a or b)", no(either(words("a"), words("b")))),
        ("-（a or b）", no(either(words("a"), words("b")))),
        ("-(-a)", no(no(words("a")))),
        ("--a", words("a")),
        ("-or", no(words("or"))),
        ("well-known low-", words("well-known", "low-")),
        ("a - b", words("a", "b")),
        ("a or b", either(words("a"), words("b"))),
        ("a OR b Or c", either(words("a"), words("b"), words("c"))),
        ("a b or c", either(words("a", "b"), words("c"))),
        ('"a"or"b"', either(Query(phrases=("a",)), Query(phrases=("b",)))),
        ("a (b or c)", Query(words=("a",), either=((words("b"), words("c")),))),
        ("（新 or 质）力", Query(words=("力",), either=((words("新"), words("质")),))),
        ("(a)or(b c)", either(words("a"), words("b", "c"))),
        (
            "(a or b) (c or d)",
            Query(either=((words("a"), words("b")), (words("c"), words("d")))),
        ),
        ("a or (b or c)", either(words("a"), either(words("b"), words("c")))),
        ("is:due or tag:a", either(Query(states=("due",)), Query(tags=("a",)))),
        ("(is:due or tag:a)", either(Query(states=("due",)), Query(tags=("a",)))),
        ("a or -b", either(words("a"), no(words("b")))),
        ("order oracle for", words("order", "oracle", "for")),
    ],
)
def test_what_is_denied_and_what_may_fit_instead(text: str, query: Query) -> None:
    assert parse_query(text) == query


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("(2024)", "2024"),
        ("（2024）", "2024"),
        ("(green growth) (2024", "green growth 2024"),
        ("((a) b)", "a b"),
        ("()", ""),
        ("-()", ""),
        ("a or ()", "a"),
        ("(((a or b)))", "a or b"),
    ],
)
def test_parentheses_that_part_nothing_change_nothing(text: str, same: str) -> None:
    assert parse_query(text) == parse_query(same)


def test_parentheses_within_a_word_or_a_name_are_text() -> None:
    assert parse_query("card(s) f(x)) :)") == words("card(s)", "f(x))")
    assert parse_query("(card(s) or 人工智能（AI）)") == parse_query("card(s) or 人工智能（AI）")
    assert parse_query("tag:a(b) deck:c)") == Query(tags=("a(b)",), decks=("c)",))
    assert parse_query("(tag:a(b) deck:c)") == Query(tags=("a(b)",), decks=("c",))


@pytest.mark.parametrize(
    ("typed", "so_far"),
    [
        ("-", ""),
        ("a -", "a"),
        ("(", ""),
        ("a (", "a"),
        ("-(", ""),
        ("a or", "a"),
        ("a or ", "a"),
        ("a or or b", "a or b"),
        ("(a or", "a"),
        ("(a or b", "a or b"),
        ("a (b or", "a b"),
        ("(a or -", "a"),
        ("(a -) b", "a b"),
        ("a or deck:", "a"),
        ("(a or tag:)", "a"),
        ("(a lapses>) b", "a b"),
        ("-is:", ""),
        ('a or "b c', 'a or "b c"'),
        ("a or ?", "a"),
        ("-?", ""),
    ],
)
def test_what_is_not_finished_is_read_as_far_as_it_goes(typed: str, so_far: str) -> None:
    assert parse_query(typed) == parse_query(so_far)


def test_an_or_that_parts_nothing_is_a_word() -> None:
    assert parse_query("or") == words("or")
    assert parse_query("or a") == words("or", "a")
    assert parse_query("a (or b)") == words("a", "or", "b")


def test_a_search_without_end_is_read_up_to_a_point() -> None:
    assert len(parse_query("x " * 100_000).words) == MOST
    assert parse_query("(" * 100_000 + "a") == NOTHING
    assert parse_query("(" * DEEPEST + "a or b") == parse_query("a or b")
    assert parse_query("-(" * 1_000 + "a") == NOTHING


# --- written out and read again ------------------------------------------------------------------

plain = st.sampled_from(["green", "新质", "well-known", "card(s)", "2024", "orb", "xor"])
named = st.sampled_from(["exam", "a b", "五", "or", "x)"])
leaves = st.one_of(
    plain.map(words),
    st.sampled_from(["green growth", "-x", "or", "(a or b)", "is:due"]).map(
        lambda said: Query(phrases=(said,))
    ),
    named.map(lambda name: Query(decks=(name,))),
    named.map(lambda name: Query(tags=(name,))),
    st.sampled_from(["due", "new"]).map(lambda state: Query(states=(state,))),
    st.just(Query(compared=(Comparison("lapses", ">", 3),))),
)


def together(parts: list[Query]) -> Query:
    return Query(*(sum((getattr(part, each.name) for part in parts), ()) for each in fields(Query)))


queries = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(together),
        inner.map(no),
        st.lists(inner, min_size=2, max_size=3).map(lambda ways: either(*ways)),
    ),
    max_leaves=8,
)


def written(query: Query) -> str:
    """Write a query as somebody would type it, with parentheses wherever they may stand."""
    said = [
        *query.words,
        *(f'"{phrase}"' for phrase in query.phrases),
        *(f'deck:"{name}"' for name in query.decks),
        *(f'tag:"{name}"' for name in query.tags),
        *(f"is:{state}" for state in query.states),
        *(f"{one.number}{one.sign}{one.than:g}" for one in query.compared),
        *(f"-({written(one)})" for one in query.denied),
        *(f"({' or '.join(f'({written(way)})' for way in ways)})" for ways in query.either),
    ]
    return " ".join(said)


@given(queries)
def test_a_query_that_is_written_out_is_read_as_it_was(query: Query) -> None:
    assert parse_query(written(query)) == query


Tree = str | tuple[str, "list[Tree]"]
trees: st.SearchStrategy[Tree] = st.recursive(
    st.sampled_from("abcd"),
    lambda inner: (
        st.tuples(st.sampled_from(["and", "or"]), st.lists(inner, min_size=1, max_size=3))
        | st.tuples(st.just("not"), st.lists(inner, min_size=1, max_size=1))
    ),
    max_leaves=9,
)


def typed(tree: Tree, inside: str = "or") -> str:
    """Type a tree with no more parentheses than it needs: "and" binds closer than `or`."""
    if isinstance(tree, str):
        return tree
    sign, parts = tree
    if sign == "not":
        return f"-{typed(parts[0], 'not')}"
    said = {"and": " ", "or": " or "}[sign].join(typed(part, sign) for part in parts)
    needed = inside == "not" or (sign == "or" and inside == "and")
    return f"({said})" if needed else said


def holds(tree: Tree, said: Set[str]) -> bool:
    if isinstance(tree, str):
        return tree in said
    sign, parts = tree
    held = [holds(part, said) for part in parts]
    return {"and": all(held), "or": any(held), "not": not held[0]}[sign]


def fits(query: Query, said: Set[str]) -> bool:
    return (
        said >= set(query.words)
        and not any(fits(one, said) for one in query.denied)
        and all(any(fits(way, said) for way in ways) for ways in query.either)
    )


@given(trees)
def test_a_search_finds_what_its_signs_say(tree: Tree) -> None:
    query = parse_query(typed(tree))
    for count in range(5):
        for said in combinations("abcd", count):
            assert fits(query, set(said)) == holds(tree, set(said)), typed(tree)


# --- one filter more -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("", "is:due"),
        ("talent", "talent is:due"),
        ("a or b", "(a or b) is:due"),
        ("a b or c ", "(a b or c) is:due"),
        ("(a or b)", "(a or b) is:due"),
        ("(a or b) c", "(a or b) c is:due"),
        ("(a or b) or c", "((a or b) or c) is:due"),
        ("a or (b or c", "(a or (b or c)) is:due"),
        ("(a or b", "(a or b) is:due"),
        ("-(a", "-(a) is:due"),
        ("or", "or is:due"),
        ('"a or b"', '"a or b" is:due'),
        ('"a or b', '"a or b" is:due'),
        ('x or "a', '(x or "a") is:due'),
        ("a or", "a or is:due"),
        ("a (b or ", "a (b or is:due"),
        ("(", "(is:due"),
        ("a -(", "a -(is:due"),
        ("-", "-is:due"),
        ("a or -", "a or -is:due"),
        ("low-", "low- is:due"),
    ],
)
def test_a_filter_more_leaves_less(text: str, narrowed: str) -> None:
    assert beside(text, "is:due") == narrowed


@given(trees)
def test_a_filter_more_fits_beside_the_whole_search(tree: Tree) -> None:
    both = parse_query(beside(typed(tree), "e"))
    for said in ("e", "ae", "abe", "bcde", "abcd"):
        assert fits(both, set(said)) == (holds(tree, set(said)) and "e" in said)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        *(("a or b) c", "b)"), ("tag:exam）", "exam）"), ("a)", "a)"), ("(a or b)", "")),
        *(("card(s)", ""), ("", ""), ('"a)"', "")),
    ],
)
def test_a_parenthesis_that_closes_nothing_is_told(text: str, word: str) -> None:
    assert unopened(text) == word
