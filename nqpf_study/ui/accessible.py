"""What a screen reader is told beyond the names of the controls."""

from __future__ import annotations

import re
import sys

from PySide6 import QtGui
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

_KEYS = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]")
_NAMES_BY_LABEL = sys.platform.startswith("linux")
"""Whether a list is named by its present entry: what it lists is told by a label beside it."""


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


def call(control: QWidget, what: str) -> None:
    """Say in a control's tooltip what it does, its keys in parentheses; readers get both apart."""
    control.setToolTip(what)
    parted = _KEYS.fullmatch(what)
    control.setAccessibleName(parted[1] if parted else what)
    control.setAccessibleDescription(parted[2] if parted else "")


def name_choice(box: QComboBox, name: str, more: str = "") -> None:
    """Name a list of choices that has no label beside it; `more` is said of what is chosen."""
    box.setAccessibleName(name)
    said = (name, more) if _NAMES_BY_LABEL else (more,)
    box.setAccessibleDescription(". ".join(filter(None, said)))


def let_clear(field: QLineEdit) -> None:
    """Give a field a button that empties it, with a name."""
    before = set(field.findChildren(QAbstractButton))
    field.setClearButtonEnabled(True)
    for button in set(field.findChildren(QAbstractButton)) - before:
        button.setAccessibleName(QCoreApplication.translate("accessible", "Clear"))
