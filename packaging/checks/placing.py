"""Widgets that stick out of what holds them, or lie over each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QSizeGrip,
    QSplitterHandle,
    QWidget,
)

from checks.fault import Fault, fault, path, shown
from nqpf_study.ui.browse.suggestions import Suggestions
from nqpf_study.ui.drop_overlay import DropOverlay
from nqpf_study.ui.message_bar import MessageBar

OVER = (MessageBar, DropOverlay, Suggestions, QSplitterHandle, QSizeGrip)
"""What lies over others on purpose: a message, what is said of a drag or of a search that is being
typed, and Qt's own grips."""

SLACK = 1


def misplaced(window: QWidget) -> Iterator[Fault]:
    """Yield the widgets that stick out of their parent, and pairs that lie over each other."""
    for widget in shown(window):
        parent = widget.parentWidget()
        if not widget.isWindow() and parent is not None and not _scrolls(parent):
            yield from _outside(widget, parent)
        if isinstance(widget, QScrollArea):
            yield from _sideways(widget)
        yield from _over_each_other(widget)
    if window.isModal() and (ground := window.parentWidget()) is not None:
        room, size = ground.window().size(), window.size()
        if size.width() > room.width() or size.height() > room.height():
            yield fault("is larger than the window that it belongs to", window)


def _sideways(area: QScrollArea) -> Iterator[Fault]:
    """Look whether what a page holds is wider than the page: that is not to be scrolled for."""
    inside, room = area.widget(), area.viewport().width()
    if inside is not None and inside.width() > room + SLACK:
        yield fault(f"holds what is {inside.width()} px wide, and has {room}", area)


def _scrolls(parent: QWidget) -> bool:
    """Tell whether what is in `parent` may be larger: it is seen through it, by scrolling."""
    area = parent.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def _outside(widget: QWidget, parent: QWidget) -> Iterator[Fault]:
    room, place = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK), widget.geometry()
    if not isinstance(widget, QSplitterHandle) and not room.contains(place):
        said = f"{_said(place)} is outside of {_said(parent.rect())}"
        yield fault(f"sticks out of {type(parent).__name__}: {said}", widget)


def _over_each_other(parent: QWidget) -> Iterator[Fault]:
    if isinstance(parent, QAbstractScrollArea | QScrollBar | QLineEdit):
        return
    parts = [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and not child.isWindow()
        and child.isVisible()
        and not child.size().isEmpty()
        and not isinstance(child, OVER)
    ]
    for one, other in combinations(parts, 2):
        shared = one.geometry().intersected(other.geometry())
        if shared.width() > SLACK and shared.height() > SLACK:
            yield fault(f"lies over {path(other)}, by {shared.width()}x{shared.height()} px", one)


def _said(rect: QRect) -> str:
    return f"{rect.width()}x{rect.height()} at {rect.x()},{rect.y()}"
