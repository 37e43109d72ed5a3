"""Text set in lines for a painter: wrapped, cut with an ellipsis, Chinese in a Chinese font."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from nqpf_study.domain.script import runs
from nqpf_study.ui.chinese import FAMILIES
from nqpf_study.ui.widgets.text import LINE

UNBOUND = 10_000
"""More lines than any text has."""


@dataclass(frozen=True)
class Lines:
    """A text that is set, `height` px high; `whole` tells whether nothing was cut."""

    layout: QTextLayout
    count: int
    height: float
    width: float
    whole: bool

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the lines in the painter's pen, but for what has a colour of its own."""
        self.layout.draw(painter, QPointF(left, top))


def set_lines(
    text: str, font: QFont, width: float, most: int = UNBOUND, *, muted: tuple[int, str] = (0, "")
) -> Lines:
    """Set `text` in a column `width` px wide, in at most `most` lines.

    The first `muted[0]` characters are drawn in the colour `muted[1]`.
    """
    layout, starts = _broken(text, font, width, muted)
    if len(starts) > most:
        kept = _units(text)[: 2 * starts[most - 1]].decode("utf-16-le", "replace")
        rest = text[len(kept) :].replace("\n", " ")
        metrics = QFontMetricsF(_for_chinese(font) if _mostly_chinese(rest) else font)
        shown = metrics.elidedText(rest.strip(), Qt.TextElideMode.ElideRight, width - 2)
        cut, _ = _broken(kept + shown, font, width, muted)
        return _placed(cut, font, most, whole=False)
    return _placed(layout, font, max(1, len(starts)), whole=True)


def lines_needed(text: str, font: QFont, width: float) -> int:
    """Return how many lines `text` needs; for one that fits this is much quicker than setting it.

    That is so for what holds no Chinese: another font draws that.
    """
    plain = text.isascii() and "\n" not in text
    if plain and QFontMetricsF(font).horizontalAdvance(text) <= width:
        return 1
    return set_lines(text, font, width).count


def pitch(font: QFont) -> float:
    """Return the distance of lines in px."""
    return LINE * font.pixelSize()


def _broken(
    text: str, font: QFont, width: float, muted: tuple[int, str]
) -> tuple[QTextLayout, list[int]]:
    """Break a text into lines; return where each begins, in UTF-16 units."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(text, muted))
    starts = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
    layout.endLayout()
    return layout, starts


def _placed(layout: QTextLayout, font: QFont, count: int, *, whole: bool) -> Lines:
    """Put the lines onto baselines that are a pitch apart, whatever fonts they mix."""
    metrics, distance = QFontMetricsF(font), pitch(font)
    baseline = (distance - metrics.height()) / 2 + metrics.ascent()
    wide = 0.0
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line.setPosition(QPointF(0, number * distance + baseline - line.ascent()))
        wide = max(wide, line.naturalTextWidth())
    return Lines(layout, count, count * distance, wide, whole)


def _formats(text: str, muted: tuple[int, str]) -> list[QTextLayout.FormatRange]:
    formats = []
    at = 0
    for run, chinese in runs(text):
        long = len(_units(run)) // 2
        if chinese:
            formats.append(_range(at, long, families=True))
        at += long
    length, colour = muted
    if length:
        formats.append(_range(0, len(_units(text[:length])) // 2, colour=colour))
    return formats


def _range(
    start: int, length: int, *, families: bool = False, colour: str = ""
) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    form = QTextCharFormat()
    if families:
        form.setFontFamilies(list(FAMILIES))
    if colour:
        form.setForeground(QBrush(QColor(colour)))
    made.start, made.length, made.format = start, length, form
    return made


def _units(text: str) -> bytes:
    """Return a text as Qt counts it: two bytes for each unit."""
    return text.encode("utf-16-le", "replace")


def _for_chinese(font: QFont) -> QFont:
    made = QFont(font)
    made.setFamilies([*FAMILIES, *font.families()])
    return made


def _mostly_chinese(text: str) -> bool:
    return 2 * sum(len(run) for run, chinese in runs(text) if chinese) > len(text)
