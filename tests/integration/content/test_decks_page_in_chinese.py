"""docs/decks.zh-CN.md says what docs/decks.md says: nothing is left out, nothing renamed.

The English page is held to the program elsewhere; here the Chinese one is held to the English.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass

import pytest

from nqpf_study import paths
from nqpf_study.content.problems import Code
from nqpf_study.domain.kinds import KINDS

FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`]+)`")
HAN = re.compile(r"[一-鿿]")
SAID = {"yes": "是", "right": "正确", "nearly": "接近", "wrong": "不正确"}
"""Cells that say the same wherever they stand."""


@dataclass(frozen=True)
class Section:
    """What stands between two headings."""

    level: int
    title: str
    text: str

    @property
    def prose(self) -> str:
        return FENCED.sub("", self.text)

    @property
    def paragraphs(self) -> list[str]:
        """Return its paragraphs, lists and tables."""
        return [part for part in re.split(r"\n{2,}", self.prose.strip()) if part]

    @property
    def rows(self) -> list[list[str]]:
        lines = [line for line in self.prose.splitlines() if line.startswith("|")]
        return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def sections(page: str) -> list[Section]:
    blocks: list[str] = []

    def hide(found: re.Match[str]) -> str:
        blocks.append(found[0])
        return f"\0{len(blocks) - 1}\0"

    _, *parts = re.split(r"^(#+) (.+)\n", FENCED.sub(hide, page), flags=re.MULTILINE)
    texts = [re.sub("\0(\\d+)\0", lambda found: blocks[int(found[1])], part) for part in parts]
    triples = zip(texts[::3], texts[1::3], texts[2::3], strict=True)
    return [Section(len(signs), title, text) for signs, title, text in triples]


PAGES = [paths.guide().read_text("utf-8"), paths.guide(chinese=True).read_text("utf-8")]
ENGLISH, CHINESE = map(sections, PAGES)
PAIRS = [
    pytest.param(*pair, id=pair[0].title.replace(" ", "-"))
    for pair in zip(ENGLISH, CHINESE, strict=False)
]
WORDS = paths.resources() / "translations" / "nqpf-study_zh_CN.ts"


def spoken() -> dict[str, set[str]]:
    """Return how the window calls things in Chinese, by their English, without keys and dots."""
    known: dict[str, set[str]] = {}
    for message in ET.parse(WORDS).getroot().iter("message"):  # noqa: S314 - our own file
        plain = re.sub(r"\(&.\)|&|…", "", message.findtext("translation", ""))
        known.setdefault(re.sub("&|…", "", message.findtext("source", "")), set()).add(plain)
    return known


def test_it_has_the_same_sections() -> None:
    assert len(ENGLISH) > 25
    assert [section.level for section in CHINESE] == [section.level for section in ENGLISH]
    assert len({section.title for section in CHINESE}) == len(CHINESE)


def test_sections_on_fields_and_kinds_keep_their_names() -> None:
    named = {each.title: other.title for each, other in zip(ENGLISH, CHINESE, strict=True)}
    for name in ("deck", "sources", "passages"):
        assert named[name].split()[0] == name
    kinds = spoken()
    for kind in KINDS:
        name, called = named[kind].split()
        assert name == kind
        assert called in kinds[kind]


def test_the_examples_are_the_same() -> None:
    blocks = FENCED.findall(PAGES[0])
    assert len(blocks) > 5
    assert FENCED.findall(PAGES[1]) == blocks


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_a_section_has_the_same_parts(english: Section, chinese: Section) -> None:
    def shapes(section: Section) -> list[str]:
        return [
            "table" if part.startswith("|") else "list" if re.match(r"- |\d\. ", part) else "text"
            for part in section.paragraphs
        ]

    def items(section: Section) -> list[str]:
        return re.findall(r"^(-|\d\.) ", section.prose, re.MULTILINE)

    def strong(section: Section) -> int:
        return section.prose.count("**")

    assert shapes(chinese) == shapes(english)
    assert items(chinese) == items(english)
    assert strong(chinese) == strong(english)


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_a_section_has_all_names_commands_and_numbers(english: Section, chinese: Section) -> None:
    def spans(section: Section) -> Counter[str]:
        return Counter(SPAN.findall(section.prose))

    def numbers(section: Section) -> set[str]:
        return set(re.findall(r"\d+", SPAN.sub("", section.prose)))

    assert spans(english) - spans(chinese) == Counter()
    assert numbers(english) - numbers(chinese) == set()


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_a_table_has_the_same_rows(english: Section, chinese: Section) -> None:
    assert len(chinese.rows) == len(english.rows)
    for row, other in zip(english.rows, chinese.rows, strict=True):
        assert SPAN.findall(other[0]) == SPAN.findall(row[0])
        assert [bool(cell) for cell in other] == [bool(cell) for cell in row]
        for cell, said in zip(row, other, strict=True):
            if cell in SAID:
                assert said == SAID[cell]


def test_what_a_field_holds_is_called_the_same_everywhere() -> None:
    called: dict[str, set[str]] = {}
    for english, chinese in zip(ENGLISH, CHINESE, strict=True):
        for row, other in zip(english.rows, chinese.rows, strict=True):
            if len(row) == 4:
                called.setdefault(row[2], set()).add(other[2])
    assert len(called) > 10
    assert all(len(words) == 1 for words in called.values()), called
    assert len(set[str]().union(*called.values())) == len(called)


def test_every_field_and_problem_is_explained_in_chinese() -> None:
    explained = {
        name: row[-1]
        for section in CHINESE
        for row in section.rows
        for name in SPAN.findall(row[0])
        if section.title != "出题方式"
    }
    assert set(Code) <= explained.keys()
    assert {field.name for kind in KINDS.values() for field in kind.fields} <= explained.keys()
    assert [name for name, words in explained.items() if not HAN.search(words)] == []


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_entries_are_called_as_in_the_window(english: Section, chinese: Section) -> None:
    called = spoken()
    named = re.findall(r"File > ([A-Z][a-zA-Z ]+)", english.prose)
    named += re.findall(r"(?<!\*)\*([A-Z][a-zA-Z ]+)\*(?!\*)", english.prose)
    for words in named:
        known = [label for label in called if words == label or words.startswith(f"{label} ")]
        assert known, words
        label = max(known, key=len)
        place = "文件 > " if f"File > {label}" in english.prose else ""
        assert any(f"“{place}{said}”" in chinese.prose for said in called[label]), label


def test_the_pages_lead_to_each_other_at_the_top() -> None:
    for page, other in zip(PAGES, ("decks.zh-CN.md", "decks.md"), strict=True):
        assert f"]({other})" in page.split("\n\n")[1]


def test_nothing_was_left_in_english() -> None:
    assert [section.title for section in CHINESE if not HAN.search(section.title)] == []
    for section in CHINESE:
        said = re.sub("“[^”]*”", "", SPAN.sub("", section.prose))
        assert re.findall("[A-Za-z]{2,} [a-z]{2,}", said) == [], section.title


def test_punctuation_beside_chinese_is_full_width() -> None:
    for line in FENCED.sub("", PAGES[1]).splitlines():
        text = re.sub(r"\]\([^)]*\)|\{\{.*?\}\}", "x", SPAN.sub("`", line))
        assert not re.search(r"[一-鿿`][,.;:?!]|[,;:?!(][一-鿿]|[一-鿿]\s?[()]", text), line
        assert not re.search(r"[，。；：？！、]\s+[^\s|]", text), line
