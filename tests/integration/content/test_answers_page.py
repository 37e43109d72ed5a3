"""What docs/decks.md says of typed answers is so."""

from __future__ import annotations

import re

import pytest

from nqpf_study import paths
from nqpf_study.domain.deck import Note
from nqpf_study.domain.forms import Mark, Prompt, accepted_for
from nqpf_study.domain.forms.listing import FEWEST, MOST_MEMBERS, MOST_WORDS
from nqpf_study.domain.forms.match import MOST as MOST_PAIRS
from nqpf_study.domain.forms.order import FEWEST as FEWEST_IN_ORDER
from nqpf_study.domain.forms.typed import MOST_HAN, Typed
from nqpf_study.domain.forms.typed import MOST_WORDS as MOST_TYPED
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.review import CardId

PAGE = paths.guide().read_text("utf-8")
CHINESE = paths.guide(chinese=True).read_text("utf-8")
SECTION = PAGE.split("## How cards are asked")[1].split("\n## ")[0]
ROWS = re.findall(r"^\| `(.+)` \| `(.+)` \| (right|nearly|wrong) \|$", SECTION, re.MULTILINE)
MARKS = {"right": Mark.RIGHT, "nearly": Mark.NEARLY, "wrong": Mark.WRONG}


def test_there_are_examples_of_each_outcome() -> None:
    assert {outcome for _, _, outcome in ROWS} == set(MARKS)


@pytest.mark.parametrize(("answer", "typed", "outcome"), ROWS)
def test_an_example_counts_as_the_page_says(answer: str, typed: str, outcome: str) -> None:
    note = Note("n", "basic", {"question": "?", "answer": answer})
    prompt = Prompt(CardId("d", "n", "answer"), note, cards_of(note)[0])
    (part,) = Typed(accepted_for(prompt)).judge(typed).parts
    assert part.mark is MARKS[outcome]


def test_the_limits_of_the_page_are_those_of_the_forms() -> None:
    words = {"five": 5, "eight": 8, "two": 2, "three": 3, "twelve": 12}
    told = re.findall(r"at most (\w+) words", SECTION)
    assert [words[said] for said in told] == [MOST_TYPED, MOST_WORDS]
    assert f"{MOST_HAN} Chinese characters" in SECTION
    assert (FEWEST, MOST_MEMBERS, FEWEST_IN_ORDER, MOST_PAIRS) == (2, 12, 3, 4)


def test_the_limits_of_the_chinese_page_are_those_of_the_forms() -> None:
    section = CHINESE.split("## 出题方式")[1].split("\n## ")[0]
    told = re.findall(r"不超过 (\d+) 个词", section)
    assert [int(said) for said in told] == [MOST_TYPED, MOST_WORDS]
    assert f"不超过 {MOST_HAN} 个汉字" in section
    assert f"{FEWEST} 到 {MOST_MEMBERS} 个成员" in section
    assert f"有 {FEWEST_IN_ORDER} 个或更多成员" in section
