"""The collection beside the one in memory that the use cases are tested on: they never differ."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nqpf_study.domain.deck import Deck
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.queue import Candidate
from nqpf_study.domain.review import Act, CardId, Rating
from nqpf_study.domain.search_query import Query
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.store.collection import Collection
from nqpf_study.study.importing import plan_import
from nqpf_study.study.overview import overview
from nqpf_study.study.session import Session
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice
from tests.integration.store.learner import basic, deck, pair

DAYS = StudyClock(UTC)
NOTES = (basic("a"), pair("p"), basic("b"), pair("q"), basic("c"), pair("r"), basic("d"))

Store: TypeAlias = Collection | FakeCollection
Deed: TypeAlias = Callable[[Store, Clock], object]


def load(made: Deck) -> Deed:
    def deed(store: Store, clock: Clock) -> object:
        changes = plan_import(made, store)
        store.write_changes(changes, (), clock(), lambda *_: None)
        return changes.nothing

    return deed


def in_session(act: Callable[[Session], object]) -> Deed:
    def deed(store: Store, clock: Clock) -> object:
        sitting = Session(store, clock, DAYS, dice(1).getrandbits)
        if sitting.asked is not None:
            act(sitting)
        return sitting.remaining, sitting.asked and sitting.asked.card.id

    return deed


def grade(rating: Rating, seconds: int) -> Deed:
    def deed(store: Store, clock: Clock) -> object:
        def act(sitting: Session) -> None:
            clock.move(seconds=seconds)
            sitting.reveal()
            sitting.grade(rating)

        return in_session(act)(store, clock)

    return deed


def put_aside(act: Act, name: str) -> Deed:
    def deed(store: Store, clock: Clock) -> object:
        key = store.card_key(CardId("terms", name, "forward"))
        keys = [] if key is None else [key]
        return set_aside(store, keys, act, clock, DAYS, dice(2).getrandbits)

    return deed


def wait(days: float) -> Deed:
    return lambda _, clock: clock.move(days=days)


decks = st.lists(st.sampled_from(NOTES), unique_by=lambda note: note.id).map(lambda n: deck(*n))
deeds = st.one_of(
    st.builds(grade, st.sampled_from(Rating), st.integers(1, 50)),
    st.builds(grade, st.sampled_from(Rating), st.integers(1, 50)),
    st.builds(wait, st.sampled_from([0.01, 0.4, 1, 5, 30])),
    st.sampled_from([in_session(Session.bury), in_session(Session.suspend)]),
    st.just(in_session(Session.undo)),
    st.builds(
        put_aside,
        st.sampled_from([Act.BURY, Act.SUSPEND, Act.RESUME]),
        st.sampled_from(["p", "q", "r"]),
    ),
    st.builds(load, decks),
)


def what_waits(store: Store, day: int) -> object:
    """Return what a session, the study home and the progress page would read."""

    def named(candidates: list[Candidate]) -> set[object]:
        return {(store.card(card.card).id, card.memory) for card in candidates}

    due, _, today = store.candidates(None, day)
    statistics, ever = store.statistics(day, 30), store.statistics(day, None, deck="terms")
    return (
        named(due),
        (today.new.get("terms", 0), today.reviews.get("terms", 0), len(today.notes)),
        overview(store, day),
        replace(statistics, due=dict(statistics.due), done=dict(statistics.done)),
        replace(ever, due=dict(ever.due), done=dict(ever.done)),
        store.seconds_per_card(),
        [store.card(key).id for key in store.hardest(5)],
        [store.card(key).id for key in store.search(Query(), day)],
    )


@settings(max_examples=25)
@given(st.lists(deeds, max_size=25), st.integers(0, 3))
def test_they_never_differ(
    tmp_path_factory: pytest.TempPathFactory, done: list[Deed], new_per_day: int
) -> None:
    home = tmp_path_factory.mktemp("beside")
    ours, theirs = Clock(), Clock()
    opened = Collection.open(home / "collection.db", backups=home / "b", now=ours)
    with closing(opened) as collection:
        fake = FakeCollection()
        for deed in (load(deck(*NOTES)), *done):
            assert deed(collection, ours) == deed(fake, theirs)
            collection.set_deck_options("terms", DeckOptions(new_per_day=new_per_day))
            fake.options["terms"] = DeckOptions(new_per_day=new_per_day)
            day = DAYS.day(ours())
            assert what_waits(collection, day) == what_waits(fake, day)
