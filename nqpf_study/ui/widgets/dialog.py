"""A dialog whose buttons are pressed by Enter too, as the window's are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Dialog(QDialog):
    """Enter presses the button that has the focus, else the default one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press the button in hand: Qt does so only where it might become the default one."""
        button = self.focusWidget()
        pressed = event.key() in _ENTER and not event.isAutoRepeat()
        if pressed and isinstance(button, QPushButton | QToolButton) and not button.isCheckable():
            button.click()
        else:
            super().keyPressEvent(event)
