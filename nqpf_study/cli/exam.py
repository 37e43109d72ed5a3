"""`exam`: preparing a deck for a day."""

from __future__ import annotations

import argparse
from datetime import date

from nqpf_study.app import Study
from nqpf_study.cli.opening import known_decks, to_change, to_look
from nqpf_study.cli.output import print_json
from nqpf_study.cli.subcommand import Subcommands, between
from nqpf_study.cli.text import counted, table
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.exam import ExamPlan
from nqpf_study.domain.options import Exam


def add(commands: Subcommands) -> None:
    """Add the command."""
    exam = commands.add("exam", _exam, json=True)
    exam.add_argument("deck", metavar="DECK", nargs="?", help="a deck; without one, all exams")
    exam.add_argument("--date", metavar="YYYY-MM-DD", help="the day of the exam")
    exam.add_argument(
        "--target",
        metavar="SHARE",
        type=between(float, 0.5, 0.99),
        help="the share to know on that day, 0.5 to 0.99 (0.9)",
    )
    exam.add_argument("--dry-run", action="store_true", help="only show what it would take")
    exam.add_argument("--clear", action="store_true", help="prepare for no exam any more")


def _exam(args: argparse.Namespace) -> int:
    if args.deck is None:
        if args.date or args.target or args.clear:
            raise StudyError("An exam is a deck's: name the deck.")
        return _list(args)
    if args.clear:
        with to_change(args.home) as study:
            known_decks(study, [args.deck])
            study.set_exam(args.deck, None)
        print(f"Deck “{args.deck}” prepares for no exam.")
        return 0
    thought_of = None
    if (args.date or args.target) and not args.dry_run:
        with to_change(args.home) as study:
            study.set_exam(args.deck, _asked_for(study, args))
    with to_look(args.home) as study:
        if args.dry_run:
            thought_of = _asked_for(study, args)
        known_decks(study, [args.deck])
        plan = study.exam_plan(args.deck, thought_of)
        today = study.today()
    if args.json:
        print_json(_as_json(plan, today))
    else:
        print(_said(plan, today))
    return 0


def _asked_for(study: Study, args: argparse.Namespace) -> Exam:
    """Return the exam that the options tell, the rest as it stands."""
    known_decks(study, [args.deck])
    before = study.deck_options()[args.deck].exam
    if args.date is None and before is None:
        raise StudyError("When is the exam?", mend="Give its date: --date YYYY-MM-DD.")
    day = _day(args.date) if args.date else before.day if before else 0
    target = args.target or (before.target if before else Exam(day).target)
    return Exam(day, target)


def _day(text: str) -> int:
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError as error:
        raise StudyError(f"“{text}” is no date.", mend="Write it as in 2026-03-05.") from error


def _list(args: argparse.Namespace) -> int:
    with to_look(args.home) as study:
        exams = {
            deck: options.exam
            for deck, options in study.deck_options().items()
            if options.exam is not None
        }
    if args.json:
        print_json({deck: _exam_as_json(exam) for deck, exam in exams.items()})
    elif exams:
        rows = [
            (deck, date.fromordinal(exam.day), f"{exam.target:.0%}") for deck, exam in exams.items()
        ]
        print(table([("deck", "exam", "target"), *rows], right=(2,)))
    else:
        print("No deck prepares for an exam.")
    return 0


def _said(plan: ExamPlan, today: int) -> str:
    on = date.fromordinal(plan.exam.day)
    known = f"{plan.expected:.0%} known on {on}, {plan.without:.0%} without extra reviews"
    lines = [f"Aim: {plan.exam.target:.0%}. Expected: {known}."]
    if plan.short:
        lines.append(f"{counted(plan.short, 'card')} stay below the aim: the days are too few.")
    rows = [
        (date.fromordinal(day), *_counts(plan, day), plan.cost(day))
        for day in range(today, plan.exam.day)
        if plan.cost(day)
    ]
    if rows:
        heads = ("day", "new", "reviews", "extra", "in all")
        lines.append(table([heads, *rows], right=(1, 2, 3, 4)))
    return "\n".join(lines)


def _counts(plan: ExamPlan, day: int) -> tuple[int, int, int]:
    return plan.new.get(day, 0), plan.reviews.get(day, 0), plan.extra.get(day, 0)


def _as_json(plan: ExamPlan, today: int) -> dict[str, object]:
    return {
        **_exam_as_json(plan.exam),
        "expected": round(plan.expected, 4),
        "without": round(plan.without, 4),
        "short": plan.short,
        "days": {
            date.fromordinal(day).isoformat(): dict(
                zip(("new", "reviews", "extra"), _counts(plan, day), strict=True)
            )
            for day in range(today, plan.exam.day)
        },
    }


def _exam_as_json(exam: Exam) -> dict[str, object]:
    return {"date": date.fromordinal(exam.day).isoformat(), "target": exam.target}
