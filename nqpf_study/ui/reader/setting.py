"""Setting a source's raw text for reading: real paragraphs, and the way back to the raw text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nqpf_study.domain.anchoring import Span
from nqpf_study.ui.reader.offsets import Utf16

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_NO_LETTERS = str.maketrans(dict.fromkeys("\t\x00\x1c\x1d\x1e\x1f\ufdd0\ufdd1\ufffc", " "))
"""What Qt would take for a frame, an object or a tab stop."""

_ITEM = re.compile(r"[-–—*•●○▪·※]|\(?\d{1,3}[.)、]")
_WRAPPED = range(50, 91)
"""How long the lines of a hard-wrapped paragraph are."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as shown.

    `start` and `end` are where it stands in the raw text, in code points; `spaced` tells whether
    empty lines set it apart from the one before.
    """

    text: str
    start: int
    end: int
    spaced: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's words, without the space around them: `start` and `end` in the raw text."""

    text: str
    start: int
    end: int


class SetText:
    """A text as the reader shows it, one paragraph a line, with its places mapped both ways.

    No word is changed, added or left out; only white space between lines is. Lines of a
    hard-wrapped paragraph flow together.
    """

    def __init__(self, raw: str) -> None:
        paragraphs: list[Paragraph] = []
        starts: list[int] = []
        shown_starts: list[int] = []
        lengths: list[int] = []
        at = 0
        for lines, spaced in _paragraphs(raw):
            for line in lines:
                starts.append(line.start)
                shown_starts.append(at)
                lengths.append(len(line.text))
                at += len(line.text) + 1
            text = " ".join(line.text for line in lines)
            paragraphs.append(Paragraph(text, lines[0].start, lines[-1].end, spaced))
        self.paragraphs: tuple[Paragraph, ...] = tuple(paragraphs)
        self.text = "\n".join(paragraph.text for paragraph in paragraphs)
        self._starts, self._shown_starts, self._lengths = starts, shown_starts, lengths
        self._utf16 = Utf16(self.text)

    def units(self, span: Span) -> tuple[int, int]:
        """Return where a span of the raw text is shown, in UTF-16 units of `text`."""
        return self._utf16.units(self._shown(span.start)), self._utf16.units(self._shown(span.end))

    def unit(self, at: int) -> int:
        """Return the UTF-16 unit of the code point `at` of `text` itself."""
        return self._utf16.units(at)

    def point(self, unit: int) -> int:
        """Return the code point of the raw text that is shown at a UTF-16 unit of `text`."""
        shown = self._utf16.points(unit)
        line = bisect_right(self._shown_starts, shown) - 1
        if line < 0:
            return 0
        return self._starts[line] + min(shown - self._shown_starts[line], self._lengths[line])

    def _shown(self, point: int) -> int:
        line = bisect_right(self._starts, point) - 1
        if line < 0:
            return 0
        return self._shown_starts[line] + min(point - self._starts[line], self._lengths[line])


def _paragraphs(raw: str) -> Iterator[tuple[Sequence[_Line], bool]]:
    for group in _groups(raw):
        if _hard_wrapped(group):
            yield group, True
        else:
            yield from (((line,), first == 0) for first, line in enumerate(group))


def _groups(raw: str) -> Iterator[list[_Line]]:
    """Yield the runs of lines between empty ones."""
    group: list[_Line] = []
    for line in _lines(raw):
        if line.text:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _lines(raw: str) -> Iterator[_Line]:
    at = 0
    for end in [*(_LINE_END.finditer(raw)), None]:
        stop = len(raw) if end is None else end.start()
        line = raw[at:stop].translate(_NO_LETTERS)
        words = line.strip()
        start = at + len(line) - len(line.lstrip())
        yield _Line(words, start, start + len(words))
        at = stop if end is None else end.end()


def _hard_wrapped(group: Sequence[_Line]) -> bool:
    """Tell whether lines are one paragraph that was broken to fit a page."""
    return (
        len(group) > 2
        and all(len(line.text) in _WRAPPED for line in group[:-1])
        and len(group[-1].text) < _WRAPPED.stop
        and not any(_ITEM.match(line.text) for line in group[1:])
    )
