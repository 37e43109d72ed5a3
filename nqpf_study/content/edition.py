"""The number at a file's head that tells which format it is in."""

from __future__ import annotations

from nqpf_study.content import fields
from nqpf_study.content.problems import Code, Problems
from nqpf_study.content.yaml_tree import MappingNode, Node, Scalar
from nqpf_study.domain.errors import Problem
from nqpf_study.domain.phrase import phrase

FORMAT = 1


def other_format(root: Node, file: str, what: str) -> tuple[Problem, ...]:
    """Return the one problem of a file in another format: nothing else of it can be judged.

    `what` names the sort of file: "deck file".
    """
    node = root.entries.get("format") if isinstance(root, MappingNode) else None
    if node is None or (isinstance(node, Scalar) and node.text == str(FORMAT)):
        return ()
    problems = Problems(file)
    if not isinstance(node, Scalar):
        fields.wrong_type(node, phrase("`format` must be a number"), problems)
        return problems.sorted()
    number = fields.number(node, "format", problems)
    if number is not None:
        newer = number > FORMAT
        problems.error(
            node,
            Code.UNKNOWN_FORMAT,
            phrase(
                "the {what} has format {number}; this program reads format {format}",
                what=what,
                number=number,
                format=FORMAT,
            ),
            "update the program" if newer else phrase("write format: {format}", format=FORMAT),
        )
    elif not problems.errors:
        problems.error(
            node,
            Code.MISSING_FIELD,
            "`format` is empty",
            phrase("write format: {format}", format=FORMAT),
        )
    return problems.sorted()
