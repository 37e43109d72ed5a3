"""Two parts, side by side where there is room, otherwise one above the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import scaled


class TurningSplit(QSplitter):
    """A splitter that turns with its width; the learner may still move the divider."""

    turned = Signal(bool)
    """The parts stand side by side now (True) or one above the other."""

    def __init__(
        self, first: QWidget, second: QWidget, *, beside_from: int, width: int, most: int = 0
    ) -> None:
        """Put `second`, `width` px wide, beside `first` from a whole width of `beside_from` on.

        Where a quarter of the whole is more, it is as wide as that, up to `most`. All at a text
        scale of 1.
        """
        super().__init__(Qt.Orientation.Vertical)
        self._beside_from = beside_from
        self._width, self._most = width, most
        self._arranged = False
        self.setChildrenCollapsible(False)
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, 1)

    @property
    def beside(self) -> bool:
        """Tell whether the parts stand side by side."""
        return self.orientation() is Qt.Orientation.Horizontal

    def arrange(self) -> None:
        """Give both parts their usual sizes."""
        whole = self.width() if self.beside else self.height()
        size = whole * 9 // 20
        if self.beside:
            least, most = (scaled(size, text_scale()) for size in (self._width, self._most))
            size = max(least, min(whole // 4, most))
        self.setSizes([whole - size, size])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Turn where the width asks for it."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._beside_from * text_scale()
        if beside is self.beside and self._arranged:
            return
        self._arranged = True
        self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        self.turned.emit(beside)
        self.arrange()
