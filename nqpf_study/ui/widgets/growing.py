"""Icons that grow with the text beside them."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from nqpf_study.ui.icons import beside_words
from nqpf_study.ui.style import text_scale


def grown(side: int) -> int:
    """Return a size in px at the present text scale: half as much larger as the text is."""
    return round(side * (1 + max(0.0, text_scale() - 1) / 2))


def grow_beside_words(button: QAbstractButton, side: int) -> None:
    """Give a button with words an icon `side` px wide at a text scale of 1; it grows with them."""
    _Growth(button, side, 0)


def grow_alone(button: QAbstractButton, side: int, hit: int) -> None:
    """Do the same for a button that is an icon only, and `hit` px wide and high itself."""
    _Growth(button, side, hit)


class _Growth(QObject):
    """Belongs to a button, and sizes it anew with each text scale.

    It hears of that from the application's font, which goes with the scale. A filter of the
    button's events would be asked about each of them, and while a worker is busy the window would
    wait for Python's lock as often: for 100 ms as a dialog opens over a full window.
    """

    def __init__(self, button: QAbstractButton, side: int, hit: int) -> None:
        super().__init__(button)
        self._button, self._side, self._hit = button, side, hit
        cast("QGuiApplication", QGuiApplication.instance()).fontChanged.connect(self._apply)
        self._apply()

    def _apply(self, _font: QFont | None = None) -> None:
        side = grown(self._side)
        self._button.setIconSize(QSize(side, side) if self._hit else beside_words(side))
        if self._hit:
            hit = grown(self._hit)
            self._button.setFixedSize(hit, hit)
