"""A dialog that may hold more than the window has room for: its middle scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.accessible import announce
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import GAP, ROOM, scaled
from nqpf_study.ui.widgets.dialog import Dialog
from nqpf_study.ui.widgets.plain_buttons import plain
from nqpf_study.ui.widgets.text import CardText, Line, Text

WIDTH, WIDEST = 520, 720
"""The width of the words, in px at a text scale of 1, and at most."""

Standard = QDialogButtonBox.StandardButton


class TallDialog(Dialog):
    """A heading, a `body` that scrolls where it must, a line for an error, and buttons."""

    def __init__(
        self,
        title: str,
        heading: str,
        buttons: Standard = Standard.Save | Standard.Cancel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._width = min(scaled(WIDTH, text_scale()), WIDEST)
        self._inside = inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(ROOM, 0, ROOM, 0)
        self.body.setSpacing(GAP)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.error = Text("", "error", wrap=True)
        self.error.hide()
        self.buttons = QDialogButtonBox(buttons)
        plain(self.buttons)
        for button in self.buttons.buttons():
            if self.buttons.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole:
                set_role(button, "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._below = below = QVBoxLayout()
        below.setContentsMargins(ROOM, 0, ROOM, 0)
        below.setSpacing(GAP)
        below.addWidget(self.error)
        below.addWidget(self.buttons)
        self.heading = CardText(heading, "title")
        self._above = above = QVBoxLayout()
        above.setContentsMargins(ROOM, 0, ROOM, 0)
        above.addWidget(self.heading)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, ROOM, 0, GAP)
        down.setSpacing(GAP)
        down.addLayout(above)
        seen = QVBoxLayout()
        seen.setSpacing(0)
        seen.addWidget(self._scroll, 1)
        seen.addWidget(self._ruled())
        down.addLayout(seen, 1)
        down.addLayout(below)
        for button in self.findChildren(QPushButton):
            if self.buttons.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole:
                button.setDefault(True)  # else Enter presses the first of all buttons

    def _ruled(self) -> Line:
        """Return a line that shows where the body goes on below what is seen of it."""
        line = Line()
        kept = line.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        line.setSizePolicy(kept)
        line.hide()
        self._scroll.verticalScrollBar().rangeChanged.connect(
            lambda least, most: line.setVisible(most > least)
        )
        return line

    def fail(self, error: StudyError) -> None:
        """Say what is wrong, below all else; no error takes the line away."""
        self.error.setText(str(error))
        self.error.show()
        announce(self, self.error.text())

    def clear_error(self) -> None:
        """Take what was said to be wrong away."""
        self.error.hide()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that shows everything, as far as the window below has room."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        width = max(self._width + 2 * ROOM, self._inside.minimumSizeHint().width() + bar)
        parts = (self._above, self.body, self._below)
        height = sum(
            part.totalHeightForWidth(width)
            if part.hasHeightForWidth()
            else part.totalSizeHint().height()
            for part in parts
        )
        return QSize(width, height + ROOM + 3 * GAP + 3).boundedTo(self._room())

    def _room(self) -> QSize:
        """Return the size of the window below, without a margin."""
        ground = self.parentWidget()
        room = ground.window().size() if ground else self.screen().availableSize()
        return room - QSize(2 * GAP, 2 * GAP)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size that fits on any window: the middle scrolls."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), self.sizeHint().width()), min(least.height(), 320))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take the room that is needed and there: Qt would go by what it knew before the fonts."""
        super().showEvent(event)
        self.resize(self.sizeHint())

    def take_room(self) -> None:
        """Be as large as what is shown now needs; called again where that has grown."""
        self.resize(self.size().expandedTo(self.sizeHint()))
