"""Checks of a whole note: the cards that it yields must ask something and have an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nqpf_study.content.problems import Code, Problems
from nqpf_study.content.waivers import Warnings
from nqpf_study.content.yaml_tree import Node
from nqpf_study.domain.deck import Note
from nqpf_study.domain.kinds import cards_of, cloze_names, cloze_plain
from nqpf_study.domain.phrase import phrase

_BRACES = re.compile(r"\{\{|\}\}")


def check_cards(
    note: Note, entries: Mapping[str, Node], problems: Problems, warnings: Warnings
) -> None:
    """Check a note whose fields are in order; `entries` are its fields' nodes."""
    if note.kind == "cloze" and not _check_gaps(note.text("text"), entries["text"], problems):
        return
    if note.kind == "event" and "until" in note.fields:
        _check_until(note, entries["until"], problems)
    for card in cards_of(note):
        if not card.question.strip() or not card.answer.strip():
            side = phrase("answer") if card.question.strip() else phrase("question")
            problems.error(
                entries["id"],
                Code.EMPTY_CARD,
                phrase("the card “{name}” has no {side}", name=card.name, side=side),
                "fill the fields that it is made of",
            )
        elif len(card.members) == 1:
            warnings.warn(
                entries["id"],
                Code.SHORT_LIST,
                phrase(
                    "the list that the card “{name}” asks for has one member only", name=card.name
                ),
                "a basic note asks for a single answer",
            )


def _check_gaps(text: str, node: Node, problems: Problems) -> bool:
    if _BRACES.search(cloze_plain(text)):
        problems.error(
            node,
            Code.CLOZE_GAP,
            "there are double braces that make no gap",
            "a gap is {{c1::hidden}} or {{c1::hidden::hint}}",
        )
        return False
    if not cloze_names(text):
        problems.error(
            node,
            Code.CLOZE_WITHOUT_GAP,
            "the text has no gap, so the note has no card",
            "write {{c1::hidden}} around what is to be asked",
        )
        return False
    return True


def _check_until(note: Note, node: Node, problems: Problems) -> None:
    first, last = note.text("date"), note.text("until")
    length = min(len(first), len(last))
    if last[:length] < first[:length]:
        problems.error(
            node,
            Code.BAD_DATE,
            phrase("`until` ({last}) is before `date` ({first})", last=last, first=first),
        )
