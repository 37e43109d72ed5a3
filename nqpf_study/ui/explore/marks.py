"""The mark that shows how well something is known: a circle that fills. Its shape tells, too."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nqpf_study.study.explore import Item
from nqpf_study.study.knowing import Knowing, Stage
from nqpf_study.ui.explore.flow import Flow
from nqpf_study.ui.explore.words import known_at_length, stage, stages
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import GAP, HALF, scaled
from nqpf_study.ui.widgets.text import Text

SIDE = 14
"""The width of a mark in px, at a text scale of 1."""


FRESH = 0.9
"""From this recall on a mark is full: what is studied as planned is about to fall below it."""


def side() -> int:
    """Return the width of a mark in px, as text is set now."""
    return scaled(SIDE, text_scale())


def paint_mark(painter: QPainter, middle: QPointF, knowing: Knowing) -> None:
    """Paint a mark: a ring; with a dot in it while learned; full once known.

    Of what fades, only the share that would be recalled is full. A bar tells of what is suspended.
    """
    radius = side() / 2 - 1
    stroke = max(1.5, radius / 4)
    ring = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    seen = knowing.stage in (Stage.LEARNING, Stage.KNOWN)
    colour = QColor(colours().accent if seen else colours().border)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, stroke))
    painter.drawEllipse(ring.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2))
    if knowing.stage is Stage.SUSPENDED:
        reach = radius / 2
        painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if knowing.stage is Stage.LEARNING:
        painter.drawEllipse(middle, radius / 3, radius / 3)
    elif knowing.stage is Stage.KNOWN:
        if knowing.recall is None or knowing.recall >= FRESH:
            painter.drawEllipse(ring)
        else:
            painter.drawPie(ring, 90 * 16, -round(knowing.recall * 360 * 16))
    painter.restore()


class Mark(QWidget):
    """A mark beside words that say the same."""

    def __init__(self, knowing: Knowing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knowing = knowing
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(known_at_length(knowing))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a mark."""
        return QSize(side(), side())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the mark."""
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()).center(), self._knowing)
        painter.end()


class Keyed(QWidget):
    """A picture beside the word that it stands for."""

    def __init__(self, picture: QWidget, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HALF)
        row.addWidget(picture)
        row.addWidget(Text(words, "small"))


class Legend(QWidget):
    """Counts what is shown by how well it is known; tells what the marks mean by that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self, spacing=GAP)
        self._others: list[QWidget] = []
        self._brief = False

    def count(self, items: Iterable[Item], others: Iterable[QWidget] = ()) -> None:
        """Count these items; `others` stand behind, and tell what else is drawn."""
        self._flow.clear()
        said = []
        for each, number in stages(items):
            words = f"{number:,} {stage(each)}"
            said.append(words)
            self._flow.addWidget(Keyed(Mark(Knowing(each, 1, 1, 1.0)), words))
        self._others = list(others)
        for other in self._others:
            self._flow.addWidget(other)
            other.setVisible(not self._brief)
        self.setAccessibleName(", ".join(said))
        self.setVisible(bool(said))

    def be_brief(self, *, brief: bool) -> None:
        """Leave what was given as `others` out where there is little room."""
        self._brief = brief
        for other in self._others:
            other.setVisible(not brief)
