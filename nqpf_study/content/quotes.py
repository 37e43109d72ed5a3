"""Passages of a note as the deck file writes them, each with its place."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from nqpf_study.content import fields
from nqpf_study.content.problems import Problems
from nqpf_study.content.specs import PASSAGE
from nqpf_study.content.yaml_tree import Node, Scalar
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.phrase import phrase

_A_PASSAGE = phrase("a passage")
_NAMES, _REQUIRED = PASSAGE.names, PASSAGE.required


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with the places of its source id and of its quotation."""

    passage: Passage
    source: Scalar
    exact: Scalar


def read_quote(node: Node, problems: Problems) -> Quote | None:
    """Read one member of `passages`, None where something is wrong with it."""
    entries = fields.open_mapping(node, _A_PASSAGE, _NAMES, _REQUIRED, problems)
    return None if entries is None else quote_of(entries, problems)


def quote_of(entries: Mapping[str, Node], problems: Problems) -> Quote | None:
    """Read the fields of a passage among those of an entry, None where something is wrong."""
    source, exact = entries.get("source"), entries.get("exact")
    passage = Passage(
        source=sys.intern(fields.required_text(source, "source", problems)),
        exact=fields.required_text(exact, "exact", problems),
        prefix=fields.text(entries.get("prefix"), "prefix", problems),
        suffix=fields.text(entries.get("suffix"), "suffix", problems),
    )
    if not passage.source or not passage.exact:
        return None
    if not isinstance(source, Scalar) or not isinstance(exact, Scalar):
        return None  # text was read, so they are; the types alone don't say so
    return Quote(passage, source, exact)
