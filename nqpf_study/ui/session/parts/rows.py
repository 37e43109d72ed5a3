"""Lines of a card: one that can be pressed, and one that says how a part of the answer did."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.script import runs
from nqpf_study.ui.chinese import marked_up
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.text import CardText, Text

LARGE = 1.5
"""The text scale from which a verdict stands below what it is said of."""


LEADING = 3
"""By how many px a card's words stand higher than the middle of their lines."""


def beside_words(widget: QWidget) -> QVBoxLayout:
    """Return a layout in which a widget stands in line with the middle of a card's words."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 2 * LEADING)
    made.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return made


class FoldingText(CardText):
    """A card's words, of which the first lines only are shown where room is short."""

    def __init__(self, text: str, role: str) -> None:
        self._most = 0
        super().__init__(text, role)

    def fold(self, most: int = 0) -> None:
        """Show so many lines at the most, and an ellipsis where there is more; 0 for all."""
        if most != self._most:
            self._most = most
            self.dress()

    def markup(self) -> str:
        """Return the words that are shown as markup."""
        return marked_up(self._shown())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut anew for another width."""
        super().resizeEvent(event)
        if self._most and event.size().width() != event.oldSize().width():
            self.dress()

    def _shown(self) -> str:
        if not self._most or self._fits(self.said):
            return self.said
        chinese = any(is_chinese for _, is_chinese in runs(self.said))
        words, between = (list(self.said), "") if chinese else (self.said.split(" "), " ")
        cut = [between.join(words[: kept + 1]).rstrip(" ,;:.") + "…" for kept in range(len(words))]
        return cut[max(0, bisect_left(cut, x=True, key=lambda text: not self._fits(text)) - 1)]

    def _fits(self, text: str) -> bool:
        metrics, wide = self.fontMetrics(), Qt.TextFlag.TextWordWrap
        high = metrics.boundingRect(0, 0, self.width(), 1 << 20, wide, text).height()
        return high < (self._most + 0.5) * metrics.lineSpacing()


class RowButton(QPushButton):
    """A button with a mark, such as its number, and a text that wraps."""

    def __init__(self, mark: str, text: str, role: str = "option") -> None:
        super().__init__()
        set_role(self, role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.mark = Text(mark, "key")
        self.words = FoldingText(text, "option")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(STEP + HALF, STEP + LEADING, GAP, STEP - LEADING)
        self.row.setSpacing(STEP + HALF)
        self.row.addLayout(beside_words(self.mark))
        self.row.addWidget(self.words, 1)
        self.let_through()

    def become(self, role: str) -> None:
        """Take another role, on which the colour of the words depends too."""
        set_role(self, role)
        style = self.words.style()
        style.unpolish(self.words)
        style.polish(self.words)

    def let_through(self) -> None:
        """Let a press on a part of the button be a press on the button."""
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that a narrow line is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the wrapped text."""
        return max(self.row.heightForWidth(width), self.minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the mark and the text."""
        return self.row.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: never lower than what can be hit."""
        return QSize(80, 44)


class JudgedRow(QFrame):
    """A part of an answer, with a word on how it did: beside it, or below where text is large."""

    def __init__(self, mark: str, verdict: str, role: str, *, own: bool = False) -> None:
        """`own` has a line of twice the width around it: it is the card's own part."""
        super().__init__()
        set_role(self, "judged-own" if own else "judged")
        self.texts = QVBoxLayout()
        self.texts.setSpacing(0)
        across = QHBoxLayout(self)
        room = QMargins(STEP + HALF, STEP + LEADING, GAP, STEP - LEADING)
        across.setContentsMargins(room - (1 if own else 0))
        across.setSpacing(STEP + HALF)
        if mark:
            across.addWidget(Text(mark, "key"), 0, Qt.AlignmentFlag.AlignTop)
        large = text_scale() >= LARGE
        direction = QBoxLayout.Direction
        said = QBoxLayout(direction.TopToBottom if large else direction.LeftToRight)
        said.setSpacing(0 if large else GAP)
        said.addLayout(self.texts, 1)
        said.addWidget(Text(verdict, role), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(said, 1)

    def add(self, text: QWidget) -> None:
        """Add a line of text."""
        self.texts.addWidget(text)


def empty(layout: QBoxLayout) -> None:
    """Take all widgets out of a layout, and do away with them."""
    while (item := layout.takeAt(0)) is not None:
        part = item.widget()
        if part is not None:
            part.hide()
            part.deleteLater()
