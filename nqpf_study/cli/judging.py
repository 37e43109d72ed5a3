"""Saying in the terminal what a form makes of an answer."""

from __future__ import annotations

from nqpf_study.cli.text import wrapped
from nqpf_study.domain.forms import (
    Judgement,
    Listing,
    Mark,
    Match,
    Order,
    Part,
    Reason,
    Run,
    RunKind,
    Task,
)

REASONS = {
    Reason.EXACT: "Right.",
    Reason.DRESS: "Right, but for case, punctuation or accents.",
    Reason.SCRIPT: "Right, in the other script of Chinese.",
    Reason.SMALL_WORDS: "Right, but for an article or another small word.",
    Reason.SPELLING: "Right, in another spelling.",
    Reason.NUMBERS: "Right, with its numbers written another way.",
    Reason.ANY_ORDER: "Right, in another order.",
    Reason.VARIANT: "Right: another wording that counts.",
    Reason.PINYIN: "Right, in pinyin.",
    Reason.NO_TONES: "Right, in pinyin without tones.",
    Reason.WRONG_TONES: "The right syllables, with other tones.",
    Reason.TYPO: "Right, but for a slip of the keys.",
    Reason.NEARLY: "Nearly: a few letters differ.",
    Reason.TOO_MUCH: "That holds the answer, and more than it.",
    Reason.MOSTLY: "Mostly.",
    Reason.PARTLY: "Only partly.",
    Reason.OUT_OF_ORDER: "Not in this order.",
    Reason.ONLY_OWN: "This card's pair is right, another one is not.",
    Reason.ANOTHER: "Not that one: it is the answer to another card.",
    Reason.WRONG: "Not that one.",
    Reason.EMPTY: "Nothing was given.",
}
_MARKS = {
    Mark.RIGHT: "right",
    Mark.NEARLY: "nearly",
    Mark.WRONG: "wrong",
    Mark.MISSING: "missing",
    Mark.EXTRA: "not on the list",
    Mark.REPEATED: "said before",
}
_COLUMN = max(map(len, _MARKS.values())) + 4


def said(task: Task, judgement: Judgement) -> str:
    """Say how an answer did: in one line, and part by part where it has several.

    In what was typed, [+x] stands for letters that are missing and [-x] for those too many.
    """
    head = REASONS[judgement.reason]
    parts = judgement.parts
    if isinstance(task, Order | Match | Listing) or len(parts) > 1:
        return "\n".join((head, *(_line(task, place, part) for place, part in enumerate(parts))))
    differs = any(run.kind is not RunKind.EQUAL for part in parts for run in part.difference)
    return "\n".join((head, *(wrapped(letters(part), "  ") for part in parts if differs)))


def letters(part: Part) -> str:
    """Write what was typed with its difference from the right answer, letter by letter."""
    return "".join(map(_run, part.difference)) if part.difference else part.given


def _line(task: Task, place: int, part: Part) -> str:
    mark = f"  {_MARKS[part.mark]:<{_COLUMN - 2}}"
    return wrapped(_said_part(task, place, part), " " * _COLUMN, first=mark)


def _said_part(task: Task, place: int, part: Part) -> str:
    if isinstance(task, Match):
        return f"{task.cues[place]} {part.right}"
    if isinstance(task, Order):
        moved = part.displacement
        belongs = f" (belongs in place {place - moved + 1})" if moved else ""
        return f"{place + 1}. {part.given}{belongs}"
    if part.mark in (Mark.MISSING, Mark.RIGHT):
        return part.right
    return letters(part)


def _run(run: Run) -> str:
    gone = f"-{run.typed}" if run.typed else ""
    wanted = f"+{run.right}" if run.right else ""
    return run.typed if run.kind is RunKind.EQUAL else f"[{gone}{wanted}]"
