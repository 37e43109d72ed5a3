"""Icons that grow with the text beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
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
    """Belongs to a button, and sizes it anew with each font."""

    def __init__(self, button: QAbstractButton, side: int, hit: int) -> None:
        super().__init__(button)
        self._button, self._side, self._hit = button, side, hit
        button.installEventFilter(self)
        self._apply()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._button and event.type() in (QEvent.Type.FontChange, QEvent.Type.Show):
            self._apply()
        return super().eventFilter(watched, event)

    def _apply(self) -> None:
        side = grown(self._side)
        self._button.setIconSize(QSize(side, side) if self._hit else beside_words(side))
        if self._hit:
            hit = grown(self._hit)
            self._button.setFixedSize(hit, hit)
