"""Setting a source's raw text for reading: real paragraphs, and the way back to the raw text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from nqpf_study.domain.anchoring import Span
from nqpf_study.domain.paragraphs import paragraphs
from nqpf_study.ui.reader.offsets import Utf16

_NO_LETTERS = str.maketrans(dict.fromkeys("\t\x00\x1c\x1d\x1e\x1f\ufdd0\ufdd1\ufffc", " "))
"""What Qt would take for a frame, an object or a tab stop."""


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


class SetText:
    """A text as the reader shows it, one paragraph a line, with its places mapped both ways.

    No word is changed, added or left out; only white space between lines is. Lines of a
    hard-wrapped paragraph flow together.
    """

    def __init__(self, raw: str) -> None:
        shown: list[Paragraph] = []
        starts: list[int] = []
        shown_starts: list[int] = []
        lengths: list[int] = []
        at = 0
        for paragraph in paragraphs(raw.translate(_NO_LETTERS)):
            for line in paragraph.lines:
                starts.append(line.start)
                shown_starts.append(at)
                lengths.append(len(line.text))
                at += len(line.text) + 1
            text = " ".join(line.text for line in paragraph.lines)
            shown.append(Paragraph(text, paragraph.start, paragraph.end, paragraph.spaced))
        self.paragraphs: tuple[Paragraph, ...] = tuple(shown)
        self.text = "\n".join(paragraph.text for paragraph in shown)
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
