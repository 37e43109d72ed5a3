"""The floor of every start: a bare PySide6 window that says when it is painted, and stays."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Window(QMainWindow):
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, lambda: print("PAINTED", flush=True))


application = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QLabel("Bare"))
window.resize(1100, 720)
window.show()
sys.exit(application.exec())
