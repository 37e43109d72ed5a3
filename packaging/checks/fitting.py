"""Words that do not fit into their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from checks.fault import Fault, fault, shown, words
from nqpf_study.ui.reader.head import Elided

SLACK = 1
"""Pixels that a font's own figures may be wrong by."""

PADDING = 2 * 8
"""Pixels that a heading keeps free, as the style sheet says."""

CELL = 6
"""Pixels that a cell of a table keeps free, both sides together."""


def _elided(label: Elided) -> Iterator[Fault]:
    if _wide(label, label.text()) > label.width() + SLACK and label.toolTip() != label.text():
        yield fault("is cut off, and no tooltip tells the rest", label)


def _label(label: QLabel) -> Iterator[Fault]:
    if not label.text() or label.pixmap().width():
        return
    least = QLabel.minimumSizeHint(label)
    if least.width() > label.width() + SLACK:
        yield fault(f"is cut off: {label.width()} px wide, and needs {least.width()}", label)
    height = QLabel.heightForWidth(label, label.width()) if label.wordWrap() else least.height()
    if height > label.height() + SLACK:
        yield fault(f"is cut off: {label.height()} px high, and needs {height}", label)


def _button(button: QAbstractButton) -> Iterator[Fault]:
    if not words(button):
        return
    option = QStyleOptionButton()
    option.initFrom(button)
    part = {
        QPushButton: QStyle.SubElement.SE_PushButtonContents,
        QCheckBox: QStyle.SubElement.SE_CheckBoxContents,
        QRadioButton: QStyle.SubElement.SE_RadioButtonContents,
    }
    room = button.contentsRect().size()
    for kind, element in part.items():
        if isinstance(button, kind):
            room = button.style().subElementRect(element, option, button).size()
    need = _text(button, words(button), heavy=button.property("role") == "place")
    icons = button.icon().isNull()
    beside = 0 if icons or isinstance(button, QToolButton) else button.iconSize().width() + 4
    if need.width() + beside > room.width() + SLACK:
        yield fault(f"is cut off: room for {room.width()}, needs {need.width() + beside}", button)
    if need.height() > button.height():
        yield fault(f"is cut off: {button.height()} px high, needs {need.height()}", button)


def _combo(box: QComboBox) -> Iterator[Fault]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    edit = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, edit, box).width()
    need = _wide(box, box.currentText())
    if need > room + SLACK and box.currentText() not in box.toolTip():
        yield fault(f"is cut off: room for {room}, needs {need}", box)


def _spin(box: QAbstractSpinBox) -> Iterator[Fault]:
    option = QStyleOptionSpinBox()
    box.initStyleOption(option)
    edit = QStyle.SubControl.SC_SpinBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, edit, box)
    need = _wide(box, box.text())
    if need > room.width() + SLACK:
        yield fault(f"“{box.text()}” is cut off: room for {room.width()}, needs {need}", box)


def _line(line: QLineEdit) -> Iterator[Fault]:
    if line.text() or isinstance(line.parent(), QAbstractSpinBox | QComboBox):
        return  # what is written scrolls
    room = line.contentsRect().width() - 4  # the field's own margin, two pixels a side
    need = _wide(line, line.placeholderText())
    if need > room + SLACK:
        yield fault(f"what it asks for is cut off: room for {room}, needs {need}", line)


def _document(text: QTextEdit) -> Iterator[Fault]:
    room, off = text.viewport().size(), Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    size = text.document().size()
    if text.horizontalScrollBarPolicy() is off and size.width() > room.width() + SLACK:
        yield fault(f"is cut off: {room.width()} px wide, needs {size.width():.0f}", text)
    if text.verticalScrollBarPolicy() is off and size.height() > room.height() + SLACK:
        yield fault(f"is cut off: {room.height()} px high, needs {size.height():.0f}", text)


def _header(header: QHeaderView) -> Iterator[Fault]:
    model = header.model()
    if header.orientation() is not Qt.Orientation.Horizontal or model is None:
        return
    for at in range(header.count()):
        said = model.headerData(at, Qt.Orientation.Horizontal)
        if header.isSectionHidden(at) or not isinstance(said, str):
            continue
        room = QSize(header.sectionSize(at) - PADDING, header.height())
        wrap = header.defaultAlignment() & Qt.TextFlag.TextWordWrap
        need = _text(header, said, heavy=True, wrap=room.width() if wrap else 0)
        if need.width() > room.width() + SLACK or need.height() > room.height():
            yield fault(f"“{said}” is cut off: it needs {_said(need)}, has {_said(room)}", header)


def _menus(bar: QMenuBar) -> Iterator[Fault]:
    for action in bar.actions():
        place = bar.actionGeometry(action)
        if action.isVisible() and (place.isEmpty() or not bar.rect().contains(place)):
            yield fault(f"the menu “{action.text()}” has no room", bar)


def _cells(table: QTableView) -> Iterator[Fault]:
    """Look at the cells in sight: words that are cut off are to be whole in a tooltip."""
    model, view = table.model(), table.viewport().rect()
    for row in _rows_in_sight(table, view):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            said = model.data(index, Qt.ItemDataRole.DisplayRole)
            place = table.visualRect(index)
            if table.isColumnHidden(column) or not isinstance(said, str) or place.isEmpty():
                continue
            font = model.data(index, Qt.ItemDataRole.FontRole) or table.font()
            need = QFontMetrics(font).horizontalAdvance(said) + CELL
            tip = model.data(index, Qt.ItemDataRole.ToolTipRole)
            if need > place.width() + SLACK and not table.wordWrap() and said not in str(tip):
                yield fault(f"the cell “{said}” is cut off, and no tooltip tells the rest", table)


def _rows_in_sight(table: QTableView, view: QRect) -> range:
    first, last = table.rowAt(0), table.rowAt(view.height() - 1)
    if first < 0:
        return range(0)
    return range(first, (last if last >= 0 else table.model().rowCount() - 1) + 1)


def _wide(widget: QWidget, said: str) -> int:
    return widget.fontMetrics().horizontalAdvance(said)


def _text(widget: QWidget, said: str, *, heavy: bool, wrap: int = 0) -> QSize:
    font = QFont(widget.font())
    if heavy:
        font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(font)
    if wrap:
        return metrics.boundingRect(0, 0, wrap, 1 << 20, Qt.TextFlag.TextWordWrap, said).size()
    return metrics.size(0, said)


def _said(size: QSize) -> str:
    return f"{size.width()}x{size.height()} px"


_LOOKED_AT: tuple[tuple[type[QWidget], Callable[..., Iterator[Fault]]], ...] = (
    (Elided, _elided),
    (QLabel, _label),
    (QAbstractButton, _button),
    (QComboBox, _combo),
    (QAbstractSpinBox, _spin),
    (QLineEdit, _line),
    (QTextEdit, _document),
    (QHeaderView, _header),
    (QMenuBar, _menus),
    (QTableView, _cells),
)
"""How each kind of widget is looked at; the first that fits is taken."""


def cut_off(window: QWidget) -> Iterator[Fault]:
    """Yield the widgets of a window whose words are cut off."""
    for widget in shown(window):
        look = next((look for kind, look in _LOOKED_AT if isinstance(widget, kind)), None)
        if look is not None:
            yield from look(widget)
