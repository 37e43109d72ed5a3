"""The focus: one widget has it, and it can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from checks.fault import Fault, fault

AROUND = 4
"""Pixels around a widget in which its focus may show."""

ENOUGH = 24
"""Pixels that the focus changes at least: a small mark, or the outline of something small."""


def unseen_focus(window: QWidget) -> Iterator[Fault]:
    """Yield a fault where nothing in an active window has the focus, or where it can't be seen.

    The focus is taken away for it, and given back.
    """
    focused = QApplication.focusWidget()
    if focused is None or focused.window() is not window:
        yield fault("nothing has the focus", window)
        return
    place = QRect(focused.mapTo(window, QPoint()), focused.size())
    around = place.adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(window.rect())
    seen = focused.visibleRegion().boundingRect()
    if seen.isEmpty() and _was_scrolled_away(focused):
        return
    if seen.isEmpty():
        yield fault("has the focus, and is out of sight", focused)
        return
    with_focus = window.grab(around).toImage()
    focused.clearFocus()
    QApplication.processEvents()
    without = window.grab(around).toImage()
    focused.setFocus()
    QApplication.processEvents()
    if changed(with_focus, without) < ENOUGH:
        yield fault("has the focus, and looks as without it", focused)


def _was_scrolled_away(focused: QWidget) -> bool:
    """Tell whether a page was scrolled: the focus stays where it was then, in every program."""
    at = focused.parentWidget()
    while at is not None and not isinstance(at, QScrollArea):
        at = at.parentWidget()
    return at is not None and at.verticalScrollBar().value() > 0


def changed(one: QImage, other: QImage) -> int:
    """Return in how many pixels two pictures of one size differ."""
    first, second = (
        memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
        for picture in (one, other)
    )
    return sum(a != b for a, b in zip(first, second, strict=True))
