from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.anchoring import Span
from nqpf_study.domain.coverage import Reason, SourceCoverage, Standing, cover
from nqpf_study.domain.source import Document, Source

TEXT = "Menu\n\nOne two three four. Five, six! 新质生产力。\n\nSeven"


def covered(*quoted: str, text: str = TEXT) -> SourceCoverage:
    return cover(document(text), [span_of(words, text) for words in quoted])


def document(text: str | None) -> Document:
    return Document(Source("essay", "Essay", "P", "2024", "en", "", "essay.txt", ""), text)


def span_of(words: str, text: str = TEXT) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def said(coverage: SourceCoverage, standing: Standing) -> list[str]:
    text = coverage.document.text or ""
    return [text[each.span.start : each.span.end] for each in coverage.standing(standing)]


def test_a_sentence_is_touched_by_a_word_in_a_passage() -> None:
    coverage = covered("two", "six! 新质")
    assert said(coverage, Standing.TOUCHED) == ["One two three four.", "Five, six!", "新质生产力。"]
    assert said(coverage, Standing.OPEN) == ["Menu", "Seven"]


@pytest.mark.parametrize("quoted", [". ", "! ", "\n\n", "。"])
def test_marks_and_white_space_touch_nothing(quoted: str) -> None:
    assert said(covered(quoted), Standing.TOUCHED) == []


def test_the_share_counts_words_and_chinese_characters_once() -> None:
    coverage = covered("One two", "two three", "生产力", "Five")
    shares = [(each.quoted, each.words) for each in coverage.sentences]
    assert shares == [(0, 1), (3, 4), (1, 2), (3, 5), (0, 1)]
    assert coverage.sentences[1].share == 0.75


def test_what_is_left_out_is_open_no_more() -> None:
    coverage = covered("two").leaving_out({0: Reason.NAVIGATION, 4: Reason.OTHER})
    assert said(coverage, Standing.LEFT_OUT) == ["Menu", "Seven"]
    assert said(coverage, Standing.OPEN) == ["Five, six!", "新质生产力。"]
    assert coverage.left_out == {Reason.NAVIGATION: 1, Reason.OTHER: 1}


def test_a_card_outweighs_a_reason() -> None:
    coverage = covered("two").leaving_out({1: Reason.HEADING})
    assert said(coverage, Standing.TOUCHED) == ["One two three four."]
    assert coverage.left_out == {}


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [
        ("Menu", [0]),
        ("two three", [1]),
        ("four. Five", [1, 2]),
        (". Five", [2]),
        ("four. ", [1]),
        ("Menu\n\nOne two three four. Five, six! 新", [0, 1, 2, 3]),
        (". ", []),
        ("\n\nSeven", [4]),
    ],
)
def test_a_quotation_holds_a_sentence_when_it_holds_a_word_of_it(
    quoted: str, expected: list[int]
) -> None:
    assert list(covered().overlapped(span_of(quoted))) == expected


def test_a_source_without_its_text_has_no_sentences() -> None:
    assert cover(document(None), []).sentences == ()
    assert list(cover(document(""), []).overlapped(Span(0, 1))) == []


places = st.integers(0, len(TEXT) - 1)
spans = st.lists(
    st.tuples(places, places).map(lambda ends: Span(min(ends), max(ends) + 1)), max_size=6
)


@given(spans)
def test_touched_are_the_sentences_that_hold_a_quoted_word(quoted: list[Span]) -> None:
    coverage = cover(document(TEXT), quoted)
    inside = {at for span in quoted for at in range(span.start, span.end) if TEXT[at].isalnum()}
    for sentence in coverage.sentences:
        held = any(at in inside for at in range(sentence.span.start, sentence.span.end))
        assert (sentence.standing is Standing.TOUCHED) == held
        assert 0 <= sentence.quoted <= sentence.words
    found = {at for span in quoted for at in coverage.overlapped(span)}
    touched = {at for at, each in enumerate(coverage.sentences) if each.quoted}
    assert found == touched


@given(spans.flatmap(lambda quoted: st.tuples(st.just(quoted), st.permutations(quoted * 2))))
def test_the_order_of_passages_and_saying_one_twice_change_nothing(
    drawn: tuple[list[Span], list[Span]],
) -> None:
    quoted, again = drawn
    assert cover(document(TEXT), again) == cover(document(TEXT), quoted)
