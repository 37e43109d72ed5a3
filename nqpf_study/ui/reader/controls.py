"""The small controls that these pages share: icon buttons, quiet buttons, fields, tables."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
)

from nqpf_study.ui.accessible import call, let_clear
from nqpf_study.ui.icons import icon
from nqpf_study.ui.native_keys import native
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, HIT, STEP
from nqpf_study.ui.widgets.growing import grow_alone, grow_beside_words


def tool(name: str, what: str) -> QToolButton:
    """Return a flat button with an icon that says what it does in its tooltip and to readers."""
    made = QToolButton()
    made.setIcon(icon(name))
    grow_alone(made, GAP, HIT)
    call(made, native(what))
    set_role(made, "flat")
    return made


def quiet(button: QPushButton) -> QPushButton:
    """Take a button's outline and half of its padding away; return it."""
    set_role(button, "quiet")
    grow_beside_words(button, GAP)
    return button


def search_field(what: str) -> QLineEdit:
    """Return a field to type a search into, with a glass at its head and a cross to empty it."""
    made = QLineEdit()
    made.setPlaceholderText(what)
    made.setAccessibleName(what)
    let_clear(made)
    glass = made.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    glass.setText(what)
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
    table.setItemDelegate(_OneLine(table))


class _OneLine(QStyledItemDelegate):
    """Paints a cell's text on one line, on the same baseline whatever its script."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        text, cell.text = cell.text, ""
        view = self.parent()
        if isinstance(view, QTableView):
            painter.save()
            view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, view)
            painter.setFont(view.font())
            painter.setPen(view.palette().text().color())
            _write(painter, cell, text)
            painter.restore()


def _write(painter: QPainter, cell: QStyleOptionViewItem, text: str) -> None:
    metrics, inside = painter.fontMetrics(), cell.rect.adjusted(STEP, 0, -STEP, 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
    right = bool(cell.displayAlignment & Qt.AlignmentFlag.AlignRight)
    left = inside.right() - metrics.horizontalAdvance(shown) if right else inside.left()
    baseline = inside.top() + (inside.height() + metrics.ascent() - metrics.descent()) // 2
    painter.drawText(left, baseline, shown)
