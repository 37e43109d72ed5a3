"""What the progress page says before the first review."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, ROOM, STEP
from nqpf_study.ui.widgets.text import Text

_TEXT_WIDTH = 480


class Nothing(QWidget):
    """What the page says before the first review."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = Text(self.tr("Nothing reviewed yet"), "title", wrap=True)
        self._advice = Text("", "muted", wrap=True)
        self.study = QPushButton(self.tr("Study"))
        set_role(self.study, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(STEP)
        column.addStretch(1)
        for said in (self._heading, self._advice):
            said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addLayout(_in_the_middle(said))
        column.addSpacing(GAP)
        column.addWidget(self.study, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def explain(self, *, has_cards: bool) -> None:
        """Say what will be here, and how to begin."""
        if has_cards:
            advice = self.tr(
                "After the first session this page shows what is due on the coming days, what you"
                " have done, and how much of it you remember."
            )
        else:
            advice = self.tr("There are no cards yet: drop a deck file on this window.")
        self._advice.setText(advice)
        self.study.setVisible(has_cards)


def _in_the_middle(said: Text) -> QHBoxLayout:
    """Keep a text to a narrow column in the middle."""
    said.setMaximumWidth(_TEXT_WIDTH)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(said, 1000)
    row.addStretch(1)
    return row
