"""Converting the nodes of a file to values, each by the type that its field asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType

from nqpf_study.content.problems import Code, Problems, shortened
from nqpf_study.content.yaml_tree import (
    MappingNode,
    Node,
    Scalar,
    SequenceNode,
    Unusable,
)
from nqpf_study.domain.deck import trimmed
from nqpf_study.domain.phrase import phrase

LONGEST_ID = 100
NOWHERE: Mapping[str, str] = MappingProxyType({})
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def open_mapping(
    node: Node,
    what: str,
    names: AbstractSet[str],
    required: AbstractSet[str],
    problems: Problems,
    *,
    elsewhere: Mapping[str, str] = NOWHERE,
    hint: str = "",
) -> Mapping[str, Node] | None:
    """Return the known fields of a mapping, or None where `node` is none.

    Unknown and missing fields are reported; one that is only misspelt is not missing as well.
    `what` names the thing: "a note". `elsewhere` tells of names that belong to other things, and
    `hint` helps with a name that resembles no known one.
    """
    if not isinstance(node, MappingNode):
        wrong_type(node, phrase("{what} must be a mapping of fields", what=what), problems)
        return None
    if node.entries.keys() <= names and node.entries.keys() >= required:
        return node.entries
    missing = required - node.entries.keys()
    free, all_names = tuple(sorted(names - node.entries.keys())), tuple(sorted(names))
    for key in node.keys:
        name = key.text
        if name in names:
            continue
        near = None if problems.full else closest(name, free) or closest(name, all_names)
        told = elsewhere.get(name) or (
            phrase("did you mean `{near}`?", near=near) if near else hint
        )
        if near:
            missing -= {near}
        elif missing and name not in elsewhere:
            told = hint or phrase("{what} needs the field `{min}`", what=what, min=min(missing))
            missing -= {min(missing)}
        problems.error(
            key,
            Code.UNKNOWN_FIELD,
            phrase("unknown field `{name}`", name=shortened(name)),
            told or phrase("the fields are {names}", names=", ".join(all_names)),
        )
    for name in sorted(missing):
        problems.error(
            node,
            Code.MISSING_FIELD,
            phrase("{what} needs the field `{name}`", what=what, name=name),
        )
    return {name: value for name, value in node.entries.items() if name in names}


@lru_cache(maxsize=1024)
def closest(word: str, names: tuple[str, ...]) -> str | None:
    """Return the one of `names` that `word` is most likely a misspelling of, if any."""
    if len(word) > LONGEST_ID:
        return None
    near = get_close_matches(word.lower().replace(" ", "_"), names, n=1, cutoff=0.7)
    return near[0] if near else None


def absent(node: Node | None) -> bool:
    """Tell whether a field is not there, or was left without a value."""
    return node is None or (isinstance(node, Scalar) and not node.quoted and not node.text)


def text(node: Node | None, name: str, problems: Problems) -> str:
    """Return a text, trimmed; empty where the field is absent, refused or blank."""
    if isinstance(node, Scalar):
        return trimmed(node.text)
    if node is not None:
        wrong_type(node, phrase("`{name}` must be text", name=name), problems)
    return ""


def required_text(node: Node | None, name: str, problems: Problems) -> str:
    """Return a text; one that is there but blank is reported as missing."""
    value = text(node, name, problems)
    if not value and isinstance(node, Scalar):
        problems.error(node, Code.MISSING_FIELD, phrase("`{name}` is empty", name=name))
    return value


def identifier(node: Node | None, name: str, problems: Problems) -> str:
    """Return an id in lower-case kebab, empty where it is refused."""
    value = required_text(node, name, problems)
    if not value or node is None:
        return ""
    if _ID.fullmatch(value) and len(value) <= LONGEST_ID:
        return value
    better = "-".join(re.findall("[a-z0-9]+", value.lower()))[:LONGEST_ID]
    problems.error(
        node,
        Code.BAD_ID,
        phrase("“{value}” is no id", value=shortened(value)),
        phrase("an id has lower-case letters, digits and hyphens: {better}", better=better)
        if better
        else "an id has lower-case letters, digits and hyphens",
    )
    return ""


def number(node: Node, name: str, problems: Problems) -> int | None:
    """Return a whole number."""
    value = text(node, name, problems)
    if _NUMBER.fullmatch(value):
        return int(value)
    if value:
        problems.error(
            node,
            Code.BAD_NUMBER,
            phrase(
                "`{name}` must be a whole number, not “{value}”", name=name, value=shortened(value)
            ),
            "write it in digits, such as 3",
        )
    return None


def flag(node: Node, name: str, problems: Problems) -> bool | None:
    """Return true or false."""
    value = text(node, name, problems)
    if value in {"true", "false"}:
        return value == "true"
    if value:
        problems.error(
            node,
            Code.BAD_FLAG,
            phrase(
                "`{name}` must be true or false, not “{value}”", name=name, value=shortened(value)
            ),
            "write true or false",
        )
    return None


def partial_date(node: Node | None, name: str, problems: Problems) -> str:
    """Return an ISO date, or a part of one, that is in the calendar."""
    value = text(node, name, problems)
    if not value or node is None:
        return ""
    if _DATE.fullmatch(value):
        try:
            date.fromisoformat(value + "0000-01-01"[len(value) :])
        except ValueError:
            problems.error(
                node, Code.BAD_DATE, phrase("there is no {value} in the calendar", value=value)
            )
            return ""
        return value
    problems.error(
        node,
        Code.BAD_DATE,
        phrase("`{name}` must be a date, not “{value}”", name=name, value=shortened(value)),
        "write 2024-01-31, 2024-01 or 2024",
    )
    return ""


def language(node: Node | None, name: str, problems: Problems) -> str:
    """Return a language tag such as en or zh-Hans."""
    value = text(node, name, problems)
    if not value or _LANGUAGE.fullmatch(value) or node is None:
        return value
    problems.error(
        node,
        Code.BAD_LANGUAGE,
        phrase("`{name}` must be a language tag, not “{value}”", name=name, value=shortened(value)),
        "write en for English, zh for Chinese",
    )
    return ""


def items(node: Node | None, name: str, problems: Problems) -> list[Node]:
    """Return the nodes of a list, none where it is absent or refused."""
    if isinstance(node, SequenceNode):
        return node.items
    if node is not None and not absent(node):
        wrong_type(
            node,
            phrase("`{name}` must be a list", name=name),
            problems,
            phrase("begin each member with a dash"),
        )
    return []


def texts(node: Node | None, name: str, problems: Problems) -> tuple[str, ...]:
    """Return the texts of a list; blank ones are reported and left out."""
    read = (item_text(item, name, problems) for item in items(node, name, problems))
    return tuple(text for text in read if text)


def item_text(node: Node, name: str, problems: Problems) -> str:
    """Return the text of one member of the list `name`; a blank one is reported."""
    value = text(node, name, problems)
    if not value and isinstance(node, Scalar):
        problems.error(
            node, Code.EMPTY_ITEM, phrase("`{name}` has a member without text", name=name)
        )
    return value


def tag(node: Node, problems: Problems) -> str:
    """Return a tag, empty where it is refused; one that holds a space is reported."""
    value = item_text(node, "tags", problems)
    if len(value.split()) <= 1:
        return value
    problems.error(
        node,
        Code.BAD_TAG,
        phrase("the tag “{value}” holds a space", value=shortened(value)),
        "join its words with hyphens",
    )
    return ""


def wrong_type(node: Node, message: str, problems: Problems, hint: str = "") -> None:
    """Report a node of the wrong shape, unless it was refused before."""
    if isinstance(node, Unusable):
        problems.setbacks += 1
        return
    if isinstance(node, MappingNode):
        found = phrase("a mapping")
        colon: str = phrase("put text that holds a colon in quotes")
    else:
        found = phrase("a list") if isinstance(node, SequenceNode) else phrase("text")
        colon = ""
    problems.error(
        node,
        Code.WRONG_TYPE,
        phrase("{message}; here is {found}", message=message, found=found),
        hint or colon,
    )
