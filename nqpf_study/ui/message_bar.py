"""The quiet bar at the bottom: it lies over the page, so that nothing moves when it comes."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QWidget

from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, STEP

MESSAGE_TIME = 8000


class MessageBar(QFrame):
    """A message that comes and goes by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self._text = QLabel()
        self._text.setWordWrap(True)
        across = QHBoxLayout(self)
        across.setContentsMargins(GAP, STEP, GAP, STEP)
        across.addWidget(self._text, 1)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(MESSAGE_TIME)
        self._end.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str) -> None:
        """Show `text` for a while; no text hides the bar."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not before the first paint

        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setText(text)
        self.setVisible(bool(text))
        self._end.start()
        self.settle()

    def settle(self) -> None:
        """Lie along the bottom of the parent, above all that it holds."""
        parent = self.parentWidget()
        if parent is not None:
            height = self.heightForWidth(parent.width())
            self.setGeometry(0, parent.height() - height, parent.width(), height)
            self.raise_()


class Pages(QStackedWidget):
    """The pages, with the message bar over the one that shows."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = MessageBar(self)
        self.currentChanged.connect(self.bar.raise_)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the bar at the bottom."""
        super().resizeEvent(event)
        self.bar.settle()
