from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.fitting import Evaluation, Lesson, lessons, longer_than_usual, split
from nqpf_study.domain.review import Act, CardId, LogEntry, Rating, State
from tests.fakes.dice import dice

NOON = datetime(2024, 6, 3, 12, tzinfo=UTC)
IDS = EntryIds(dice(1).getrandbits)
GOOD, AGAIN = Rating.GOOD, Rating.AGAIN


def card(name: str = "a") -> CardId:
    return CardId("terms", name, "answer")


def entry(day: int, rating: Rating | None = GOOD, of: CardId | None = None) -> LogEntry:
    at = NOON + timedelta(days=day)
    act = Act.GRADE if rating is not None else Act.SUSPEND
    state = State.NEW if day == 0 else State.REVIEW
    return LogEntry(IDS.next(at), of or card(), act, at, at.toordinal(), state, rating)


def test_each_review_on_a_later_day_is_a_lesson() -> None:
    log = [entry(0, AGAIN), entry(0), entry(3), entry(3), entry(10, AGAIN)]
    found = lessons(log)
    today = NOON.toordinal()
    assert found == [
        Lesson(((AGAIN, 0), (GOOD, 0), (GOOD, 3)), today + 3, card()),
        Lesson(((AGAIN, 0), (GOOD, 0), (GOOD, 3), (GOOD, 0), (AGAIN, 7)), today + 10, card()),
    ]


def test_undone_grades_and_other_acts_teach_nothing() -> None:
    slip = entry(3, AGAIN)
    undo = replace(entry(3, None), act=Act.UNDO, undoes=slip.id)
    found = lessons([entry(0), entry(1, None), slip, undo, entry(4)])
    assert [lesson.reviews for lesson in found] == [((GOOD, 0), (GOOD, 4))]


def test_a_card_whose_beginning_is_not_known_teaches_nothing() -> None:
    assert lessons([entry(1), entry(5)]) == []


def test_a_clock_set_back_counts_as_no_time() -> None:
    log = [entry(0), entry(1), entry(2), entry(4)]
    log[2] = replace(log[2], day=NOON.toordinal() - 5)
    found = lessons(log)
    assert [lesson.reviews[-1] for lesson in found] == [(GOOD, 1), (GOOD, 3)]
    assert found[-1].reviews[-2] == (GOOD, 0)


def test_lessons_are_in_the_order_of_time_and_split_by_it() -> None:
    log = [e for n in "abcde" for e in (entry(0, of=card(n)), entry(2, of=card(n)))]
    log += [entry(day, of=card("f")) for day in (0, 5, 9, 12, 15, 20)]
    found = lessons(log)
    assert [lesson.day for lesson in found] == sorted(lesson.day for lesson in found)
    earlier, later = split(found)
    assert earlier + later == found
    assert max(lesson.day for lesson in earlier) < min(lesson.day for lesson in later)
    assert len(earlier) == 8
    assert split([]) == ([], [])


def test_a_day_is_never_split() -> None:
    log = [e for n in "abcdefghij" for e in (entry(0, of=card(n)), entry(2, of=card(n)))]
    assert split(lessons(log)) == ([], lessons(log))


def test_longer_means_longer() -> None:
    found = lessons([entry(0), entry(4), entry(20, AGAIN), entry(22)])
    assert longer_than_usual(found, ()) == pytest.approx(0)
    assert longer_than_usual(found, tuple(DEFAULT_PARAMETERS)) == pytest.approx(0)
    first_only = lessons([entry(0), entry(0), entry(1)])[:0]
    assert longer_than_usual(first_only, ()) == 0
    better = tuple(w * 1.5 if place < 4 else w for place, w in enumerate(DEFAULT_PARAMETERS))
    assert longer_than_usual(lessons([entry(0), entry(4)]), better) > 0.1


def test_better_means_by_both_measures() -> None:
    assert Evaluation(0.3, 0.05).better_than(Evaluation(0.4, 0.05))
    assert not Evaluation(0.3, 0.06).better_than(Evaluation(0.4, 0.05))
    assert not Evaluation(0.4, 0.01).better_than(Evaluation(0.4, 0.05))
