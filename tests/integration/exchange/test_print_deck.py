from __future__ import annotations

import pytest

from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.errors import Cancelled
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Source
from nqpf_study.exchange.print_deck import Handout, handout
from nqpf_study.exchange.print_sheet import html, text

SOURCES = {
    "q": Source("q", "On <forces>", "Qiushi", "2024-06-01", "en", "", "q.txt", ""),
    "other": Source("other", "Not quoted", "Daily", "2020", "en", "", "o.txt", ""),
}
TERM = Note(
    "term",
    "term",
    {
        "term": "new forces",
        "definition": "those led by innovation",
        "chinese": "新质生产力",
        "pinyin": "xīn zhì shēngchǎnlì",
        "chinese_derived": "from the speech",
        "variants": (Member("newer forces"), Member("newest ones")),
    },
    passages=(Passage("q", "led by innovation"), Passage("lost", "新质生产力")),
    remark="A remark.",
    as_of="2024-06",
)
LIST = Note(
    "list",
    "list",
    {"question": "Which two?", "items": (Member("north"), Member("south")), "ordered": True},
    derived="by counting",
)
DECK = Deck(
    "d",
    "Deck & co",
    "en",
    "What it is about.\n\nAnd <more>.",
    "Ann",
    "CC BY 4.0",
    notes=(TERM, LIST),
)


def test_a_handout_says_all_that_the_deck_says() -> None:
    said = text(handout(DECK, SOURCES))
    assert said == (
        "Deck & co\n=========\n\nWhat it is about.\n\nAnd <more>.\n\nAuthor: Ann\n\n"
        "Licence: CC BY 4.0\n\n"
        "Sources\n-------\n\n  - Qiushi, “On <forces>”, 2024-06-01\n  - lost\n\n"
        "Cards\n-----\n\n"
        "1. What is “new forces”?\n\nthose led by innovation\n\n"
        "2. What is “new forces” in Chinese?\n\n新质生产力 · xīn zhì shēngchǎnlì\n\n"
        "How it follows: from the speech\n\nA remark.\n\n"
        "Also worded: newer forces; newest ones\n\nAs of 2024-06\n\n"
        "    “led by innovation”\n    (Qiushi, “On <forces>”, 2024-06-01)\n\n"
        "    “新质生产力”\n    (lost)\n\n"
        "3. Which two?\n\n  1. north\n  2. south\n\nHow it follows: by counting\n"
    )


def test_a_handout_without_passages_has_the_answers_all_the_same() -> None:
    said = text(handout(DECK, SOURCES, Handout.ANSWERS))
    assert "those led by innovation" in said
    assert "A remark." in said
    assert "“led by innovation”" not in said


def test_a_worksheet_gives_nothing_away_and_has_room_to_write() -> None:
    said = text(handout(DECK, SOURCES, Handout.QUESTIONS))
    for given_away in ("led by innovation", "新质", "remark", "newer", "north", "counting"):
        assert given_away not in said
    assert "3. Which two?" in said
    assert said.count("_" * 80) == 2 + 2 + 2


def test_chinese_in_a_handout_is_marked_and_its_markup_is_text() -> None:
    page = html(handout(DECK, SOURCES))
    assert '<html lang="en">' in page
    assert '“<span lang="zh-Hans">新质生产力</span>”' in page
    assert "And &lt;more&gt;." in page
    assert page.count('<div class="together">') == 3


def test_a_deck_without_notes_has_a_handout() -> None:
    assert text(handout(Deck("e", "Empty"), {})) == "Empty\n=====\n\nCards\n-----\n"


def test_making_a_handout_can_be_stopped() -> None:
    def stop(done: int, total: int, doing: str) -> None:  # noqa: ARG001 - as is called
        if done:
            raise Cancelled

    notes = tuple(Note(str(n), "basic", {"question": "Q", "answer": "A"}) for n in range(101))
    with pytest.raises(Cancelled):
        handout(Deck("e", "Long", notes=notes), {}, progress=stop)
