"""Buttons of dialogs without the pictures that some desktops' styles put on them."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox


def plain(box: QDialogButtonBox | QMessageBox) -> None:
    """Take the style's pictures off the buttons that `box` has now."""
    for button in box.buttons():
        button.setIcon(QIcon())
