"""Problems of files, for a script to read."""

from __future__ import annotations

from nqpf_study.domain.errors import Problem


def as_json(problem: Problem) -> dict[str, object]:
    """Return a problem without the name of its file."""
    return {
        "line": problem.line,
        "column": problem.column,
        "level": problem.level.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
