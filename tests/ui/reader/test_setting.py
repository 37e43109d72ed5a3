from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from nqpf_study.domain.anchoring import NormalText, Span, normalise
from nqpf_study.ui.reader.setting import SetText

PAGE = "\ufeffLOGO\nHome > News\n\n  First, 创新😀 leads。\r\n\r\n　　第二段。\n"

raw_texts = st.text(st.sampled_from("ab.- 　\u00a0\n\r\t\u2028\u2029\x00新😀𠮷"), max_size=60)


def test_each_line_is_a_paragraph_without_the_space_around_it() -> None:
    texts = [paragraph.text for paragraph in SetText(PAGE).paragraphs]
    assert texts == ["\ufeffLOGO", "Home > News", "First, 创新😀 leads。", "第二段。"]


def test_paragraphs_after_an_empty_line_stand_apart() -> None:
    assert [paragraph.spaced for paragraph in SetText(PAGE).paragraphs] == [True, False, True, True]


def test_lines_broken_to_fit_a_page_flow_together() -> None:
    broken = (
        "It was the best of times, it was the worst of times, it was the age\n"
        "of wisdom, it was the age of foolishness, it was the epoch of\n"
        "belief.\n\nShort line\nanother\nand one more"
    )
    paragraphs = SetText(broken).paragraphs
    assert [p.text[:13] for p in paragraphs] == [
        "It was the be",
        "Short line",
        "another",
        "and one more",
    ]
    assert "the age of wisdom" in paragraphs[0].text


def test_a_list_of_long_items_is_not_run_together() -> None:
    item = "- strengthen science and technology, above all original ones"
    assert len(SetText("\n".join([item] * 3)).paragraphs) == 3


def test_a_span_is_shown_where_its_words_are() -> None:
    text = SetText(PAGE)
    start = PAGE.index("创新")
    first, last = text.units(Span(start, start + 3))
    assert text.text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le") == "创新😀"


@given(raw_texts)
def test_no_word_is_lost_or_changed(raw: str) -> None:
    assert normalise(SetText(raw).text.replace("\x00", " ")) == normalise(raw.replace("\x00", " "))


@given(raw_texts)
def test_qt_keeps_every_character_in_its_place(raw: str) -> None:
    text = SetText(raw)
    document = QTextDocument()
    document.setPlainText(text.text)
    assert document.blockCount() == max(1, len(text.paragraphs))
    assert document.characterCount() - 1 == len(text.text.encode("utf-16-le")) // 2


@given(raw_texts, st.data())
def test_every_range_of_words_can_be_selected(raw: str, data: st.DataObject) -> None:
    normal = NormalText(raw.replace("\x00", " "))
    words = [at for at, char in enumerate(normal.normal) if char != " "]
    if not words:
        return
    start = data.draw(st.sampled_from(words))
    end = data.draw(st.sampled_from([at for at in words if at >= start])) + 1
    text = SetText(raw)
    document = QTextDocument()
    document.setPlainText(text.text)
    cursor = QTextCursor(document)
    first, last = text.units(normal.span(start, end))
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    assert normalise(cursor.selectedText()) == normalise(normal.normal[start:end])


@given(raw_texts)
def test_a_place_in_the_shown_text_leads_back_to_its_word(raw: str) -> None:
    text = SetText(raw)
    for at, char in enumerate(text.text):
        if not char.isspace():
            unit = len(text.text[:at].encode("utf-16-le")) // 2
            assert raw[text.point(unit)] == char
