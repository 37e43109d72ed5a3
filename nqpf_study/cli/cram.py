"""`cram`: going over cards until each was known, with no effect on the schedule."""

from __future__ import annotations

import argparse

from nqpf_study.cli.answering import how, is_written, read
from nqpf_study.cli.judging import said as judged
from nqpf_study.cli.opening import known_decks, to_look
from nqpf_study.cli.quiz import print_answer, print_question, typed_line
from nqpf_study.cli.subcommand import Subcommands, add_decks, between
from nqpf_study.cli.text import counted, wrapped
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.study.asking import Asked
from nqpf_study.study.cramming import Cram

_QUIT = "q"
_RATINGS = {"1": Rating.AGAIN, "2": Rating.GOOD}


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
    going = True
    while going and (asked := going_over.asked) is not None:
        going = _grade(going_over) if going_over.revealed else _question(going_over, asked)
    known = f"{counted(going_over.known, 'card')} known"
    print(f"\n{known}, {going_over.remaining:,} left. The schedule is as it was.")
    if going_over.missed:
        print("Not known at first:")
    for asked in going_over.missed.values():
        print(wrapped(asked.face.question, "  "))
        print(wrapped(asked.face.answer, "    "))


def _question(going_over: Cram, asked: Asked) -> bool:
    """Show the question and take the answer; tell whether to go on."""
    print(f"\n{going_over.remaining:,} to go")
    print_question(asked)
    leave = f"/{_QUIT}" if is_written(asked.task) else _QUIT
    ask = ", ".join(filter(None, (how(asked.task), "Enter: answer", f"{leave}: end")))
    line = typed_line(f"[{ask}] ")
    if line is None or line.lower() == leave:
        return False
    if line and asked.task is not None:
        try:
            print("\n" + judged(asked.task, going_over.answer(read(asked.task, line, typed_line))))
        except ValueError as error:
            print(f"“{line}” is no answer. {error}")
            return True
    else:
        going_over.reveal()
    print()
    print_answer(asked)
    return True


def _grade(going_over: Cram) -> bool:
    """Take whether it was known; tell whether to go on."""
    proposed = "known" if going_over.proposed >= Rating.GOOD else "not known"
    line = typed_line(f"[1 not known, 2 known, Enter: {proposed}, {_QUIT}: end] ")
    if line is None or line.lower() == _QUIT:
        return False
    if line == "" or line in _RATINGS:
        going_over.grade(_RATINGS.get(line, going_over.proposed))
    else:
        print("Type 1 or 2, or press Enter.")
    return True
