"""Character and block formats for a source's words, and writing them without any markup."""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)

from nqpf_study.domain.script import runs
from nqpf_study.ui.chinese import FAMILIES
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import scaled

READING = 17
"""The size of a source's text, in px at a text scale of 1."""

_LEADING = 1.6
"""The height of a line, times the size of the font; fonts with Chinese are tall of themselves."""

_COLUMN = 78
"""How many characters a line of reading text holds at most; ragged, most hold 65 to 75."""

_SAMPLE = "the quick development of new quality productive forces, and what it is for. "


def reading_font(base: QFont, size: int = READING) -> QFont:
    """Return the font of a source's text at the present text scale."""
    font = QFont(base)
    font.setPixelSize(scaled(size, text_scale()))
    return font


def column_width(font: QFont) -> int:
    """Return how wide a column of some 78 characters of ordinary English is, in px."""
    return round(QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * _COLUMN)


def words_format(colour: str, *, bold: bool = False, ground: str = "") -> QTextCharFormat:
    """Return the format of words in a colour, on a ground where one is named."""
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    if ground:
        made.setBackground(QColor(ground))
    return made


def asked_for_format() -> QTextCharFormat:
    """Return the format of the passage that was asked for: ground and underline."""
    made = words_format(colours().text, ground=colours().mark_strong)
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    made.setUnderlineColor(QColor(colours().mark_line))
    return made


def bare_format() -> QTextCharFormat:
    """Return the format of a sentence that no card rests on: ground and dots under it."""
    made = words_format(colours().text, ground=colours().bare)
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    made.setUnderlineColor(QColor(colours().bare_line))
    return made


def paragraph_format(font: QFont, space_before: float) -> QTextBlockFormat:
    """Return the format of a paragraph in `font` with so much space before it, in px."""
    made = QTextBlockFormat()
    height = round(font.pixelSize() * _LEADING)
    made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setTopMargin(space_before)
    return made


def write(cursor: QTextCursor, text: str, format_: QTextCharFormat) -> None:
    """Insert `text` as it is; Chinese runs get Chinese fonts."""
    for run, chinese in runs(text):
        made = QTextCharFormat(format_)
        if chinese:
            made.setFontFamilies(list(FAMILIES))
        cursor.insertText(run, made)
