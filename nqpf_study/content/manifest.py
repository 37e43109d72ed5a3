"""The manifest of the shipped sources."""

from __future__ import annotations

from pathlib import Path

from nqpf_study.content import fields
from nqpf_study.content.files import LARGEST_SOURCE, read_bytes
from nqpf_study.content.problems import Problems
from nqpf_study.content.source_reader import SourceRules, read_sources
from nqpf_study.content.yaml_tree import read_tree
from nqpf_study.domain.errors import BadInput
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.source import Document

_NAMES = frozenset({"sources"})


def read_manifest(path: Path) -> tuple[Document, ...]:
    """Return the documents of a manifest; one whose file is missing comes without its text.

    Raises BadInput where the manifest cannot be read or a text is not the recorded one.
    """
    problems = Problems(str(path))
    documents: tuple[Document, ...] = ()
    data = read_bytes(path, LARGEST_SOURCE, problems)
    root = None if data is None else read_tree(data, problems)
    if root is not None:
        top = fields.open_mapping(root, phrase("a manifest"), _NAMES, _NAMES, problems) or {}
        nodes = fields.items(top.get("sources"), "sources", problems)
        rules = SourceRules(path.parent, strict=True)
        documents = read_sources(nodes, rules, {}, problems).documents
    if problems.errors:
        raise BadInput(
            "The sources of the decks are not as they were published.",
            problems.sorted(),
            mend="Install the program again, or bring the changed files back.",
        )
    return documents
