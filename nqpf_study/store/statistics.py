"""Progress, counted where the rows are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from sqlalchemy import Connection, and_, bindparam, case, distinct, func, select

from nqpf_study.domain.review import Plan, Rating, State
from nqpf_study.store.convert import AnyRow, deck_options_of, instant
from nqpf_study.store.log import GRADES, STANDING
from nqpf_study.store.part import Part
from nqpf_study.store.sessions import NOT_BURIED, TODAY
from nqpf_study.store.stored_cards import AT_ONCE, in_turn
from nqpf_study.store.tables import AWAKE, HAS_DUE_DAY, IN_USE, UNSEEN, cards, decks, log
from nqpf_study.study.ports import DeckCounts
from nqpf_study.study.statistics import Retention, Statistics

PACE_OF = 200
"""How many of the newest grades tell the learner's pace."""

_DECKS = (
    select(decks.c.key, decks.c.id, decks.c.title, decks.c.options)
    .where(decks.c.in_use.is_(True))
    .order_by(decks.c.key)
)
_OF_DECK = cards.c.deck_key == bindparam("deck")
_COMES = and_(HAS_DUE_DAY, IN_USE, AWAKE)
_WAITS = and_(UNSEEN, IN_USE, AWAKE, NOT_BURIED)
_DUE_TODAY = select(cards.c.note_key, cards.c.due_at).where(
    _OF_DECK, cards.c.due_day <= bindparam("day"), _COMES, NOT_BURIED
)
_NEXT_DUE = select(func.min(cards.c.due_day)).where(
    _OF_DECK, cards.c.due_day > bindparam("day"), _COMES
)
_LAST_STUDIED = select(func.max(cards.c.last_at)).where(_OF_DECK, cards.c.last_at.is_not(None))
_STATES = (
    select(cards.c.state, cards.c.suspended, func.count())
    .where(_OF_DECK, IN_USE)
    .group_by(cards.c.state, cards.c.suspended)
)
_UNSEEN_NOTES = select(func.count(distinct(cards.c.note_key))).where(_OF_DECK, _WAITS)
_UNSEEN_AMONG = select(func.count(distinct(cards.c.note_key))).where(
    cards.c.note_key.in_(bindparam("notes", expanding=True)), _OF_DECK, _WAITS
)
_DUE_BY_DAY = (
    select(cards.c.due_day, func.count())
    .where(_OF_DECK, cards.c.due_day < bindparam("until"), _COMES)
    .group_by(cards.c.due_day)
)
_RECENT = and_(log.c.day > bindparam("after"), log.c.day <= bindparam("day"), GRADES, STANDING)
_DONE_BY_DAY = (
    select(log.c.day, func.count(), func.sum(log.c.duration)).where(_RECENT).group_by(log.c.day)
)
_FIRST_OF_DAY = (
    # SQLite takes the bare columns from the row that holds the minimum.
    select(log.c.state, log.c.rating, func.min(log.c.id))
    .where(_RECENT)
    .group_by(log.c.card_key, log.c.day)
    .subquery()
)
_RETAINED = select(
    func.count(), func.count(case((_FIRST_OF_DAY.c.rating > Rating.AGAIN.value, 1)))
).where(_FIRST_OF_DAY.c.state == State.REVIEW.value)
_PACE = select(log.c.duration).where(GRADES, STANDING).order_by(log.c.id.desc()).limit(PACE_OF)


class StudyStatistics(Part):
    """What the study home and the progress page show."""

    def overview_counts(self, day: int) -> list[DeckCounts]:
        """Count every deck in use, in the order of the decks' first import."""
        with self._database.snapshot() as connection:
            today = connection.execute(TODAY, {"day": day}).all()
            return [
                _counts(connection, deck, day, [row for row in today if row.deck_key == deck.key])
                for deck in connection.execute(_DECKS).all()
            ]

    def statistics(self, day: int, days: int) -> Statistics:
        """Return what is due in the next `days` study days and what was done in the last ones."""
        asked = {"day": day, "after": day - days, "until": day + days}
        due: Counter[int] = Counter()
        states: Counter[str] = Counter()
        desired: Counter[float] = Counter()
        with self._database.snapshot() as connection:
            for deck in connection.execute(_DECKS).all():
                of_deck = {"deck": deck.key, **asked}
                for due_day, number in connection.execute(_DUE_BY_DAY, of_deck):
                    due[max(day, due_day)] += number
                for state, suspended, number in connection.execute(_STATES, of_deck):
                    states["suspended" if suspended else State(state).name.lower()] += number
                    if state == State.REVIEW:
                        options = deck_options_of(deck.options)
                        desired[options.plan.desired_retention] += number
            done = connection.execute(_DONE_BY_DAY, asked).all()
            reviewed, passed = connection.execute(_RETAINED, asked).one()
        return Statistics(
            today=day,
            due=due,
            done={at: number for at, number, _ in done},
            states=states,
            retention=Retention(passed, reviewed),
            desired_retention=_mean(desired),
            seconds={at: spent / 1000 for at, _, spent in done},
        )

    def seconds_per_card(self) -> float | None:
        """Return the median time of the newest 200 grades in seconds, None before the first."""
        with self._database.read() as connection:
            durations = connection.execute(_PACE).scalars().all()
        return median(durations) / 1000 if durations else None


def _counts(connection: Connection, deck: AnyRow, day: int, today: Sequence[AnyRow]) -> DeckCounts:
    asked = {"deck": deck.key, "day": day}
    due = connection.execute(_DUE_TODAY, asked).all()
    learning = sum(row.due_at is not None for row in due)
    ruled_out = sorted({row.note_key for row in (*due, *today)})
    waiting = connection.execute(_UNSEEN_NOTES, asked).scalar_one()
    for some in in_turn(ruled_out, AT_ONCE):
        waiting -= connection.execute(_UNSEEN_AMONG, {"notes": some, **asked}).scalar_one()
    states = connection.execute(_STATES, asked).all()
    last_at = connection.execute(_LAST_STUDIED, asked).scalar()
    return DeckCounts(
        id=deck.id,
        title=deck.title,
        notes=waiting,
        learning=learning,
        due=len(due) - learning,
        total=sum(number for _, _, number in states),
        learned=sum(number for state, _, number in states if state == State.REVIEW),
        seen=sum(row.state == State.NEW for row in today),
        reviewed=sum(row.state == State.REVIEW for row in today),
        last_studied=None if last_at is None else instant(last_at),
        next_due_day=connection.execute(_NEXT_DUE, asked).scalar(),
    )


def _mean(weighted: Counter[float]) -> float:
    """Return the mean desired retention of the cards in review, the usual one without any."""
    if not weighted:
        return Plan().desired_retention
    total = sum(wanted * number for wanted, number in weighted.items())
    return round(total / weighted.total(), 4)
