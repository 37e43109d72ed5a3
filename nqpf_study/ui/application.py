"""The application: Qt's own, with an ear for the files that macOS opens with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from nqpf_study.ui.second_start import Request


class Application(QApplication):
    """macOS names the files that a program is to open in events, not on its command line."""

    asked = Signal(object)
    """This Request came from the system."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._early: list[str] = []
        self._heard = False

    def listened_to(self) -> tuple[str, ...]:
        """Return the files that were to be opened before; `asked` tells of those to come."""
        self._heard = True
        return tuple(self._early)

    def event(self, event: QEvent) -> bool:
        """Take the files that are to be opened."""
        if isinstance(event, QFileOpenEvent) and event.file():
            if self._heard:
                self.asked.emit(Request(files=(event.file(),)))
            else:
                self._early.append(event.file())
            return True
        return super().event(event)
