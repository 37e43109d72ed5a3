"""A line of honest words above the text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from nqpf_study.ui.accessible import announce
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.widgets.text import Text


class Notice(QFrame):
    """Says what is amiss with a source, with a button to see more."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "bar")
        self._said = Text("", "error", wrap=True)
        self._more = QPushButton(self.tr("Show them"))
        self._more.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, STEP, GAP, STEP)
        row.addWidget(self._said, 1)
        row.addWidget(self._more)

    def say(self, text: str, *, more: bool = False) -> None:
        """Say this, nothing when empty."""
        self._said.setText(text)
        self._more.setVisible(more)
        self.setVisible(bool(text))
        if text:
            announce(self, text)
