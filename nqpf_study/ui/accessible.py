"""What a screen reader is told beyond the names of the controls."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text`, as when an answer shows without a move of the focus."""
    if not QAccessible.isActive():
        return
    if hasattr(QtGui, "QAccessibleAnnouncementEvent"):  # Qt 6.8 and later
        QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, text))
    else:
        widget.setAccessibleDescription(text)
        QAccessible.updateAccessibility(
            QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged)
        )
