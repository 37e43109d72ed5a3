"""YAML as editors see it: scalars resolved by the core schema of YAML 1.2."""

from __future__ import annotations

import re

import yaml


class _CoreLoader(yaml.CSafeLoader):
    """PyYAML resolves by YAML 1.1, where `NO` is a truth value and a date is a date."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


_START = list("-+.0123456789")
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", _START),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan", _START),
):
    _CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), _first
    )


def _int(_loader: yaml.CSafeLoader, node: yaml.ScalarNode) -> int:
    text = node.value
    return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)


_CoreLoader.add_constructor("tag:yaml.org,2002:int", _int)


def load(text: str) -> object:
    """Return what an editor makes of a YAML text. Raises yaml.YAMLError where it is none."""
    loaded: object = yaml.load(text, _CoreLoader)  # noqa: S506 - a subclass of the safe loader
    return loaded
