"""The JSON Schema of deck files, for editors that complete and check while one types.

It is made from the specs that the reader goes by. Where the reader takes each scalar as the text
that was written, an editor sees what YAML 1.2 makes of it (`2024` is a number there), so that a
text may be any scalar. What a file's shape doesn't tell (an id that is taken, a quotation that its
source lacks) is left to `check`.

`errorMessage` and `patternErrorMessage` are for the YAML language server, which many editors use;
others pass over them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from nqpf_study.content.edition import FORMAT
from nqpf_study.content.fields import LONGEST_ID
from nqpf_study.content.specs import (
    DECK,
    FILE,
    MEMBER,
    NOTE,
    OF_TYPE,
    PASSAGE,
    SOURCE,
    Holds,
    Spec,
)
from nqpf_study.content.waivers import WAIVABLE
from nqpf_study.domain.anchoring import INVISIBLE
from nqpf_study.domain.kinds import KINDS, Kind

Schema = dict[str, object]

_HIDDEN = "".join(f"\\u{ord(character):04x}" for character in INVISIBLE)
_SEEN = rf"[^\s{_HIDDEN}]"
_ID = f"[a-z0-9][a-z0-9-]{{0,{LONGEST_ID - 1}}}"
_DATE = "(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
_FILE = r"(?!/|[A-Za-z]:)[^\\]+"
_QUOTES = "Text belongs here. Put text that holds a colon in quotes."
_GAP = r"\{\{c[1-9][0-9]{0,2}::"


def schema_text() -> str:
    """Return the schema as the JSON text that is shipped."""
    return json.dumps(deck_schema(), ensure_ascii=False, indent=2) + "\n"


def deck_schema() -> Schema:
    """Return the schema of a deck file, in JSON Schema draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Made by `nqpf-study schema`; not to be edited by hand.",
        "title": "NQPF Study deck file, format 1",
        **_mapping(FILE.specs),
        "$defs": {
            "deck": _mapping(DECK.specs),
            "source": _mapping(SOURCE.specs),
            "note": _note(),
            "member": _member(),
            "passage": _mapping(PASSAGE.specs),
            **{f"{kind.name}-note": _note_of(kind) for kind in KINDS.values()},
        },
    }


def _note() -> Schema:
    """Return the schema of any note: its kind decides what else it has."""
    return {
        "type": "object",
        "required": sorted(NOTE.required),
        "properties": _properties(NOTE.specs),
        "allOf": [
            {
                "if": {"required": ["kind"], "properties": {"kind": {"const": name}}},
                "then": {"$ref": f"#/$defs/{name}-note"},
            }
            for name in KINDS
        ],
    }


def _note_of(kind: Kind) -> Schema:
    own = [
        Spec(field.name, field.purpose, OF_TYPE[field.type], field.required)
        for field in kind.fields
    ]
    properties = _properties(own)
    if kind.name == "cloze":
        properties["text"] = {
            **properties["text"],
            "pattern": _GAP,
            "patternErrorMessage": "The text needs a gap: {{c1::hidden}}.",
        }
    common = {spec.name: {"$ref": f"#/$defs/note/properties/{spec.name}"} for spec in NOTE.specs}
    return {
        "description": kind.purpose,
        "required": sorted(spec.name for spec in own if spec.required),
        "properties": common | properties,
        "additionalProperties": False,
    }


def _member() -> Schema:
    """Return the schema of a member that has fields: what it has must not be empty."""
    made = _mapping(MEMBER.specs)
    made["properties"] = _properties(replace(spec, required=True) for spec in MEMBER.specs)
    return made | {"dependentRequired": {"id": ["cue"], "cue": ["id"]}}


def _mapping(specs: Iterable[Spec]) -> Schema:
    specs = tuple(specs)
    return {
        "type": "object",
        "required": sorted(spec.name for spec in specs if spec.required),
        "properties": _properties(specs),
        "additionalProperties": False,
    }


def _properties(specs: Iterable[Spec]) -> dict[str, Schema]:
    return {
        spec.name: {"description": spec.purpose, **_value(spec.holds, empty=not spec.required)}
        for spec in specs
    }


def _value(holds: Holds, *, empty: bool) -> Schema:
    """Return what a field may hold; with `empty`, one that may be left without a value."""
    values: dict[Holds, Schema] = {
        Holds.TEXT: _text(empty=empty),
        Holds.NUMBER: _written("integer", "-?[0-9]{1,9}", "Write it in digits: 3.", empty=empty)
        | {"minimum": -999_999_999, "maximum": 999_999_999},
        Holds.FLAG: _written("boolean", "true|false", "Write true or false.", empty=empty),
        Holds.DATE: _written("integer", _DATE, "Write 2024-01-31, 2024-01 or 2024.", empty=empty)
        | {"minimum": 1, "maximum": 9999},
        Holds.MEMBERS: _list({"anyOf": [_text(), {"$ref": "#/$defs/member"}]}, empty=empty),
        Holds.ID: _written("integer", _ID, "Use lower-case letters, digits and hyphens.")
        | {"minimum": 0},
        Holds.KIND: {"type": "string", "oneOf": [_named(kind) for kind in KINDS.values()]},
        Holds.LANGUAGE: _written("string", _LANGUAGE, "Write en, de or zh-Hans.", empty=empty),
        Holds.FILE: _written("string", _FILE, "Name a file of this folder, with /.", empty=empty),
        Holds.CHECKSUM: _written("string", "[0-9A-Fa-f]{64}", "64 digits, 0 to f.", empty=empty),
        Holds.TEXTS: _list(_text(), empty=empty),
        Holds.TAGS: _list(_tag(), empty=empty),
        Holds.KNOWN_TAGS: _known_tags(),
        Holds.PASSAGES: _list({"$ref": "#/$defs/passage"}, empty=empty),
        Holds.SOURCES: _list({"$ref": "#/$defs/source"}, empty=empty),
        Holds.NOTES: _list({"$ref": "#/$defs/note"}, empty=True),
        Holds.REASONS: _reasons(),
        Holds.FORMAT: {"enum": [FORMAT, str(FORMAT)]},
        Holds.DECK: {"$ref": "#/$defs/deck"},
    }
    return values[holds]


def _named(kind: Kind) -> Schema:
    return {"const": kind.name, "description": kind.purpose}


def _known_tags() -> Schema:
    """Return the schema of a deck's `tags`: a list, or each with what it means."""
    return {
        **_list(_tag(), empty=True),
        "type": ["array", "object", "null"],
        "propertyNames": {"pattern": r"^\s*\S+\s*$"},
        "additionalProperties": _text(empty=True),
    }


def _tag() -> Schema:
    return _written("number", r"\S+", "Join words with hyphens.")


def _reasons() -> Schema:
    """Return the schema of `waive`: codes, each with a reason."""
    return {
        "type": ["object", "null"],
        "properties": {code: _text() for code in sorted(WAIVABLE)},
        "additionalProperties": False,
    }


def _text(*, empty: bool = False) -> Schema:
    """Return any scalar; a string comes first, as editors propose the first of the types."""
    text: Schema = {"type": ["string", "number", "boolean", *["null"] * empty]}
    if not empty:
        text |= {"pattern": _SEEN, "patternErrorMessage": "This must not be empty."}
    return text | {"errorMessage": _QUOTES}


def _written(type_: str, pattern: str, hint: str, *, empty: bool = False) -> Schema:
    """Return a string of a pattern, with spaces around it or not, or a scalar of a type."""
    types = dict.fromkeys(["string", type_, *["null"] * empty])
    return {
        "type": list(types),
        "pattern": rf"^\s*({pattern}){'?' * empty}\s*$",
        "patternErrorMessage": hint,
    }


def _list(items: Schema, *, empty: bool) -> Schema:
    if empty:
        return {"type": ["array", "null"], "items": items}
    return {"type": "array", "items": items, "minItems": 1}
