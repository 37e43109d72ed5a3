"""The column in which cards are read: in the middle, and no wider than is good to read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import CARD_WIDTH, GAP, ROOM, STEP, scaled


class Column(QWidget):
    """A column in the middle of its place, as wide as a card at most; fill `down`."""

    def __init__(self, above: int, below: int, parent: QWidget | None = None) -> None:
        """Leave so many px above and below what is in it."""
        super().__init__(parent)
        self._ruled = False
        self._column = QWidget()
        self.down = QVBoxLayout(self._column)
        self.down.setContentsMargins(ROOM, above, ROOM, below)
        self.down.setSpacing(STEP)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._column, 1000)
        across.addStretch(1)
        self._fit()

    def leave_room(self, left: int, right: int) -> None:
        """Stay so many px away from both sides: a scroll bar's place, whether it shows or not."""
        self.setContentsMargins(left, 0, right, 0)

    def rule(self, *, ruled: bool) -> None:
        """Draw a line above it, where what it stands below goes on unseen."""
        if self._ruled != ruled:
            self._ruled = ruled
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line."""
        super().paintEvent(event)
        if self._ruled:
            QPainter(self).fillRect(0, 0, self.width(), 1, QColor(colours().line))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._column.setMaximumWidth(scaled(CARD_WIDTH, text_scale()) + 2 * ROOM)


LOW = 480
"""The height in px below which a page keeps the room above its column for what is in it."""


class ColumnPage(QScrollArea):
    """A page that is one such column, and scrolls; fill `down`.

    The column stands where it stands whether the scroll bar shows or not: a card's question does
    not move when the answer below it makes the page a long one.
    """

    def __init__(self, above: int, below: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._above = above
        self._own = Column(above, below)
        self._foot: Column | None = None
        self.down = self._own.down
        self.setWidget(self._own)
        self._leaving = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._leave_room)
        self.verticalScrollBar().rangeChanged.connect(self._leave_room)
        self._leave_room()

    def keep_in_line(self, foot: Column) -> None:
        """Have a column below this page stand right under its own."""
        self._foot = foot
        self._leave_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave little room above where the page is low."""
        super().resizeEvent(event)
        room = self.down.contentsMargins()
        above = self._above if event.size().height() >= LOW else min(self._above, GAP)
        if room.top() != above:
            room.setTop(above)
            self.down.setContentsMargins(room)

    def _leave_room(self) -> None:
        if self._leaving:  # the room that is left moves the range, and that the room, without end
            self._later.start()
            return
        self._leaving = True
        bar = self.verticalScrollBar()
        scrolls, width = bar.maximum() > bar.minimum(), bar.sizeHint().width()
        self._own.leave_room(width, 0 if scrolls else width)
        if self._foot is not None:
            self._foot.leave_room(width, width)
            self._foot.rule(ruled=scrolls)
        self._leaving = False
