"""A deck's exam: its plan from the deck as it is, and the cards that it wants today."""

from __future__ import annotations

from collections.abc import Sequence

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.exam import ExamPlan, new_by_day, plan_exam
from nqpf_study.domain.options import DeckOptions, Exam
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.queue import Candidate, Today
from nqpf_study.study.ports import SessionStore

FARTHEST = 3 * 365
"""How many days ahead an exam may be."""


def exam_plan(store: SessionStore, deck: str, day: int, exam: Exam | None = None) -> ExamPlan:
    """Return the plan for a deck's exam, or for another `exam` that is only thought of.

    Raises StudyError for an unknown deck, one without an exam, and for a day that is over.
    """
    options = store.deck_options().get(deck)
    if options is None:
        raise StudyError(phrase("There is no deck “{deck}” in the collection.", deck=deck))
    exam = exam or options.exam
    if exam is None:
        raise StudyError(
            phrase("Deck “{deck}” has no exam.", deck=deck),
            mend="Give a date: nqpf-study exam DECK --date DATE.",
        )
    check(exam, day)
    return _plan(store, deck, day, options, exam, store.candidates([deck], day)[2])


def check(exam: Exam, day: int) -> None:
    """Raise StudyError for an exam that is over, too far away, or aims too high or too low."""
    if not day < exam.day <= day + FARTHEST:
        raise StudyError("An exam lies at least a day ahead, and at most three years.")
    if not 0.5 <= exam.target <= 0.99:
        raise StudyError("An exam's target is a share from 0.5 to 0.99.")


def wanted_today(
    store: SessionStore, decks: Sequence[str] | None, day: int, today: Today
) -> list[Candidate]:
    """Return the cards that exams want reviewed today though they are not due."""
    wanted = []
    for deck, options in store.deck_options().items():
        exam = options.exam
        if exam is None or exam.day <= day or (decks is not None and deck not in decks):
            continue
        keys = _plan(store, deck, day, options, exam, today).today
        wanted += [card for card in store.seen([deck], day) if card.card in keys]
    return wanted


def _plan(
    store: SessionStore, deck: str, day: int, options: DeckOptions, exam: Exam, today: Today
) -> ExamPlan:
    unseen = today.unseen.get(deck, 0)
    begun = today.new.get(deck, 0)
    limit = DeckOptions(options.new_per_day, exam=exam).new_limit(day, unseen, begun)
    return plan_exam(
        {card.card: card.memory for card in store.seen([deck], day)},
        new_by_day(unseen, limit, day, exam, begun),
        day,
        exam,
        options.plan,
        today.reviews.get(deck, 0),
    )
