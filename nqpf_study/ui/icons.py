"""Icons: Lucide's SVGs, drawn in the colours of the present appearance, sharp at any scale."""

from __future__ import annotations

from functools import cache

from PySide6 import __version_info__
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nqpf_study import paths
from nqpf_study.ui.style import colours
from nqpf_study.ui.tokens import HALF

_SIZE_IS_LOGICAL = __version_info__ >= (6, 8)
"""Whether Qt asks an engine for a scaled picture in logical pixels; it was in physical ones."""


APP_SIDES = (16, 24, 32, 48, 64, 128)
"""The sides of the app's own icon in px; each is sent to the system with every new window."""


def app_icon() -> QIcon:
    """Return the app's own icon, for windows and panels; its pictures are read when they show."""
    made = QIcon()
    for side in APP_SIDES:
        file = paths.resources() / "app-icon" / f"nqpf-study-{side}.png"
        made.addFile(str(file), QSize(side, side))
    return made


def icon(name: str, colour: str = "text") -> QIcon:
    """Return the icon `resources/icons/<name>.svg` in a named colour of the present appearance.

    The colour is looked up when the icon is drawn, so that it follows a switch of appearance.
    """
    return QIcon(_Engine(name, colour))


def beside_words(side: int) -> QSize:
    """Return the size of an icon `side` px wide and high that stands apart from a button's words.

    Qt leaves 4 px between them; the icon takes as much again, and is drawn at its left.
    """
    return QSize(side + HALF, side)


@cache
def _svg(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


class _Engine(QIconEngine):
    """Draws one SVG with `currentColor` replaced; disabled icons are muted."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        token = "border" if mode is QIcon.Mode.Disabled else self._colour
        drawn = _svg(self._name).replace("currentColor", getattr(colours(), token))
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
        QSvgRenderer(drawn.encode()).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        drawn = self.pixmap(size * scale if _SIZE_IS_LOGICAL else size, mode, state)
        drawn.setDevicePixelRatio(scale)
        return drawn

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)
