"""The small controls that these pages share: icon buttons, quiet buttons, fields, tables."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPushButton, QTableView, QToolButton

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


def dress_table(table: QTableView) -> None:
    """Make a table read-only, with whole rows, cells in line with their titles, and no grid."""
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    table.setStyleSheet(
        "QTableView::item { padding: 0 5px; border: none; }"
        "QHeaderView, QHeaderView::section { background: transparent; }"
    )
