"""What a session records, also where others record in between."""

from __future__ import annotations

from uuid import UUID

from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.replay import replay
from nqpf_study.domain.review import Act, Rating
from nqpf_study.study.session import Session
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.dice import dice
from tests.fakes.sitting import DAYS, answer, asked, basic, card, collection, session


def test_a_grade_keeps_what_was_done_to_the_card_elsewhere_meanwhile(clock: Clock) -> None:
    """The browser suspends the very card that a session shows."""
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    sitting.reveal()
    set_aside(store, [asked(sitting).card.key], Act.SUSPEND, clock, DAYS, dice(2).getrandbits)
    sitting.grade(Rating.GOOD)
    assert store.status(card("a")).suspended
    assert store.status(card("a")) == replay(store.entries(card("a")))
    assert [entry.act for entry in sorted(store.log, key=lambda entry: entry.id)] == [
        Act.SUSPEND,
        Act.GRADE,
    ], "ids are in the order of the acts, though the clock stood still"


def test_acts_elsewhere_and_here_stay_in_order_though_the_clock_stands_still(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = Session(store, clock, DAYS, lambda _: 0)
    key = asked(sitting).card.key

    def browse(act: Act) -> None:
        set_aside(store, [key], act, clock, DAYS, lambda bits: (1 << bits) - 1)

    browse(Act.SUSPEND)
    sitting.undo()
    browse(Act.BURY)
    answer(sitting)
    ids = [entry.id for entry in store.log]
    assert ids == sorted(set(ids))
    assert [entry.act for entry in store.log] == [Act.SUSPEND, Act.UNDO, Act.BURY, Act.GRADE]


def test_ids_go_on_from_the_log(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    answer(session(store, clock))
    answer(session(store, clock))
    ids: list[UUID] = [entry.id for entry in store.log]
    assert ids == sorted(set(ids))
    assert EntryIds(dice(1).getrandbits, ids[-1]).next(clock()) > ids[-1]
