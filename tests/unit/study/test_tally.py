"""What a session came to."""

from __future__ import annotations

from datetime import timedelta

from nqpf_study.domain.review import Rating
from tests.fakes.clock import Clock
from tests.fakes.sitting import answer, basic, collection, session


def test_the_summary_says_what_was_learned_and_missed(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    clock.move(seconds=10)
    answer(sitting, Rating.AGAIN)
    clock.move(seconds=20)
    answer(sitting, Rating.EASY)
    clock.move(minutes=1)
    answer(sitting, Rating.AGAIN)
    clock.move(minutes=1)
    answer(sitting, Rating.EASY)
    summary = sitting.summary()
    assert [graded.card.id.note for graded in summary.graded] == ["a", "b", "a", "a"]
    assert [graded.rating for graded in summary.missed] == [Rating.AGAIN]
    assert summary.first_seen == 2
    assert summary.duration == timedelta(seconds=10 + 20 + 60 + 60)
    assert summary.next_due is None
    assert sitting.asked is None


def test_an_undone_miss_is_no_miss(clock: Clock) -> None:
    sitting = session(collection(basic("a")), clock)
    answer(sitting, Rating.AGAIN)
    sitting.undo()
    answer(sitting, Rating.EASY)
    assert sitting.summary().missed == ()
    assert sitting.summary().first_seen == 1


def test_undo_of_an_earlier_sessions_grade_leaves_this_sessions_summary_alone(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    answer(session(store, clock), Rating.AGAIN)
    sitting = session(store, clock)
    answer(sitting)
    sitting.undo()
    sitting.undo()
    assert sitting.summary().graded == ()
    answer(sitting)
    assert len(sitting.summary().graded) == 1
