"""What is to be clicked and is too small for it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QHeaderView,
    QLineEdit,
    QMenuBar,
    QSlider,
    QStyle,
    QStyleOptionSpinBox,
    QWidget,
)

from checks.fault import Fault, fault, shown

LEAST = 24
"""Pixels that whatever can be hit measures at least, across and down."""

HOLDS_ITS_OWN = (QAbstractSpinBox, QComboBox, QLineEdit)
"""What has parts of Qt's own in it. The cross in a field is 22x18, whatever one does; a press
beside it hits the field, and keys empty that as well."""

HIT = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QSlider)


def small(window: QWidget) -> Iterator[Fault]:
    """Yield what can be clicked and is smaller than 24 px."""
    for widget in shown(window):
        if isinstance(widget, HIT) and not isinstance(widget.parent(), HOLDS_ITS_OWN):
            yield from _measured(widget, widget.width(), widget.height(), "it")
        if isinstance(widget, QAbstractSpinBox):
            yield from _arrows(widget)
        elif isinstance(widget, QHeaderView):
            if widget.sectionsClickable():
                yield from _measured(widget, LEAST, widget.height(), "a heading")
        elif isinstance(widget, QAbstractItemView):
            yield from _rows(widget)
        elif isinstance(widget, QMenuBar):
            for action in widget.actions():
                place = widget.actionGeometry(action)
                yield from _measured(widget, place.width(), place.height(), action.text())


def _arrows(box: QAbstractSpinBox) -> Iterator[Fault]:
    without = box.buttonSymbols() is QAbstractSpinBox.ButtonSymbols.NoButtons
    if without or (isinstance(box, QDateEdit) and box.calendarPopup()):
        return
    option = QStyleOptionSpinBox()
    box.initStyleOption(option)
    for part in (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown):
        place = box.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, box)
        if not place.isEmpty():
            yield from _measured(box, place.width(), place.height(), "its arrow")


def _rows(view: QAbstractItemView) -> Iterator[Fault]:
    model = view.model()
    if view.selectionMode() is QAbstractItemView.SelectionMode.NoSelection:
        return
    if model.rowCount() and not (place := view.visualRect(model.index(0, 0))).isEmpty():
        yield from _measured(view, LEAST, place.height(), "a row")


def _measured(widget: QWidget, wide: int, high: int, what: str) -> Iterator[Fault]:
    if min(wide, high) < LEAST:
        yield fault(f"{what} is hard to hit: {wide}x{high} px", widget)
