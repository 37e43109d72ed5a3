"""Choosing how far to study ahead."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from nqpf_study.ui import words

DAYS = (1, 3, 7)


class AheadMenu(QMenu):
    """Offers the cards of the next days: they are asked now, and count."""

    chosen = Signal(int)
    """Study what becomes due in so many days."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        for days in DAYS:
            said = words.counted(
                days, self.tr("Tomorrow's cards"), self.tr("The cards of the next {n} days")
            )
            action = self.addAction(said)
            action.triggered.connect(lambda _checked=False, days=days: self.chosen.emit(days))
