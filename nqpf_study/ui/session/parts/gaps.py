"""A sentence with gaps: in each a line to write into, later the words that belong there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QAccessible,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPyTextObject,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from nqpf_study.domain.kinds import Gap
from nqpf_study.domain.script import runs as by_script
from nqpf_study.ui.accessible_items import expose
from nqpf_study.ui.chinese import FAMILIES
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import HALF, QUESTION, ROOM, STEP, scaled
from nqpf_study.ui.widgets.text import line_share

_GAP = QTextFormat.ObjectTypes.UserObject + 1
_SIZE = QTextFormat.Property.UserProperty + 1
_OBJECT = "\ufffc"
_LEAST = 8
"""How many letters a gap has room for at the least: its width is not to tell the answer."""


class GapText(QWidget):
    """Sets a text as a question is set; its lines stand in it where their words are missing."""

    def __init__(self, runs: Sequence[str | Gap], fields: Sequence[QLineEdit]) -> None:
        super().__init__()
        expose(self, QAccessible.Role.StaticText)
        self._runs, self._fields = runs, fields
        self._filled = False
        self._places: list[int] = []
        self._widths: list[int] = []
        self._text = QTextDocument(self)
        self._text.setDocumentMargin(0)
        self._room = _Room(self)
        self._text.documentLayout().registerHandler(_GAP, self._room)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for field in fields:
            field.setParent(self)
            field.textChanged.connect(self._grow)
        self._set()

    def fill(self) -> None:
        """Show the words that belong into the gaps, instead of the lines."""
        self._filled = True
        for field in self._fields:
            field.hide()
        self._set()

    @property
    def said(self) -> str:
        """Return the text as it stands, a gap as three dots or its hint."""
        return "".join(run if isinstance(run, str) else self._stands_for(run) for run in self._runs)

    # --- setting ------------------------------------------------------------------------------

    def _stands_for(self, gap: Gap) -> str:
        return gap.hidden if self._filled else f"[{gap.hint or '…'}]"

    def _set(self) -> None:
        """Set the text anew: in another size or colour, or with wider gaps."""
        font = QFont(self.font())
        font.setPixelSize(scaled(QUESTION, text_scale()))
        self._text.setDefaultFont(font)
        self._text.clear()
        cursor = QTextCursor(self._text)
        lines = QTextBlockFormat()
        metrics = QFontMetrics(font)
        high = max(metrics.height() * line_share(font) / 100, self._height() + HALF)
        lines.setLineHeight(high, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(lines)
        self._widths = [self._width_of(field) for field in self._fields]
        widths = iter(self._widths)
        self._places.clear()
        for run in self._runs:
            if isinstance(run, str) or self._filled:
                missing = not isinstance(run, str)
                self._say(cursor, run if isinstance(run, str) else run.hidden, strong=missing)
            else:
                self._places.append(cursor.position())
                gap = QTextCharFormat()
                gap.setObjectType(_GAP)
                gap.setProperty(_SIZE, QSizeF(next(widths), metrics.ascent()))
                cursor.insertText(_OBJECT, gap)
        self.setAccessibleName(self.said)
        self.updateGeometry()
        self._place()
        self.update()

    def _say(self, cursor: QTextCursor, text: str, *, strong: bool) -> None:
        for run, chinese in by_script(text):
            said = QTextCharFormat()
            said.setForeground(QColor(colours().text))
            if chinese:
                said.setFontFamilies([*FAMILIES])
            if strong:
                said.setFontWeight(QFont.Weight.Bold)
                said.setFontUnderline(True)
            cursor.insertText(run, said)

    def _width_of(self, field: QLineEdit) -> int:
        """Return how wide a line is to be: as its words ask for, and never wider than the text."""
        metrics = field.fontMetrics()
        words = max(map(metrics.horizontalAdvance, (field.text(), field.placeholderText())))
        least = metrics.averageCharWidth() * _LEAST
        return min(max(words + least // 2, least) + ROOM, max(self.width(), least + ROOM))

    def _height(self) -> int:
        return max((field.sizeHint().height() for field in self._fields), default=0)

    def _grow(self) -> None:
        wanted = [self._width_of(field) for field in self._fields]
        if not self._filled and wanted != self._widths:
            self._set()

    def _place(self) -> None:
        """Put each line where its gap is."""
        for field, place in zip(self._fields, self._laid_out(self.width()), strict=False):
            field.setGeometry(place)
            field.show()

    def _laid_out(self, width: int) -> list[QRect]:
        """Wrap the text at a width in pixels; return where its lines to write into stand."""
        self._text.setTextWidth(max(1, width))
        height = self._height()
        places = []
        gaps = zip(self._places, self._widths, self._fields, strict=False)
        for place, wide, field in gaps:
            block = self._text.findBlock(place)
            at = place - block.position()
            line = block.layout().lineForTextPosition(at)
            left = cast("tuple[float, int]", line.cursorToX(at))[0]
            metrics = field.fontMetrics()
            above = (height - metrics.height()) / 2 + metrics.ascent()
            base = block.layout().position().y() + line.y() + line.ascent()
            top = max(0, round(base - above))
            places.append(QRect(round(left), top, wide, height))
        return places

    # --- what Qt asks -------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that a narrow text is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the wrapped text."""
        before = self._text.textWidth()
        lowest = max((place.bottom() for place in self._laid_out(width)), default=0)
        height = self._text.size().height()
        self._text.setTextWidth(before)
        return max(round(height + 0.5), lowest + 1) + STEP

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size at the present width."""
        width = max(self.width(), 240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for some width."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap anew, with wider or narrower gaps where the width had limited them."""
        super().resizeEvent(event)
        self._place()
        self._grow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the size of text and the appearance."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._set()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the words."""
        painter = QPainter(self)
        self._text.documentLayout().draw(painter, QAbstractTextDocumentLayout.PaintContext())
        painter.end()


class _Room(QPyTextObject):
    """Keeps a gap's room free in the text: the line itself is a widget above it."""

    def intrinsicSize(  # noqa: N802 - Qt's name
        self, _text: QTextDocument, _place: int, gap: QTextFormat
    ) -> QSizeF:
        """Return the size of a gap."""
        size = gap.property(_SIZE)
        return size if isinstance(size, QSizeF) else QSizeF()

    def drawObject(  # noqa: N802 - Qt's name
        self,
        _painter: QPainter,
        _rect: QRectF | QRect,
        _text: QTextDocument,
        _place: int,
        _gap: QTextFormat,
    ) -> None:
        """Paint nothing."""
