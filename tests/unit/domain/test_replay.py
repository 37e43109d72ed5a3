from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.replay import apply, replay, standing
from nqpf_study.domain.review import Act, CardId, CardStatus, LogEntry, Plan, Rating, State
from nqpf_study.domain.scheduling import grade
from tests.fakes.dice import dice

CARD = CardId("terms", "essence", "meaning")
NOON = datetime(2024, 6, 3, 12, tzinfo=UTC)
OTHER_PLAN = Plan(desired_retention=0.8, learning_steps=())


class Log:
    """Writes a card's log, a day and some between entries."""

    def __init__(self, seed: int = 1) -> None:
        self._ids = EntryIds(dice(seed).getrandbits)
        self._at = NOON
        self.entries: list[LogEntry] = []

    def add(
        self,
        act: Act,
        rating: Rating | None = None,
        plan: Plan | None = None,
        undoes: UUID | None = None,
        wait: timedelta = timedelta(days=1),
    ) -> LogEntry:
        self._at += wait
        entry = LogEntry(
            id=self._ids.next(self._at),
            card=CARD,
            act=act,
            at=self._at,
            day=self._at.toordinal(),
            rating=rating,
            plan=plan,
            undoes=undoes,
        )
        self.entries.append(entry)
        return entry

    def grade(self, rating: Rating = Rating.GOOD, plan: Plan | None = None) -> LogEntry:
        return self.add(Act.GRADE, rating, plan or Plan())


@st.composite
def logs(draw: st.DrawFn) -> list[LogEntry]:
    log = Log(draw(st.integers(0, 9)))
    for _ in range(draw(st.integers(0, 12))):
        act = draw(st.sampled_from(Act))
        wait = draw(st.timedeltas(timedelta(days=-3), timedelta(days=40)))
        left = standing(log.entries)
        if act is Act.UNDO:
            if left:
                log.add(act, undoes=draw(st.sampled_from(left)).id, wait=wait)
        elif act is Act.GRADE:
            plan = draw(st.sampled_from([Plan(), OTHER_PLAN]))
            log.add(act, draw(st.sampled_from(Rating)), plan, wait=wait)
        else:
            log.add(act, wait=wait)
    return log.entries


def test_an_empty_log_is_a_new_card() -> None:
    assert replay([]) == CardStatus()


def test_grades_are_replayed_with_the_plan_under_which_they_were_given() -> None:
    log = Log()
    first, second = log.grade(Rating.GOOD, OTHER_PLAN), log.grade(Rating.HARD)
    memory = grade(CardStatus().memory, Rating.GOOD, first.at, first.day, OTHER_PLAN, CARD)
    assert memory.state is State.REVIEW
    memory = grade(memory, Rating.HARD, second.at, second.day, Plan(), CARD)
    assert replay(log.entries) == CardStatus(memory)


def test_acts_set_a_card_aside_and_bring_it_back() -> None:
    log = Log()
    buried = log.add(Act.BURY)
    assert replay(log.entries) == CardStatus(buried_day=buried.day)
    log.add(Act.SUSPEND)
    assert replay(log.entries) == CardStatus(suspended=True, buried_day=buried.day)
    log.add(Act.RESUME)
    assert replay(log.entries) == CardStatus()


def test_a_grade_ends_a_burial_and_no_suspension() -> None:
    log = Log()
    log.add(Act.BURY)
    log.add(Act.SUSPEND)
    log.grade()
    status = replay(log.entries)
    assert status.suspended
    assert status.buried_day is None
    assert status.memory.reps == 1


def test_what_was_undone_does_not_count() -> None:
    log = Log()
    log.grade(Rating.EASY)
    before = replay(log.entries)
    for act in (Act.BURY, Act.SUSPEND):
        log.add(Act.UNDO, undoes=log.add(act).id)
    log.add(Act.UNDO, undoes=log.grade(Rating.AGAIN).id)
    assert replay(log.entries) == before
    assert standing(log.entries) == log.entries[:1]


def test_an_entry_from_the_middle_can_be_undone() -> None:
    log = Log()
    first = log.grade(Rating.AGAIN)
    log.grade(Rating.GOOD)
    log.add(Act.UNDO, undoes=first.id)
    assert replay(log.entries) == replay(log.entries[1:2])


def test_an_undo_cannot_be_undone() -> None:
    log = Log()
    undo = log.add(Act.UNDO, undoes=log.grade().id)
    log.add(Act.UNDO, undoes=undo.id)
    assert replay(log.entries) == CardStatus()
    assert standing(log.entries) == []


@given(logs(), st.integers(0, 99))
def test_the_order_in_which_entries_are_found_does_not_matter(
    entries: list[LogEntry], seed: int
) -> None:
    shuffled = list(entries)
    dice(seed).shuffle(shuffled)
    assert replay(shuffled) == replay(entries)


@given(logs())
def test_replay_is_applying_what_stands_one_by_one(entries: list[LogEntry]) -> None:
    status = CardStatus()
    for entry in standing(entries):
        status = apply(status, entry)
    assert replay(entries) == status


@given(logs(), st.sets(st.integers(0, 11)), st.sets(st.integers(0, 11)))
def test_two_machines_logs_merge_as_sets(
    entries: list[LogEntry], here: set[int], there: set[int]
) -> None:
    ours = {entry for at, entry in enumerate(entries) if at in here or at not in there}
    theirs = {entry for at, entry in enumerate(entries) if at in there or at not in here}
    assert replay([*(ours | theirs)]) == replay([*(theirs | ours)]) == replay(entries)


@given(logs())
def test_an_undo_restores_the_status_before(entries: list[LogEntry]) -> None:
    left = standing(entries)
    if not left:
        return
    undone = Log(77).add(Act.UNDO, undoes=left[-1].id, wait=timedelta(days=9999))
    assert replay([*entries, undone]) == replay(left[:-1])
