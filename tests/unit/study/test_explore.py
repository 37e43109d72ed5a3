from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Deck, Member, Note, Value
from nqpf_study.domain.errors import Cancelled
from nqpf_study.domain.review import Act, CardId, Rating
from nqpf_study.domain.search_query import parse_query
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.explore import (
    Explored,
    Precision,
    Term,
    Variant,
    When,
    explore,
    in_columns,
    search_words,
    when,
)
from nqpf_study.study.knowing import Stage
from nqpf_study.study.session import Session
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)


def note(id_: str, kind: str, **fields: Value) -> Note:
    return Note(id_, kind, fields)


def members(*texts: str) -> tuple[Member, ...]:
    return tuple(Member(text) for text in texts)


def event(id_: str, date_: str, **fields: Value) -> Note:
    return note(id_, "event", event=f"{id_} happened", date=date_, question=f"{id_}?", **fields)


def term(id_: str, **fields: Value) -> Note:
    return note(id_, "term", **{"term": id_, "definition": f"what {id_} means", **fields})


def target(id_: str, province: str, year: int, horizon: str) -> Note:
    fields: dict[str, Value] = {"province": province, "year": year, "horizon": horizon}
    return note(id_, "target", question=f"{id_}?", targets=members("ships", "silk"), **fields)


def measure(id_: str, number: int, of: str, *parts: Member) -> Note:
    fields: dict[str, Value] = {"number": number, "of": of, "title": f"Title of {id_}"}
    return note(id_, "measure", **fields, **({"parts": parts} if parts else {}))


class Learner:
    """Studies decks in memory."""

    def __init__(self, *notes: Note, id_: str = "d") -> None:
        self.clock = Clock()
        self.store = FakeCollection()
        self.load(*notes, id_=id_)

    def load(self, *notes: Note, id_: str) -> None:
        self.store.add(Deck(id_, f"Deck {id_}", notes=notes), self.clock())

    def explored(self) -> Explored:
        return explore(self.store, DAYS.day(self.clock()))

    def study(self, cards: int, rating: Rating) -> None:
        sitting = Session(self.store, self.clock, DAYS, dice(3).getrandbits)
        for _ in range(cards):
            sitting.reveal()
            sitting.grade(rating)

    def suspend(self, *cards: str) -> None:
        keys = [self.store.card_key(CardId("d", *name.split("/"))) for name in cards]
        known = [key for key in keys if key is not None]
        assert len(known) == len(cards)
        set_aside(self.store, known, Act.SUSPEND, self.clock, DAYS, dice(4).getrandbits)


# --- dates ----------------------------------------------------------------------------------------


def days(first: str, last: str) -> tuple[int, int]:
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()


@pytest.mark.parametrize(
    ("first", "last", "span", "precision", "lasted"),
    [
        ("2024-01-31", "", ("2024-01-31", "2024-01-31"), Precision.DAY, False),
        ("2024-02", "", ("2024-02-01", "2024-02-29"), Precision.MONTH, False),
        ("2023-12", "", ("2023-12-01", "2023-12-31"), Precision.MONTH, False),
        ("2012", "", ("2012-01-01", "2012-12-31"), Precision.YEAR, False),
        ("9999", "", ("9999-01-01", "9999-12-31"), Precision.YEAR, False),
        ("2024-05-22", "2024-05-24", ("2024-05-22", "2024-05-24"), Precision.DAY, True),
        ("1966", "1976-10", ("1966-01-01", "1976-10-31"), Precision.YEAR, True),
    ],
)
def test_a_date_stands_for_the_days_that_it_may_mean(
    first: str, last: str, span: tuple[str, str], precision: Precision, lasted: bool
) -> None:
    assert when(first, last) == When(*days(*span), precision, lasted)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("", ""),
        ("soon", ""),
        ("2024-13", ""),
        ("0000", ""),
        ("2023-02-29", ""),
        ("2024", "later"),
        ("2024-05-24", "2024-05-22"),
    ],
)
def test_nothing_is_guessed_where_there_is_no_date(first: str, last: str) -> None:
    assert when(first, last) is None


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_a_shorter_date_holds_the_longer_one(day: date, length: int) -> None:
    found = when(day.isoformat()[:length])
    assert found is not None
    assert found.first <= day.toordinal() <= found.last


def test_events_come_in_order_and_undated_ones_last() -> None:
    learner = Learner(
        event("late", "2024-06-03"),
        event("unknown", "long ago"),
        event("march", "2024-03"),
        event("first-of-march", "2024-03-01"),
        event("visit", "2024-05-22", until="2024-05-24"),
        event("middle", "2023-12", date_text="Mid-December 2023"),
        event("year", "2024"),
    )
    found = learner.explored().events
    assert [(each.item.note.id, each.said) for each in found] == [
        ("middle", "Mid-December 2023"),
        ("year", "2024"),
        ("march", "March 2024"),
        ("first-of-march", "1 March 2024"),
        ("visit", "22 to 24 May 2024"),
        ("late", "3 June 2024"),
        ("unknown", "long ago"),
    ]
    assert found[-1].when is None


# --- measures and pledges -------------------------------------------------------------------------


def test_measures_stand_in_their_programmes_by_number() -> None:
    learner = Learner(
        measure("b2", 2, "plan B"),
        measure("a2", 2, "plan A", Member("mines"), Member("mills", "mills", "Which buildings?")),
        measure("b1", 1, "plan B"),
        measure("a1", 1, "plan A"),
    )
    learner.load(measure("a1", 1, "plan A"), id_="other")
    found = learner.explored().programmes
    assert [
        (each.deck_title, each.name, [one.item.note.id for one in each.measures]) for each in found
    ] == [
        ("Deck d", "plan B", ["b1", "b2"]),
        ("Deck d", "plan A", ["a1", "a2"]),
        ("Deck other", "plan A", ["a1"]),
    ]
    mines, mills = found[1].measures[1].parts
    assert (mines.text, mines.knowing) == ("mines", None)
    assert mills.card == "part-mills"
    assert mills.knowing is not None
    assert mills.knowing.stage is Stage.UNSEEN


def test_pledges_stand_by_province_and_horizon_with_the_newest_year_first() -> None:
    learner = Learner(
        target("g-role", "Guangdong", 2024, "role"),
        target("g-2023", "Guangdong", 2023, "now"),
        target("firm", "Acme Ltd", 2024, "by 2030"),
        target("g-2024", "Guangdong", 2024, "now"),
        target("firm-now", "Acme Ltd", 2024, "now"),
    )
    found = in_columns(learner.explored().pledges)
    assert {
        province: {h: [each.item.note.id for each in ours] for h, ours in cells.items()}
        for province, cells in found.items()
    } == {
        "Guangdong": {"now": ["g-2024", "g-2023"], "role": ["g-role"]},
        "Acme Ltd": {"now": ["firm-now"], "by 2030": ["firm"]},
    }
    assert list(found) == ["Guangdong", "Acme Ltd"]
    assert found["Guangdong"]["now"][0].targets == ("ships", "silk")


# --- the glossary ---------------------------------------------------------------------------------


def glossary(*notes: Note) -> Sequence[Term]:
    return Learner(*notes).explored().terms


GREEN = term("green", term="green productivity", chinese="绿色生产力", pinyin="lǜsè shēngchǎnlì")
AI = term("ai", term="AI Plus", chinese="人工智能+", pinyin="réngōng zhìnéng jiā")
BARE = term("bare")
CONCEPT = term(
    "new",
    term="“New” forces",
    pinyin="xīn zhì",
    variants=members("new productivity (Qiushi, once)", "forces of newness", "（新）"),
)


def test_the_glossary_is_sorted_by_term_or_by_pinyin() -> None:
    found = glossary(GREEN, CONCEPT, BARE, AI)
    assert [each.term for each in found] == [
        "AI Plus",
        "bare",
        "green productivity",
        "“New” forces",
    ]
    by_pinyin = sorted(found, key=lambda each: each.by_pinyin)
    assert [each.pinyin for each in by_pinyin][-1] == ""
    assert [each.term for each in by_pinyin][:3] == [
        "green productivity",
        "AI Plus",
        "“New” forces",
    ]


@pytest.mark.parametrize(
    ("search", "fits"),
    [
        ("", True),
        ("GREEN", True),
        ("prod gre", True),
        ("色生", True),
        ("lǜsè", True),
        ("luse", True),
        ("lvse", True),
        ("lu se", True),
        ("lùsé", True),
        ("shengchanli", True),
        ("ｇｒｅｅｎ", True),
        ("means", True),
        ("red", False),
        ("green red", False),
    ],
)
def test_terms_are_found_without_tones(search: str, fits: bool) -> None:
    assert glossary(GREEN)[0].fits(search_words(search)) is fits


def test_variants_say_who_uses_them() -> None:
    assert glossary(CONCEPT)[0].variants == (
        Variant("new productivity", "Qiushi, once"),
        Variant("forces of newness"),
        Variant("（新）"),
    )


# --- how well it is known -------------------------------------------------------------------------


def test_a_note_of_which_no_card_was_seen_is_unseen() -> None:
    (found,) = glossary(GREEN)
    assert (found.item.knowing.stage, found.item.knowing.cards) == (Stage.UNSEEN, 2)
    assert found.item.knowing.recall is None


def test_a_note_is_in_learning_until_each_card_is_in_review() -> None:
    learner = Learner(GREEN)
    learner.study(1, Rating.EASY)
    (found,) = learner.explored().terms
    assert (found.item.knowing.stage, found.item.knowing.known) == (Stage.LEARNING, 1)
    learner.clock.move(days=1)
    learner.study(1, Rating.EASY)
    (found,) = learner.explored().terms
    assert (found.item.knowing.stage, found.item.knowing.known) == (Stage.KNOWN, 2)


def test_recall_is_that_of_the_weakest_card_and_fades() -> None:
    learner = Learner(event("a", "2024"))
    learner.study(1, Rating.EASY)
    fresh = learner.explored().events[0].item.knowing.recall
    learner.clock.move(days=40)
    faded = learner.explored().events[0].item.knowing.recall
    assert fresh is not None
    assert faded is not None
    assert 0 < faded < fresh <= 1


def test_suspended_cards_do_not_count_unless_all_are() -> None:
    learner = Learner(GREEN)
    learner.suspend("green/chinese")
    assert learner.explored().terms[0].item.knowing.cards == 1
    learner.suspend("green/meaning")
    assert learner.explored().terms[0].item.knowing.stage is Stage.SUSPENDED


def test_reading_can_be_stopped() -> None:
    learner = Learner(GREEN, AI, event("e", "2024"))
    seen: list[tuple[int, int, str]] = []

    def stop(done: int, total: int, doing: str) -> None:
        seen.append((done, total, doing))
        if done == total:
            raise Cancelled

    with pytest.raises(Cancelled):
        explore(learner.store, 0, stop)
    assert seen == [(2, 5, "cards"), (4, 5, "cards"), (5, 5, "cards")]


# --- decks and searches ---------------------------------------------------------------------------


def test_only_some_decks_can_be_looked_at() -> None:
    learner = Learner(
        GREEN, event("e", "2024"), measure("m", 1, "plan"), note("x", "basic", question="x?")
    )
    learner.load(AI, target("t", "Hainan", 2024, "now"), id_="other")
    whole = learner.explored()
    other = whole.of_decks(["other"])
    assert (other.programmes, other.events) == ((), ())
    assert [each.term for each in other.terms] == ["AI Plus"]
    assert len(other.pledges) == 1
    assert whole.of_decks(["d", "other"]) == whole


def test_the_search_of_an_item_finds_just_its_cards() -> None:
    learner = Learner(term("a"), GREEN, event("a-b", "2024"))
    learner.load(term("a"), id_="other")
    for each in learner.explored().terms:
        found = learner.store.search(parse_query(each.item.search), 0)
        assert found == [card.key for card in each.item.cards]
