from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nqpf_study.content.passages import TextCache, _longest_beginning, report_unless_found
from nqpf_study.content.problems import Problems
from nqpf_study.content.yaml_tree import Unusable
from nqpf_study.domain.anchoring import Found, Span
from nqpf_study.domain.errors import Problem
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Document, Source

ESSAY = "Innovation plays the leading role，and the “second” is industry. Industry follows."


def document(id_: str, text: str | None) -> Document:
    return Document(Source(id_, id_, "P", "2024", "en", "", f"{id_}.txt", ""), text)


def checked(passage: Passage) -> Problem:
    texts = TextCache([document("essay", ESSAY), document("story", "A story of its own.")])
    problems = Problems("a-file")
    report_unless_found(passage, Unusable(4, 2), texts, problems)
    (problem,) = problems.sorted()
    assert (problem.line, problem.column) == (4, 2)
    return problem


def test_a_passage_that_is_found_is_no_problem() -> None:
    problems = Problems("a-file")
    texts = TextCache([document("essay", ESSAY)])
    found = report_unless_found(Passage("essay", "leading"), Unusable(1, 1), texts, problems)
    assert found == Found(Span(21, 28))
    assert problems.sorted() == ()


@pytest.mark.parametrize(
    ("exact", "hint"),
    [
        ("a story of", "nothing like it is there; copy the words from the source"),
        ("A story of", "it is in story"),
        ("the leading role,and", "the source writes “the leading role，and”"),
        (
            "the leading role, and",
            "after “…the leading role” the source goes on “，and the “second” is",
        ),
        ('the "Second" is', "the source writes “the “second” is”"),
        (
            "plays the leading part",
            "after “…plays the leading ” the source goes on “role，and the",
        ),
    ],
)
def test_the_hint_says_where_the_wording_departs(exact: str, hint: str) -> None:
    problem = checked(Passage("essay", exact))
    assert problem.code == "passage-missing"
    assert problem.hint.startswith(hint)


def test_a_prefix_that_does_not_fit_is_told_apart_from_a_missing_quotation() -> None:
    problem = checked(Passage("essay", "leading", prefix="playing the"))
    assert problem.message.endswith("but not between this prefix and suffix")
    assert "Innovation plays the [the quotation] role" in problem.hint


def test_a_source_without_a_text_has_no_normal_form() -> None:
    texts = TextCache([document("lost", None)])
    assert texts.normal("lost") is None
    assert texts.normal("unknown") is None


def test_a_text_is_normalised_once() -> None:
    texts = TextCache([document("essay", ESSAY)])
    assert texts.normal("essay") is texts.normal("essay")


@given(st.text("ab新", max_size=30), st.text("ab新", max_size=12))
def test_the_longest_beginning_occurs_and_the_next_does_not(text: str, exact: str) -> None:
    length = _longest_beginning(exact, text)
    assert exact[:length] in text
    assert length == len(exact) or exact[: length + 1] not in text


@given(st.text(max_size=40), st.text(min_size=1, max_size=40))
def test_any_passage_gets_plain_words(text: str, exact: str) -> None:
    texts = TextCache([document("essay", text), document("story", text[::-1])])
    problems = Problems("a-file")
    assume(exact.strip())
    report_unless_found(Passage("essay", exact), Unusable(1, 1), texts, problems)
    assert all(problem.message for problem in problems.sorted())
