"""The titles above the table: which columns show, in which order and how wide."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from math import inf

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from nqpf_study.ui.browse.columns import LOOKS, STRETCHING, Column, Layout
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import scaled

WIDENED_BY, SHARED_BY = 16, 0.05
"""How much wider one press makes a column: px at a text scale of 1, or of the room left over."""

_NARROW = 56
"""What a column keeps in px at a text scale of 1 when its neighbour is drawn wider."""


class TableHeader(QHeaderView):
    """Arranges the columns as a layout says, and changes it as columns are drawn about.

    The columns fill the table: what one gets, its neighbour at the right gives. Only where more
    columns were chosen than there is room for, the table scrolls sideways.
    """

    layout_changed = Signal()
    """The learner chose another layout."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._chosen = Layout()
        self._room = 0  # until it is known
        self._arranging = self._held = False
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(1)  # Qt's own grows with the font: a flag's column would not fit
        self.setResizeContentsPrecision(0)  # of a hundred thousand rows those on the screen
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.sectionResized.connect(self._resized)
        self.sectionMoved.connect(self._moved)

    @property
    def chosen(self) -> Layout:
        """Return the learner's layout."""
        return self._chosen

    @property
    def shown(self) -> tuple[Column, ...]:
        """Return the columns that show, from left to right."""
        return self._chosen.columns(self._room / text_scale())

    def take(self, layout: Layout) -> None:
        """Show the columns as a layout says."""
        self._chosen = layout
        with self._arranged():
            for place, column in enumerate(layout.order):
                if self.logicalIndex(place) != column:
                    self.moveSection(self.visualIndex(column), place)
        if self._room:
            self.arrange(self._room)
        else:  # what never shows is not to be measured either
            self._hide(layout.columns(inf))

    def choose(self, layout: Layout) -> None:
        """Do the same, and tell that the learner chose it."""
        if layout != self._chosen:
            self.take(layout)
            self.layout_changed.emit()

    def turn(self, column: Column, *, on: bool) -> None:
        """Show a column besides what shows now, or do without it."""
        others = [each for each in self.shown if each is not column]
        self.choose(self._chosen.show([*others, column] if on else others))

    def widen(self, column: Column, steps: int) -> None:
        """Make a column wider by so many steps, or narrower by fewer than none."""
        if column not in STRETCHING:
            width = self._chosen.width(column) + steps * WIDENED_BY
            self.choose(self._chosen.widen(column, width))
        else:
            sign = 1 if column is Column.QUESTION else -1
            self.choose(self._chosen.divide(self._chosen.share + sign * steps * SHARED_BY))

    def arrange(self, room: int) -> None:
        """Lay the columns out in `room` px."""
        self._room = room
        scale, shown = text_scale(), self.shown
        widths = {column: scaled(self._chosen.width(column), scale) for column in shown}
        if self._chosen.shown is None:
            widths |= dict.fromkeys(STRETCHING, 0)  # better little of both than a scroll bar
        left = room - sum(width for each, width in widths.items() if each not in STRETCHING)
        if Column.ANSWER in shown:
            most = left - widths[Column.ANSWER]
            question = max(widths[Column.QUESTION], min(round(left * self._chosen.share), most))
            widths[Column.ANSWER] = max(widths[Column.ANSWER], left - question)
            widths[Column.QUESTION] = question
        else:
            widths[Column.QUESTION] = max(widths[Column.QUESTION], left)
        self._hide(shown)
        with self._arranged():
            for column in shown:
                if self.sectionSize(column) != widths[column]:
                    self.resizeSection(column, widths[column])

    def _hide(self, shown: Collection[Column]) -> None:
        """Hide all columns but these. Each change is dear: so nothing is set that is so already."""
        with self._arranged():
            for column in Column:
                if self.isSectionHidden(column) is (column in shown):
                    self.setSectionHidden(column, column not in shown)

    @contextmanager
    def _arranged(self) -> Iterator[None]:
        """Tell what the header itself moves from what the learner does."""
        before, self._arranging = self._arranging, True
        try:
            yield
        finally:
            self._arranging = before

    def draw(self, column: Column, width: int) -> None:
        """Make a column so many px wide, at its neighbour's cost, and keep both in mind.

        The last one has no neighbour, and stays.
        """
        shown = self.shown
        if column is shown[-1]:
            return
        beside = shown[shown.index(column) + 1]
        least = {each: scaled(min(_NARROW, LOOKS[each].width), text_scale()) for each in shown}
        both = self.sectionSize(column) + self.sectionSize(beside)
        width = max(least[column], min(width, both - least[beside]))
        with self._arranged():
            self.resizeSection(column, width)
            self.resizeSection(beside, both - width)
        self._remember(column, beside)

    def _remember(self, *columns: Column) -> None:
        layout = self._chosen
        for column in columns:
            if column not in STRETCHING:
                layout = layout.widen(column, self.sectionSize(column) / text_scale())
        if Column.ANSWER in self.shown:
            question, answer = map(self.sectionSize, STRETCHING)
            layout = layout.divide(question / max(1, question + answer))
        self._chosen = layout
        self.layout_changed.emit()

    def _resized(self, section: int, before: int, width: int) -> None:
        """Let go on in the columns' manner what Qt does as an edge is drawn."""
        if self._held and not self._arranging:
            with self._arranged():
                self.resizeSection(section, before)
            self.draw(Column(section), width)

    def _moved(self, section: int, _before: int, to: int) -> None:
        if not self._arranging:
            self._chosen = self._chosen.move(Column(section), to)
            self.layout_changed.emit()

    # --- events: Qt resizes sections for reasons of its own too --------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to draw an edge or a title about."""
        self._held = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End it."""
        super().mouseReleaseEvent(event)
        self._held = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Make a column as wide as what it says, by a double click on its edge."""
        self._held = True
        super().mouseDoubleClickEvent(event)
        self._held = False
