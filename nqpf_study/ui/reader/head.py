"""The reader's head: which source this is, and the way through its passages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nqpf_study.domain.source import Source
from nqpf_study.ui.reader.citation import facts
from nqpf_study.ui.reader.controls import tool
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.words import counted


class Elided(Text):
    """One line of text, cut off with an ellipsis where there is no room; whole in its tooltip."""

    def __init__(self, role: str = "") -> None:
        super().__init__("", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for no width."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        said = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, said)
        self.setToolTip("" if said == self.text() else self.text())


class ReaderHead(QFrame):
    """Title, publisher, date and language; back, passage by passage, find and copy."""

    back = Signal()
    previous = Signal()
    next = Signal()
    find_asked = Signal()
    copy = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Elided("heading")
        self._facts = Elided("small")
        words = QVBoxLayout()
        words.setSpacing(HALF // 2)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        self.place = Text("", "muted")
        self._previous = tool("chevron-left", self.tr("Previous passage (P)"))
        self._next = tool("chevron-right", self.tr("Next passage (N)"))
        self._back = tool("chevron-left", self.tr("All sources (Esc)"))
        find = tool("search", self.tr("Find in this text (Ctrl+F)"))
        self._copy = tool("copy", self.tr("Copy the quotation with its citation (Ctrl+Shift+C)"))
        for button, signal in (
            (self._back, self.back),
            (self._previous, self.previous),
            (self._next, self.next),
            (find, self.find_asked),
            (self._copy, self.copy),
        ):
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(STEP, STEP, GAP, STEP)
        row.setSpacing(HALF)
        row.addWidget(self._back)
        row.addSpacing(HALF)
        row.addLayout(words, 1)
        row.addSpacing(GAP)
        row.addWidget(self._previous)
        row.addWidget(self.place)
        row.addWidget(self._next)
        row.addSpacing(STEP)
        row.addWidget(find)
        row.addWidget(self._copy)

    def show_source(self, source: Source) -> None:
        """Name the source."""
        self._title.setText(source.title)
        self._facts.setText(facts(source))
        self._facts.setAccessibleDescription(source.where)

    def show_place(self, place: int | None, total: int) -> None:
        """Say which passage of how many is marked strongly."""
        if not total:
            said = self.tr("No passages")
        elif place is None:
            said = counted(total, self.tr("1 passage"), self.tr("{n} passages"))
        else:
            said = self.tr("{number} of {total}").format(number=place + 1, total=total)
        self.place.setText(said)
        for button in (self._previous, self._next):
            button.setEnabled(total > 0)

    def may_copy(self, *, something: bool) -> None:
        """Say whether there is a quotation to copy."""
        self._copy.setEnabled(something)
