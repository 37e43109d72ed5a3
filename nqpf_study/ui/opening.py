"""What shows while the collection is opened, and where it can't be."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.accessible import announce
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, ROOM, STEP, WIDE
from nqpf_study.ui.widgets.text import Text

WIDEST = 640
"""The panel at its widest, in px."""

SOON = 150
"""Milliseconds under which no waiting is shown."""


class OpeningPage(QStackedWidget):
    """Nothing at first, then what is being done; or what went wrong and what to do about it."""

    retried = Signal()
    restore_asked = Signal()
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doing = Text("", "lead")
        self._doing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setFixedWidth(280)
        self._what = Text("", "title", wrap=True)
        self._safe = Text("", wrap=True)
        self._mend = Text("", wrap=True)
        self.retry = QPushButton()
        self.retry.clicked.connect(self.retried)
        set_role(self.retry, "primary")
        self.restore = QPushButton()
        self.restore.clicked.connect(self.restore_asked)
        self.folder = QPushButton()
        self.folder.clicked.connect(self.folder_asked)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.addWidget(QWidget())
        self.addWidget(self._waiting())
        self.addWidget(self._trouble())
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SOON)
        self._late.timeout.connect(lambda: self.setCurrentIndex(1))

        self.retell()

    def retell(self) -> None:
        """Write what stays the same anew, in the language that is spoken now."""
        self._bar.setAccessibleName(self.tr("Progress"))
        self.retry.setText(self.tr("Try again"))
        self.restore.setText(self.tr("Restore a backup…"))
        self.folder.setText(self.tr("Open the data folder"))

    @property
    def trouble(self) -> str:
        """Return what is said of trouble, nothing where there is none."""
        if self.currentIndex() != 2:
            return ""
        return "\n".join(part.text() for part in (self._what, self._safe, self._mend))

    def wait(self, doing: str) -> None:
        """Show, after a moment, that something is being done."""
        self._doing.setText(doing)
        self._bar.setRange(0, 0)
        if self.currentIndex() != 1:
            self.setCurrentIndex(0)
            self._late.start()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it has come."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def fail(self, error: StudyError) -> None:
        """Say what happened, what is safe, and what to do."""
        self._late.stop()
        self._what.setText(error.what)
        self._safe.setText(error.safe)
        self._safe.setVisible(bool(error.safe))
        self._mend.setText(error.mend)
        self._mend.setVisible(bool(error.mend))
        self.setCurrentIndex(2)
        self.retry.setFocus()
        announce(self, self.trouble)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons below each other where they don't fit beside each other."""
        super().resizeEvent(event)
        room = min(self.width() - 2 * WIDE, WIDEST) - 2 * ROOM
        parts = (self.retry, self.restore, self.folder)
        beside = sum(part.sizeHint().width() + STEP for part in parts) <= room
        direction = QBoxLayout.Direction
        self._buttons.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _waiting(self) -> QWidget:
        page = QWidget()
        down = QVBoxLayout(page)
        down.setSpacing(GAP)
        down.addStretch(1)
        down.addWidget(self._doing)
        down.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        down.addStretch(1)
        return page

    def _trouble(self) -> QWidget:
        panel = QFrame()
        set_role(panel, "notice")
        panel.setMaximumWidth(WIDEST)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        inside.setSpacing(GAP)
        for part in (self._what, self._safe, self._mend):
            inside.addWidget(part)
        self._buttons.setSpacing(STEP)
        for button in (self.retry, self.restore, self.folder):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        inside.addLayout(self._buttons)
        page = QWidget()
        down = QVBoxLayout(page)
        down.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        down.addWidget(panel)
        down.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        return scroll
