"""Setting a Markdown page in the look of the app: headings, tables, code and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from nqpf_study.ui.chinese import FAMILIES
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import DISPLAY, GAP, HALF, LEAD, ROOM, STEP, TITLE, scaled

READING = 15
"""The size of the text, in px at a text scale of 1."""

_CODE = 13
_FIXED = ("Cascadia Mono", "Menlo", "Consolas", "Noto Sans Mono", "DejaVu Sans Mono", "monospace")
_LINE = 140  # percent of the font's own
_NARROW = 36
"""The first of two columns, in percent of the table."""

_HEADINGS = {1: DISPLAY, 2: TITLE, 3: LEAD}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its level from 1 on, its words, and where it begins."""

    level: int
    text: str
    at: int

    @property
    def fragment(self) -> str:
        """Return what a link to it says after the number sign."""
        return re.sub(r"[^\w-]", "", self.text.lower().replace(" ", "-"))


def page_font(base: QFont) -> QFont:
    """Return the font of a page's text at the present text scale."""
    font = QFont(base)
    font.setPixelSize(scaled(READING, text_scale()))
    return font


def set_page(document: QTextDocument, markdown: str, base: QFont) -> None:
    """Write a page into `document`, in the present colours and text size. HTML is left out."""
    document.setDefaultFont(page_font(base))
    features = QTextDocument.MarkdownFeature
    document.setMarkdown(markdown, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
    for block in blocks(document):
        _set_block(block)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame)


def headings(document: QTextDocument) -> tuple[Heading, ...]:
    """Return the headings of a page that was set."""
    return tuple(
        Heading(level, block.text(), block.position())
        for block in blocks(document)
        if (level := block.blockFormat().headingLevel())
    )


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Return the blocks of a document."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _set_block(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    level = block.blockFormat().headingLevel()
    if _is_code(block):
        cursor.setBlockFormat(_code_block(block))
        cursor.setBlockCharFormat(_code())
        _merge(block, _code())
        return
    made = QTextBlockFormat()
    made.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if cursor.currentTable() is None:
        made.setTopMargin({0: 0, 1: 0, 2: ROOM}.get(level, GAP))
        made.setBottomMargin(HALF if _goes_on(block) else STEP)
    cursor.mergeBlockFormat(made)
    if level:
        _merge(block, _heading(level))
    for start, end, found in list(_runs(block)):
        if found.isAnchor():
            _merge_run(cursor, start, end, _link())
        elif found.fontFixedPitch():
            _merge_run(cursor, start, end, _code(ground=True))


def _goes_on(block: QTextBlock) -> bool:
    """Tell whether another item of the same list follows."""
    items = block.blockFormat().objectIndex()
    return items >= 0 and items == block.next().blockFormat().objectIndex()


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence.value)


def _code_block(block: QTextBlock) -> QTextBlockFormat:
    """Return the format of a line of a code block; long lines are broken rather than scrolled."""
    made = QTextBlockFormat()
    made.setProperty(QTextFormat.Property.BlockCodeFence.value, "`")
    made.setBackground(QColor(colours().side))
    made.setLeftMargin(STEP)
    made.setRightMargin(STEP)
    if not _is_code(block.previous()):
        made.setTopMargin(HALF)
    if not _is_code(block.next()):
        made.setBottomMargin(GAP)
    return made


def _set_table(table: QTextTable) -> None:
    made = table.format()
    made.setBorder(1)
    made.setBorderBrush(QColor(colours().line))
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderCollapse(True)
    made.setCellPadding(STEP)
    made.setCellSpacing(0)
    made.setTopMargin(HALF)
    made.setBottomMargin(GAP)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    if table.columns() == 2:
        rest = 100 - _NARROW
        shares = (QTextLength(QTextLength.Type.PercentageLength, part) for part in (_NARROW, rest))
        made.setColumnWidthConstraints(list(shares))
    table.setFormat(made)
    head = QTextCharFormat()
    head.setFontWeight(QFont.Weight.DemiBold)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        ground = cell.format()
        ground.setBackground(QColor(colours().side))
        cell.setFormat(ground)
        _merge(cell.firstCursorPosition().block(), head)


def _heading(level: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.DemiBold)
    made.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
    made.setProperty(
        QTextFormat.Property.FontPixelSize.value, scaled(_HEADINGS.get(level, LEAD), text_scale())
    )
    return made


def _code(*, ground: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontFamilies([*_FIXED, *FAMILIES])
    made.setProperty(QTextFormat.Property.FontPixelSize.value, scaled(_CODE, text_scale()))
    if ground:
        made.setBackground(QColor(colours().side))
    return made


def _link() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colours().accent))
    made.setFontUnderline(True)
    return made


def _runs(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Return where the runs of one format begin and end in a block."""
    at = block.begin()
    while not at.atEnd():
        run = at.fragment()
        yield run.position(), run.position() + run.length(), run.charFormat()
        at += 1


def _merge(block: QTextBlock, format_: QTextCharFormat) -> None:
    _merge_run(QTextCursor(block), block.position(), block.position() + block.length() - 1, format_)


def _merge_run(cursor: QTextCursor, start: int, end: int, format_: QTextCharFormat) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(format_)
