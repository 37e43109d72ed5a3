"""Tags that a deck doesn't list, and listed ones that no note has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nqpf_study.content import fields
from nqpf_study.content.lints.linted import Finding, Linted
from nqpf_study.content.problems import Code, Place, Problems, shortened
from nqpf_study.content.yaml_tree import MappingNode, Node, Scalar
from nqpf_study.domain.phrase import phrase


def read_tags(node: Node | None, problems: Problems) -> dict[str, Place]:
    """Read a deck's `tags`, a list or a mapping of tags to what they mean, with their places."""
    tags: dict[str, Place] = {}
    if isinstance(node, MappingNode):
        for key in node.keys:
            fields.text(node.entries[key.text], key.text, problems)
            if tag := fields.tag(key, problems):
                tags.setdefault(tag, key)
        return tags
    for item in fields.items(node, "tags", problems):
        if tag := fields.tag(item, problems):
            tags.setdefault(tag, item)
    return tags


class UnknownTags:
    """Finds tags that the deck doesn't list; says nothing where it lists none."""

    def __init__(self, known: Mapping[str, Place]) -> None:
        self._known = known
        self._names = tuple(known)
        self._used: set[str] = set()

    def __call__(self, linted: Linted) -> Iterator[Finding]:
        """Hold a note's tags against the deck's."""
        self._used.update(linted.note.tags)
        for node in linted.items("tags") if self._known else ():
            tag = node.text.strip() if isinstance(node, Scalar) else ""
            if tag not in self._known:
                near = fields.closest(tag, self._names)
                yield Finding(
                    node,
                    Code.UNKNOWN_TAG,
                    phrase("the deck does not list the tag “{tag}”", tag=shortened(tag)),
                    phrase("did you mean {near}?", near=near)
                    if near
                    else "add it to `tags` under `deck`",
                )

    def unused(self) -> Iterator[Finding]:
        """Find listed tags that no note had."""
        for tag, place in self._known.items():
            if tag not in self._used:
                yield Finding(
                    place,
                    Code.UNUSED_TAG,
                    phrase("no note has the tag “{tag}”", tag=shortened(tag)),
                    "leave it out, or give it to the notes that it is meant for",
                )
