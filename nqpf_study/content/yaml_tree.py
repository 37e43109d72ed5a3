"""YAML as a tree of text in which every node knows its place.

The tree is built from the parser's events, without recursion and without resolving anything: a
scalar is the text that the author wrote, whatever it looks like. Aliases, anchors, tags, merge
keys, repeated keys and further documents are refused; depth and the number of nodes are limited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from nqpf_study.content.problems import Problems
from nqpf_study.content.yaml_errors import BAD_CHARACTER, Spot, report_failure

DEEPEST = 32
MOST_NODES = 6_000_000

_Loader: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)


@dataclass(slots=True)
class Scalar:
    """A piece of text; `quoted` tells an empty text from a value that was left out."""

    line: int
    column: int
    text: str
    quoted: bool


@dataclass(slots=True)
class SequenceNode:
    """A list of nodes, empty where its items were handed over while reading."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    take: Callable[[Node], None] | None = None


@dataclass(slots=True)
class MappingNode:
    """Keys with their nodes, in the order of the file."""

    line: int
    column: int
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)


@dataclass(slots=True)
class Unusable:
    """Where a node was refused: its problem is told already."""

    line: int
    column: int


Node = Scalar | SequenceNode | MappingNode | Unusable
_NOTHING_TAKEN: Mapping[str, Callable[[Node], None]] = MappingProxyType({})


def read_tree(
    data: bytes,
    problems: Problems,
    take: Mapping[str, Callable[[Node], None]] = _NOTHING_TAKEN,
) -> Node | None:
    """Return the tree of a YAML file, or None where it has no single readable document.

    The items of a list that stands under a key of `take` in the outermost mapping are handed over
    one by one and not kept, so that a long list never stands in memory as a whole.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.error(None, "not-utf8", "the file is written in UTF-16", "save it as UTF-8")
        return None
    builder = _Builder(data, problems, take)
    try:
        loader = _Loader(data)
        read = loader.get_event
        while not builder.ended and (event := read()) is not None:
            builder.feed(event)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        report_failure(error, data, problems)
        return None
    if builder.root is None and not builder.ended:
        problems.error(None, "empty-file", "there is nothing in the file")
    return None if builder.ended else builder.root


class _Builder:
    """Puts events together to a tree; an explicit stack stands in for recursion."""

    def __init__(
        self, data: bytes, problems: Problems, take: Mapping[str, Callable[[Node], None]]
    ) -> None:
        self.root: Node | None = None
        self.ended = False
        self._problems = problems
        self._take = take
        self._comments = _lines_with_comments(data)
        self._open: list[SequenceNode | MappingNode] = []
        self._keys: list[Scalar | Unusable | None] = []  # of each open mapping, the key in hand
        self._nodes = 0
        self._documents = 0

    def feed(self, event: Event) -> None:
        """Take the next event."""
        kind = type(event)
        if kind is ScalarEvent:
            self._close(self._scalar(event))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._begin(event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._keys.pop()
            self._close(self._open.pop())
        elif kind is AliasEvent:
            self._alias(event)
        elif kind is DocumentStartEvent:
            self._document(event)

    def _scalar(self, event: ScalarEvent) -> Scalar | Unusable:
        mark = event.start_mark
        text: str = event.value
        if event.tag or event.anchor:
            return self._refused(event)
        if event.style == '"' and (found := BAD_CHARACTER.search(text)):
            self._problems.error(
                Spot.of(mark),
                "bad-character",
                f"the text holds the character U+{ord(found[0]):04X}, which cannot be shown",
                "leave it out",
            )
            return Unusable(mark.line + 1, mark.column + 1)
        if self._comments and not event.style:
            self._lint_cut(event, text)
        return Scalar(mark.line + 1, mark.column + 1, text, bool(event.style))

    def _begin(self, event: Event) -> None:
        mark = event.start_mark
        node: SequenceNode | MappingNode
        if type(event) is MappingStartEvent:
            node = MappingNode(mark.line + 1, mark.column + 1)
        else:
            node = SequenceNode(mark.line + 1, mark.column + 1, take=self._taker())
        if event.tag or event.anchor:
            self._refused(event)
        if len(self._open) == DEEPEST:
            self._problems.error(
                node, "too-deep", f"lists and mappings stand more than {DEEPEST} deep"
            )
            self.ended = True
        self._open.append(node)
        self._keys.append(None)

    def _taker(self) -> Callable[[Node], None] | None:
        if len(self._open) == 1 and isinstance(key := self._keys[0], Scalar):
            return self._take.get(key.text)
        return None

    def _close(self, node: Node) -> None:
        """Put a node that is complete where it belongs."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._problems.error(node, "too-large", f"the file has more than {MOST_NODES} values")
            self.ended = True
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if type(parent) is SequenceNode:
            if parent.take:
                parent.take(node)
            else:
                parent.items.append(node)
        else:
            key = self._keys[-1]
            if type(key) is Scalar:
                parent.entries[key.text] = (key, node)
            self._keys[-1] = None if key else self._key(parent, node)

    def _key(self, parent: MappingNode, node: Node) -> Scalar | Unusable:
        problem: tuple[str, str, str] | None = None
        if not isinstance(node, Scalar):
            if not isinstance(node, Unusable):
                problem = "bad-key", "a list or mapping stands where a field name belongs", ""
        elif node.text == "<<" and not node.quoted:
            problem = "merge-key", "`<<` is not used in deck files", "write the fields out"
        elif not node.text.strip():
            problem = "bad-key", "a field name is missing before the colon", ""
        elif node.text in parent.entries:
            first = parent.entries[node.text][0]
            problem = (
                "duplicate-key",
                f"`{shortened(node.text)}` stands here a second time",
                f"the first is in line {first.line}",
            )
        else:
            return node
        if problem:
            self._problems.error(node, *problem)
        return Unusable(node.line, node.column)

    def _refused(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> Unusable:
        spot = Spot.of(event.start_mark)
        if event.anchor:
            self._problems.error(
                spot,
                "alias",
                f"the anchor `&{shortened(event.anchor)}` is not used in deck files",
                "put text that begins with & in quotes",
            )
        if event.tag:
            self._problems.error(
                spot,
                "tag",
                f"the tag `{shortened(event.tag)}` is not used in deck files",
                "put text that begins with ! in quotes",
            )
        return Unusable(spot.line, spot.column)

    def _alias(self, event: AliasEvent) -> None:
        spot = Spot.of(event.start_mark)
        self._problems.error(
            spot,
            "alias",
            f"the alias `*{shortened(event.anchor)}` is not used in deck files",
            "put text that begins with * in quotes",
        )
        self._close(Unusable(spot.line, spot.column))

    def _document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._problems.error(
                Spot.of(event.start_mark),
                "several-documents",
                "a second document begins here",
                "one file holds one deck; put a line of text that begins with --- in quotes",
            )
            self.ended = True

    def _lint_cut(self, event: ScalarEvent, text: str) -> None:
        """Warn where a comment cut off what looks like more of the text."""
        end = event.end_mark
        line = self._comments.get(end.line)
        if line is None:
            return
        found = _COMMENT.match(line, end.column)
        # A word followed by "# remark" is a comment as it should be; prose that stops at a number
        # sign, or a sign with text right behind it (#1), is more likely a text that lost its end.
        if found and (" " in text or not found[1].startswith((" ", "\t"))):
            self._problems.warn(
                Spot(end.line + 1, found.start() + 1),
                "text-cut",
                f"the text ends before the number sign: “…{text[-20:]}”",
                "put a text that holds # in quotes, and a comment on a line of its own",
            )


def shortened(text: str, length: int = 40) -> str:
    """Return `text` short enough for a message, on one line."""
    line = " ".join(text[: 4 * length].split())
    return line if len(line) <= length else f"{line[:length].rstrip()}…"


_COMMENT = re.compile(r"[ \t]+#(.+)")
_BLANK_AND_NUMBER_SIGN = re.compile(rb"[ \t]#")


def _lines_with_comments(data: bytes) -> dict[int, str]:
    """Return the lines, counted from 0, in which a comment may follow a text."""
    lines: dict[int, str] = {}
    number = counted = 0
    found = _BLANK_AND_NUMBER_SIGN.search(data)
    while found:
        at = found.start()
        number += data.count(b"\n", counted, at)
        counted = at
        start = data.rfind(b"\n", 0, at) + 1
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        if data[start:at].strip():
            lines[number] = data[start:end].decode("utf-8", "replace")
        found = _BLANK_AND_NUMBER_SIGN.search(data, end)
    return lines
