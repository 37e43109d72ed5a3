"""A practice test on paper: its questions with their key, or its result with what was missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase

from nqpf_study.domain.forms import Choice, Listing, Match, Order, Part, Task
from nqpf_study.domain.kinds import Card
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.source import Source
from nqpf_study.exchange.print_sheet import (
    Block,
    Heading,
    Items,
    Lines,
    Paragraph,
    Sheet,
    Table,
    Together,
    quotations,
)
from nqpf_study.study.asking import Asked
from nqpf_study.study.practice import Answered, Practice, Result

Sources = Mapping[str, Source]
"""What is known of the sources that cards quote, by id."""

_TITLE = phrase("Practice test")
_HEADS = (phrase("theme"), phrase("questions"), phrase("points"), phrase("share"))


def paper(practice: Practice, sources: Sources, title: str = _TITLE) -> Sheet:
    """Return the questions with room for the answers, and on a page of its own the key to them."""
    blocks: list[Block | Together] = [Paragraph(phrase("Name and date:")), Lines(1)]
    for number, asked in enumerate(practice.questions, 1):
        blocks.append(Together(tuple(_question(number, asked))))
    blocks.append(Heading(phrase("Answers"), new_page=True))
    for number, asked in enumerate(practice.questions, 1):
        quoted = quotations(asked.card.note.passages, sources)
        blocks.append(Together((Paragraph(_numbered(number, _key(asked))), *quoted)))
    return Sheet(phrase("{title} {seed}", title=title, seed=practice.seed), tuple(blocks))


def report(result: Result, sources: Sources, title: str = _TITLE) -> Sheet:
    """Return what a test came to: the points, by theme too, and all that was missed."""
    answered = len(result.answered)
    points = _points(result.points)
    blocks: list[Block | Together] = [
        Paragraph(
            phrase("{points} of {n} points.", points=points, n=answered)
            if result.share is None
            else phrase(
                "{points} of {n} points ({share}).",
                points=points,
                n=answered,
                share=f"{result.share:.0%}",
            )
        )
    ]
    if answered < result.total:
        blocks.append(
            Paragraph(phrase("{n} more questions were not reached.", n=result.total - answered))
        )
    if result.themes:
        rows = [
            (theme.tag, str(theme.questions), _points(theme.points), f"{theme.share:.0%}")
            for theme in result.themes
        ]
        blocks += [Heading(phrase("By theme")), Table(_HEADS, rows)]
    if result.missed:
        blocks.append(Heading(phrase("Missed")))
    for one in result.missed:
        said = (
            Paragraph(one.face.question, strong=True),
            *_given(one),
            Paragraph(_answer(one.face)),
        )
        blocks.append(Together((*said, *quotations(one.card.note.passages, sources))))
    return Sheet(title, tuple(blocks))


def _numbered(number: int, said: str) -> str:
    return phrase("{number}. {said}", number=number, said=said)


def _question(number: int, asked: Asked) -> Iterator[Block]:
    matched = isinstance(asked.task, Match)
    said = phrase("Which answer belongs to which question?") if matched else asked.face.question
    yield Paragraph(_numbered(number, said))
    match asked.task:
        case Choice():
            yield Items(asked.task.options, ascii_lowercase)
        case Order():
            yield Items(asked.task.laid_out, ["__"] * len(asked.task.members))
        case Match():
            yield Items(asked.task.cues, ["__"] * len(asked.task.cues))
            yield Items(asked.task.answers, ascii_lowercase)
        case Listing():
            yield Lines(len(asked.task.members))
        case _:
            yield Lines(1 if asked.task else 2)


def _key(asked: Asked) -> str:
    task: Task | None = asked.task
    match task:
        case Choice():
            return f"{ascii_lowercase[task.right]}: {task.options[task.right]}"
        case Match():
            return ", ".join(
                f"{place} {ascii_lowercase[right]}" for place, right in enumerate(task.right, 1)
            )
        case Order():
            places = (task.shown.index(place) + 1 for place in range(len(task.members)))
            lines = ", ".join(map(str, places))
            return phrase("{answer} (lines {lines})", answer=asked.face.answer, lines=lines)
        case _:
            return asked.face.answer


def _given(one: Answered) -> Iterator[Block]:
    parts = one.judgement.parts if one.judgement else ()
    given = [said for part in parts if (said := _said(one.asked.task, part, parts))]
    if given:
        yield Paragraph(phrase("Given: {given}", given="; ".join(given)))


def _said(task: Task | None, part: Part, parts: Sequence[Part]) -> str:
    if isinstance(task, Match) and part is not parts[task.own]:
        return ""  # the test asks for the card's own pair
    return part.given


def _answer(face: Card) -> str:
    return phrase("Right: {answer}", answer=face.answer)


def _points(points: float) -> str:
    return f"{points:g}"
