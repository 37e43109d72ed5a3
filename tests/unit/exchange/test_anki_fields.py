from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Member, Note
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Source
from nqpf_study.exchange.anki.fields import (
    answer_of,
    backing_of,
    cloze_of,
    frames_of,
    html_of,
    passages_of,
    tags_of,
)
from tests.fakes.reader import shown, tags

QIUSHI = Source("qiushi", "A <b>title</b>", "Qiushi", "2024-06-03", "en", "", "", "")
FRAMES = frames_of([QIUSHI])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("plain, with “quotes” and 'these'", "plain, with “quotes” and 'these'"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("R&D &amp; more", "R&amp;D &amp;amp; more"),
        ("{{Question 1}} {{c1::x}}", "&#123;&#123;Question 1}} &#123;&#123;c1::x}}"),
        ("[sound:a.mp3] [latex]", "&#91;sound:a.mp3] &#91;latex]"),
        ("one\ntwo\r\nthree\rfour", "one<br>two<br>three<br>four"),
        ("a\x1fb\x00c\x7fd", "abcd"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("a\u00a0b\tc", "a\u00a0b\tc"),
    ],
)
def test_text_becomes_html_without_markup_of_its_own(text: str, expected: str) -> None:
    assert html_of(text) == expected


def test_each_chinese_run_is_marked_with_its_language() -> None:
    assert html_of("It is 新质生产力 (new), or 生产力 <b>") == (
        'It is <span lang="zh-Hans">新质生产力</span> (new), or '
        '<span lang="zh-Hans">生产力</span> &lt;b&gt;'
    )


@given(st.text())
@example("新\x00质\n生 & 产<力>{{c1::[[type:x]]}}")
@example("力\u0338 and <\u0338")
def test_any_text_can_be_read_back(text: str) -> None:
    written = html_of(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    assert shown(written) == re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", lines)
    assert tags(written) <= {"br", "span"}
    assert "{{" not in written
    assert "[" not in written


def test_a_list_answer_is_a_list() -> None:
    note = Note("n", "list", {"question": "Which?", "items": (Member("a < b"), Member("创新"))})
    (card,) = cards_of(note)
    assert answer_of(card, note) == (
        '<ul><li>a &lt; b</li><li><span lang="zh-Hans">创新</span></li></ul>'
    )


def test_an_ordered_answer_is_a_numbered_list() -> None:
    items = (Member("first"), Member("second"))
    note = Note("n", "list", {"question": "Which?", "items": items, "ordered": True})
    (card,) = cards_of(note)
    assert answer_of(card, note) == "<ol><li>first</li><li>second</li></ol>"


def test_pinyin_stands_apart_from_its_chinese() -> None:
    note = Note(
        "n",
        "term",
        {"term": "force", "definition": "d", "chinese": "生产力", "pinyin": "shēngchǎnlì"},
    )
    chinese = cards_of(note)[-1]
    assert answer_of(chinese, note) == (
        '<span lang="zh-Hans">生产力</span>'
        '<div class="pinyin" lang="zh-Latn-pinyin">shēngchǎnlì</div>'
    )


def test_a_dot_in_an_answer_without_pinyin_stays() -> None:
    note = Note("n", "basic", {"question": "q", "answer": "one · two"})
    assert answer_of(cards_of(note)[0], note) == "one · two"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is {{c1::new}}.", "It is {{c1::new}}."),
        ("{{c1::a < b::{hint}}} c", "{{c1::a &lt; b::&#123;hint}}} c"),
        ("{{c1::a::b::c}}", "{{c1::a::b&#58;&#58;c}}"),
        ("{{c2::新质}}", '{{c2::<span lang="zh-Hans">新质</span>}}'),
        ("{{Text}} {{c1::x}} {{c,1::y}}", "&#123;&#123;Text}} {{c1::x}} &#123;&#123;c,1::y}}"),
        ("{{c1::}}", "{{c1::}}"),
        ("{{c1::a\nb}}", "{{c1::a<br>b}}"),
    ],
)
def test_only_our_own_gaps_are_gaps(text: str, expected: str) -> None:
    assert cloze_of(text) == expected


def test_a_passage_is_quoted_with_its_citation() -> None:
    quoted = passages_of([Passage("qiushi", "1 < 2 & 新质", "before", "after")], FRAMES)
    assert quoted == (
        '<figure class="passage"><blockquote lang="en">'
        '1 &lt; 2 &amp; <span lang="zh-Hans">新质</span></blockquote>'
        "<figcaption>Qiushi, “A &lt;b&gt;title&lt;/b&gt;”, 2024-06-03</figcaption></figure>"
    )


def test_a_passage_of_an_unknown_source_names_it() -> None:
    quoted = passages_of([Passage("gone", "said"), Passage("qiushi", "too")], FRAMES)
    assert quoted.startswith('<figure class="passage"><blockquote>said</blockquote>')
    assert "<figcaption>gone</figcaption>" in quoted
    assert quoted.count("<figure") == 2


def test_a_language_cannot_leave_its_attribute() -> None:
    frames = frames_of([Source("s", "t", "p", "2024", 'en" onclick="x', "", "", "")])
    assert 'lang="en&quot; onclick=&quot;x"' in passages_of([Passage("s", "said")], frames)


def test_what_stands_behind_the_answer() -> None:
    note = Note(
        "n",
        "term",
        {
            "term": "t",
            "definition": "d",
            "chinese": "生产力",
            "pinyin": "shēngchǎnlì",
            "chinese_derived": "The term is settled",
            "variants": (Member("new productive forces (China Daily)"), Member("<other>")),
        },
        remark="More <i>to</i> say",
        derived="A Wednesday in January.",
        as_of="2024",
        passages=(Passage("qiushi", "quoted"),),
    )
    assert backing_of(note, FRAMES) == {
        "Kind": "term",
        "Chinese": '<span lang="zh-Hans">生产力</span>',
        "Pinyin": "shēngchǎnlì",
        "Variants": "new productive forces (China Daily); &lt;other&gt;",
        "Remark": "More &lt;i&gt;to&lt;/i&gt; say",
        "Derived": "A Wednesday in January. The term is settled",
        "As of": "2024",
        "Passages": passages_of(note.passages, FRAMES),
    }


def test_tags_hold_no_space() -> None:
    assert tags_of(["year-2024", "two words", "全\u3000角", " ", "a\x1fb"]) == [
        "year-2024",
        "two-words",
        "全-角",
        "ab",
    ]


def test_unescaping_gives_the_text_again() -> None:
    assert html.unescape(html_of('{"a": [1 < 2]} & "b"')) == '{"a": [1 < 2]} & "b"'
