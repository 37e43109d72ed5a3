"""Words that can hardly be told from what is behind them, as the picture shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from checks.fault import Fault, fault, in_view, shown, words

LEAST = 4.5
"""The contrast of words to their ground, as WCAG asks for it."""

BLURRED = 0.8
"""What is left of it where thin strokes are smoothed: no pixel has the letters' full colour."""

EDGE = 3
"""Pixels along the edge that may be an outline."""


def faint(window: QWidget, picture: QImage) -> Iterator[Fault]:
    """Yield the labels and controls in sight whose words stand out too little in the picture."""
    for widget in shown(window):
        if (
            not isinstance(widget, QLabel | QAbstractButton | QComboBox)
            or not words(widget).strip()
        ):
            continue
        if not widget.isEnabled() or not in_view(widget) or _is_covered(widget, window):
            continue
        edge = 0 if isinstance(widget, QLabel) else EDGE
        place = QRect(widget.mapTo(window, QPoint()), widget.size())
        found = strongest(picture, place.adjusted(edge, edge, -edge, -edge))
        if found < LEAST * BLURRED:
            yield fault(f"is faint: a contrast of {found:.1f} to what is behind it", widget)


def _is_covered(widget: QWidget, window: QWidget) -> bool:
    """Tell whether another widget lies over this one, as a message does."""
    at = window.childAt(widget.mapTo(window, widget.rect().center()))
    return at is not None and at is not widget and not at.isAncestorOf(widget)


def strongest(picture: QImage, place: QRect) -> float:
    """Return the contrast of the commonest colour at a place to the one furthest from it."""
    scale = picture.devicePixelRatio()
    at = QRect(place.topLeft() * scale, place.size() * scale).intersected(picture.rect())
    part = picture.copy(at).convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(part.constBits()).cast("I"))
    if not pixels:
        return 1.0
    ground, _ = pixels.most_common(1)[0]
    return max(contrast(ground, colour) for colour in pixels)


def contrast(one: int, other: int) -> float:
    """Return the contrast of two colours, `0xrrggbb`, as WCAG reckons it: 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: int) -> float:
    """Return how bright a colour is, 0 to 1."""
    red, green, blue = (_linear((colour >> shift & 255) / 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
