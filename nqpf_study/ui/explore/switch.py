"""A row of words of which one is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from nqpf_study.ui.explore.flow import Flow
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import HALF


class Switch(QWidget):
    """Offers words; arrows go from one to the next, as in a side bar."""

    chosen = Signal(str)
    """Another one was chosen: its key."""

    def __init__(self, name: str, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = Flow(self, spacing=HALF)
        self.buttons: dict[str, QPushButton] = {}
        for key, text in words.items():
            button = QPushButton(text)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            set_role(button, "flat")
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self.buttons[key] = button
            row.addWidget(button)
        self.choose(next(iter(words)))

    @property
    def present(self) -> str:
        """Return the key of the chosen one."""
        return next((key for key, each in self.buttons.items() if each.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose one, without a signal."""
        for each, button in self.buttons.items():  # Tab leads to the chosen one, as among radios
            chosen = each == key
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        focused = any(button.hasFocus() for button in self.buttons.values())
        self.buttons[key].setChecked(True)
        if focused:
            self.buttons[key].setFocus()
