"""Labels: plain text, or text with its Chinese runs marked. Never anybody else's markup."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from nqpf_study.ui.chinese import marked_up
from nqpf_study.ui.style import set_role

_VERY_LONG = re.compile(r"(?<![\w&<])[^\W\d_\u2e80-\u9fff]{28,}(?!\w*[;>])")
"""Longer than a word of any text but a curious one; letters only, so that no tag is one."""

LINE = 1.4
"""The distance of lines, in sizes of the font."""


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
        self._line = 0
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
        self.setAccessibleName(text)
        self.dress()

    def markup(self) -> str:
        """Return the words as markup."""
        return marked_up(self._said)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Set the text anew when its size was changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._line != self._line_share():
            self.dress()

    def dress(self) -> None:
        """Set the words anew, as after a change of the look."""
        self._line = self._line_share()
        style = f"margin: 0; line-height: {self._line}%"
        self.setText(f'<p style="{style}">{breakable(self.markup())}</p>')

    def _line_share(self) -> int:
        """Return how high lines are, in percent of the font's own."""
        return line_share(self.font())


def line_share(font: QFont) -> int:
    """Return which percentage of a font's own line makes lines of LINE times its size."""
    spacing = max(1, QFontMetrics(font).lineSpacing())
    return round(100 * LINE * QFontInfo(font).pixelSize() / spacing)


def breakable(markup: str) -> str:
    """Return markup in which a very long word may be broken anywhere: no line has room for it."""
    return _VERY_LONG.sub(lambda found: "\u200b".join(found[0]), markup)


class Line(QFrame):
    """A dividing line of one pixel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "line")
