"""Notes: from nodes to domain values, by the fields of each kind."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nqpf_study.content import fields
from nqpf_study.content.card_checks import check_cards
from nqpf_study.content.lints.linted import Linted
from nqpf_study.content.members import read_members
from nqpf_study.content.problems import Code, Problems, shortened
from nqpf_study.content.quotes import Quote, read_quote
from nqpf_study.content.specs import NOTE
from nqpf_study.content.waivers import Warnings, read_waivers
from nqpf_study.content.yaml_tree import MappingNode, Node
from nqpf_study.domain.deck import Note, Value
from nqpf_study.domain.kinds import KINDS, FieldType, Kind
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.phrase import phrase

_A_NOTE = phrase("a note")
_READERS: Mapping[FieldType, Callable[[Node, str, Problems], Value | None]] = {
    FieldType.TEXT: fields.text,
    FieldType.NUMBER: fields.number,
    FieldType.FLAG: fields.flag,
    FieldType.DATE: fields.partial_date,
    FieldType.MEMBERS: read_members,
}


class NoteReader:
    """Reads a deck's notes one by one.

    `seen` counts them, `notes` are those without an error, `quotes` the passages of all, `lines`
    tells by its id in which line each of them is named. With `lint` the notes are kept in `linted`
    too, with their places in the file.
    """

    def __init__(self, problems: Problems, *, lint: bool = False) -> None:
        self.seen = 0
        self.notes: list[Note] = []
        self.quotes: list[Quote] = []
        self.linted: list[Linted] = []
        self.lines: dict[str, int] = {}
        self._lint = lint
        self._problems = problems

    def read(self, node: Node) -> None:
        """Read one note; one with an error is reported and left out."""
        self.seen += 1
        before = self._problems.setbacks
        shape = self._shape(node)
        entries = fields.open_mapping(
            node,
            _A_NOTE,
            shape.names,
            shape.required,
            self._problems,
            elsewhere=shape.elsewhere,
        )
        if entries is None:
            return
        warnings = Warnings(self._problems, read_waivers(entries.get("waive"), self._problems))
        note = Note(
            id=self._id(entries.get("id")),
            kind=shape.kind,
            fields=self._fields(shape, entries),
            tags=self._tags(entries.get("tags")),
            passages=self._passages(node, entries.get("passages"), warnings),
            remark=fields.text(entries.get("remark"), "remark", self._problems),
            derived=fields.text(entries.get("derived"), "derived", self._problems),
            as_of=fields.partial_date(entries.get("as_of"), "as_of", self._problems) or "",
            distractors=fields.texts(entries.get("distractors"), "distractors", self._problems),
        )
        if self._problems.setbacks == before:
            check_cards(note, entries, self._problems, warnings)
        if self._problems.setbacks == before:
            self.notes.append(note)
            if self._lint:
                self.linted.append(Linted(note, entries, warnings))

    def _shape(self, node: Node) -> _Shape:
        """Return what the note's kind asks of it, or what every kind does where it has none."""
        kind = node.entries.get("kind") if isinstance(node, MappingNode) else None
        name = fields.required_text(kind, "kind", self._problems)
        if name in _SHAPES:
            return _SHAPES[name]
        if name and kind:
            near = fields.closest(name, tuple(KINDS))
            self._problems.error(
                kind,
                Code.UNKNOWN_KIND,
                phrase("unknown kind “{name}”", name=shortened(name)),
                phrase("did you mean {near}?", near=near)
                if near
                else phrase("the kinds are {names}", names=", ".join(KINDS)),
            )
        return _ANY

    def _id(self, node: Node | None) -> str:
        id_ = fields.identifier(node, "id", self._problems)
        if not id_ or node is None:
            return ""
        if id_ in self.lines:
            self._problems.error(
                node,
                Code.DUPLICATE_NOTE,
                phrase("the note id `{id}` is taken", id=id_),
                phrase("the first is in line {lines}", lines=self.lines[id_]),
            )
        else:
            self.lines[id_] = node.line
        return id_

    def _fields(self, shape: _Shape, entries: Mapping[str, Node]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for name, read in shape.readers:
            node = entries.get(name)
            if node is None:
                continue
            before = self._problems.setbacks
            value = read(node, name, self._problems)
            if value is not None and value not in {"", ()}:
                values[name] = value
            elif name in shape.required and self._problems.setbacks == before:
                self._problems.error(
                    node, Code.MISSING_FIELD, phrase("`{name}` is empty", name=name)
                )
        return values

    def _tags(self, node: Node | None) -> tuple[str, ...]:
        items = fields.items(node, "tags", self._problems)
        tags = (fields.tag(item, self._problems) for item in items)
        return tuple(dict.fromkeys(sys.intern(tag) for tag in tags if tag))

    def _passages(self, note: Node, node: Node | None, warnings: Warnings) -> tuple[Passage, ...]:
        nodes = fields.items(node, "passages", self._problems)
        if not nodes and fields.absent(node):
            warnings.warn(
                note,
                Code.NO_PASSAGE,
                "the note has no passage",
                "quote the words of a source that its answer rests on",
            )
        quotes = [quote for item in nodes if (quote := read_quote(item, self._problems))]
        self.quotes += quotes
        return tuple(quote.passage for quote in quotes)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a note of one kind may and must have, and how its own fields are read."""

    kind: str
    names: frozenset[str]
    required: frozenset[str]
    readers: tuple[tuple[str, Callable[[Node, str, Problems], Value | None]], ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)


def _shape_of(kind: Kind) -> _Shape:
    own = frozenset(each.name for each in kind.fields)
    homes: dict[str, list[str]] = {}
    for other in KINDS.values():
        for each in other.fields:
            homes.setdefault(each.name, []).append(other.name)
    return _Shape(
        kind=kind.name,
        names=NOTE.names | own,
        required=frozenset(each.name for each in kind.fields if each.required) | NOTE.required,
        readers=tuple((each.name, _READERS[each.type]) for each in kind.fields),
        elsewhere={
            name: phrase(
                "it belongs to notes of the kind {names}; this is a {name}",
                names=" or ".join(kinds),
                name=kind.name,
            )
            for name, kinds in homes.items()
            if name not in own
        },
    )


_SHAPES = {kind.name: _shape_of(kind) for kind in KINDS.values()}
_ANY = _Shape(
    kind="",
    names=NOTE.names.union(*(shape.names for shape in _SHAPES.values())),
    required=NOTE.required,
)
