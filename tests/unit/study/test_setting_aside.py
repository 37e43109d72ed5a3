from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC

import pytest

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.replay import replay
from nqpf_study.domain.review import Act, CardId, CardStatus, LogEntry
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)
CLOCK = Clock()


class OneTransaction(FakeCollection):
    """Counts the transactions, and refuses an empty one as a database may."""

    def __init__(self) -> None:
        super().__init__()
        self.transactions = 0

    def record_all(self, acts: Sequence[tuple[LogEntry, CardStatus]]) -> None:
        assert acts
        self.transactions += 1
        super().record_all(acts)


@pytest.fixture
def store() -> OneTransaction:
    notes = [Note(id_, "basic", {"question": f"{id_}?", "answer": "!"}) for id_ in "abc"]
    store = OneTransaction()
    store.add(Deck("terms", "Terms", notes=tuple(notes)), CLOCK())
    return store


def done(store: FakeCollection, act: Act, keys: Sequence[int] | None = None) -> int:
    chosen = list(store.rows) if keys is None else keys
    return set_aside(store, chosen, act, CLOCK, DAYS, dice(len(store.log)).getrandbits)


def statuses(store: FakeCollection) -> list[CardStatus]:
    return [row.status for row in store.rows.values()]


def test_many_cards_are_suspended_in_one_transaction(store: OneTransaction) -> None:
    assert done(store, Act.SUSPEND) == 3
    assert store.transactions == 1
    assert all(status.suspended for status in statuses(store))
    assert [entry.act for entry in store.log] == [Act.SUSPEND] * 3


def test_a_burial_lasts_for_the_study_day(store: OneTransaction) -> None:
    done(store, Act.BURY)
    today = DAYS.day(CLOCK())
    assert {status.buried_day for status in statuses(store)} == {today}
    assert {entry.day for entry in store.log} == {today}
    assert store.candidates(None, today)[1] == []
    assert len(store.candidates(None, today + 1)[1]) == 3


def test_resuming_ends_both(store: OneTransaction) -> None:
    done(store, Act.SUSPEND)
    done(store, Act.BURY)
    assert done(store, Act.RESUME) == 3
    assert statuses(store) == [CardStatus()] * 3


def test_only_the_cards_named_are_set_aside(store: OneTransaction) -> None:
    first, *_ = store.rows
    assert done(store, Act.SUSPEND, [first, first]) == 1
    assert [status.suspended for status in statuses(store)] == [True, False, False]


def test_cards_that_are_as_asked_for_are_left_alone(store: OneTransaction) -> None:
    first, *_ = store.rows
    done(store, Act.SUSPEND, [first])
    assert done(store, Act.SUSPEND) == 2
    assert done(store, Act.SUSPEND) == 0
    assert len(store.log) == 3
    assert done(store, Act.RESUME) == 3
    assert done(store, Act.RESUME) == 0


def test_cards_that_are_gone_are_left_out(store: OneTransaction) -> None:
    assert done(store, Act.SUSPEND, [9999]) == 0
    assert done(store, Act.SUSPEND, []) == 0
    assert store.transactions == 0


@pytest.mark.parametrize("act", [Act.GRADE, Act.UNDO])
def test_nothing_else_can_be_done_to_many_cards(store: OneTransaction, act: Act) -> None:
    with pytest.raises(ValueError, match=act.value):
        done(store, act)


def test_the_log_says_what_the_cards_are(store: OneTransaction) -> None:
    for act in (Act.SUSPEND, Act.BURY, Act.RESUME, Act.BURY):
        done(store, act)
    ids = [entry.id for entry in store.log]
    assert ids == sorted(set(ids)), "in order, though the clock stood still"
    for letter in "abc":
        card = CardId("terms", letter, "answer")
        assert store.status(card) == replay(store.entries(card))
