"""Labels: plain text, or text with its Chinese runs marked. Never anybody else's markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from nqpf_study.ui.chinese import marked_up
from nqpf_study.ui.style import set_role


class Text(QLabel):
    """A label of plain text in a role of the style sheet; wraps where `wrap` says so."""

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        if role:
            set_role(self, role)


class CardText(QLabel):
    """A label of a card's or a source's words, with Chinese drawn by a Chinese font."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self._said = ""
        if role:
            set_role(self, role)
        self.say(text)

    @property
    def said(self) -> str:
        """Return the words, without markup."""
        return self._said

    def say(self, text: str) -> None:
        """Show `text`; nothing in it is taken for markup. Screen readers get it as it is."""
        self._said = text
        self.setText(f'<p style="margin: 0; line-height: 130%">{marked_up(text)}</p>')
        self.setAccessibleName(text)


class Line(QFrame):
    """A dividing line of one pixel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "line")
