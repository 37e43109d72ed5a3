"""What a screen reader is told: every control has a name and a role, and Tab goes as one reads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget

from checks.fault import Fault, fault, path, shown
from checks.hitting import HOLDS_ITS_OWN

NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)
"""What Qt says of a widget that it knows nothing of."""


def untold(window: QWidget) -> Iterator[Fault]:
    """Yield what can be used by key or hand and that a screen reader has no name or role for."""
    for widget in shown(window):
        if not _is_used(widget):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            yield fault("has no name for screen readers", widget)
        elif told.role() in NO_ROLE:
            yield fault("has no role for screen readers", widget)


def out_of_turn(window: QWidget) -> Iterator[Fault]:
    """Yield what Tab leads up to: within one part it goes as one reads, column by column.

    From one part of a page to another it may go up: from the end of a side bar to the page.
    """
    stops = [widget for widget in _chain(window) if _is_stop(widget)]
    for before, after in pairwise(stops):
        if before.parentWidget() is after.parentWidget():
            above, below = (widget.mapTo(window, QPoint()) for widget in (before, after))
            beside = below.x() >= above.x() + before.width()
            if below.y() + after.height() <= above.y() and not beside:
                yield fault(f"Tab leads up to it, from {path(before)}", after)


def _is_stop(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_used(widget: QWidget) -> bool:
    """Tell whether a widget is for itself used by key or hand: no part of a box, no bare frame."""
    if widget.focusProxy() is not None or isinstance(
        widget.parentWidget(), (*HOLDS_ITS_OWN, QAbstractItemView)
    ):
        return False
    return isinstance(widget, QAbstractButton) or bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    )


def _chain(window: QWidget) -> Iterator[QWidget]:
    """Yield what shows of the window in the order of Tab, once around."""
    at = window.nextInFocusChain()
    while at is not None and at is not window:
        if at.window() is window and at.isVisibleTo(window):
            yield at
        at = at.nextInFocusChain()
