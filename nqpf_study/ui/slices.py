"""Work of the GUI thread in slices: what does not show at once is made in later turns."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Slices(QTimer):
    """Goes on with some work, up to its next `yield`, in each turn of the event loop.

    It ends with its owner. Keys, clicks and paints come between the slices.
    """

    def __init__(self, owner: QObject, work: Iterator[object], pause: int = 0) -> None:
        """Begin in the next turn; `pause` is how many ms lie between two slices."""
        super().__init__(owner, interval=pause, singleShot=True)
        self._work = work
        self.timeout.connect(self._go_on)
        self.start()

    def stop_for_good(self) -> None:
        """Leave the rest undone."""
        self.stop()
        self.deleteLater()

    def _go_on(self) -> None:
        for _ in self._work:
            self.start()
            return
        self.stop_for_good()
