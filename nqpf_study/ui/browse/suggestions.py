"""What a search may go on with, listed below the field while one types."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nqpf_study.ui.accessible import announce
from nqpf_study.ui.browse.completing import Offer, completed, offers
from nqpf_study.ui.browse.search_words import Known
from nqpf_study.ui.style import colours, set_role, text_scale
from nqpf_study.ui.tokens import GAP, HALF, STEP, scaled
from nqpf_study.ui.words import counted

ROW = 28
"""The height of a row in px at a text scale of 1."""

_ROWS = 8
_WIDEST = 560
_OFFER = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Suggestions(QListWidget):
    """A list over `ground`, below a field that keeps the focus.

    Down and Up choose, Enter, Tab or a click take what is chosen, Escape hides the list. As long as
    nothing is chosen, Enter and Tab do what they always do.
    """

    taken = Signal()
    """Something was taken into the field."""

    def __init__(self, field: QLineEdit, ground: QWidget) -> None:
        super().__init__(ground)
        self._field, self._ground = field, ground
        self._known = Known()
        self._offered_for = ""
        self.hide()
        self.setAccessibleName(self.tr("Ways to go on"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_TwoTone(self))
        set_role(self, "choices")
        self.itemEntered.connect(self.setCurrentItem)
        self.itemClicked.connect(self._take)
        field.installEventFilter(self)
        field.textChanged.connect(self._close)
        field.cursorPositionChanged.connect(self._moved_on)

    def know(self, known: Known) -> None:
        """Offer these names."""
        self._known = known

    def offer(self, *, asked: bool = False) -> None:
        """Show how the search may go on, if there is anything."""
        field = self._field
        self._offered_for = field.text()  # Qt tells of the typing first, then of the change
        found = offers(field.text(), field.cursorPosition(), self._known, asked=asked)
        if not found or not field.hasFocus():
            self.hide()
            return
        self.clear()
        height = scaled(ROW, text_scale())
        for offer in found:
            item = QListWidgetItem(offer.typed)
            item.setData(_OFFER, offer)
            said = ": ".join(filter(None, (offer.typed, offer.meaning)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setSizeHint(QSize(0, height))
            self.addItem(item)
        self.setCurrentRow(-1)
        self._stand(len(found) * height)
        one, many = self.tr("1 way to go on"), self.tr("{n} ways to go on")
        announce(field, counted(len(found), one, many))

    def _stand(self, rows: int) -> None:
        field, ground = self._field, self._ground
        corner = field.mapTo(ground, QPoint(0, field.height() + HALF))
        frame = 2 * (self.frameWidth() + HALF)
        height = min(rows, scaled(_ROWS * ROW, text_scale())) + frame
        width = max(field.width(), min(scaled(_WIDEST, text_scale()), ground.width() - 2 * GAP))
        self.setGeometry(corner.x(), corner.y(), width, min(height, ground.height() - corner.y()))
        self.scrollToTop()
        self.show()
        self.raise_()

    def _close(self, text: str) -> None:
        """Hide where somebody else put words into the field."""
        if text != self._offered_for:
            self.hide()

    def _moved_on(self, _before: int, _now: int) -> None:
        if self.isVisible() and not self._field.hasFocus():
            self.hide()

    def _take(self, item: QListWidgetItem) -> None:
        offer: Offer = item.data(_OFFER)
        text, cursor = completed(self._field.text(), self._field.cursorPosition(), offer)
        self._field.setText(text)
        self._field.setCursorPosition(cursor)
        announce(self._field, offer.typed)
        if offer.goes_on:
            self.offer()
        self.taken.emit()

    def _choose(self, by: int) -> None:
        row = self.currentRow()
        if row < 0:
            row = -1 if by > 0 else 0
        self.setCurrentRow((row + by) % self.count())
        announce(self._field, str(self.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)))

    # --- keys, which the field gets -----------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys that choose; what the list does not need goes on to the field."""
        if watched is self._field:
            if event.type() == QEvent.Type.FocusOut:
                self.hide()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
                if self._wants(event):
                    event.accept()  # else it is a shortcut of the field
                    return True
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._wants(event) and self._press(event)
        return super().eventFilter(watched, event)

    def _wants(self, event: QKeyEvent) -> bool:
        if not self.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        chosen = self.currentRow() >= 0
        return event.key() in (*_MOVES, Qt.Key.Key_Escape) or (chosen and event.key() in _TAKES)

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._choose(_MOVES[key])
        elif key in _TAKES:
            self._take(self.currentItem())
        else:
            self.hide()
        return True


class _TwoTone(QStyledItemDelegate):
    """Paints what would be typed, and in a softer colour beside it what that means."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        cell.text = ""
        view = self.parent()
        if not isinstance(view, QListWidget):
            return
        offer: Offer = index.data(_OFFER)
        painter.save()
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, view)
        painter.setFont(view.font())
        inside = cell.rect.adjusted(STEP, 0, -STEP, 0)
        metrics, middle = painter.fontMetrics(), Qt.AlignmentFlag.AlignVCenter
        cut = Qt.TextElideMode.ElideRight
        painter.setPen(view.palette().text().color())
        typed = metrics.elidedText(offer.typed, cut, inside.width())
        painter.drawText(inside, middle, typed)
        inside.setLeft(inside.left() + metrics.horizontalAdvance(typed) + GAP)
        if offer.meaning and inside.width() > GAP:
            painter.setPen(QColor(colours().muted))
            painter.drawText(inside, middle, metrics.elidedText(offer.meaning, cut, inside.width()))
        painter.restore()
