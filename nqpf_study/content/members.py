"""Members of a list field: plain text, or a mapping where a member has a card of its own."""

from __future__ import annotations

from nqpf_study.content import fields
from nqpf_study.content.problems import Code, Problems
from nqpf_study.content.specs import MEMBER
from nqpf_study.content.yaml_tree import MappingNode, Node
from nqpf_study.domain.deck import Member
from nqpf_study.domain.phrase import phrase

_COLON = phrase("put text that holds a colon in quotes")
_NAMES, _REQUIRED = MEMBER.names, MEMBER.required


def read_members(node: Node, name: str, problems: Problems) -> tuple[Member, ...]:
    """Return the members of the list field `name`; those with an error are left out."""
    members: list[Member] = []
    lines: dict[str, int] = {}
    for item in fields.items(node, name, problems):
        if not isinstance(item, MappingNode):
            if text := fields.item_text(item, name, problems):
                members.append(Member(text))
            continue
        member = _read_member(item, name, problems)
        if member.id in lines:
            problems.error(
                item.entries["id"],
                Code.DUPLICATE_MEMBER,
                phrase("the member id `{id}` is taken", id=member.id),
                phrase("the first is in line {lines}", lines=lines[member.id]),
            )
        elif member.id:
            lines[member.id] = item.line
        members.append(member)
    return tuple(members)


def _read_member(node: MappingNode, name: str, problems: Problems) -> Member:
    colon = "" if _NAMES & node.entries.keys() else _COLON
    what = phrase("a member of `{name}`", name=name)
    entries = fields.open_mapping(node, what, _NAMES, _REQUIRED, problems, hint=colon) or {}
    misspelt = len(entries) < len(node.entries)
    if ("id" in entries) != ("cue" in entries) and not misspelt:
        there, lacks = ("id", "cue") if "id" in entries else ("cue", "id")
        problems.error(
            entries[there],
            Code.HALF_MEMBER,
            phrase("a member with `{there}` needs `{lacks}` too", there=there, lacks=lacks),
            "with both it has a card of its own, without both it has none",
        )
    return Member(
        text=fields.required_text(entries.get("item"), "item", problems),
        id=fields.identifier(entries.get("id"), "id", problems),
        cue=fields.required_text(entries.get("cue"), "cue", problems),
    )
