"""Buttons for several ways of doing something: the name of each, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import HALF, STEP
from nqpf_study.ui.widgets.text import Text

LARGE = 1.5
"""The text scale from which what a choice means may take two lines."""


class OptionButton(QPushButton):
    """Two lines: a name, and below it small what choosing it means."""

    def __init__(self, name: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "option")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name, self.meaning = name, meaning
        self.setAccessibleName(f"{name}: {meaning}")
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(STEP + HALF, STEP, STEP + HALF, STEP)
        self._down.setSpacing(0)
        large = text_scale() >= LARGE
        for part in (Text(name, "option"), Text(meaning, "small", wrap=large)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._down.addWidget(part)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of both lines."""
        return self._down.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of both lines: neither is cut off."""
        return self._down.minimumSize()


class Options(QWidget):
    """Option buttons of one width: side by side, two and two, or one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.options: Sequence[OptionButton] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(STEP)

    def show_options(self, options: Sequence[OptionButton]) -> None:
        """Show these in place of those before."""
        for gone in self.options:
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.options = options
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put as many side by side as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width of one: the others can go below it."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def _widest(self) -> int:
        return max((option.sizeHint().width() for option in self.options), default=0)

    def _arrange(self) -> None:
        each = self._widest() + STEP
        fitting = max(1, (self.width() + STEP) // each)
        columns = next(n for n in (len(self.options), 2, 1) if n <= fitting)
        if columns == self._columns or not self.options:
            return
        self._columns = columns
        for at, option in enumerate(self.options):
            self._grid.addWidget(option, at // columns, at % columns)
        for at in range(len(self.options)):
            self._grid.setColumnStretch(at, int(at < columns))
