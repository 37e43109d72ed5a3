"""The sign of a flagged card."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from nqpf_study.ui.icons import icon
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import GAP, scaled

COLOUR = "accent"


class FlagSign(QLabel):
    """A small flag, as high as small text; screen readers hear what it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon("flag", COLOUR)
        self.setAccessibleName(self.tr("Flagged"))
        self.setToolTip(self.tr("Flagged"))
        self.hide()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the flag."""
        side = scaled(GAP, text_scale())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a part of it would say nothing."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the flag."""
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
