"""Notes: from nodes to domain values, by the fields of each kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from nqpf_study.content import fields
from nqpf_study.content.problems import Problems
from nqpf_study.content.yaml_tree import MappingNode, Node, Scalar, shortened
from nqpf_study.domain.deck import Member, Note, Value
from nqpf_study.domain.kinds import (
    KINDS,
    Field,
    FieldType,
    Kind,
    cards_of,
    cloze_names,
    cloze_plain,
)
from nqpf_study.domain.passage import Passage

_COMMON = (
    "id",
    "kind",
    "tags",
    "passages",
    "remark",
    "derived",
    "as_of",
    "distractors",
)
_QUOTE = ("source", "exact", "prefix", "suffix")
_MEMBER = ("id", "item", "cue")
_BRACES = re.compile(r"\{\{|\}\}")
_COLON_HINT = "put text that holds a colon in quotes"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with the places of its source id and its quotation in the deck file."""

    passage: Passage
    source: Scalar
    exact: Scalar


class NoteReader:
    """Reads a deck's notes one by one and gathers their quotes."""

    def __init__(self, problems: Problems) -> None:
        self.notes: list[Note] = []
        self.quotes: list[Quote] = []
        self._problems = problems
        self._lines: dict[str, int] = {}
        self._shared: dict[str, str] = {}  # tags and source ids, each kept once

    def read(self, node: Node) -> None:
        """Read one note; one with an error is reported and left out."""
        before = self._problems.errors
        kind = self._kind(node)
        if not isinstance(node, MappingNode) or kind is None:
            self._read_without_kind(node)
            return
        shape = _SHAPES[kind.name]
        entries = fields.open_mapping(
            node, "a note", shape.names, shape.required, self._problems, elsewhere=shape.elsewhere
        )
        if entries is None:
            return
        note = Note(
            id=self._id(entries),
            kind=kind.name,
            fields=self._fields(kind, entries),
            tags=self._tags(entries.get("tags")),
            passages=self._passages(node, entries.get("passages")),
            remark=fields.text(entries.get("remark"), "remark", self._problems),
            derived=fields.text(entries.get("derived"), "derived", self._problems),
            as_of=fields.partial_date(entries.get("as_of"), "as_of", self._problems),
            distractors=self._texts(entries.get("distractors"), "distractors"),
        )
        if self._problems.errors == before:
            self._check_cards(note, entries)
        if self._problems.errors == before:
            self.notes.append(note)

    def _kind(self, node: Node) -> Kind | None:
        entry = node.entries.get("kind") if isinstance(node, MappingNode) else None
        if entry is None or not isinstance(entry[1], Scalar):
            return None
        name = entry[1].text.strip()
        if name and name not in KINDS:
            near = fields.closest(name, tuple(KINDS))
            self._problems.error(
                entry[1],
                "unknown-kind",
                f"unknown kind “{shortened(name)}”",
                f"did you mean {near}?" if near else f"the kinds are {', '.join(KINDS)}",
            )
        return KINDS.get(name)

    def _read_without_kind(self, node: Node) -> None:
        """Check what every note has, where the kind is not known."""
        problems = self._problems
        entries = fields.open_mapping(node, "a note", _ANY_NAME, ("id", "kind"), problems)
        if entries is None:
            return
        fields.required_text(entries.get("kind"), "kind", problems)
        self._id(entries)
        self._tags(entries.get("tags"))
        self._passages(node, entries.get("passages"))
        fields.partial_date(entries.get("as_of"), "as_of", problems)

    def _id(self, entries: Mapping[str, Node]) -> str:
        node = entries.get("id")
        id_ = fields.identifier(node, "id", self._problems)
        if id_ and node is not None:
            if id_ in self._lines:
                self._problems.error(
                    node,
                    "duplicate-note",
                    f"the note id `{id_}` is taken",
                    f"the first is in line {self._lines[id_]}",
                )
            self._lines.setdefault(id_, node.line)
        return id_

    def _fields(self, kind: Kind, entries: Mapping[str, Node]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for field in kind.fields:
            node = entries.get(field.name)
            if node is None:
                continue
            value = self._value(field, node)
            if value is not None and value not in ("", ()):
                values[field.name] = value
            elif field.required and (fields.absent(node) or value == ()):
                self._problems.error(node, "missing-field", f"`{field.name}` is empty")
        return values

    def _value(self, field: Field, node: Node) -> Value | None:
        match field.type:
            case FieldType.NUMBER:
                return fields.number(node, field.name, self._problems)
            case FieldType.FLAG:
                return fields.flag(node, field.name, self._problems)
            case FieldType.DATE:
                return fields.partial_date(node, field.name, self._problems)
            case FieldType.MEMBERS:
                return self._members(field.name, node)
        return fields.text(node, field.name, self._problems)

    def _members(self, name: str, node: Node) -> tuple[Member, ...] | None:
        before = self._problems.errors
        members: list[Member] = []
        lines: dict[str, int] = {}
        for item in fields.items(node, name, self._problems):
            if not isinstance(item, MappingNode):
                text = fields.text(item, name, self._problems)
                if not text and isinstance(item, Scalar):
                    self._problems.error(item, "empty-item", f"`{name}` has a member without text")
                members.append(Member(text))
                continue
            member = self._member(item, name)
            if member.id in lines:
                self._problems.error(
                    item,
                    "duplicate-member",
                    f"the member id `{member.id}` is taken",
                    f"the first is in line {lines[member.id]}",
                )
            if member.id:
                lines.setdefault(member.id, item.line)
            members.append(member)
        return tuple(members) if self._problems.errors == before else None

    def _member(self, node: MappingNode, name: str) -> Member:
        problems = self._problems
        entries = fields.open_mapping(
            node, f"a member of `{name}`", _MEMBER, ("item",), problems, hint=_COLON_HINT
        )
        if entries is None:
            return Member("")
        if ("id" in entries) != ("cue" in entries):
            there, lacks = ("id", "cue") if "id" in entries else ("cue", "id")
            problems.error(
                entries[there],
                "half-member",
                f"a member with `{there}` needs `{lacks}` too",
                "both give the member a card of its own; without both it has none",
            )
        return Member(
            text=fields.required_text(entries.get("item"), "item", problems),
            id=fields.identifier(entries.get("id"), "id", problems),
            cue=fields.required_text(entries.get("cue"), "cue", problems),
        )

    def _tags(self, node: Node | None) -> tuple[str, ...]:
        tags: dict[str, None] = {}
        for item, tag in fields.texts(node, "tags", self._problems):
            if " " in tag or "\t" in tag or "\n" in tag:
                self._problems.error(
                    item,
                    "bad-tag",
                    f"the tag “{shortened(tag)}” holds a space",
                    "join its words with hyphens",
                )
            tags[self._shared.setdefault(tag, tag)] = None
        return tuple(tags)

    def _texts(self, node: Node | None, name: str) -> tuple[str, ...]:
        return tuple(text for _, text in fields.texts(node, name, self._problems))

    def _passages(self, note: Node, node: Node | None) -> tuple[Passage, ...]:
        nodes = fields.items(node, "passages", self._problems)
        if not nodes and (node is None or fields.absent(node)):
            self._problems.warn(
                note,
                "no-passage",
                "the note has no passage",
                "add the words of a source that its answer rests on",
            )
        quotes = [quote for item in nodes if (quote := self._quote(item))]
        self.quotes.extend(quotes)
        return tuple(quote.passage for quote in quotes)

    def _quote(self, node: Node) -> Quote | None:
        problems = self._problems
        entries = fields.open_mapping(node, "a passage", _QUOTE, ("source", "exact"), problems)
        if entries is None:
            return None
        source, exact = entries.get("source"), entries.get("exact")
        source_id = fields.required_text(source, "source", problems)
        passage = Passage(
            source=self._shared.setdefault(source_id, source_id),
            exact=fields.required_text(exact, "exact", problems),
            prefix=fields.text(entries.get("prefix"), "prefix", problems),
            suffix=fields.text(entries.get("suffix"), "suffix", problems),
        )
        if (
            passage.source
            and passage.exact
            and isinstance(source, Scalar)
            and isinstance(exact, Scalar)
        ):
            return Quote(passage, source, exact)
        return None

    def _check_cards(self, note: Note, entries: Mapping[str, Node]) -> None:
        if note.kind == "cloze":
            self._check_cloze(note.text("text"), entries["text"])
        if note.kind == "event":
            self._check_until(note, entries)
        for card in cards_of(note):
            if not card.question.strip() or not card.answer.strip():
                side = "answer" if card.question.strip() else "question"
                self._problems.error(
                    entries["id"], "empty-card", f"the card “{card.name}” has no {side}"
                )
            elif len(card.members) == 1:
                self._problems.warn(
                    entries["id"],
                    "short-list",
                    f"the list of the card “{card.name}” has one member only",
                    "ask for a single answer with a basic note",
                )

    def _check_cloze(self, text: str, node: Node) -> None:
        if _BRACES.search(cloze_plain(text)):
            self._problems.error(
                node,
                "cloze-gap",
                "there are double braces that make no gap",
                "a gap is {{c1::hidden}} or {{c1::hidden::hint}}",
            )
        elif not cloze_names(text):
            self._problems.error(
                node,
                "cloze-without-gap",
                "the text has no gap, so the note has no card",
                "write {{c1::hidden}} around what is to be asked",
            )

    def _check_until(self, note: Note, entries: Mapping[str, Node]) -> None:
        first, last = note.text("date"), note.text("until")
        length = min(len(first), len(last))
        if last and last[:length] < first[:length]:
            self._problems.error(
                entries["until"], "bad-date", f"`until` ({last}) is before `date` ({first})"
            )


@dataclass(frozen=True, slots=True)
class _Shape:
    """The names that a note of one kind may and must have."""

    names: frozenset[str]
    required: tuple[str, ...]
    elsewhere: Mapping[str, str]


def _shape(kind: Kind) -> _Shape:
    own = frozenset(field.name for field in kind.fields)
    elsewhere: dict[str, str] = {}
    for other in KINDS.values():
        for field in other.fields:
            if field.name not in own:
                kinds = [each.name for each in KINDS.values() if field in each.fields]
                elsewhere[field.name] = (
                    f"it is a field of the kind {' and '.join(kinds)}, and this note is a {kind.name}"
                )
    required = tuple(field.name for field in kind.fields if field.required)
    return _Shape(own | set(_COMMON), ("id", *required), elsewhere)


_SHAPES = {kind.name: _shape(kind) for kind in KINDS.values()}
_ANY_NAME = frozenset(_COMMON).union(*(shape.names for shape in _SHAPES.values()))
