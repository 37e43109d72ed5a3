from __future__ import annotations

from nqpf_study.domain.anchoring import Found, NormalText, anchor
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Document
from nqpf_study.study.lookup import LookedUp
from nqpf_study.ui.reader.excerpts import Excerpt, copies, excerpt, gathered
from tests.fakes.browse_study import ELSEWHERE, LOST, NO_FILE, RAW, measures, source

LONG = "Green is first. " + "Words between them stand here. " * 20 + "Blue is last. Red is after."


def passages_of(key: int) -> tuple[LookedUp, ...]:
    return measures().passages(measures().cards([key])[0])


def look(*quotations: str, id_: str = "s", raw: str = LONG) -> list[LookedUp]:
    document, text = Document(source(id_), raw), NormalText(raw)
    passages = [Passage(id_, quotation) for quotation in quotations]
    return [LookedUp(passage, document, anchor(text, passage)) for passage in passages]


def marked(shown: Excerpt) -> list[str]:
    return [shown.text[quote.start : quote.end] for quote in shown.quotes]


def test_an_excerpt_is_cut_at_word_ends() -> None:
    (looked_up,) = passages_of(3)
    assert isinstance(looked_up.anchored, Found)
    shown = excerpt([looked_up], 14)
    assert shown.text == "…\u00a0measure is industry, the\u00a0…"
    assert marked(shown) == ["industry"]


def test_an_excerpt_that_reaches_the_ends_has_no_ellipsis() -> None:
    assert excerpt(passages_of(1), len(RAW)).text == RAW


def test_a_passage_that_is_not_found_is_only_its_quotation() -> None:
    assert [excerpt([passage]) for passage in passages_of(6)] == [
        Excerpt(LOST.exact),
        Excerpt(ELSEWHERE.exact),
        Excerpt(NO_FILE.exact),
    ]


def test_passages_that_can_be_shown_come_first() -> None:
    green, twice = passages_of(4)
    assert copies(twice) == 3
    assert copies(green) == 0
    assert gathered([twice, green]) == ((green,), (twice,))


def test_near_passages_of_a_source_stand_in_one_excerpt_in_the_order_of_the_text() -> None:
    red, blue = look("Red is after", "Blue is last")
    assert gathered([red, blue]) == ((blue, red),)
    shown = excerpt((blue, red), 20)
    assert marked(shown) == ["Blue is last", "Red is after"]
    assert shown.quoted == "Blue is last … Red is after"
    assert shown.text.endswith("Blue is last. Red is after.")


def test_far_passages_stand_apart_in_the_authors_order() -> None:
    blue, green = look("Blue is last", "Green is first")
    assert gathered([blue, green]) == ((blue,), (green,))


def test_passages_of_two_sources_stand_apart() -> None:
    (blue,), (red,) = look("Blue is last"), look("Red is after", id_="t")
    assert gathered([red, blue]) == ((red,), (blue,))


def test_quotations_that_overlap_are_one_mark() -> None:
    group = look("Blue is last", "is last. Red")
    assert marked(excerpt(group)) == ["Blue is last. Red"]
