"""The column in which cards are read: in the middle, and no wider than is good to read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import CARD_WIDTH, ROOM, STEP, scaled


class Column(QWidget):
    """A column in the middle of its place, as wide as a card at most; fill `down`."""

    def __init__(self, above: int, below: int, parent: QWidget | None = None) -> None:
        """Leave so many px above and below what is in it."""
        super().__init__(parent)
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

    def leave_room(self, right: int) -> None:
        """Keep in line with a page whose scroll bar, `right` px wide, moves its column."""
        self.setContentsMargins(0, 0, right, 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._column.setMaximumWidth(scaled(CARD_WIDTH, text_scale()) + 2 * ROOM)


class ColumnPage(QScrollArea):
    """A page that is one such column, and scrolls; fill `down`."""

    def __init__(self, above: int, below: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = Column(above, below)
        self.down = column.down
        self.setWidget(column)

    def keep_in_line(self, foot: Column) -> None:
        """Have a column below this page stand right under its own."""
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(
            lambda low, high: foot.leave_room(bar.sizeHint().width() if high > low else 0)
        )
