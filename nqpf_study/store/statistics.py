"""Progress, counted where the rows are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, func, select

from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.domain.review import Plan, Rating, State
from nqpf_study.store.candidates import NOT_BURIED, TODAY, unseen_count, unseen_rows
from nqpf_study.store.convert import NamedRow, deck_options_of, instant
from nqpf_study.store.log import GRADES, STANDING
from nqpf_study.store.part import Part
from nqpf_study.store.tables import AWAKE, HAS_DUE_DAY, IN_USE, card_counts, cards, decks, log
from nqpf_study.study.ports import DeckCounts
from nqpf_study.study.statistics import (
    HARD,
    PACE_KNOWN_AFTER,
    STABILITY_BOUNDS,
    YEAR,
    Retention,
    Statistics,
)

PACE_OF = 200
"""How many of the newest grades tell the learner's pace."""

_DECKS = (
    select(decks.c.key, decks.c.id, decks.c.title, decks.c.options)
    .where(decks.c.in_use.is_(True))
    .order_by(decks.c.key)
)
_OF_DECK = cards.c.deck_key == bindparam("deck")
_COMES = and_(HAS_DUE_DAY, IN_USE, AWAKE)
_DUE_TODAY = select(cards.c.note_key, cards.c.due_at, cards.c.due_day).where(
    _OF_DECK, cards.c.due_day <= bindparam("day"), _COMES, NOT_BURIED
)
_NEXT_DUE = select(func.min(cards.c.due_day)).where(
    _OF_DECK, cards.c.due_day > bindparam("day"), _COMES
)
_LAST_STUDIED = select(func.max(cards.c.last_at)).where(_OF_DECK, cards.c.last_at.is_not(None))
_STATES = select(card_counts.c.state, card_counts.c.suspended, card_counts.c.number).where(
    card_counts.c.deck_key == bindparam("deck"), card_counts.c.number > 0
)
_DUE_BY_DAY = (
    select(cards.c.due_day, func.count())
    .where(_OF_DECK, cards.c.due_day < bindparam("until"), _COMES)
    .group_by(cards.c.due_day)
)
_RECENT = and_(log.c.day > bindparam("after"), log.c.day <= bindparam("day"), GRADES, STANDING)
_RECENT_OF_DECK = and_(_RECENT, log.c.card_key.in_(select(cards.c.key).where(_OF_DECK)))


def _done_by_day(recent: ColumnElement[bool]) -> Select[int, int, int]:
    done = select(log.c.day, func.count(), func.sum(log.c.duration))
    return done.where(recent).group_by(log.c.day)


def _retained_by_day(recent: ColumnElement[bool]) -> Select[int, int, int]:
    first_of_day = (
        # SQLite takes the bare columns from the row that holds the minimum.
        select(log.c.day, log.c.state, log.c.rating, func.min(log.c.id))
        .where(recent)
        .group_by(log.c.card_key, log.c.day)
        .subquery()
    )
    passed = case((first_of_day.c.rating > Rating.AGAIN.value, 1))
    return (
        select(first_of_day.c.day, func.count(passed), func.count())
        .where(first_of_day.c.state == State.REVIEW.value)
        .group_by(first_of_day.c.day)
    )


_DONE, _DONE_OF_DECK = _done_by_day(_RECENT), _done_by_day(_RECENT_OF_DECK)
_RETAINED, _RETAINED_OF_DECK = _retained_by_day(_RECENT), _retained_by_day(_RECENT_OF_DECK)
_SPAN = case(
    *((cards.c.stability < bound, span) for span, bound in enumerate(STABILITY_BOUNDS[1:])),
    else_=len(STABILITY_BOUNDS) - 1,
)
_STABILITIES = (
    select(_SPAN, func.count())
    .where(cards.c.state == State.REVIEW.value, cards.c.stability.is_not(None), IN_USE, AWAKE)
    .group_by(_SPAN)
)
_STABILITIES_OF_DECK = _STABILITIES.where(_OF_DECK)
_HARDEST = (
    select(cards.c.key)
    .where(cards.c.difficulty >= HARD, IN_USE, AWAKE)
    .order_by(cards.c.difficulty.desc(), cards.c.lapses.desc(), cards.c.key)
    .limit(bindparam("count"))
)
_HARDEST_OF_DECK = _HARDEST.where(
    cards.c.deck_key == select(decks.c.key).where(decks.c.id == bindparam("id")).scalar_subquery()
)
_EVER, _NO_DECK = 2**31 - 1, -1
"""A day that never comes, and the key of no deck."""
_PACE = select(log.c.duration).where(GRADES, STANDING).order_by(log.c.id.desc()).limit(PACE_OF)


class StudyStatistics(Part):
    """What the study home and the progress page show."""

    def overview_counts(self, day: int, since: int | None = None) -> list[DeckCounts]:
        """Count every deck in use, in the order of the decks' first import.

        Reviews that were due before study day `since` (None: `day`) count as late.
        """
        days = (day, day if since is None else since)
        with self._database.snapshot() as connection:
            today = connection.execute(TODAY, {"day": day}).all()
            return [
                _counts(connection, deck, days, [row for row in today if row.deck_key == deck.key])
                for deck in connection.execute(_DECKS).all()
            ]

    def statistics(
        self,
        day: int,
        days: int | None,
        progress: Progress = unheard,
        deck: str | None = None,
    ) -> Statistics:
        """Return what is due in the next `days` study days and what was done in the last ones.

        `days` None: in all, from the first grade on. Only `deck` counts where it is given, nothing
        where it is not in use. Raises Cancelled where `progress` does.
        """
        back = day if days is None else days
        asked = {
            "day": day,
            "after": day - max(back, YEAR),
            "until": _EVER if days is None else day + days,
        }
        due: Counter[int] = Counter()
        states: Counter[str] = Counter()
        desired: Counter[float] = Counter()
        spans: Counter[int] = Counter()
        with self._database.snapshot() as connection:
            chosen = [
                row for row in connection.execute(_DECKS).all() if deck is None or row.id == deck
            ]
            for one in chosen:
                progress(0, 3, "statistics")
                of_deck = {"deck": one.key, **asked}
                for due_day, number in connection.execute(_DUE_BY_DAY, of_deck):
                    due[max(day, due_day)] += number
                for state, suspended, number in connection.execute(_STATES, of_deck):
                    states["suspended" if suspended else State(state).name.lower()] += number
                    if state == State.REVIEW:
                        options = deck_options_of(one.options)
                        desired[options.plan.desired_retention] += number
            whole = deck is None
            if not whole:
                asked["deck"] = chosen[0].key if chosen else _NO_DECK
            for span, number in connection.execute(
                _STABILITIES if whole else _STABILITIES_OF_DECK, asked
            ):
                spans[span] = number
            progress(1, 3, "statistics")
            graded = connection.execute(_DONE if whole else _DONE_OF_DECK, asked).all()
            progress(2, 3, "statistics")
            retained = {
                at: Retention(passed, reviewed)
                for at, passed, reviewed in connection.execute(
                    _RETAINED if whole else _RETAINED_OF_DECK, asked
                )
            }
            progress(3, 3, "statistics")
        recent = [row for row in graded if row[0] > day - back]
        return Statistics(
            today=day,
            due=due,
            done={at: number for at, number, _ in recent},
            states=states,
            retention=_sum([each for at, each in retained.items() if at > day - back]),
            desired_retention=_mean(desired),
            seconds={at: spent / 1000 for at, _, spent in recent},
            calendar={at: number for at, number, _ in graded if at > day - YEAR},
            retained=retained,
            stabilities=tuple(spans[span] for span in range(len(STABILITY_BOUNDS))),
        )

    def hardest(self, count: int, deck: str | None = None) -> list[int]:
        """Return the keys of up to `count` cards of the greatest difficulty, from HARD on."""
        statement = _HARDEST if deck is None else _HARDEST_OF_DECK
        with self._database.read() as connection:
            return list(connection.execute(statement, {"count": count, "id": deck}).scalars())

    def seconds_per_card(self) -> float | None:
        """Return the median time of the newest 200 grades in seconds, None while they are few."""
        with self._database.read() as connection:
            durations = connection.execute(_PACE).scalars().all()
        return median(durations) / 1000 if len(durations) >= PACE_KNOWN_AFTER else None


def _counts(
    connection: Connection, deck: NamedRow, days: tuple[int, int], today: Sequence[NamedRow]
) -> DeckCounts:
    day, since = days
    asked = {"deck": deck.key, "day": day}
    due = connection.execute(_DUE_TODAY, asked).all()
    learning = sum(row.due_at is not None for row in due)
    seen = sum(row.state == State.NEW for row in today)
    ruled_out = frozenset(row.note_key for row in (*due, *today))
    unseen = unseen_count(connection, deck.key)
    wanted = deck_options_of(deck.options).new_limit(day, unseen, seen) - seen
    waiting = {row.note_key for row in unseen_rows(connection, deck.key, day, ruled_out, wanted)}
    states = connection.execute(_STATES, asked).all()
    last_at = connection.execute(_LAST_STUDIED, asked).scalar()
    return DeckCounts(
        id=deck.id,
        title=deck.title,
        notes=len(waiting - ruled_out),
        learning=learning,
        due=len(due) - learning,
        total=sum(number for _, _, number in states),
        learned=sum(number for state, _, number in states if state == State.REVIEW),
        seen=seen,
        reviewed=sum(row.state == State.REVIEW for row in today),
        last_studied=None if last_at is None else instant(last_at),
        next_due_day=connection.execute(_NEXT_DUE, asked).scalar(),
        unseen=unseen,
        late=sum(row.due_at is None and row.due_day < since for row in due),
    )


def _sum(several: Sequence[Retention]) -> Retention:
    return Retention(sum(each.passed for each in several), sum(each.reviewed for each in several))


def _mean(weighted: Counter[float]) -> float:
    """Return the mean desired retention of the cards in review, the usual one without any."""
    if not weighted:
        return Plan().desired_retention
    total = sum(wanted * number for wanted, number in weighted.items())
    return round(total / weighted.total(), 4)
