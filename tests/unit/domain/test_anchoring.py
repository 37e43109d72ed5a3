from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from nqpf_study.domain.anchoring import (
    _ALONE,
    INVISIBLE,
    Ambiguous,
    Found,
    Missing,
    NormalText,
    Span,
    anchor,
    normalise,
)
from nqpf_study.domain.passage import Passage

PIECES = [
    *("a", "e", "o", "Th", "new", "<", ";", ".", ",", '"'),
    *("新", "质", "生产力", "，", "。", "（"),
    *(" ", "\n", "\r\n", "\t", "\u00a0", "\u3000", "\u2028"),
    *INVISIBLE,
    *("\u0301", "\u0323", "\u0307", "\u0338", "\u0f71", "\u0f72", "\u0f73"),  # marks
    *("é", "ệ", "\u212b", "\u2126", "\u1fef"),  # composed, and such as compose to something else
    *("\u1100", "\u1161", "\u11a8", "가", "\u09c7", "\u09be", "\u0dd9", "\u0dcf", "\u0dca"),
    *("\U0001f600", "\U0001d15e"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=40)


def find(text: str, exact: str, prefix: str = "", suffix: str = "") -> Found | Ambiguous | Missing:
    return anchor(NormalText(text), Passage("a-source", exact, prefix, suffix))


def test_a_passage_is_found_where_it_stands() -> None:
    assert find("one two three", "two") == Found(Span(4, 7))


def test_white_space_of_every_sort_is_the_same() -> None:
    text = "new\u00a0quality\r\n\r\n\u3000productive\tforces"
    assert find(text, "new quality productive forces") == Found(Span(0, len(text)))
    assert find("new quality", "new\n      quality") == Found(Span(0, 11))


def test_invisible_marks_neither_hide_a_passage_nor_stand_in_its_span() -> None:
    assert find("\ufeffpro\u00adduc\u200btive forces", "productive") == Found(Span(1, 13))


def test_letters_are_found_however_their_marks_are_written() -> None:
    assert find("xi\u0304n zhi\u0300", "xīn") == Found(Span(0, 4))
    assert find("xīn zhì", "zhi\u0300") == Found(Span(4, 7))
    assert find("e\u00ad\u0301", "é") == Found(Span(0, 3))


def test_punctuation_is_kept_as_it_is() -> None:
    assert find("innovation，first", "innovation，first") == Found(Span(0, 16))
    assert find("innovation，first", "innovation,first") == Missing()


def test_a_passage_that_stands_twice_is_ambiguous() -> None:
    assert find("the forces and the means", "the") == Ambiguous((Span(0, 3), Span(15, 18)))
    assert find("aaa", "aa") == Ambiguous((Span(0, 2), Span(1, 3)))


def test_prefix_and_suffix_tell_places_apart() -> None:
    text = "the forces and the\nmeans"
    assert find(text, "the", prefix="and") == Found(Span(15, 18))
    assert find(text, "the", prefix=" and ") == Found(Span(15, 18))
    assert find(text, "the", suffix="forces") == Found(Span(0, 3))
    assert find(text, "the", suffix="means") == Found(Span(15, 18))
    assert find(text, "the", prefix="and", suffix="forces") == Missing()
    assert find("pre-the, the", "the", prefix="pre-") == Found(Span(4, 7))


@pytest.mark.parametrize("nothing", ["", "  ", "\u200b", "\n\u3000"])
def test_a_blank_quotation_is_missing(nothing: str) -> None:
    assert find("some text", nothing) == Missing()


def test_offsets_count_code_points() -> None:
    assert find("\U0001f600\U0001f600 新质", "新质") == Found(Span(3, 5))


@given(texts)
@example("e\u00ad\u0301")
@example("\u09c7\u200b\u09be")
@example("<\u2060\u0338")
@example("a\u0323\u0f73\u0f71")
def test_the_folded_text_is_the_normalised_one(raw: str) -> None:
    assert NormalText(raw).normal.strip() == normalise(raw)
    assert normalise(normalise(raw)) == normalise(raw)


@given(texts, st.data())
def test_every_part_of_a_text_is_found_in_it(raw: str, data: st.DataObject) -> None:
    text = NormalText(raw)
    start = data.draw(st.integers(0, max(0, len(text.normal) - 1)))
    end = data.draw(st.integers(start, len(text.normal)))
    quoted = text.normal[start:end].strip()
    assume(quoted)
    anchored = anchor(text, Passage("a-source", quoted))
    assert not isinstance(anchored, Missing)
    spans = [anchored.span] if isinstance(anchored, Found) else list(anchored.spans)
    for span in spans:
        assert 0 <= span.start < span.end <= len(raw)
        # A letter that one code point stands for as a whole is marked as a whole.
        assert quoted in normalise(raw[span.start : span.end])


@given(st.lists(st.sampled_from("new 新质，.é\n\u00a0"), max_size=40).map("".join), st.data())
def test_the_span_holds_the_quotation_and_nothing_else(raw: str, data: st.DataObject) -> None:
    text = NormalText(raw)
    start = data.draw(st.integers(0, max(0, len(text.normal) - 1)))
    end = data.draw(st.integers(start, len(text.normal)))
    quoted = text.normal[start:end].strip()
    assume(quoted)
    anchored = anchor(text, Passage("a-source", quoted))
    assert isinstance(anchored, Found | Ambiguous)
    for span in [anchored.span] if isinstance(anchored, Found) else anchored.spans:
        assert normalise(raw[span.start : span.end]) == quoted
        assert raw[span.start : span.end].strip() == raw[span.start : span.end]


@given(texts, texts)
def test_what_does_not_stand_in_a_text_is_missing(raw: str, quoted: str) -> None:
    assume(normalise(quoted) not in NormalText(raw).normal or not normalise(quoted))
    assert find(raw, quoted) == Missing()


@given(st.text("ab ", min_size=1, max_size=30), st.data())
def test_a_whole_neighbourhood_as_prefix_and_suffix_leaves_one_place(
    raw: str, data: st.DataObject
) -> None:
    normal = NormalText(raw).normal
    start = data.draw(st.integers(0, len(normal) - 1))
    end = data.draw(st.integers(start + 1, len(normal)))
    quoted = normal[start:end]
    assume(quoted == quoted.strip())
    anchored = find(raw, quoted, prefix=normal[:start], suffix=normal[end:])
    wide = find(raw, quoted)
    if isinstance(wide, Found):
        assert anchored == wide
    else:
        assert isinstance(wide, Ambiguous)
        narrowed = (
            {anchored.span}
            if isinstance(anchored, Found)
            else set(anchored.spans)
            if isinstance(anchored, Ambiguous)
            else set()
        )
        assert narrowed
        assert narrowed <= set(wide.spans)


def test_the_fast_lane_holds_only_characters_that_stay_as_they_are() -> None:
    pairs = (unicodedata.decomposition(chr(code)) for code in range(sys.maxunicode + 1))
    joining = {
        chr(int(pair.split()[1], 16)) for pair in pairs if " " in pair and not pair.startswith("<")
    }
    hangul = {chr(code) for code in range(0x1160, 0x1200)}
    lane = re.findall(f"[{_ALONE}]", "".join(map(chr, range(0x10000))))
    assert not {*lane} & (joining | hangul | {*INVISIBLE})
    assert not [each for each in lane if each.isspace() or unicodedata.combining(each)]
    assert unicodedata.is_normalized("NFC", "".join(lane))


@pytest.mark.parametrize(
    "raw",
    ["a" + "\u0301" * 100_000, "a\u00ad" * 100_000, "\u1100\u1161\u11a8" * 50_000],
    ids=["marks", "soft hyphens", "hangul"],
)
def test_a_hostile_text_is_folded_all_the_same(raw: str) -> None:
    assert NormalText(raw).normal.strip() == normalise(raw)
