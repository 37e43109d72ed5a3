"""Keys and pointer on the timeline: panning, zooming, going from event to event."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from nqpf_study.ui.explore.timeline_view import TimelineView
from nqpf_study.ui.explore.words import known_at_length

_DRAG = 6
"""How many px the pointer moves before a press is a drag."""

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Timeline(TimelineView):
    """Up and down pan, left and right go from event to event, + and - zoom, 0 shows all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: tuple[QPoint, int] | None = None
        self._dragged = False
        self.viewport().setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Pan, zoom, go from event to event, open the present one."""
        key, bar = event.key(), self.verticalScrollBar()
        moves = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        zooms = {Qt.Key.Key_Plus: 2, Qt.Key.Key_Equal: 2, Qt.Key.Key_Minus: -2}
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.modifiers() & _COMMAND:
            super().keyPressEvent(event)
        elif key in moves:
            bar.setValue(bar.value() + moves[Qt.Key(key)])
        elif key in zooms:
            self.zoom(zooms[Qt.Key(key)])
        elif key in steps:
            self.go_by(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_0:
            self.show_whole()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.present is not None:
            self.event_opened.emit(self.present)
        else:
            event.ignore()  # the scroll area would take arrows that mean nothing here

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom around the pointer with Ctrl held, else pan."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(event.angleDelta().y() / 60, event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (event.position().toPoint(), self.verticalScrollBar().value())
            self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pan while the button is held; otherwise show what is under the pointer."""
        if self._pressed is None:
            self._hover(self.event_at(event.position()))
            return
        point, value = self._pressed
        moved = event.position().toPoint().y() - point.y()
        self._dragged = self._dragged or abs(moved) >= _DRAG
        if self._dragged:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.verticalScrollBar().setValue(value - moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End a drag, or choose and open what was clicked."""
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        at = self.event_at(event.position())
        self._hover(at)
        if at is not None and not self._dragged:
            self.go_to(at)
            self.event_opened.emit(self.event_of(at))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Point at nothing any more."""
        super().leaveEvent(event)
        self._hover(None)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say in a tooltip what a label has no room for, and how well the event is known."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self.event_at(QPointF(event.pos()))
            said = ""
            if at is not None:
                shown = self.event_of(at)
                said = f"{shown.said}: {shown.text}\n{known_at_length(shown.item.knowing)}"
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().viewportEvent(event)

    def _hover(self, at: int | None) -> None:
        shape = Qt.CursorShape.ArrowCursor if at is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self.point_at(at)
