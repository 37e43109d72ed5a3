"""A fault of a screen, and where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

LONGEST = 60
PLAIN = ("QWidget", "QFrame", "QScrollArea", "QStackedWidget", "Pages", "QSplitter")
"""What says nothing in a path."""


ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly


@dataclass(frozen=True)
class Fault:
    """What is wrong, and the way down to the widget: `Shell > HomePage > Text “12 due”`."""

    what: str
    where: str

    def __str__(self) -> str:
        """Return both in a line."""
        return f"{self.where}: {self.what}"


def fault(what: str, widget: QWidget) -> Fault:
    """Return a fault of a widget."""
    return Fault(what, path(widget))


def path(widget: QWidget) -> str:
    """Return the way down to a widget, and what it says."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None:
        name = type(at).__name__
        if at is widget or name not in PLAIN or at.objectName() == name:
            names.append(name)
        at = None if at.isWindow() else at.parentWidget()
    said = words(widget) or widget.accessibleName()
    short = said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
    return " > ".join(reversed(names)) + (f" “{short}”" if short else "")


def words(widget: QWidget) -> str:
    """Return what a widget says on the screen, without markup; empty where that is not known."""
    if isinstance(widget, QLabel):
        rich = widget.textFormat() is Qt.TextFormat.RichText
        return widget.accessibleName() or widget.text() if rich else widget.text()
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is ICON_ONLY:
        return ""
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QAbstractSpinBox) else ""


def shown(window: QWidget) -> Iterator[QWidget]:
    """Yield the window's widgets that have a place on the screen, scrolled out of sight or not."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.window() is window and widget.isVisibleTo(window) and not widget.size().isEmpty():
            yield widget


def in_view(widget: QWidget) -> bool:
    """Tell whether all of a widget can be seen: nothing is scrolled out of sight."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def views(window: QWidget) -> Iterator[QAbstractItemView]:
    """Yield the window's lists, tables and trees."""
    for widget in shown(window):
        if isinstance(widget, QAbstractItemView):
            yield widget
