"""Logs merge as sets: in any order, any number of times, and what was undone stays undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.merge import Version, merged
from nqpf_study.domain.replay import replay, standing
from nqpf_study.domain.review import Act, CardId, LogEntry, Plan, Rating
from tests.fakes.dice import dice

CARD = CardId("terms", "essence", "meaning")
NOON = datetime(2024, 6, 3, 12, tzinfo=UTC)


class Machine:
    """Writes a log of its own, beginning with what it shares with the others."""

    def __init__(self, seed: int, shared: Sequence[LogEntry] = ()) -> None:
        self.entries = list(shared)
        last = max((entry.id for entry in shared), default=None)
        self._ids = EntryIds(dice(seed).getrandbits, last)
        self.at = NOON

    def do(self, act: Act, hours: float, rating: Rating) -> None:
        self.at += timedelta(hours=hours)
        undoes = None
        if act is Act.UNDO:
            left = standing(self.entries)
            if not left:
                return
            undoes = left[-1].id
        grade = act is Act.GRADE
        self.entries.append(
            LogEntry(
                self._ids.next(self.at),
                CARD,
                act,
                self.at,
                self.at.toordinal(),
                rating=rating if grade else None,
                plan=Plan() if grade else None,
                undoes=undoes,
                interval=3 if grade and rating is Rating.EASY else None,
            )
        )


acts = st.lists(
    st.tuples(
        st.sampled_from([Act.GRADE, Act.GRADE, Act.GRADE, *Act]),
        st.one_of(st.floats(0, 300), st.floats(-30, 0)),  # below zero: a clock set back
        st.sampled_from(Rating),
    ),
    max_size=8,
)


@st.composite
def machines(draw: st.DrawFn) -> list[list[LogEntry]]:
    """Draw the logs of three machines that began with the same one."""
    first = Machine(0)
    for act in draw(acts):
        first.do(*act)
    logs = []
    for seed in (1, 2, 3):
        machine = Machine(seed, first.entries)
        for act in draw(acts):
            machine.do(*act)
        logs.append(machine.entries)
    return logs


@given(machines())
def test_it_does_not_matter_who_merges_whom(logs: list[list[LogEntry]]) -> None:
    one, other, third = logs
    assert merged(one, other) == merged(other, one)
    assert merged(merged(one, other), third) == merged(one, merged(other, third))


@given(machines())
def test_merging_twice_is_merging_once(logs: list[list[LogEntry]]) -> None:
    one, other, _ = logs
    both = merged(one, other)
    assert merged(both, other) == merged(both, both) == both
    assert merged(one, one) == sorted(one, key=lambda entry: entry.id)


@given(machines())
def test_nothing_is_lost_and_nothing_comes_of_itself(logs: list[list[LogEntry]]) -> None:
    one, other, _ = logs
    both = merged(one, other)
    assert set(both) == {*one, *other}
    assert len(both) == len(set(both))


@given(machines())
def test_what_either_machine_took_back_is_taken_back(logs: list[list[LogEntry]]) -> None:
    one, other, _ = logs
    both = merged(one, other)
    undone = {entry.undoes for entry in (*one, *other) if entry.act is Act.UNDO}
    assert {entry.id for entry in standing(both)} == {
        entry.id for entry in both if entry.act is not Act.UNDO and entry.id not in undone
    }


@given(machines())
def test_all_machines_come_to_the_same_card(logs: list[list[LogEntry]]) -> None:
    one, other, third = logs
    status = replay(merged(merged(one, other), third))
    assert replay(merged(third, merged(other, one))) == status
    assert (
        replay([*third, *(entry for entry in merged(one, other) if entry not in third)]) == status
    )


def test_reviews_of_two_machines_are_in_the_order_of_their_times() -> None:
    one, other = Machine(1), Machine(2)
    for day in range(6):
        machine = (one, other)[day % 2]
        machine.at = NOON + timedelta(days=3 * day)
        machine.do(Act.GRADE, 0, Rating.GOOD)
    both = merged(one.entries, other.entries)
    assert [entry.at for entry in both] == [NOON + timedelta(days=3 * day) for day in range(6)]
    assert replay(both).memory.reps == 6
    assert replay(both).memory.last_at == both[-1].at


def test_an_id_that_stands_for_two_things_is_refused() -> None:
    machine = Machine(1)
    machine.do(Act.GRADE, 0, Rating.GOOD)
    (entry,) = machine.entries
    with pytest.raises(StudyError, match="tell differently"):
        merged([entry], [replace(entry, rating=Rating.AGAIN)])


def test_of_a_note_the_newer_text_is_kept_and_of_equal_ones_always_the_same() -> None:
    assert Version(2, b"a") > Version(1, b"z")
    assert max(Version(1, b"a"), Version(1, b"b")) == max(Version(1, b"b"), Version(1, b"a"))
