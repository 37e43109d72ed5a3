"""A practice test on paper: its questions with their key, or its result with what was missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase

from nqpf_study.domain.forms import Choice, Listing, Match, Order, Part, Task
from nqpf_study.domain.kinds import Card
from nqpf_study.exchange.print_sheet import (
    Block,
    Heading,
    Items,
    Lines,
    Paragraph,
    Quotation,
    Sheet,
    Table,
)
from nqpf_study.study.asking import Asked
from nqpf_study.study.lookup import LookedUp
from nqpf_study.study.practice import Answered, Practice, Result

Passages = Mapping[int, Sequence[LookedUp]]
"""The passages that cards rest on, by the cards' keys."""


def paper(practice: Practice, passages: Passages, title: str = "Practice test") -> Sheet:
    """Return the questions with room for the answers, and on a page of its own the key to them."""
    blocks: list[Block] = [Paragraph("Name and date:"), Lines(1)]
    for number, asked in enumerate(practice.questions, 1):
        blocks += _question(number, asked)
    blocks.append(Heading("Answers", new_page=True))
    for number, asked in enumerate(practice.questions, 1):
        blocks.append(Paragraph(f"{number}. {_key(asked)}"))
        blocks += _quoted(passages.get(asked.card.key, ()))
    return Sheet(f"{title} {practice.seed}", tuple(blocks))


def report(result: Result, passages: Passages, title: str = "Practice test") -> Sheet:
    """Return what a test came to: the points, by theme too, and all that was missed."""
    answered = len(result.answered)
    share = f" ({result.share:.0%})" if result.share is not None else ""
    blocks: list[Block] = [Paragraph(f"{_points(result.points)} of {answered} points{share}.")]
    if answered < result.total:
        blocks.append(Paragraph(f"{result.total - answered} more questions were not reached."))
    if result.themes:
        rows = [
            (theme.tag, str(theme.questions), _points(theme.points), f"{theme.share:.0%}")
            for theme in result.themes
        ]
        blocks += [Heading("By theme"), Table(("theme", "questions", "points", "share"), rows)]
    if result.missed:
        blocks.append(Heading("Missed"))
    for one in result.missed:
        blocks += [Paragraph(one.face.question), *_given(one), Paragraph(_answer(one.face))]
        blocks += _quoted(passages.get(one.card.key, ()))
    return Sheet(title, tuple(blocks))


def _question(number: int, asked: Asked) -> Iterator[Block]:
    said = "Which answer belongs to which question?" if isinstance(asked.task, Match) else ""
    yield Paragraph(f"{number}. {said or asked.face.question}")
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
            return f"{asked.face.answer} (lines {', '.join(map(str, places))})"
        case _:
            return asked.face.answer


def _given(one: Answered) -> Iterator[Block]:
    parts = one.judgement.parts if one.judgement else ()
    given = [said for part in parts if (said := _said(one.asked.task, part, parts))]
    if given:
        yield Paragraph(f"Given: {'; '.join(given)}")


def _said(task: Task | None, part: Part, parts: Sequence[Part]) -> str:
    if isinstance(task, Match) and part is not parts[task.own]:
        return ""  # the test asks for the card's own pair
    return part.given


def _answer(face: Card) -> str:
    return f"Right: {face.answer}"


def _quoted(passages: Sequence[LookedUp]) -> Iterator[Block]:
    for one in passages:
        citation = one.document.source.citation if one.document else one.passage.source
        yield Quotation(one.passage.exact, citation)


def _points(points: float) -> str:
    return f"{points:g}"
