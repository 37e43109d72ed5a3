from __future__ import annotations

from nqpf_study.domain.anchoring import Span
from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.search_query import parse_query
from nqpf_study.domain.source import Document
from nqpf_study.ui.reader.model import Reading, search_for
from tests.fakes.browse_study import (
    CHAIN,
    FIRST,
    GREEN,
    INDUSTRY,
    LOST,
    RAW,
    TWICE,
    BrowseStudy,
    measures,
    source,
)


def reading() -> Reading:
    return Reading(measures().read("qiushi"))


def unit_of(opened: Reading, words: str) -> int:
    return len(opened.text.text[: opened.text.text.index(words)].encode("utf-16-le")) // 2


def test_places_stand_in_the_order_of_the_text_each_once() -> None:
    opened = reading()
    shown = [RAW[place.span.start : place.span.end] for place in opened.places]
    assert shown == [FIRST.exact, CHAIN.exact, INDUSTRY.exact, GREEN.exact]


def test_a_passage_is_found_by_what_it_is() -> None:
    assert reading().place_of(GREEN) == 3
    assert reading().place_of(LOST) is None


def test_the_shortest_place_under_the_pointer_is_meant() -> None:
    opened = reading()
    assert opened.place_at(unit_of(opened, "industry")) == 2
    assert opened.place_at(unit_of(opened, "second")) == 1
    assert opened.place_at(unit_of(opened, "Menu")) is None


def test_next_and_previous_go_round() -> None:
    opened = reading()
    at_chain = unit_of(opened, "The second")
    assert opened.next_place(at_chain) == 2
    assert opened.previous_place(at_chain) == 0
    assert opened.next_place(unit_of(opened, "The end.")) == 0
    assert opened.previous_place(0) == 3


def test_a_place_lists_its_cards_and_those_of_overlapping_places() -> None:
    study, opened = measures(), reading()
    assert [card.note.id for card in study.cards(opened.cards_on(3))] == ["three", "again"]
    assert [card.note.id for card in study.cards(opened.cards_on(2))] == ["part", "two"]


def test_what_is_not_found_once_is_listed_as_lost() -> None:
    lost = reading().lost
    assert [(each.passage, each.copies) for each in lost] == [(TWICE, 3), (LOST, 0)]


def test_words_are_found_whatever_their_case_and_spacing() -> None:
    opened = reading()
    found = opened.find("MEASURE  is")
    assert len(found) == 3
    assert found[0][0] == unit_of(opened, "measure is innovation")
    assert opened.find("(") == opened.find("  ") == ()
    assert len(opened.find("chain. the third")) == 1


def test_a_quotation_carries_its_citation() -> None:
    assert reading().quotation(3) == (
        "“The third measure is green.”\n"
        "— Qiushi, “Developing new quality productive forces”, 2024-06-03"
    )


def test_navigation_is_no_text_proper() -> None:
    opened = reading()
    proper = [opened.is_proper(p.start, p.end) for p in opened.text.paragraphs]
    assert proper == [False, True, True]


def test_a_source_without_its_file_is_an_empty_reading() -> None:
    fake = BrowseStudy(Deck("m", "Measures"), [Document(source(), None)])
    opened = Reading(fake.read("qiushi"))
    assert opened.raw is None
    assert opened.places == ()
    assert opened.next_place(0) is None
    assert opened.text.units(Span(0, 0)) == (0, 0)


def test_the_search_for_a_card_asks_for_its_question_as_a_phrase() -> None:
    note = Note("t", "term", {"term": "tap", "definition": "Turns."})
    (card,) = BrowseStudy(Deck("d", "D", notes=(note,))).cards([1])
    query = parse_query(search_for(card))
    assert query.decks == ("d",)
    assert [phrase.split() for phrase in query.phrases] == [["What", "is", "tap", "?"]]
