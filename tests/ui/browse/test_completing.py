"""How a search that is being typed may go on, and what is said of one that finds nothing."""

from __future__ import annotations

import pytest

from nqpf_study.domain.search_query import STATES, parse_query
from nqpf_study.ui.browse.advice import advice
from nqpf_study.ui.browse.completing import Offer, completed, offers, word_at
from nqpf_study.ui.browse.search_words import Known, filter_meanings, usual_searches

KNOWN = Known(
    decks={"nqpf-terms": "Terms", "measures": "Five measures"},
    sources={"qiushi": "A speech on 生产力", "my text": "Mine"},
    tags=("exam",),
    all_tags=("exam", "year-2023", "year-2024"),
)


def typed(text: str, *, asked: bool = False) -> list[str]:
    return [offer.typed for offer in offers(text, len(text), KNOWN, asked=asked)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        *(("", ""), ("a", "a"), ("a b", "b"), ("a ", ""), ('deck:"five me', 'deck:"five me')),
        *(('"a b" c', "c"), ("“a b", "“a b"), ("生产　力", "力")),
        *(("-ta", "ta"), ("(ta", "ta"), ("a -(is:", "is:"), ("（-生", "生"), ("low-al", "low-al")),
        *(('-deck:"five m', 'deck:"five m'), ("-", ""), ("card(s", "card(s")),
    ],
)
def test_the_word_that_is_typed_ends_at_the_cursor(text: str, word: str) -> None:
    assert word_at(text, len(text)) == word


def test_in_the_midst_of_a_word_nothing_is_offered() -> None:
    assert word_at("is:due", 3) == ""
    assert word_at("is: due", 3) == "is:"
    assert word_at("(is:)", 4) == "is:"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ta", ["tag:"]),
        ("green De", ["deck:"]),
        ("st", ["stability>"]),
        ("t", []),
        ("green", []),
        ("deck:", ["deck:nqpf-terms", "deck:measures"]),
        ("x deck:me", ["deck:measures"]),
        ("Deck：five", ["deck:measures"]),
        ('deck:"five me', ["deck:measures"]),
        ("deck:zebra", []),
        ("deck:measures", []),
        ("source:生产", ["source:qiushi"]),
        ("source:mine", ['source:"my text"']),
        ("tag:ye", ["tag:year-2023", "tag:year-2024"]),
        ("is:su", ["is:suspended"]),
        ("is:slip", ["is:leech"]),
        ("kind:clo", ["kind:cloze"]),
        ("-ta", ["tag:"]),
        ("x or (ta", ["tag:"]),
        ("-tag:ye", ["tag:year-2023", "tag:year-2024"]),
        ("(is:su", ["is:suspended"]),
        ("green or", []),
    ],
)
def test_what_fits_is_offered(text: str, wanted: list[str]) -> None:
    assert typed(text) == wanted


def test_asked_for_all_filters_are_offered_before_a_letter() -> None:
    assert set(filter_meanings()) < set(typed("green ", asked=True))
    assert typed("green", asked=True) == []


def test_asked_for_the_signs_that_join_parts_are_offered_too() -> None:
    assert {"or", "-", "("} < set(typed("green ", asked=True))
    assert {"-", "("} < set(typed("", asked=True))
    assert "or" not in typed("", asked=True)
    assert completed("green ", 6, Offer("or", "")) == ("green or ", 9)
    assert completed("green ", 6, Offer("-", "")) == ("green -", 7)


def test_all_states_are_offered_with_their_meaning() -> None:
    found = offers("is:", 3, KNOWN)
    assert {offer.typed for offer in found} == {f"is:{state}" for state in STATES}
    assert all(offer.meaning and offer.meaning not in STATES for offer in found)


def test_an_offer_that_is_taken_leaves_room_for_the_next_word() -> None:
    assert completed("x de", 4, Offer("deck:", "")) == ("x deck:", 7)
    assert completed("deck:ter", 8, Offer("deck:terms", "")) == ("deck:terms ", 11)
    assert completed("is:d green", 4, Offer("is:due", "")) == ("is:due green", 7)
    assert completed('deck:"five m', 12, Offer("deck:measures", "")) == ("deck:measures ", 14)
    assert completed("a -ta", 5, Offer("tag:", "")) == ("a -tag:", 7)
    assert completed("(is:d)", 5, Offer("is:due", "")) == ("(is:due)", 7)
    assert completed("(is:d or x", 5, Offer("is:due", "")) == ("(is:due or x", 8)


def test_every_offer_is_a_filter_that_the_search_knows() -> None:
    for text in ("deck:", "source:", "tag:", "is:", "kind:"):
        for offer in offers(text, len(text), KNOWN):
            query = parse_query(offer.typed)
            assert query.words == query.phrases == ()


def test_every_usual_search_is_one_of_the_states() -> None:
    assert {one.text.removeprefix("is:") for one in usual_searches()} < set(STATES)
    assert len({one.name for one in usual_searches()}) == len(usual_searches())


@pytest.mark.parametrize(
    ("text", "said", "instead"),
    [
        ("is:tired word", "new, learning, review, due, suspended, buried", ""),
        ("x is:suspend", "“is:suspend” is not known", "x is:suspended"),
        ("kind:poem", "term, measure", ""),
        ("kind:tern y", "“kind:tern”", "kind:term y"),
        ("deck:mesures", "No deck is called “mesures”.", "deck:measures"),
        ('deck:"five mesures" x', "“five mesures”", 'deck:"Five measures" x'),
        ("source:qiushy", "No text is called “qiushy”.", "source:qiushi"),
        ("tag:exams", "No card has the tag “exams”.", "tag:exam"),
        ("tag:zebra*", "No card has the tag “zebra*”.", ""),
        ("stat:due", "“stat:” is no filter", ""),
        ("tags:exam", "“tags:” is no filter", "tag:exam"),
        ("lapses>many", "After lapses comes <, <=", ""),
        ("deck: terms", "After “deck:” comes a name", ""),
        ("zebra crossing", "try fewer", ""),
        ("tag:exam* is:due deck:five source:speech kind:term", "try fewer", ""),
        ("10:30", "try fewer", ""),
        ("is:hard", "none at the moment", ""),
        ("lapses>8", "none at the moment", ""),
        ("is:hard tag:exam", "try fewer", ""),
        ("x or deck:mesures", "No deck is called “mesures”.", "x or deck:measures"),
        ("-(is:suspend x)", "“is:suspend” is not known", "-(is:suspended x)"),
        ("-tags:exam", "“tags:” is no filter", "-tag:exam"),
        ("(zebra or lion) -is:new", "nothing behind “-”", ""),
        ("-is:hard", "nothing behind “-”", ""),
        ("zebra or lion) is:new", "behind “lion” closes nothing", "(zebra or lion) is:new"),
        ("kind:term tag:exam)", "behind “exam” closes nothing", "(kind:term tag:exam)"),
        ("1) zebra", "try fewer", ""),
        ("zebra and lion", "“and” between them is searched for", "zebra lion"),
        ("(zebra or", "try fewer", ""),
    ],
)
def test_a_search_without_result_is_helped_on(text: str, said: str, instead: str) -> None:
    advised = advice(text, KNOWN)
    assert said in advised.said
    assert advised.instead == instead
