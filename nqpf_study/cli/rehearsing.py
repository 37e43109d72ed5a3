"""Questions in the terminal of which nothing is kept: a round's or a test's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nqpf_study.cli.answering import how, is_written, read
from nqpf_study.cli.judging import said as judged
from nqpf_study.cli.quiz import print_answer, print_question, typed_line
from nqpf_study.domain.review import Rating
from nqpf_study.study.asking import Asked
from nqpf_study.study.rehearsal import Rehearsal

_QUIT = "q"


@dataclass(frozen=True)
class Rated:
    """How an answer can be rated: the keys with their ratings, and how they are told."""

    keys: Mapping[str, Rating]
    told: str
    proposed: Callable[[Rating], str]
    """Says what Enter takes."""


def rehearse(rehearsal: Rehearsal, place: Callable[[], str], rated: Rated) -> None:
    """Ask until the questions or the input end; `place` says which question it is."""
    going = True
    while going and (asked := rehearsal.asked) is not None:
        if rehearsal.revealed:
            going = _grade(rehearsal, rated)
        else:
            print(f"\n{place()}")
            going = _question(rehearsal, asked)


def _question(rehearsal: Rehearsal, asked: Asked) -> bool:
    """Show the question and take the answer; tell whether to go on."""
    print_question(asked)
    leave = f"/{_QUIT}" if is_written(asked.task) else _QUIT
    ask = ", ".join(filter(None, (how(asked.task), "Enter: answer", f"{leave}: end")))
    line = typed_line(f"[{ask}] ")
    if line is None or line.lower() == leave:
        return False
    if line and asked.task is not None:
        try:
            print("\n" + judged(asked.task, rehearsal.answer(read(asked.task, line, typed_line))))
        except ValueError as error:
            print(f"“{line}” is no answer. {error}")
            return True
    else:
        rehearsal.reveal()
    print()
    print_answer(asked)
    return True


def _grade(rehearsal: Rehearsal, rated: Rated) -> bool:
    """Take how it was; tell whether to go on."""
    proposed = rehearsal.proposed
    line = typed_line(f"[{rated.told}, Enter: {rated.proposed(proposed)}, {_QUIT}: end] ")
    if line is None or line.lower() == _QUIT:
        return False
    if line == "" or line in rated.keys:
        rehearsal.grade(rated.keys.get(line, proposed))
    else:
        *others, last = rated.keys
        print(f"Type {', '.join(others)} or {last}, or press Enter.")
    return True
