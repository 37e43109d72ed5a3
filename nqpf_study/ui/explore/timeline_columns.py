"""Where the axis, the lanes of marks and the labels stand across the timeline."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

from nqpf_study.ui.explore.marks import side
from nqpf_study.ui.explore.timeline_layout import MOST_LINES
from nqpf_study.ui.explore.timeline_paint import DOT, axis_width
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import BODY, GAP, HALF, ROOM, STEP, WIDE, scaled

LANES = 3
"""The lanes that there is room for at least."""

_WIDE_ENOUGH = 480
"""The width of the view, in px at a text scale of 1, below which marks and labels move together."""


@dataclass(frozen=True)
class Columns:
    """The columns of a view `width` px wide, with so many lanes; `base` is its font."""

    width: float
    base: QFont
    lanes: int = LANES

    @property
    def font(self) -> QFont:
        """Return the font of the labels."""
        font = QFont(self.base)
        font.setPixelSize(scaled(BODY, text_scale()))
        return font

    @property
    def axis(self) -> float:
        """Return where the axis stands."""
        return round(STEP + axis_width(self.base)) + 0.5

    def lane(self, number: int) -> float:
        """Return the middle of a lane."""
        return self.axis + GAP + number * scaled(DOT + HALF, text_scale())

    @property
    def bend(self) -> float:
        """Return where the lines to the labels leave the lanes."""
        return self.lane(self.lanes - 1) + STEP

    @property
    def labels(self) -> float:
        """Return where the grounds of the labels begin: beside the lanes, and room for lines."""
        narrow = self.width < _WIDE_ENOUGH * text_scale()
        return self.lane(self.lanes - 1) + (ROOM if narrow else scaled(WIDE, text_scale()))

    @property
    def label_width(self) -> float:
        """Return the width of a label's words."""
        return max(float(WIDE), self.width - self.labels - 4 * STEP - side())

    @property
    def lines(self) -> int:
        """Return how many lines labels may have at least: more where they are narrow."""
        ems = self.label_width / self.font.pixelSize()
        return 1 if ems >= 24 else 2 if ems >= 16 else MOST_LINES
