"""`study` and `resume`: a quiz in the terminal, over the same session as the window's."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from datetime import date, timedelta

from nqpf_study.app import Study
from nqpf_study.cli.answering import how, is_written, put, read, said_fit
from nqpf_study.cli.answering import shown as shown_task
from nqpf_study.cli.judging import said as judged
from nqpf_study.cli.opening import known_decks, named_cards, to_change
from nqpf_study.cli.passages import shown
from nqpf_study.cli.subcommand import Subcommands, add_decks, between
from nqpf_study.cli.text import counted, said_interval, wrapped
from nqpf_study.domain.forms import Task
from nqpf_study.domain.kinds import how_it_follows
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Act, Memory, Rating
from nqpf_study.domain.scheduling import interval
from nqpf_study.study.asking import Asked
from nqpf_study.study.history import Step
from nqpf_study.study.log_steps import LogStep
from nqpf_study.study.session import Session
from nqpf_study.study.tally import Summary

_QUIT = "q"
_KEYS = (
    "Enter shows the answer, then accepts the rating proposed; 1 to 4 choose or grade. s source, "
    "b bury until tomorrow, ! suspend, u undo, r redo, q quit. Where the answer is typed, a stroke "
    "comes before each of these keys: /s, /b, /!, /u, /r, /q, /?."
)


def add(commands: Subcommands) -> None:
    """Add the command, and the one that takes back what its keys set aside."""
    study = commands.add("study", _study)
    add_decks(study, "only these decks")
    study.add_argument(
        "--form", choices=[form.value for form in FormChoice], help="how cards are asked"
    )
    study.add_argument(
        "--ahead",
        metavar="DAYS",
        type=between(int, 1, 365),
        help="review what becomes due in the next days, ahead of its time",
    )
    resume = commands.add("resume", _resume)
    resume.add_argument("cards", metavar="CARD", nargs="+", help="deck/note/card, or deck/note")


def _study(args: argparse.Namespace) -> int:
    with to_change(args.home) as study:
        form = FormChoice(args.form) if args.form else None
        decks = known_decks(study, args.deck)
        if args.ahead:
            session = study.study_ahead(args.ahead, decks, form)
        else:
            session = study.session(decks, form)
        Quiz(study, session).run()
    return 0


def _resume(args: argparse.Namespace) -> int:
    with to_change(args.home) as study:
        keys = [card.key for name in args.cards for card in named_cards(study, name)]
        print(f"{counted(study.set_aside(keys, Act.RESUME), 'card')} resumed.")
    return 0


class Quiz:
    """Asks a session's cards, one line of input for each key that the window would take."""

    def __init__(self, study: Study, session: Session) -> None:
        self._study = study
        self._session = session

    def run(self) -> None:
        """Ask until the cards or the input end, then say what it came to."""
        going = True
        while going:
            asked = self._session.asked
            if asked is None:
                going = self._nothing_left()
            elif self._session.revealed:
                going = self._grade(asked)
            else:
                going = self._question(asked)
        self._say_summary(self._session.summary())

    def _question(self, asked: Asked) -> bool:
        """Show the question and take one key; tell whether to go on."""
        remaining = self._session.remaining
        counts = (("new", remaining.new), ("learning", remaining.learning), ("due", remaining.due))
        left = ", ".join(f"{count} {name}" for name, count in counts if count)
        print(f"\n{asked.card.deck_title} ({left} to go)")
        print_question(asked)
        stroke = "/" if is_written(asked.task) else ""
        keys = " ".join(stroke + key for key in "sb!uq")
        ask = ", ".join(filter(None, (how(asked.task), "Enter: answer", keys, f"{stroke}?: help")))
        line = typed_line(f"[{ask}] ")
        if line is None:
            return False
        if line == "":
            self._reveal(asked)
        elif stroke and line.startswith(stroke):
            return self._other(line[1:].lower(), asked)
        elif asked.task is None or not (stroke or line[0].isdecimal() or len(line) > 1):
            return self._other(line.lower(), asked)
        else:
            self._answer(asked, asked.task, line)
        return True

    def _answer(self, asked: Asked, task: Task, line: str) -> None:
        try:
            judgement = self._session.answer(read(task, line, typed_line))
        except ValueError as error:
            print(f"“{line}” is no key here, and no answer. {error}")
            return
        print("\n" + judged(task, judgement))
        self._reveal(asked)

    def _reveal(self, asked: Asked) -> None:
        self._session.reveal()
        print()
        print_answer(asked)
        for aside in _asides(asked):
            print(wrapped(aside, "    "))

    def _grade(self, asked: Asked) -> bool:
        """Show what each rating leads to and take one key; tell whether to go on."""
        forecast = self._session.reveal()
        best, proposed = self._session.best_rating, self._session.proposed
        print("\n" + wrapped(_said_ratings(forecast, best)))
        key = _asked_for(f"[1-{best.value}, Enter: {proposed.name.lower()}, s b ! u q, ?: help] ")
        if key == "":
            self._session.grade(proposed)
        elif key.isdecimal() and 0 < int(key) <= best.value:
            self._session.grade(Rating(int(key)))
        else:
            return self._other(key, asked)
        return True

    def _other(self, key: str, asked: Asked) -> bool:
        """Carry out a key that means the same before and after the reveal."""
        match key:
            case "s":
                self._show_source(asked)
            case "b":
                self._session.bury()
                print("Buried until tomorrow.")
            case "!":
                self._session.suspend()
                print("Suspended; `nqpf-study resume` brings it back.")
            case "u":
                self._undo()
            case "r":
                self._redo()
            case "q":
                return False
            case "?":
                print(wrapped(_KEYS))
            case _:
                print(wrapped(f"“{key}” is no key here. {_KEYS}"))
        return True

    def _show_source(self, asked: Asked) -> None:
        if not self._session.revealed and not self._session.hinted:
            print("A look at the source is a hint: this card counts as hard at best.")
        self._session.look_at_source()
        passages = self._study.passages(asked.card)
        print()
        print("\n\n".join(map(shown, passages)) or "This card quotes no source.")

    def _undo(self) -> None:
        step = self._session.undo()
        print("There is nothing to undo." if step is None else f"Undone: {_said_step(step)}.")

    def _redo(self) -> None:
        step = self._session.redo()
        print("There is nothing to redo." if step is None else f"Redone: {_said_step(step)}.")

    def _nothing_left(self) -> bool:
        graded = self._session.summary().graded
        said = "That was the last card for now." if graded else "Nothing is due."
        if _asked_for(f"\n{said} [Enter: end, u: undo] ") == "u":
            self._undo()
            return True
        return False

    def _say_summary(self, summary: Summary) -> None:
        count = len(summary.graded)
        minutes = max(1, round(summary.duration / timedelta(minutes=1)))
        print()
        if count:
            about = f"{counted(count, 'grade')} in about {counted(minutes, 'minute')}"
            new = f", {counted(summary.first_seen, 'new card')}" if summary.first_seen else ""
            print(f"{about}{new}. All of it is saved.")
        if summary.missed:
            print("Missed:")
        for missed in summary.missed:
            print(wrapped(missed.face.question, "  "))
            print(wrapped(missed.face.answer, "    "))
        self._say_what_comes()

    def _say_what_comes(self) -> None:
        overview = self._study.overview()
        if overview.cards:
            print(f"{counted(overview.cards, 'card')} still to come today.")
        elif overview.next_due_day is not None:
            print(f"The next card is due on {date.fromordinal(overview.next_due_day)}.")


def print_question(asked: Asked) -> None:
    """Show why a card is asked as it is, its question, and what its form asks for."""
    said = said_fit(asked.fit)
    print(f"{said}\n" if said else "")
    print(wrapped(put(asked.face.question, asked.task)))
    task = shown_task(asked.task)
    if task:
        print(task)


def typed_line(prompt: str) -> str | None:
    """Read one line, None at the end of the input."""
    try:
        line = input(prompt)
    except EOFError:
        print()
        return None
    if not sys.stdin.isatty():
        print(line)
    return line.strip()


def _asked_for(prompt: str) -> str:
    """Read one key; the end of the input quits."""
    line = typed_line(prompt)
    return _QUIT if line is None else line.lower()


def print_answer(asked: Asked) -> None:
    """Show the answer, the members of a list one a line."""
    face = asked.face
    if not face.members:
        print(wrapped(face.answer, "  "))
    for number, member in enumerate(face.members, 1):
        mark = f"  {number}. " if face.ordered else "  -  "
        print(wrapped(member, " " * len(mark), first=mark))


def _said_step(step: Step) -> str:
    """Say what was done; of one card, which one."""
    if isinstance(step, LogStep) and step.count == 1:
        return f"{step.entry.act.value} of {step.entry.card}"
    return step.name


def _asides(asked: Asked) -> list[str]:
    note = asked.card.note
    variants = "; ".join(member.text for member in note.members("variants"))
    said = (
        ("", note.remark),
        ("Also worded: ", variants),
        ("How it follows: ", how_it_follows(note, asked.face.name)),
        ("As of ", note.as_of),
    )
    return [label + text for label, text in said if text]


def _said_ratings(forecast: Mapping[Rating, Memory], best: Rating) -> str:
    return "  ".join(
        f"{rating.value} {rating.name.lower()} ({said_interval(interval(memory))})".replace(
            " ", "\u00a0"
        )
        for rating, memory in forecast.items()
        if rating <= best
    )
