"""Where the values of one note stand in the text of its deck file, and how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

_Loader: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)
_NOWHERE = yaml.Mark("", 0, 0, 0, None, 0)
_BLANK_LINES = re.compile(r"(?:(?:\r\n|[\r\n\x85\u2028\u2029])[ \t]*)+\Z")


@dataclass(slots=True)
class Placed:
    """Something from `start` to `end`, in code points from 0, on the lines up to `last`, from 1."""

    start: int
    end: int
    line: int
    last: int


@dataclass(slots=True)
class PlacedScalar(Placed):
    """A text; `style` is the mark that it is written with: |, >, ', " or none."""

    text: str
    style: str


@dataclass(slots=True)
class PlacedList(Placed):
    """A list, in brackets (`flow`) or with dashes, which stand at `column`, counted from 0."""

    column: int
    flow: bool
    items: list[Placed] = field(default_factory=list)


@dataclass(slots=True)
class PlacedMapping(Placed):
    """Fields, in braces (`flow`) or on lines, where their names stand at `column`."""

    column: int
    flow: bool
    names: dict[str, PlacedScalar] = field(default_factory=dict)
    values: dict[str, Placed] = field(default_factory=dict)
    waiting: PlacedScalar | None = None
    """The name whose value comes next."""


def place_note(text: str, note_id: str) -> PlacedMapping | None:
    """Return the note of this id in a deck file, None where it isn't there.

    `text` begins without a byte order mark, and the deck reader found no error in it.
    """
    opened: list[PlacedList | PlacedMapping] = []
    loader = _Loader(text)
    while (event := loader.get_event()) is not None:
        if isinstance(event, MappingStartEvent):
            opened.append(PlacedMapping(*_begun(event)))
            continue
        if isinstance(event, SequenceStartEvent):
            opened.append(PlacedList(*_begun(event)))
            continue
        if isinstance(event, ScalarEvent):
            node: Placed = _scalar(event, text)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            node = _ended(opened.pop(), event)
        else:
            continue
        if not opened:
            return None
        if not _is_notes(opened):
            _enter(opened[-1], node)
        elif isinstance(node, PlacedMapping) and _id(node) == note_id:
            return node
    return None


def scalars(document: str) -> list[str] | None:
    """Return the texts of a small document, None where it is no YAML."""
    loader, found = _Loader(document), []
    try:
        while (event := loader.get_event()) is not None:
            if isinstance(event, ScalarEvent):
                found.append(event.value)
    except (yaml.YAMLError, ValueError):
        return None
    return found


def is_plainly_text(value: str) -> bool:
    """Tell whether every YAML reader takes `value` for text where it stands without quotes."""
    known = yaml.SafeLoader.yaml_implicit_resolvers
    rules = [*known.get(value[:1], []), *known.get(None, [])]
    return not any(rule.match(value) for _tag, rule in rules)


def _begun(event: MappingStartEvent | SequenceStartEvent) -> tuple[int, int, int, int, int, bool]:
    mark = event.start_mark or _NOWHERE
    return mark.index, mark.index, mark.line + 1, mark.line + 1, mark.column, bool(event.flow_style)


def _scalar(event: ScalarEvent, text: str) -> PlacedScalar:
    first, last = event.start_mark or _NOWHERE, event.end_mark or _NOWHERE
    start, end, line = first.index, last.index, last.line
    style = event.style or ""
    if style in {"|", ">"}:  # the blank lines after it, and the last line's end, are not its own
        written = _BLANK_LINES.sub("", text[start:end])
        end = start + len(written)
        line = first.line + len(written.splitlines()) - 1
    return PlacedScalar(start, end, first.line + 1, line + 1, event.value, style)


def _ended(
    node: PlacedList | PlacedMapping, event: MappingEndEvent | SequenceEndEvent
) -> PlacedList | PlacedMapping:
    """Close a list or fields: in brackets with the bracket, else with the last of what it holds."""
    if node.flow:
        mark = event.end_mark or _NOWHERE
        node.end, node.last = mark.index, mark.line + 1
        return node
    held = node.items if isinstance(node, PlacedList) else list(node.values.values())
    if held:
        node.end, node.last = held[-1].end, held[-1].last
    return node


def _enter(parent: PlacedList | PlacedMapping, node: Placed) -> None:
    if isinstance(parent, PlacedList):
        parent.items.append(node)
    elif parent.waiting is not None:
        parent.names[parent.waiting.text] = parent.waiting
        parent.values[parent.waiting.text] = node
        parent.waiting = None
    elif isinstance(node, PlacedScalar):
        parent.waiting = node


def _is_notes(opened: list[PlacedList | PlacedMapping]) -> bool:
    """Tell whether what is open is the list of notes, and nothing within."""
    root = opened[0]
    return (
        len(opened) == 2
        and isinstance(root, PlacedMapping)
        and isinstance(opened[1], PlacedList)
        and root.waiting is not None
        and root.waiting.text == "notes"
    )


def _id(note: PlacedMapping) -> str:
    id_ = note.values.get("id")
    return id_.text.strip() if isinstance(id_, PlacedScalar) else ""
