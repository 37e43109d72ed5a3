"""YAML as a tree of text in which every node knows its place.

The tree is built from the parser's events, without recursion and without resolving anything: a
scalar is the text that the author wrote, whatever it looks like. Aliases, anchors, tags, merge
keys, repeated keys and further documents are refused; depth and the number of nodes are limited.
"""

from __future__ import annotations

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

from nqpf_study.content.problems import Code, Problems, shortened
from nqpf_study.content.text_cut import cut_at, lines_with_comments
from nqpf_study.content.yaml_errors import BAD_CHARACTER, Spot, report_failure
from nqpf_study.domain.phrase import phrase

DEEPEST = 32
MOST_ENTRIES = 4_000_000

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
    items: list[Node]
    take: Callable[[Node], None] = field(repr=False, compare=False)


@dataclass(slots=True)
class MappingNode:
    """Keys with their nodes, in the order of the file."""

    line: int
    column: int
    entries: dict[str, Node] = field(default_factory=dict)
    keys: list[Scalar] = field(default_factory=list)


@dataclass(slots=True)
class Unusable:
    """Where a node was refused: its problem is told already."""

    line: int
    column: int


Node = Scalar | SequenceNode | MappingNode | Unusable
_Key = Scalar | Unusable
_NOWHERE = yaml.Mark("", 0, 0, 0, None, 0)
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
        problems.error(None, Code.NOT_UTF8, "the file is written in UTF-16", "save it as UTF-8")
        return None
    builder = _Builder(data, problems, take)
    try:
        root = builder.build(_Loader(data).get_event)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        report_failure(error, data, problems, _last_text(data))
        return None
    if root is None and not builder.refused:
        problems.error(None, Code.EMPTY_FILE, "there is nothing in the file")
    return root


def _last_text(data: bytes) -> ScalarEvent | None:
    """Return the last text that can be read of a file that is no YAML."""
    last: ScalarEvent | None = None
    try:
        read = _Loader(data).get_event
        while (event := read()) is not None:
            if isinstance(event, ScalarEvent):
                last = event
    except (yaml.YAMLError, ValueError, RecursionError):
        pass
    return last


class _Builder:
    """Puts events together to a tree; an explicit stack stands in for recursion."""

    def __init__(
        self, data: bytes, problems: Problems, take: Mapping[str, Callable[[Node], None]]
    ) -> None:
        self.refused = False  # the file as a whole: reading stops
        self._problems = problems
        self._take = take
        self._comments = lines_with_comments(data)
        self._open: list[SequenceNode | MappingNode] = []
        self._keys: list[_Key | None] = []  # of each open node, the key that waits for its value
        self._documents = 0
        self._entries = 0

    def build(self, read: Callable[[], Event | None]) -> Node | None:
        """Return the root of what `read` yields, None where there is none or it is refused."""
        root: Node | None = None
        opened, keys = self._open, self._keys
        node: Node
        while not self.refused and (event := read()) is not None:
            if type(event) is ScalarEvent:
                node = self._scalar(event)
            elif type(event) is MappingEndEvent or type(event) is SequenceEndEvent:
                node = opened.pop()
                keys.pop()
            elif type(event) is AliasEvent:
                node = self._alias(event)
            else:
                self._begin(event)
                continue
            if not opened:
                root = node
            elif isinstance(parent := opened[-1], MappingNode):
                self._enter(parent, node)
            else:
                parent.take(node)
        return None if self.refused else root

    def _scalar(self, event: ScalarEvent) -> Scalar | Unusable:
        style, text = event.style, event.value
        if event.tag or event.anchor:
            return self._refuse(event)
        mark = event.start_mark or _NOWHERE
        scalar = Scalar(mark.line + 1, mark.column + 1, text, bool(style))
        if style == '"' and not text.isprintable() and (found := BAD_CHARACTER.search(text)):
            self._problems.error(
                scalar,
                Code.BAD_CHARACTER,
                phrase(
                    "the text holds the character U+{ord}, which cannot be shown",
                    ord=f"{ord(found[0]):04X}",
                ),
                "leave it out",
            )
            return Unusable(scalar.line, scalar.column)
        if self._comments and not style:
            self._lint_cut(event, text)
        return scalar

    def _enter(self, parent: MappingNode, node: Node) -> None:
        """Take `node` as the next key of `parent`, or as the value of the key in hand."""
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._key(parent, node)
            return
        if type(key) is Scalar:
            parent.entries[key.text] = node
            parent.keys.append(key)
        self._keys[-1] = None
        self._entries += 1
        if self._entries > MOST_ENTRIES:
            self._problems.error(
                node,
                Code.TOO_LARGE,
                phrase("there are more than {most_entries} fields", most_entries=MOST_ENTRIES),
            )
            self.refused = True

    def _begin(self, event: Event) -> None:
        spot = Spot.of(event.start_mark)
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._problems.error(
                    spot,
                    Code.SEVERAL_DOCUMENTS,
                    "a second document begins here",
                    "one file holds one deck; put text that begins with --- in quotes",
                )
                self.refused = True
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            if event.tag or event.anchor:
                self._refuse(event)
            if isinstance(event, MappingStartEvent):
                self._open.append(MappingNode(spot.line, spot.column))
            else:
                items: list[Node] = []
                take = self._taker() or items.append
                self._open.append(SequenceNode(spot.line, spot.column, items, take))
            self._keys.append(None)
            if len(self._open) > DEEPEST:
                self._problems.error(
                    spot,
                    Code.TOO_DEEP,
                    phrase("lists and mappings stand more than {deepest} deep", deepest=DEEPEST),
                )
                self.refused = True

    def _taker(self) -> Callable[[Node], None] | None:
        if len(self._open) == 1 and isinstance(key := self._keys[0], Scalar):
            return self._take.get(key.text)
        return None

    def _key(self, parent: MappingNode, node: Node) -> _Key:
        """Return a key if it can be used; a key that cannot still waits for its value."""
        problem: tuple[Code, str] | tuple[Code, str, str]
        if not isinstance(node, Scalar):
            if isinstance(node, Unusable):
                return node
            problem = (Code.BAD_KEY, phrase("a list or mapping stands where a field name belongs"))
        elif not node.text:
            problem = (Code.BAD_KEY, phrase("a field name is missing before the colon"))
        elif node.text == "<<" and not node.quoted:
            problem = (
                Code.MERGE_KEY,
                phrase("`<<` is not used in deck files"),
                phrase("write the fields out"),
            )
        elif node.text in parent.entries:
            told = phrase("`{text}` stands here a second time", text=shortened(node.text))
            hint = "" if self._problems.full else _first(node.text, parent)
            problem = (Code.DUPLICATE_KEY, told, hint)
        else:
            return node
        self._problems.error(node, *problem)
        return Unusable(node.line, node.column)

    def _refuse(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> Unusable:
        spot = Spot.of(event.start_mark)
        if event.anchor:
            self._problems.error(
                spot,
                Code.ALIAS,
                phrase(
                    "the anchor `&{anchor}` is not used in deck files",
                    anchor=shortened(event.anchor),
                ),
                "put text that begins with & in quotes",
            )
        if event.tag:
            self._problems.error(
                spot,
                Code.TAG,
                phrase("the tag `{tag}` is not used in deck files", tag=shortened(event.tag)),
                "put text that begins with ! in quotes",
            )
        return Unusable(spot.line, spot.column)

    def _alias(self, event: AliasEvent) -> Unusable:
        spot = Spot.of(event.start_mark)
        self._problems.error(
            spot,
            Code.ALIAS,
            phrase(
                "the alias `*{anchor}` is not used in deck files",
                anchor=shortened(event.anchor or ""),
            ),
            "put text that begins with * in quotes",
        )
        return Unusable(spot.line, spot.column)

    def _lint_cut(self, event: ScalarEvent, text: str) -> None:
        end = event.end_mark or _NOWHERE
        column = cut_at(self._comments.get(end.line, ""), end.column, text)
        if column is not None:
            self._problems.warn(
                Spot(end.line + 1, column + 1),
                Code.TEXT_CUT,
                phrase(
                    "the text ends before the number sign: “…{text}”", text=shortened(text[-20:])
                ),
                "put a text that holds # in quotes, and a comment on a line of its own",
            )


def _first(name: str, mapping: MappingNode) -> str:
    line = next(key.line for key in mapping.keys if key.text == name)
    return phrase("the first is in line {line}", line=line)
