"""Showing what a form asks for in the terminal, and reading what is typed as an answer to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_lowercase

from nqpf_study.cli.text import wrapped
from nqpf_study.domain.forms import (
    Answer,
    Choice,
    Cloze,
    Fit,
    FitReason,
    Form,
    Listing,
    Match,
    Order,
    Task,
    Typed,
)

_FORMS = {
    Form.RECALL: "from memory",
    Form.CHOICE: "by choice",
    Form.MATCH: "by matching",
    Form.ORDER: "for its order",
    Form.LIST: "for its members",
    Form.CLOZE: "by its gaps",
    Form.TYPED: "by typing",
}
_WHY = {
    FitReason.NEW: "because it is new",
    FitReason.YOUNG: "because it is still being learned",
    FitReason.GROWING: "because you remember it for weeks",
    FitReason.KNOWN: "because you know it well",
}
_GAP = "[{number}: {hint}]"


def said_fit(fit: Fit) -> str:
    """Say how a card is asked and why, nothing where it is asked as the learner chose."""
    if fit.as_wished:
        why = _WHY.get(fit.reason, "")
        return f"Asked {_FORMS[fit.form]} {why}." if why else ""
    other = "the chosen form does" if fit.reason is FitReason.CHOSEN else "the other forms do"
    return f"Asked {_FORMS[fit.form]}: {other} not suit it."


def is_written(task: Task | None) -> bool:
    """Tell whether the answer is free text, so that keys need a stroke before them: /s."""
    return isinstance(task, Typed | Listing | Cloze)


def put(question: str, task: Task | None) -> str:
    """Return a card's question as its form puts it, so that nothing of it is said again below."""
    match task:
        case Match():
            return "Which answer belongs to which question?"
        case Cloze() if len(task.gaps) > 1:
            numbers = iter(range(1, len(task.gaps) + 1))
            return "".join(
                run
                if isinstance(run, str)
                else _GAP.format(number=next(numbers), hint=run.hint or "…")
                for run in task.runs
            )
        case _:
            return question


def shown(task: Task | None) -> str:
    """Return what stands under the question: options, pairs or members."""
    match task:
        case Choice():
            return _numbered(task.options)
        case Order():
            return _numbered(task.laid_out)
        case Match():
            cues = [_item(ascii_lowercase[at], cue) for at, cue in enumerate(task.cues)]
            return "\n".join((*cues, "", _numbered(task.answers)))
        case _:
            return ""


def how(task: Task | None) -> str:
    """Tell in a few words what to type, nothing for a card that is asked from memory."""
    match task:
        case Choice():
            return f"1-{len(task.options)}"
        case Order():
            return f"the order, such as {' '.join(_backwards(len(task.members)))}"
        case Match():
            numbers = _backwards(len(task.cues))
            pairs = map("".join, zip(ascii_lowercase, numbers, strict=False))
            return f"the pairs, such as {' '.join(pairs)}"
        case Listing():
            return f"{len(task.members)} members, one a line, an empty line to end"
        case _:
            return "type the answer" if task else ""


def read(task: Task, line: str, more: Callable[[str], str | None]) -> Answer:
    """Read an answer from a line; `more` asks for further ones by a prompt, None at the end.

    Raises ValueError, with what to type instead, for a line that is no answer to the task.
    """
    match task:
        case Choice():
            if not line.isdecimal() or not 0 < int(line) <= len(task.options):
                raise ValueError(f"Type a number from 1 to {len(task.options)}.")
            return int(line) - 1
        case Order():
            return _order(line, len(task.members))
        case Match():
            return _pairs(line, len(task.cues))
        case Typed():
            return line
        case Cloze():
            return _gaps(line, len(task.gaps), more)
        case Listing():
            return _lines(line, more)


def _backwards(most: int) -> list[str]:
    return [str(number) for number in range(most, 0, -1)]


def _order(line: str, members: int) -> list[int]:
    order = _numbers(line, members)
    if sorted(order) != list(range(members)):
        raise ValueError(f"Type each of the numbers 1 to {members} once, first to last.")
    return order


def _pairs(line: str, pairs: int) -> list[int | None]:
    """Read b2 a1, or the answers' numbers alone in the order of the questions."""
    wrong = ValueError("Type pairs of a letter and a number, each once, such as a2 b1.")
    named = re.findall(r"([a-z])\s*[-=:]?\s*([0-9]+)", line.lower())
    if not named:
        placed: list[int | None] = [*_numbers(line, pairs)]
        if len(placed) != pairs or len(set(placed)) < pairs:
            raise wrong
        return placed
    chosen: list[int | None] = [None] * pairs
    for letter, number in named:
        at, place = ascii_lowercase.index(letter), int(number) - 1
        if at >= pairs or not 0 <= place < pairs or place in chosen or chosen[at] is not None:
            raise wrong
        chosen[at] = place
    return chosen


def _numbers(line: str, most: int) -> list[int]:
    """Read numbers from 1 on as places from 0 on; spaces may be left out among single digits."""
    parts = re.findall("[0-9]+", line)
    if len(parts) == 1 and most < 10:
        parts = list(parts[0])
    places = [int(part) - 1 for part in parts if len(part) < 4]
    return places if all(0 <= place < most for place in places) else []


def _gaps(line: str, gaps: int, more: Callable[[str], str | None]) -> list[str]:
    texts = [line]
    while len(texts) < gaps:
        text = more(f"[gap {len(texts) + 1}] ")
        if text is None:
            break
        texts.append(text)
    return texts


def _lines(line: str, more: Callable[[str], str | None]) -> list[str]:
    lines = [line]
    while text := more("[next, or Enter to end] "):
        lines.append(text)
    return lines


def _numbered(texts: tuple[str, ...]) -> str:
    return "\n".join(_item(str(number), text) for number, text in enumerate(texts, 1))


def _item(mark: str, text: str) -> str:
    first = f"  {mark}  "
    return wrapped(text, " " * len(first), first=first)
