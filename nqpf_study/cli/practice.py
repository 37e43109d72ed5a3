"""`practice`: a test in the terminal that changes nothing of the schedule."""

from __future__ import annotations

import argparse
from pathlib import Path

from nqpf_study.app import Study
from nqpf_study.cli.opening import known_decks, to_look
from nqpf_study.cli.passages import shown
from nqpf_study.cli.rehearsing import Rated, rehearse
from nqpf_study.cli.subcommand import Subcommands, add_decks, between
from nqpf_study.cli.text import counted, table, wrapped
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.study.practice import POINTS, Practice

_POINTS = Rated(
    {"0": Rating.AGAIN, "1": Rating.HARD, "2": Rating.GOOD},
    "0 wrong, 1 partly, 2 right",
    lambda rating: f"{POINTS[rating]:g} of 1",
)


def add(commands: Subcommands) -> None:
    """Add the command."""
    practice = commands.add("practice", _practice)
    add_decks(practice, "only these decks")
    practice.add_argument(
        "--tags", metavar="TAG", nargs="+", default=[], help="cards with any of these tags"
    )
    practice.add_argument("--search", metavar="QUERY", default="", help="cards that this finds")
    practice.add_argument(
        "--count", metavar="N", type=between(int, 1, 1000), default=20, help="how many questions"
    )
    practice.add_argument(
        "--form", choices=[form.value for form in FormChoice], help="all in one form"
    )
    practice.add_argument(
        "--seed", metavar="S", type=between(int, 0, 2**31 - 1), help="take that test again"
    )
    practice.add_argument(
        "--print", metavar="FILE", type=Path, dest="out", help="write the result, .html or .txt"
    )
    practice.add_argument(
        "--paper",
        action="store_true",
        help="with --print: don't ask, write the questions with their key",
    )


def _practice(args: argparse.Namespace) -> int:
    if args.paper and args.out is None:
        raise StudyError("--paper needs a file.", mend="Name it with --print FILE.")
    with to_look(args.home) as study:
        test = study.practice(
            decks=known_decks(study, args.deck),
            tags=args.tags,
            search=args.search,
            count=args.count,
            form=FormChoice(args.form) if args.form else None,
            seed=args.seed,
        )
        if not test.questions:
            raise StudyError("There are no cards to ask about.", mend="Ask for less.")
        if not args.paper:
            take(study, test)
        if args.out is not None and (args.paper or test.result().answered):
            study.print_practice(args.out, test)
            print(f"Written to {args.out}")
    return 0


def take(study: Study, test: Practice) -> None:
    """Ask until the questions or the input end, then say what the test came to."""
    total = len(test.questions)
    rehearse(test, lambda: f"Question {test.place} of {total}", _POINTS)
    result = test.result()
    print()
    if result.share is None:
        print("No question was answered.")
        return
    points = f"{result.points:g} of {counted(len(result.answered), 'point')}"
    print(f"{points} ({result.share:.0%}). The schedule is as it was.")
    rows = [
        (theme.tag, theme.questions, f"{theme.points:g}", f"{theme.share:.0%}")
        for theme in result.themes
    ]
    if rows:
        heads = ("theme", "questions", "points", "share")
        print("\n" + table([heads, *rows], right=(1, 2, 3)))
    if result.missed:
        print("\nMissed:")
    for one in result.missed:
        print("\n" + wrapped(one.face.question, "  "))
        print(wrapped(one.face.answer, "    "))
        for passage in study.passages(one.card):
            print(shown(passage))
    print(f"\nThe same test again: --seed {test.seed}")
