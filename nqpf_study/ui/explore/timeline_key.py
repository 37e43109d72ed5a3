"""What the marks of the timeline mean."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nqpf_study.ui.explore.marks import Keyed
from nqpf_study.ui.explore.timeline_layout import Mark
from nqpf_study.ui.explore.timeline_paint import DOT, paint_mark
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import scaled


def timeline_key() -> list[QWidget]:
    """Name the three marks: a day, some time within, all of the time."""
    return [
        Keyed(_Picture(exact=exact, lasted=lasted), words)
        for words, exact, lasted in (
            (_tr("on that day"), True, False),
            (_tr("some day in that time"), False, False),
            (_tr("all of that time"), False, True),
        )
    ]


class _Picture(QWidget):
    """One of the marks."""

    def __init__(self, *, exact: bool, lasted: bool) -> None:
        super().__init__()
        self._exact, self._lasted = exact, lasted
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a mark that stands for a short time."""
        side = scaled(DOT, text_scale())
        return QSize(side, side if self._exact else round(1.6 * side))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = Mark(0, self.height(), 0, self._exact)
        paint_mark(painter, self.width() / 2, 0, mark, lasted=self._lasted, strong=False)
        painter.end()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Explore", text)
