"""`practice`: a test in the terminal that changes nothing of the schedule."""

from __future__ import annotations

import argparse
from pathlib import Path

from nqpf_study.app import Study
from nqpf_study.cli.answering import how, is_written, read
from nqpf_study.cli.judging import said as judged
from nqpf_study.cli.opening import known_decks, to_look
from nqpf_study.cli.passages import shown
from nqpf_study.cli.quiz import print_answer, print_question, typed_line
from nqpf_study.cli.subcommand import Subcommands, add_decks, between
from nqpf_study.cli.text import counted, table, wrapped
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.forms import Task
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.study.asking import Asked
from nqpf_study.study.practice import POINTS, Practice, Result

_QUIT = "q"
_RATINGS = {"0": Rating.AGAIN, "1": Rating.HARD, "2": Rating.GOOD}


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
            Test(study, test).run()
        if args.out is not None and (args.paper or test.result().answered):
            study.print_practice(args.out, test)
            print(f"Written to {args.out}")
    return 0


class Test:
    """Asks the questions of a practice test, and says what it came to."""

    __test__ = False  # for pytest: this is no test of the program

    def __init__(self, study: Study, test: Practice) -> None:
        self._study = study
        self._test = test

    def run(self) -> None:
        """Ask until the questions or the input end, then say the result."""
        going = True
        while going and (asked := self._test.asked) is not None:
            going = self._grade() if self._test.revealed else self._question(asked)
        self._say(self._test.result())

    def _question(self, asked: Asked) -> bool:
        """Show the question and take the answer; tell whether to go on."""
        print(f"\nQuestion {self._test.place} of {len(self._test.questions)}")
        print_question(asked)
        leave = f"/{_QUIT}" if is_written(asked.task) else _QUIT
        ask = ", ".join(filter(None, (how(asked.task), "Enter: answer", f"{leave}: end")))
        line = typed_line(f"[{ask}] ")
        if line is None or line.lower() == leave:
            return False
        if line and asked.task is not None:
            self._answer(asked.task, line)
        else:
            self._test.reveal()
        if self._test.revealed:
            print()
            print_answer(asked)
        return True

    def _answer(self, task: Task, line: str) -> None:
        try:
            judgement = self._test.answer(read(task, line, typed_line))
        except ValueError as error:
            print(f"“{line}” is no answer. {error}")
            return
        print("\n" + judged(task, judgement))

    def _grade(self) -> bool:
        """Take the points; tell whether to go on."""
        proposed = self._test.proposed
        line = typed_line(
            f"[0 wrong, 1 partly, 2 right, Enter: {POINTS[proposed]:g} of 1, {_QUIT}: end] "
        )
        if line is None or line.lower() == _QUIT:
            return False
        if line == "" or line in _RATINGS:
            self._test.grade(_RATINGS.get(line, proposed))
        else:
            print("Type 0, 1 or 2, or press Enter.")
        return True

    def _say(self, result: Result) -> None:
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
            for passage in self._study.passages(one.card):
                print(shown(passage))
        print(f"\nThe same test again: --seed {self._test.seed}")
