"""A stack of parts that are taken in one by one: to style all of them at once holds the window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from nqpf_study.ui.slices import Slices


class GradualStack(QStackedWidget):
    """Takes in one of its parts in each turn of the event loop, or when it is to show."""

    def __init__(self, first: QWidget, others: Sequence[QWidget]) -> None:
        """Show `first`; the others come in later turns, in their order."""
        super().__init__()
        self.addWidget(first)
        self._others = tuple(others)  # which have no other owner until they are taken in
        Slices(self, self._take_in())

    def show_part(self, part: QWidget) -> None:
        """Show this part, which has its turn now where it had none."""
        self.take(part)
        self.setCurrentWidget(part)

    def take(self, part: QWidget) -> None:
        """Take in a part at once, as one must be that is to have the focus before it shows."""
        if self.indexOf(part) < 0:
            self.addWidget(part)

    def _take_in(self) -> Iterator[None]:
        for part in self._others:
            self.take(part)
            yield
