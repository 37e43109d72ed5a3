"""How much of the text cards rest on, and the way to what they leave out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QWidget

from nqpf_study.ui.reader.controls import tool
from nqpf_study.ui.tokens import GAP, HALF, HIT, STEP
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.words import counted


class CoverageBar(QFrame):
    """Counts the sentences that cards rest on; a box marks the others, arrows go through them."""

    toggled = Signal(bool)
    """What no card rests on is to be marked, or not."""

    previous = Signal()
    next = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = self._bare = 0
        self.said = Text("", "small", wrap=True)
        self.place = Text("", "small")
        self._shown = QCheckBox(self.tr("Show what no card rests on"))
        self._shown.setToolTip(self.tr("Mark the sentences that no card rests on (U)"))
        self._steps = (
            tool("chevron-left", self.tr("Previous sentence without a card (Shift+P)")),
            tool("chevron-right", self.tr("Next sentence without a card (Shift+N)")),
        )
        for step, signal in zip(self._steps, (self.previous, self.next), strict=True):
            step.clicked.connect(signal)
        self._counts = QWidget()
        across = QHBoxLayout(self._counts)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(HALF)
        across.addWidget(self.said, 1)
        for part in (self._steps[0], self.place, self._steps[1]):
            across.addWidget(part)
        self._shown.setMinimumHeight(HIT)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(HIT + GAP, 0, GAP, HALF)
        self._row.setSpacing(STEP)
        self._row.addWidget(self._counts, 1)
        self._row.addWidget(self._shown)
        self._shown.toggled.connect(self._turn)
        self.show_counts(0, 0)

    def show_counts(self, total: int, bare: int) -> None:
        """Say on how many of `total` sentences cards rest: on all but `bare`."""
        self._total, self._bare = total, bare
        if bare:
            said = counted(
                total,
                self.tr("No card rests on the only sentence"),
                self.tr("Cards rest on {covered} of {n} sentences"),
            ).format(covered=f"{total - bare:,}")
        else:
            said = self.tr("Cards rest on every sentence")
        self.said.setText(said)
        self.setVisible(total > 0)
        self._shown.setVisible(bare > 0)
        self.show_place(None)

    def show_place(self, place: int | None) -> None:
        """Say which of the sentences without a card is selected."""
        if place is None:
            said = counted(self._bare, self.tr("1 sentence"), self.tr("{n} sentences"))
        else:
            said = self.tr("{number} of {total}").format(number=place + 1, total=self._bare)
        self.place.setText(said)
        for part in (*self._steps, self.place):
            part.setVisible(self._shown.isChecked() and self._bare > 0)

    def toggle(self, *, on: bool | None = None) -> None:
        """Mark what no card rests on, or no more; `on` tells which, None the other one."""
        if self._bare:
            self._shown.setChecked(not self._shown.isChecked() if on is None else on)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width of the wider part only: the box can stand below the counts."""
        margins = self._row.contentsMargins()
        wider = max(part.minimumSizeHint().width() for part in (self._counts, self._shown))
        height = super().minimumSizeHint().height()
        return QSize(margins.left() + wider + margins.right(), height)

    def event(self, event: QEvent) -> bool:
        """Put the box where there is room when the width, the words or the text size changed."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Put the box beside the counts where both have room, else below."""
        margins = self._row.contentsMargins()
        words = self.said.fontMetrics().horizontalAdvance(self.said.text())
        steps = sum(part.sizeHint().width() + HALF for part in (*self._steps, self.place))
        need = margins.left() + words + steps + STEP + self._shown.sizeHint().width()
        beside = need + margins.right() <= self.width()
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _turn(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.show_place(None)
        self.toggled.emit(shown)
