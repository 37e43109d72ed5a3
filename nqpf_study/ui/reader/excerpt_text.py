"""A quotation in its context, as high as its words need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from nqpf_study.ui.reader.excerpts import Excerpt
from nqpf_study.ui.reader.formats import (
    asked_for_format,
    paragraph_format,
    reading_font,
    words_format,
    write,
)
from nqpf_study.ui.reader.setting import SetText
from nqpf_study.ui.style import colours, set_role, text_scale
from nqpf_study.ui.tokens import HALF, LEAD

EDGE = 4
"""The focus outline and the space inside it, in px: the words stand this far in."""

_DRESSED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)


class ExcerptText(QTextEdit):
    """Shows an excerpt, quotations marked strongly; never scrolls, never takes markup."""

    def __init__(self, excerpt: Excerpt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._excerpt = excerpt
        self._dress = (colours(), text_scale())
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_role(self, "excerpt")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(EDGE - 2)
        self.setAccessibleName(self.tr("Passage"))
        self._set()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a height that holds all of the words at the present width."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for no width, and for the height of the words."""
        return QSize(0, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Grow or shrink with the lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Set the text anew when the appearance or the text size changed."""
        super().changeEvent(event)
        dress = (colours(), text_scale())
        font_changed = event.type() is QEvent.Type.FontChange  # Qt put its own font in place
        if font_changed or (event.type() in _DRESSED and dress != self._dress):
            self._dress = dress
            self._set()
            self.updateGeometry()

    def _height(self) -> int:
        return round(self.document().size().height()) + EDGE

    def _set(self) -> None:
        excerpt = self._excerpt
        text = SetText(excerpt.text)
        font = reading_font(self.font(), LEAD)
        self.clear()
        self.document().setDefaultFont(font)
        cursor = QTextCursor(self.document())
        aside = words_format(colours().muted if excerpt.quotes else colours().text)
        for number, paragraph in enumerate(text.paragraphs):
            block = paragraph_format(font, 2 * HALF if number else 0)
            if number:
                cursor.insertBlock(block)
            else:
                cursor.setBlockFormat(block)
            write(cursor, paragraph.text, aside)
        for quote in excerpt.quotes:
            first, last = text.units(quote)
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(asked_for_format())
        self.setTextCursor(QTextCursor(self.document()))
