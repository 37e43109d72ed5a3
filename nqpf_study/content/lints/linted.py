"""A note as the lints see it: its cards, and where in the file each part of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from nqpf_study.content.problems import Code, Place
from nqpf_study.content.waivers import Warnings
from nqpf_study.content.yaml_tree import MappingNode, Node, Scalar, SequenceNode
from nqpf_study.domain.deck import Note
from nqpf_study.domain.kinds import Card, cards_of

_MADE_OF = {"date": ("date_text", "date"), "chinese": ("chinese",)}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a lint found, and where."""

    place: Place
    code: Code
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Linted:
    """A note without an error, the nodes of its fields, and where its warnings go."""

    note: Note
    entries: Mapping[str, Node]
    warnings: Warnings

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Return the note's cards."""
        return cards_of(self.note)

    @property
    def place(self) -> Place:
        """Return where the note as a whole is named: its id."""
        return self.entries["id"]

    def question(self, card: Card) -> Place:
        """Return where a card's question stands, or the note's id where the program asks it."""
        return self._place_of(card.question) or self._cloze or self.place

    def answer(self, card: Card) -> Place:
        """Return where a card's answer stands."""
        if card.members:
            return next(self._lists())
        return self._place_of(card.answer) or self._cloze or self._made(card)

    def answers(self, card: Card) -> tuple[str, ...]:
        """Return what a card asks for, member by member; Chinese without its pinyin."""
        if card.name == "chinese" and self.note.text("chinese"):
            return (self.note.text("chinese"),)
        return card.members or (card.answer,)

    def member(self, text: str) -> Place:
        """Return where a member of a list stands."""
        return self._place_of(text) or self.place

    def items(self, field: str) -> list[Node]:
        """Return the nodes of a list field."""
        node = self.entries.get(field)
        return node.items if isinstance(node, SequenceNode) else []

    @property
    def _cloze(self) -> Place | None:
        return self.entries["text"] if self.note.kind == "cloze" else None

    def _made(self, card: Card) -> Place:
        """Return the field that an answer was made of, as a date of its ISO form."""
        for field in _MADE_OF.get(card.name, ()):
            if field in self.entries:
                return self.entries[field]
        return self.place

    def _place_of(self, text: str) -> Place | None:
        return self._places.get(text)

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        """Return where each text of the note stands; of equal texts the first counts."""
        places: dict[str, Place] = {}
        for name in self.note.fields:
            for scalar in _scalars(self.entries[name]):
                places.setdefault(scalar.text.strip(), scalar)
        return places

    def _lists(self) -> Iterator[Node]:
        return (self.entries[name] for name in self.note.fields if self.note.members(name))


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, MappingNode):
        for name in ("item", "cue"):
            if name in node.entries:
                yield from _scalars(node.entries[name])
