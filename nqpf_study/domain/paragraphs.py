"""The paragraphs of a plain text, whether each is one line or was broken to fit a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ITEM = re.compile(r"[-–—*•●○▪·※]|\(?\d{1,3}[.)、]")
_WRAPPED = range(50, 91)
"""How long the lines of a hard-wrapped paragraph are."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line's words, without the space around them: `start` and `end` in code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are read in one go; `spaced` tells whether empty lines stand before them."""

    lines: tuple[Line, ...]
    spaced: bool

    @property
    def start(self) -> int:
        """Return where its first word stands, in code points."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Return where its last word ends, in code points."""
        return self.lines[-1].end


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of `text` in order; what stands between them is white space.

    A line is a paragraph, but the lines of a hard-wrapped paragraph are one.
    """
    for group in _groups(text):
        if _hard_wrapped(group):
            yield Paragraph(tuple(group), spaced=True)
        else:
            for number, line in enumerate(group):
                yield Paragraph((line,), spaced=number == 0)


def _groups(text: str) -> Iterator[list[Line]]:
    """Yield the runs of lines between empty ones."""
    group: list[Line] = []
    for line in _lines(text):
        if line.text:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _lines(text: str) -> Iterator[Line]:
    at = 0
    for end in [*(_LINE_END.finditer(text)), None]:
        stop = len(text) if end is None else end.start()
        line = text[at:stop]
        words = line.strip()
        start = at + len(line) - len(line.lstrip())
        yield Line(words, start, start + len(words))
        at = stop if end is None else end.end()


def _hard_wrapped(group: Sequence[Line]) -> bool:
    """Tell whether lines are one paragraph that was broken to fit a page."""
    return (
        len(group) > 2
        and all(len(line.text) in _WRAPPED for line in group[:-1])
        and len(group[-1].text) < _WRAPPED.stop
        and not any(_ITEM.match(line.text) for line in group[1:])
    )
