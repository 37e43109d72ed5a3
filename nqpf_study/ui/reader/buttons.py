"""The small controls of the bars: icon buttons, quiet buttons, fields to search in."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton

from nqpf_study.ui.icons import icon
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, HIT


def tool(name: str, what: str) -> QToolButton:
    """Return a flat button with an icon that says what it does in its tooltip and to readers."""
    made = QToolButton()
    made.setIcon(icon(name))
    made.setIconSize(QSize(GAP, GAP))
    made.setFixedSize(HIT, HIT)
    made.setToolTip(what)
    made.setAccessibleName(what)
    set_role(made, "flat")
    return made


def quiet(button: QPushButton) -> QPushButton:
    """Take a button's outline and half of its padding away; return it."""
    set_role(button, "flat")
    button.setStyleSheet("padding-left: 7px; padding-right: 7px;")
    return button


def search_field(what: str) -> QLineEdit:
    """Return a field to type a search into, with a glass at its head and a cross to empty it."""
    made = QLineEdit()
    made.setPlaceholderText(what)
    made.setAccessibleName(what)
    made.setClearButtonEnabled(True)
    made.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    made.setStyleSheet("QToolButton { border: none; padding: 0; min-height: 0; }")
    return made
