"""Finding words in the text that is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from nqpf_study.ui.reader.controls import search_field, tool
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.widgets.text import Text

Hit = tuple[int, int]


class FindBar(QFrame):
    """A line to type in, how many places hold the words, and steps from one to the next."""

    typed = Signal(str)
    """The words changed: `show_hits` is to be called with where they stand."""

    hit_chosen = Signal(int, int)
    """This hit is to be shown, in UTF-16 units."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self._hits: tuple[Hit, ...] = ()
        self._current = 0
        self.field = search_field(self.tr("Find in this text"))
        self.field.setMaximumWidth(360)
        self.count = Text("", "muted")
        self.previous = tool("chevron-left", self.tr("Previous hit (Shift+Enter)"))
        self.next = tool("chevron-right", self.tr("Next hit (Enter)"))
        close = tool("x", self.tr("Close the search (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, STEP, GAP, STEP)
        row.setSpacing(STEP)
        row.addWidget(self.field, 1)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(close)
        self.field.textChanged.connect(self.typed)
        self.previous.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        close.clicked.connect(self.closed)
        self._tell()

    def show_hits(self, hits: tuple[Hit, ...], after: int) -> None:
        """Take where the words stand; the first one from unit `after` on is shown."""
        self._hits = hits
        later = [i for i, (start, _) in enumerate(hits) if start >= after]
        self._current = later[0] if later else 0
        self._tell()
        if hits:
            self.hit_chosen.emit(*hits[self._current])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step with Enter, close with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._tell()
            self.hit_chosen.emit(*self._hits[self._current])

    def _tell(self) -> None:
        if self._hits:
            said = self.tr("{number} of {total}").format(
                number=self._current + 1, total=len(self._hits)
            )
        else:
            said = self.tr("Not found") if self.field.text().strip() else ""
        self.count.setText(said)
        for button in (self.previous, self.next):
            button.setEnabled(len(self._hits) > 1)
