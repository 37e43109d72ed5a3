"""The text of a source, well set, with its passages marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from nqpf_study.ui.reader.citation import quoted
from nqpf_study.ui.reader.formats import (
    asked_for_format,
    bare_format,
    column_width,
    paragraph_format,
    reading_font,
    words_format,
    write,
)
from nqpf_study.ui.reader.model import Reading
from nqpf_study.ui.style import colours, set_role, text_scale
from nqpf_study.ui.tokens import GAP, HALF, ROOM, WIDE

_ABOVE = 0.28
"""Where in the window a passage is put: this share of the height is above it."""


_DRESSED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)


class SourceText(QTextEdit):
    """A read-only text in one column, its passages marked, the one asked for strongly.

    The document is plain text with formats: nothing in a source can open a file or a link.
    """

    place_chosen = Signal(int)
    """A mark was clicked: the index of its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Text of the source"))
        self.viewport().setMouseTracking(True)
        self._reading: Reading | None = None
        self._place: int | None = None
        self._hits: tuple[tuple[int, int], ...] = ()
        self._bare = False
        self._pressed = QPoint()
        self._owed: tuple[int, int] | None = None
        self._held = (0, 0)
        self._settling = False
        self.verticalScrollBar().valueChanged.connect(self._hold)
        self._dress = (colours(), text_scale())
        set_role(self, "column")

    # --- what is shown ------------------------------------------------------------------------

    def show_reading(self, reading: Reading) -> None:
        """Show a source. Where its text is the one on the screen, only the marks change."""
        same = self._reading is not None and self._reading.raw == reading.raw
        self._reading = reading
        self._place = None
        self._hits = ()
        if not same:
            self._set()
            self.verticalScrollBar().setValue(0)
        self._mark()

    @property
    def reading(self) -> Reading | None:
        """Return the source that is shown."""
        return self._reading

    @property
    def place(self) -> int | None:
        """Return the index of the place that is marked strongly."""
        return self._place

    def show_place(self, place: int | None, *, scroll: bool = True) -> None:
        """Mark a place strongly and bring it into view; None marks all alike."""
        self._place = place
        self._mark()
        if scroll and self._reading is not None and place is not None:
            start, end = self._reading.text.units(self._reading.places[place].span)
            self.bring_into_view(start, end)

    def show_hits(self, hits: tuple[tuple[int, int], ...]) -> None:
        """Mark what a search in the text found, in UTF-16 units."""
        self._hits = hits
        self._mark()

    def show_bare(self, *, shown: bool) -> None:
        """Mark the sentences that no card rests on, or leave them as they are."""
        self._bare = shown
        self._mark()

    def select(self, start: int, end: int) -> None:
        """Select a range of UTF-16 units and bring it into view."""
        self.setTextCursor(self._cursor(start, end))
        self.bring_into_view(start, end)

    def bring_into_view(self, start: int, end: int) -> None:
        """Scroll so that a range shows with some text above it; it stays if it shows already."""
        if not self.isVisible():
            self._owed = (start, end)
            return
        top = self.cursorRect(self._cursor(start)).top()
        bottom = self.cursorRect(self._cursor(end)).bottom()
        height = self.viewport().height()
        if top < ROOM or bottom > height - ROOM:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - round(height * _ABOVE))
        self._hold()

    def quotation(self) -> str:
        """Return the selected words, else the place that is marked strongly, with citation."""
        if self._reading is None:
            return ""
        selected = self.textCursor().selectedText()
        if selected.strip():
            return quoted(selected, self._reading.source)
        return "" if self._place is None else self._reading.quotation(self._place)

    def first_visible(self) -> int:
        """Return the UTF-16 unit at the top of the window."""
        return self.cursorForPosition(QPoint(0, HALF)).position()

    # --- setting and marking ------------------------------------------------------------------

    def _set(self) -> None:
        """Write the text into the document, in the present colours and size."""
        reading = self._reading
        self.clear()
        if reading is None:
            return
        font = reading_font(self.font())
        self.document().setDefaultFont(font)
        page = self.document().rootFrame().frameFormat()
        page.setTopMargin(ROOM)
        page.setBottomMargin(WIDE)
        self.document().rootFrame().setFrameFormat(page)
        words, aside = words_format(colours().text), words_format(colours().muted)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, paragraph in enumerate(reading.text.paragraphs):
            apart = font.pixelSize() * 0.9 if paragraph.spaced else HALF
            block = paragraph_format(font, apart if number else 0)
            if number:
                cursor.insertBlock(block)
            else:
                cursor.setBlockFormat(block)
            proper = reading.is_proper(paragraph.start, paragraph.end)
            write(cursor, paragraph.text, words if proper else aside)
        cursor.endEditBlock()
        self.setTextCursor(QTextCursor(self.document()))

    def _mark(self) -> None:
        reading = self._reading
        if reading is None:
            return
        soft = QTextCharFormat()
        soft.setBackground(words_format(colours().text, ground=colours().mark).background())
        hit = words_format(colours().text, ground=colours().accent_soft)
        # Within an edit Qt doesn't lay out the text down to each cursor that is put into it.
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        marks = [self._selection(*reading.text.units(place.span), soft) for place in reading.places]
        if self._bare:
            bare = bare_format()
            marks += [self._selection(*reading.text.units(span), bare) for span in reading.bare]
        if self._place is not None:
            span = reading.places[self._place].span
            marks.append(self._selection(*reading.text.units(span), asked_for_format()))
        marks += [self._selection(start, end, hit) for start, end in self._hits]
        edit.endEditBlock()
        self.setExtraSelections(marks)

    def _selection(
        self, start: int, end: int, format_: QTextCharFormat
    ) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = self._cursor(start, end)
        made.format = format_
        return made

    def _cursor(self, start: int, end: int | None = None) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(start, last))
        if end is not None:
            cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # --- events -------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Set the text anew when the appearance or the text size changed; read on where one was."""
        super().changeEvent(event)
        dress = (colours(), text_scale())
        font_changed = event.type() is QEvent.Type.FontChange  # Qt put its own font in place
        if font_changed or (event.type() in _DRESSED and dress != self._dress):
            self._dress = dress
            unit, top = self._held
            chosen = self.textCursor().anchor(), self.textCursor().position()
            self._settling = True
            self._set()
            self.setTextCursor(self._cursor(*chosen))
            self._mark()
            self._centre()
            self._settling = False
            if self._owed is None and self._reading is not None:
                self._return_to(unit, top)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column in the middle, and the passage or the line that was read where it is."""
        unit, top = self._held
        self._settling = True
        self._centre()
        super().resizeEvent(event)
        self._settling = False
        if self.isVisible() and self._reading is not None:
            self._return_to(unit, top)

    def _return_to(self, unit: int, top: int) -> None:
        """Scroll a UTF-16 unit to so many px below the top, or higher where that is too low."""
        if not self.isVisible():
            self._owed = (unit, unit)
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        kept = top if top < height - 2 * ROOM else round(height * _ABOVE)
        bar.setValue(bar.value() + self.cursorRect(self._cursor(unit)).top() - kept)
        self._held = (unit, kept)

    def _centre(self) -> None:
        column = column_width(reading_font(self.font()))
        side = max(GAP, (self.width() - column) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll to what was asked for before there was a window."""
        super().showEvent(event)
        if self._owed is not None:
            owed, self._owed = self._owed, None
            self.bring_into_view(*owed)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember where the press was, to tell a click from a selection."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the mark that was clicked."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        if (at - self._pressed).manhattanLength() < GAP:
            place = self._place_under(at)
            if place is not None:
                self.place_chosen.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show a hand over marks."""
        super().mouseMoveEvent(event)
        over = self._place_under(event.position().toPoint()) is not None
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer the quotation beside the usual entries."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addActions(self.actions())
        menu.popup(event.globalPos())

    def _hold(self) -> None:
        """Remember what the eye rests on, and where: the present passage, else the top line."""
        if self._settling:
            return
        unit = self.first_visible()
        if self._reading is not None and self._place is not None:
            start, _ = self._reading.text.units(self._reading.places[self._place].span)
            if self.viewport().rect().contains(self.cursorRect(self._cursor(start)).center()):
                unit = start
        self._held = (unit, self.cursorRect(self._cursor(unit)).top())

    def _place_under(self, at: QPoint) -> int | None:
        if self._reading is None:
            return None
        scrolled = at + QPoint(0, self.verticalScrollBar().value())
        unit = (
            self.document()
            .documentLayout()
            .hitTest(scrolled.toPointF(), Qt.HitTestAccuracy.ExactHit)
        )
        return None if unit < 0 else self._reading.place_at(unit)
