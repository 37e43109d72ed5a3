"""Telling Chinese from other writing, so that each run of text gets its language."""

from __future__ import annotations

import re

HAN = (
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"  # ideographs
    "\u3007"  # the zero that is written as a circle
)
_HAN_RUN = re.compile(
    f"[{HAN}](?:[{HAN}\u3000-\u303f\uff00-\uffef\u2018-\u201d·—…]*[{HAN}])?[。，、；：！？）」』》]*"
)


def runs(text: str) -> tuple[tuple[str, bool], ...]:
    """Split `text` into runs, each with whether it is Chinese; joined they are the text again."""
    parts: list[tuple[str, bool]] = []
    at = 0
    for found in _HAN_RUN.finditer(text):
        if found.start() > at:
            parts.append((text[at : found.start()], False))
        parts.append((found.group(), True))
        at = found.end()
    if at < len(text):
        parts.append((text[at:], False))
    return tuple(parts)
