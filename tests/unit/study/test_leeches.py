from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.forms import Choice
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.queue import SIBLING_DISTANCE
from nqpf_study.domain.review import Act, CardId, Rating
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.leeches import leeches
from nqpf_study.study.offering import todays
from nqpf_study.study.ports import Confused
from nqpf_study.study.session import LONGEST_SAID, Session
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)


def card(name: str) -> CardId:
    return CardId("terms", name, "answer")


@pytest.fixture
def store(clock: Clock) -> FakeCollection:
    store = FakeCollection()
    notes = (
        Note(name, "basic", {"question": f"What is {name}?", "answer": f"answer {name}"})
        for name in ("alpha", "beta", "gamma", "delta")
    )
    store.add(Deck("terms", "Terms", notes=tuple(notes)), clock())
    store.options["terms"] = DeckOptions(new_per_day=100, leech_threshold=3)
    return store


def sit(store: FakeCollection, clock: Clock, form: FormChoice = FormChoice.RECALL) -> Session:
    return Session(store, clock, DAYS, dice(1).getrandbits, None, form)


def forget(store: FakeCollection, clock: Clock, name: str, times: int) -> None:
    """Take every card into review, then forget one of them again and again."""
    for _ in range(times + 1):
        sitting = sit(store, clock)
        while sitting.asked is not None:
            wanted = sitting.asked.card.id == card(name)
            again = wanted and sitting.asked.card.status.memory.reps > 0
            lapse = again and sitting.asked.card.status.memory.due_at is None
            sitting.reveal()
            sitting.grade(Rating.AGAIN if lapse else Rating.EASY)
        clock.move(days=60)


def mistake(store: FakeCollection, clock: Clock, name: str, chosen: str) -> None:
    """Answer a card's choice with another card's answer."""
    sitting = sit(store, clock, FormChoice.CHOICE)
    while sitting.asked is not None and sitting.asked.card.id != card(name):
        sitting.bury()
    assert sitting.asked is not None
    task = sitting.asked.task
    assert isinstance(task, Choice)
    sitting.answer(task.options.index(f"answer {chosen}"))
    sitting.grade(Rating.AGAIN)


def test_a_card_that_is_forgotten_often_is_a_leech(store: FakeCollection, clock: Clock) -> None:
    forget(store, clock, "alpha", 2)
    assert leeches(store) == []
    forget(store, clock, "alpha", 1)
    (leech,) = leeches(store)
    assert (leech.card.id, leech.lapses) == (card("alpha"), 4)
    assert not leech.card.status.suspended, "that is only done if asked for"
    assert leeches(store, ["other"]) == []
    store.options["terms"] = replace(store.options["terms"], leech_threshold=0)
    assert leeches(store) == []


def test_it_is_shown_with_what_it_is_confused_with(store: FakeCollection, clock: Clock) -> None:
    mistake(store, clock, "alpha", "beta")
    clock.move(days=1)
    mistake(store, clock, "alpha", "gamma")
    clock.move(days=1)
    mistake(store, clock, "alpha", "beta")
    clock.move(days=1)
    mistake(store, clock, "delta", "alpha")
    clock.move(days=1)
    forget(store, clock, "alpha", 3)
    (leech,) = leeches(store)
    assert leech.confused == (
        Confused(card("alpha"), "answer beta", card("beta"), 2),
        Confused(card("alpha"), "answer gamma", card("gamma"), 1),
    )
    assert leech.given_for == (card("delta"),)
    assert leech.confusable == (card("beta"), card("gamma"), card("delta"))


def test_what_was_said_is_in_the_log_and_undo_forgets_it(
    store: FakeCollection, clock: Clock
) -> None:
    mistake(store, clock, "alpha", "beta")
    entry = store.log[-1]
    assert (entry.answer, entry.mistaken_for) == ("answer beta", card("beta"))
    assert len(store.confused_pairs()) == 1
    sit(store, clock).undo()
    assert store.confusions() == []
    assert store.confused_pairs() == []


def test_a_right_answer_confuses_nothing(store: FakeCollection, clock: Clock) -> None:
    mistake(store, clock, "alpha", "alpha")
    assert (store.log[-1].answer, store.log[-1].mistaken_for) == ("", None)
    assert store.confusions() == []


def test_a_long_answer_is_cut(store: FakeCollection, clock: Clock) -> None:
    sitting = sit(store, clock, FormChoice.TYPED)
    assert sitting.asked is not None
    assert sitting.asked.task is not None
    sitting.answer("beta and so on " * 40)
    sitting.grade(Rating.AGAIN)
    assert len(store.log[-1].answer) in (0, LONGEST_SAID)


def test_a_suspended_leech_is_still_told(store: FakeCollection, clock: Clock) -> None:
    forget(store, clock, "alpha", 3)
    (leech,) = leeches(store)
    set_aside(store, [leech.card.key], Act.SUSPEND, clock, DAYS, dice(2).getrandbits)
    (leech,) = leeches(store)
    assert leech.card.status.suspended


def test_cards_that_were_mixed_up_are_asked_apart(
    store: FakeCollection, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = tuple(
        Note(f"x{at}", "basic", {"question": f"{at}?", "answer": f"answer x{at}"})
        for at in range(12)
    )
    store.add(Deck("more", "More", notes=notes), clock())
    store.options["more"] = DeckOptions(new_per_day=100)
    before = _waiting(store, clock)
    one, other = before[3], before[4]
    monkeypatch.setattr(store, "confused_pairs", lambda: [(one, other)])
    after = _waiting(store, clock)
    assert sorted(after) == sorted(before)
    assert abs(after.index(one) - after.index(other)) >= SIBLING_DISTANCE


def _waiting(store: FakeCollection, clock: Clock) -> list[int]:
    return [card.card for card in todays(store, None, DAYS.day(clock())).queue.cards]
