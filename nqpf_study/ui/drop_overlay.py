"""Over the window while files are dragged across it: whether they will be opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nqpf_study.ui.style import colours, set_role
from nqpf_study.ui.tokens import CARD_WIDTH, GAP, RADIUS, ROOM, WIDE
from nqpf_study.ui.widgets.text import Text

ENDINGS = (".yaml", ".yml", ".zip")
"""How the names of deck files and packages end."""

DIM = 0.8
"""How much of the window the overlay hides, 0 to 1."""


def openable(name: str) -> bool:
    """Tell whether a file of this name is opened: a deck file, or a package."""
    return name.lower().endswith(ENDINGS)


class DropOverlay(QWidget):
    """Says over the whole window what dropping would do. It takes no drop itself: the window does.

    A field below that takes text would take the file's name otherwise.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.takes = True
        self.said = Text("", "title", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        panel = QFrame()
        set_role(panel, "panel")
        panel.setMaximumWidth(CARD_WIDTH)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(ROOM, GAP, ROOM, GAP)
        inside.addWidget(self.said)
        down = QVBoxLayout(self)
        down.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(panel, 1000)  # as wide as it may be, in the middle
        across.addStretch(1)
        down.addStretch(1)
        down.addLayout(across)
        down.addStretch(1)
        self.hide()

    def show_for(self, names: Sequence[str]) -> None:
        """Show what dropping files or folders of these names would do."""
        taken = [name for name in names if openable(name) or "." not in name]
        self.takes = bool(taken)
        self.said.setText(self._taken(taken) if taken else self._refused())
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Dim the window, and outline it where it takes the drop."""
        shades = colours()
        dim = QColor(shades.window)
        dim.setAlphaF(DIM)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), dim)
        line = shades.accent if self.takes else shades.border
        painter.setPen(
            QPen(QColor(line), 2, Qt.PenStyle.SolidLine if self.takes else Qt.PenStyle.DashLine)
        )
        inset = GAP + 0.5
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)

    def _taken(self, names: Sequence[str]) -> str:
        if len(names) == 1:
            return self.tr("Drop to open {file}").replace("{file}", names[0])
        return self.tr("Drop to open {n} files").replace("{n}", str(len(names)))

    def _refused(self) -> str:
        return self.tr("Only deck files (.yaml), packages (.nqpf.zip) and folders are opened")
