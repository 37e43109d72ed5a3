from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.entry_ids import EntryIds, uuid7
from tests.fakes.dice import dice

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NOON = datetime(2024, 6, 3, 12, tzinfo=UTC)
HIGHEST = (1 << 74) - 1

milliseconds = st.integers(min_value=0, max_value=253_402_300_799_000)
bits = st.integers(min_value=0, max_value=HIGHEST)


def zeros(_: int) -> int:
    return 0


def ones(count: int) -> int:
    return (1 << count) - 1


def test_the_rfcs_own_example() -> None:
    """RFC 9562, appendix A.6."""
    at = datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)
    assert uuid7(at, 0xCC3 << 62 | 0x18C4DC0C0C07398F) == UUID(
        "017F22E2-79B0-7CC3-98C4-DC0C0C07398F"
    )


@given(milliseconds, bits)
def test_an_id_has_the_layout_of_the_rfc(at: int, random_bits: int) -> None:
    made = uuid7(EPOCH + timedelta(milliseconds=at), random_bits)
    assert made.version == 7
    assert made.variant == RFC_4122
    assert made.int >> 80 == at
    assert (made.int >> 64 & 0xFFF) << 62 | made.int & (1 << 62) - 1 == random_bits


@given(milliseconds, milliseconds, bits, bits)
def test_ids_sort_by_time(early: int, late: int, some: int, other: int) -> None:
    if early < late:
        first = uuid7(EPOCH + timedelta(milliseconds=early), some)
        assert first < uuid7(EPOCH + timedelta(milliseconds=late), other)
        assert first.bytes < uuid7(EPOCH + timedelta(milliseconds=late), other).bytes


@given(st.lists(st.timedeltas(timedelta(days=-400), timedelta(days=400)), max_size=40))
def test_ids_grow_whatever_the_clock_does(jumps: list[timedelta]) -> None:
    ids = EntryIds(dice(7).getrandbits)
    at = NOON
    made = [ids.next(at)]
    for jump in jumps:
        at += jump
        made.append(ids.next(at))
    assert made == sorted(set(made))
    assert all(id_.version == 7 and id_.variant == RFC_4122 for id_ in made)


def test_ids_grow_while_the_clock_stands_still() -> None:
    ids = EntryIds(dice(1).getrandbits)
    made = [ids.next(NOON) for _ in range(1000)]
    assert made == sorted(set(made))


def test_ids_go_on_after_the_last_one_of_the_log() -> None:
    last = uuid7(NOON + timedelta(days=1), HIGHEST)
    assert EntryIds(zeros, last).next(NOON) > last


def test_an_id_that_is_free_is_not_moved() -> None:
    last = uuid7(NOON, 5)
    assert EntryIds(lambda _: 6, last).next(NOON) == uuid7(NOON, 6)


def test_bits_that_run_over_are_carried_into_the_time() -> None:
    last = uuid7(NOON, HIGHEST)
    made = EntryIds(zeros, last).next(NOON)
    assert made > last
    assert made.int >> 80 == (last.int >> 80) + 1
    assert (made.version, made.variant) == (7, RFC_4122)


def test_bits_that_run_over_in_the_low_part_are_carried_past_the_variant() -> None:
    last = uuid7(NOON, 0x123 << 62 | (1 << 62) - 1)
    made = EntryIds(zeros, last).next(NOON - timedelta(hours=1))
    assert made == uuid7(NOON, 0x124 << 62)


def test_ids_grow_with_the_highest_dice() -> None:
    ids = EntryIds(ones)
    made = [ids.next(NOON) for _ in range(5)]
    assert made == sorted(set(made))


def test_two_machines_that_share_a_log_don_t_make_the_same_ids() -> None:
    """Their clocks stand before the log's last entry: both go on right after it."""
    last = uuid7(NOON, 0)
    here = EntryIds(dice(1).getrandbits, last)
    there = EntryIds(dice(2).getrandbits, last)
    earlier = NOON - timedelta(days=1)
    assert not {here.next(earlier) for _ in range(100)} & {there.next(earlier) for _ in range(100)}
