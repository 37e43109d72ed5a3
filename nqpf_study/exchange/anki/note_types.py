"""The two note types. Their ids, and the names of their fields and cards, are frozen.

Anki holds a note type for another one as soon as a field or a card is added, renamed or moved, and
then updates none of the notes that a learner has. So there are places for more than is used now.
Templates and style may change: say when in `RESTYLED`, or no learner gets to see it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any

import genanki

from nqpf_study.exchange.anki.style import CSS

RESTYLED = datetime(2026, 11, 22, tzinfo=UTC)
"""When the templates or the style last changed: Anki takes what is newer than it has."""

PLACES = 5
"""How many cards a note of ours can have as one note of Anki's."""

FIXED_CARDS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "term": ("meaning", "name", "chinese"),
        "measure": ("title", "parts"),
        "event": ("date", "event"),
        "target": ("targets", "province"),
        "basic": ("answer",),
        "reversed": ("forward", "backward"),
        "list": ("all",),
    }
)
"""The place of each card in its note's type, by kind. A name may be added behind, never moved."""

_BACKING = (
    "Kind",
    "Chinese",
    "Pinyin",
    "Variants",
    "Remark",
    "Derived",
    "As of",
    "Passages",
    # For what later decks may carry: an unused field costs a byte, a new one every learner's notes.
    "Hint",
    "Image",
    "Audio",
    "Extra",
)
_BEHIND = """
{{#Remark}}<div class="aside">{{Remark}}</div>{{/Remark}}
{{#Variants}}<div class="aside"><b>Also worded:</b> {{Variants}}</div>{{/Variants}}
{{#Derived}}<div class="aside"><b>How it follows:</b> {{Derived}}</div>{{/Derived}}
{{#As of}}<div class="aside"><b>As of</b> {{As of}}</div>{{/As of}}
{{Passages}}"""


class NoteType(genanki.Model):  # type: ignore[misc] # genanki has no types
    """A note type that knows which field each card needs, instead of trying it out."""

    def __init__(
        self, number: int, name: str, fields: Sequence[str], templates: list[dict[str, str]]
    ) -> None:
        super().__init__(
            number,
            name,
            fields=[{"name": field} for field in fields],
            templates=templates,
            css=CSS,
            model_type=self.CLOZE if len(templates) == 1 else self.FRONT_BACK,
            sort_field_index=1,
        )
        self.field_names = tuple(fields)

    @cached_property
    def _req(self) -> list[list[Any]]:
        return [[place, "all", [1 + 2 * place]] for place in range(len(self.templates))]

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:  # noqa: ARG002 - see above
        """Return the note type as Anki stores it, dated by its own last change."""
        stored: dict[str, Any] = super().to_json(RESTYLED.timestamp(), deck_id)
        return stored


def question_field(place: int) -> str:
    """Return the field of the question in a place, counted from 0."""
    return f"Question {place + 1}"


def answer_field(place: int) -> str:
    """Return the field of the answer in a place, counted from 0."""
    return f"Answer {place + 1}"


def _block(inside: str, *classes: str) -> str:
    # The last two keep MathJax from reading \\( and \\[ in a text as mathematics.
    names = " ".join(("nqpf", *classes, "tex2jax_ignore", "mathjax_ignore"))
    return f'<div class="{names}">{inside}</div>'


def _plain_template(place: int) -> dict[str, str]:
    question, answer = question_field(place), answer_field(place)
    front = _block(f'<div class="question">{{{{{question}}}}}</div>')
    back = _block(f'<div class="answer">{{{{{answer}}}}}</div>{_BEHIND}', "behind")
    return {
        "name": f"Card {place + 1}",
        "qfmt": f"{{{{#{question}}}}}{front}{{{{/{question}}}}}",
        "afmt": f'{{{{FrontSide}}}}\n<hr id="answer">\n{back}',
    }


def plain_notes() -> NoteType:
    """Return the note type of questions with answers, as many as a note has."""
    asked = (
        name for place in range(PLACES) for name in (question_field(place), answer_field(place))
    )
    templates = [_plain_template(place) for place in range(PLACES)]
    return NoteType(1_795_305_600_001, "NQPF Study", ("Id", *asked, *_BACKING), templates)


def cloze_notes() -> NoteType:
    """Return the note type of sentences with gaps."""
    sentence = _block('<div class="question">{{cloze:Text}}</div>')
    template = {
        "name": "Cloze",
        "qfmt": sentence,
        "afmt": f'{sentence}\n<hr id="answer">\n{_block(_BEHIND, "behind")}',
    }
    return NoteType(1_795_305_600_002, "NQPF Study Cloze", ("Id", "Text", *_BACKING), [template])
