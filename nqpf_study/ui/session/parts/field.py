"""A line to write an answer into: its keys are letters, whatever they do elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from nqpf_study.ui.style import set_role

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CTRL = Qt.KeyboardModifier.ControlModifier


class AnswerField(QLineEdit):
    """Takes typing and input methods; while one of these composes, no key means anything else."""

    entered = Signal()
    """Enter."""

    finished = Signal()
    """Ctrl+Enter."""

    taken_back = Signal()
    """Backspace in an empty line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "answer")
        self.setAccessibleName(name)
        self._composing = False

    def event(self, event: QEvent) -> bool:
        """Keep shortcuts from keys that an input method composes with."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._composing:
                event.accept()
                return True
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()  # Ctrl+Z takes back the last grade where there is no letter to
                return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Know whether an input method is composing."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of Enter, which is not the input method's."""
        if self._composing:
            event.accept()
        elif event.key() in ENTER:
            event.accept()
            if not event.isAutoRepeat():
                (self.finished if event.modifiers() & CTRL else self.entered).emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            event.accept()
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)
