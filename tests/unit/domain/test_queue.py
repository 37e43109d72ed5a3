from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.queue import SIBLING_DISTANCE, Candidate, Queue, Today, todays_queue
from nqpf_study.domain.review import Memory, Plan, State
from nqpf_study.domain.scheduling import retrievability
from tests.fakes.dice import dice

NOON = datetime(2024, 6, 3, 12, tzinfo=UTC)
TODAY = NOON.toordinal()
MANY = DeckOptions(new_per_day=10_000, reviews_per_day=10_000)
DECKS = ("measures", "terms", "timeline")


def new(card: int, note: int | None = None, deck: str = "terms") -> Candidate:
    return Candidate(card, card if note is None else note, deck, Memory())


def due(
    card: int, note: int | None = None, deck: str = "terms", stability: float = 20.0
) -> Candidate:
    memory = Memory(
        State.REVIEW,
        stability=stability,
        difficulty=5.0,
        due_day=TODAY,
        last_day=TODAY - 20,
        last_at=NOON - timedelta(days=20),
        reps=3,
    )
    return Candidate(card, card if note is None else note, deck, memory)


def learning(card: int, minutes: int, note: int | None = None, deck: str = "terms") -> Candidate:
    memory = Memory(
        State.LEARNING,
        step=0,
        stability=1.0,
        difficulty=5.0,
        due_day=TODAY,
        due_at=NOON + timedelta(minutes=minutes),
        last_day=TODAY,
        last_at=NOON,
        reps=1,
    )
    return Candidate(card, card if note is None else note, deck, memory)


def keys(cards: Sequence[Candidate]) -> list[int]:
    return [card.card for card in cards]


def queue_of(
    reviews: Sequence[Candidate] = (),
    unseen: Sequence[Candidate] = (),
    today: Today | None = None,
    **options: DeckOptions,
) -> Queue:
    return todays_queue(reviews, unseen, today or Today(TODAY), {"terms": MANY, **options})


@st.composite
def days(draw: st.DrawFn) -> tuple[list[Candidate], list[Candidate], Today, dict[str, DeckOptions]]:
    """Draw what may wait on a day: cards of few notes, so that there are siblings."""
    count = draw(st.integers(0, 60))
    reviews, unseen = [], []
    for card in range(count):
        note = draw(st.integers(0, 25))
        deck = DECKS[note % 3]
        match draw(st.sampled_from(["new", "due", "learning"])):
            case "new":
                unseen.append(new(card, note, deck))
            case "due":
                reviews.append(due(card, note, deck, draw(st.floats(0.1, 100))))
            case _:
                reviews.append(learning(card, draw(st.integers(-60, 60)), note, deck))
    limits = st.integers(0, 20)
    options = {deck: DeckOptions(draw(limits), draw(limits)) for deck in DECKS}
    counts = st.dictionaries(st.sampled_from(DECKS), st.integers(0, 8))
    touched = draw(st.frozensets(st.integers(0, 25), max_size=5))
    return reviews, unseen, Today(TODAY, draw(counts), draw(counts), touched), options


@given(days())
def test_a_day_keeps_its_limits_and_loses_no_card_to_them(
    day: tuple[list[Candidate], list[Candidate], Today, dict[str, DeckOptions]],
) -> None:
    reviews, unseen, today, options = day
    queue = todays_queue(reviews, unseen, today, options)

    asked = keys(queue.cards) + keys(queue.learning)
    assert len(asked) == len(set(asked)), "no card comes twice"
    assert set(keys(queue.learning)) == {
        card.card for card in reviews if card.memory.due_at is not None
    }
    waiting = [card for card in reviews if card.memory.due_at is None]
    fresh = [card for card in queue.cards if card.memory.state is State.NEW]
    old = [card for card in queue.cards if card.memory.state is State.REVIEW]
    assert len(fresh) + len(old) == len(queue.cards)
    assert max(Counter(card.note for card in fresh).values(), default=1) == 1
    elsewhere = today.notes | {card.note for card in reviews}
    assert not elsewhere & {card.note for card in fresh}
    for deck, option in options.items():
        left = max(0, option.reviews_per_day - today.reviews.get(deck, 0))
        assert sum(card.deck == deck for card in old) == min(
            left, sum(card.deck == deck for card in waiting)
        )
        left = max(0, option.new_per_day - today.new.get(deck, 0))
        notes = {card.note for card in unseen if card.deck == deck} - elsewhere
        assert sum(card.deck == deck for card in fresh) == min(left, len(notes))


@given(days())
def test_what_a_limit_keeps_back_is_what_is_least_at_risk(
    day: tuple[list[Candidate], list[Candidate], Today, dict[str, DeckOptions]],
) -> None:
    reviews, unseen, today, options = day
    queue = todays_queue(reviews, unseen, today, options)
    asked = set(keys(queue.cards))
    for deck in DECKS:
        waiting = [c for c in reviews if c.deck == deck and c.memory.due_at is None]
        risks = {c.card: retrievability(c.memory, TODAY, Plan()) for c in waiting}
        came = [risk for card, risk in risks.items() if card in asked]
        stayed = [risk for card, risk in risks.items() if card not in asked]
        assert max(came, default=0) <= min(stayed, default=1)


@given(days())
def test_a_queue_is_the_same_however_the_cards_due_were_found(
    day: tuple[list[Candidate], list[Candidate], Today, dict[str, DeckOptions]],
) -> None:
    reviews, unseen, today, options = day
    assert todays_queue(reviews[::-1], unseen, today, options) == todays_queue(
        reviews, unseen, today, options
    )


def test_most_at_risk_comes_first() -> None:
    queue = queue_of([due(1, stability=90), due(2, stability=3), due(3, stability=30)])
    assert keys(queue.cards) == [2, 3, 1]


def test_a_learning_step_that_ends_first_comes_first() -> None:
    queue = queue_of([learning(1, 9), learning(2, -5), learning(3, 2)])
    assert keys(queue.learning) == [2, 3, 1]


def test_a_learning_step_of_days_waits_among_the_reviews() -> None:
    memory = Memory(State.LEARNING, 1, 1.0, 5.0, TODAY, None, TODAY - 1, NOON, 2)
    queue = queue_of([Candidate(1, 1, "terms", memory)])
    assert keys(queue.cards) == [1]
    assert not queue.learning


def test_new_cards_come_in_the_decks_order() -> None:
    queue = queue_of(unseen=[new(card) for card in (5, 3, 9, 1)])
    assert keys(queue.cards) == [5, 3, 9, 1]


def test_new_cards_are_spread_among_the_reviews() -> None:
    queue = queue_of([due(card) for card in range(30)], [new(card) for card in range(100, 110)])
    places = [at for at, card in enumerate(queue.cards) if card.memory.state is State.NEW]
    assert places[0] > 0, "a review comes first"
    assert all(later - early == 4 for early, later in pairwise(places))


def test_a_note_met_today_brings_no_new_card() -> None:
    queue = queue_of(
        unseen=[new(1, note=7), new(2, note=8)], today=Today(TODAY, notes=frozenset({7}))
    )
    assert keys(queue.cards) == [2]


def test_a_review_that_the_limit_keeps_back_keeps_its_new_sibling_back_too() -> None:
    queue = queue_of([due(1, note=7)], [new(2, note=7)], terms=DeckOptions(5, 0))
    assert queue.cards == ()


def test_a_deck_without_options_of_its_own_has_the_usual_ones() -> None:
    unseen = [new(card, deck="mine") for card in range(50)]
    queue = queue_of([due(99, deck="mine")], unseen)
    assert len(queue.cards) == DeckOptions().new_per_day + 1


def test_a_lowered_limit_that_is_passed_already_lets_nothing_through() -> None:
    today = Today(TODAY, new={"terms": 30}, reviews={"terms": 300})
    assert queue_of([due(1)], [new(2)], today, terms=DeckOptions(10, 100)).cards == ()


# --- siblings ---------------------------------------------------------------------------------


def nearest_siblings(cards: Sequence[Candidate]) -> int:
    last: dict[int, int] = {}
    nearest = len(cards)
    for place, card in enumerate(cards):
        nearest = min(nearest, place - last.get(card.note, -len(cards)))
        last[card.note] = place
    return nearest


def test_siblings_are_set_apart_where_there_are_others() -> None:
    cards = [due(card, note=card // 3, stability=1 + card) for card in range(60)]
    queue = queue_of(cards)
    assert nearest_siblings(queue.cards) >= SIBLING_DISTANCE
    assert sorted(keys(queue.cards)) == list(range(60))


@given(st.lists(st.integers(0, 12), max_size=80))
def test_setting_siblings_apart_loses_none(notes: list[int]) -> None:
    queue = queue_of([due(card, note) for card, note in enumerate(notes)])
    assert sorted(keys(queue.cards)) == list(range(len(notes)))


@given(st.lists(st.integers(0, 12), min_size=1, max_size=80))
def test_siblings_follow_each_other_only_when_no_other_is_left(notes: list[int]) -> None:
    cards = queue_of([due(card, note) for card, note in enumerate(notes)]).cards
    for place, (one, other) in enumerate(pairwise(cards), 1):
        if one.note == other.note:
            assert {card.note for card in cards[place:]} == {other.note}


@given(st.permutations(range(40)))
def test_an_order_without_siblings_is_left_alone(order: list[int]) -> None:
    unseen = [new(card) for card in order]
    assert keys(queue_of(unseen=unseen).cards) == order


@pytest.mark.parametrize("notes", [1, 2, 10, 500, 5000])
def test_many_siblings_take_no_long_time(notes: int) -> None:
    """A quadratic rule would look at 10^8 pairs here."""
    looked = Counter[str]()

    class Note(int):
        def __eq__(self, other: object) -> bool:
            looked["eq"] += 1
            return int(self) == other

        def __hash__(self) -> int:
            looked["hash"] += 1
            return hash(int(self))

    cards = [due(card, Note(card * notes // 10_000)) for card in range(10_000)]
    assert len(queue_of(cards).cards) == 10_000
    assert looked.total() < 40 * 10_000


def test_a_long_absence_is_ordered_like_any_day() -> None:
    random = dice(3)
    cards = [
        due(card, random.randrange(3000), stability=random.uniform(1, 50)) for card in range(9000)
    ]
    queue = queue_of(cards)
    assert nearest_siblings(queue.cards) >= SIBLING_DISTANCE
    risks = [retrievability(card.memory, TODAY, Plan()) for card in queue.cards]
    moved = sum(one > other for one, other in pairwise(risks))
    assert moved < 200, "few cards had to be moved"


# --- cards that get mixed up ------------------------------------------------------------------


def test_confusable_cards_are_set_apart_as_siblings_are() -> None:
    cards = [due(at, stability=10.0 + at) for at in range(1, 13)]
    options = {"terms": MANY}
    plain = keys(todays_queue(cards, [], Today(TODAY), options).cards)
    pair = (plain[2], plain[3])
    apart = keys(todays_queue(cards, [], Today(TODAY), options, confusable=[pair]).cards)
    assert apart.index(pair[1]) - apart.index(pair[0]) == SIBLING_DISTANCE
    others = [key for key in plain if key != pair[1]]
    assert [key for key in apart if key != pair[1]] == others


def test_who_is_mixed_up_with_two_keeps_all_three_apart() -> None:
    cards = [due(at) for at in range(1, 16)]
    pairs = [(1, 2), (2, 3), (3, 99)]
    apart = keys(todays_queue(cards, [], Today(TODAY), {"terms": MANY}, confusable=pairs).cards)
    places = sorted(apart.index(key) for key in (1, 2, 3))
    assert all(later - before >= SIBLING_DISTANCE for before, later in pairwise(places))


@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=12),
    st.lists(st.integers(1, 4), min_size=12, max_size=12),
)
def test_none_is_lost_however_mixed_up_they_are(
    pairs: list[tuple[int, int]], notes: list[int]
) -> None:
    cards = [due(at, note=note) for at, note in enumerate(notes, 1)]
    queue = todays_queue(cards, [], Today(TODAY), {"terms": MANY}, confusable=pairs)
    assert sorted(keys(queue.cards)) == list(range(1, 13))
