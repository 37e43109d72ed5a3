"""A passage in its context, set for a terminal or for a script."""

from __future__ import annotations

import re

from nqpf_study.cli.text import wrapped
from nqpf_study.domain.anchoring import Ambiguous, Found
from nqpf_study.study.lookup import LookedUp

_REACH = 160
_LONGEST_WORD = 20


def shown(passage: LookedUp) -> str:
    """Return the passage between » and « amid the text around it, or why it can't be."""
    lines = [wrapped(f"[{_citation(passage)}]")]
    if not isinstance(passage.anchored, Found):
        lines += [wrapped(f"»{_folded(passage.passage.exact)}«", "  "), wrapped(_lost(passage))]
        return "\n".join(lines)
    before, exact, after = passage.context(_REACH)
    if len(before) == _REACH:
        before = "… " + _after_first_space(before)
    if len(after) == _REACH:
        after = _after_first_space(after[::-1])[::-1] + " …"
    lines.append(wrapped(f"{_folded(before)}»{_folded(exact)}«{_folded(after)}", "  "))
    return "\n".join(lines)


def as_json(passage: LookedUp) -> dict[str, object]:
    """Return the passage for a script; `start` and `end` count code points of the raw text."""
    found = passage.anchored if isinstance(passage.anchored, Found) else None
    before, _, after = passage.context()
    return {
        "source": passage.passage.source,
        "citation": _citation(passage),
        "exact": passage.passage.exact,
        "outcome": type(passage.anchored).__name__.lower(),
        "start": found.span.start if found else None,
        "end": found.span.end if found else None,
        "before": before,
        "after": after,
    }


def _citation(passage: LookedUp) -> str:
    return passage.document.source.citation if passage.document else passage.passage.source


def _lost(passage: LookedUp) -> str:
    if passage.document is None or passage.document.text is None:
        return "This source is not in the collection, so the passage can't be looked up."
    if isinstance(passage.anchored, Ambiguous):
        times = len(passage.anchored.spans)
        return f"These words stand in the source {times} times; which are meant is not told."
    return "This passage is no longer in the source."


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _after_first_space(text: str) -> str:
    cut = next((at for at, char in enumerate(text[:_LONGEST_WORD]) if char.isspace()), -1)
    return text[cut + 1 :]
