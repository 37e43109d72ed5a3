"""`cram`: going over cards until each was known, with no effect on the schedule."""

from __future__ import annotations

import argparse

from nqpf_study.cli.opening import known_decks, to_look
from nqpf_study.cli.rehearsing import Rated, rehearse
from nqpf_study.cli.subcommand import Subcommands, add_decks, between
from nqpf_study.cli.text import counted, wrapped
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.study.cramming import Cram

_KNOWN = Rated(
    {"1": Rating.AGAIN, "2": Rating.GOOD},
    "1 not known, 2 known",
    lambda rating: "known" if rating >= Rating.GOOD else "not known",
)


def add(commands: Subcommands) -> None:
    """Add the command."""
    cram = commands.add("cram", _cram)
    add_decks(cram, "only these decks")
    cram.add_argument(
        "--tags", metavar="TAG", nargs="+", default=[], help="cards with any of these tags"
    )
    cram.add_argument(
        "--count", metavar="N", type=between(int, 1, 1000), default=30, help="how many cards (30)"
    )
    cram.add_argument(
        "--form", choices=[form.value for form in FormChoice], help="how cards are asked"
    )


def _cram(args: argparse.Namespace) -> int:
    with to_look(args.home) as study:
        going_over = study.cram(
            decks=known_decks(study, args.deck),
            tags=args.tags,
            count=args.count,
            form=FormChoice(args.form) if args.form else None,
        )
        if going_over.asked is None:
            raise StudyError("There are no cards to go over.", mend="Ask for less.")
        _run(going_over)
    return 0


def _run(going_over: Cram) -> None:
    """Ask until the cards or the input end, then say what it came to."""
    rehearse(going_over, lambda: f"{going_over.remaining:,} to go", _KNOWN)
    known = f"{counted(going_over.known, 'card')} known"
    print(f"\n{known}, {going_over.remaining:,} left. The schedule is as it was.")
    if going_over.missed:
        print("Not known at first:")
    for asked in going_over.missed.values():
        print(wrapped(asked.face.question, "  "))
        print(wrapped(asked.face.answer, "    "))
