"""A part of the settings: a title, and rows of a name, an explanation and a control."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.widgets.text import CardText, Line, Text

CONTROL_WIDTH = 216


class Section(QWidget):
    """Rows in a panel under a title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = QFrame()
        set_role(self._panel, "panel")
        self._rows = QVBoxLayout(self._panel)
        self._rows.setContentsMargins(GAP, STEP, GAP, STEP)
        self._rows.setSpacing(STEP)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(STEP)
        down.addWidget(Text(title, "title"))
        down.addWidget(self._panel)

    def add(
        self, name: str, control: QWidget, explained: str | QLabel = "", spoken: str = ""
    ) -> None:
        """Add a row; `spoken` names the control for screen readers, with {deck} for the name."""
        label = explained if isinstance(explained, QLabel) else Text(explained, "small", wrap=True)
        control.setAccessibleName(
            spoken.replace("{deck}", name) if spoken else self._spoken(name, control)
        )
        control.setAccessibleDescription(label.text())
        control.setMinimumWidth(CONTROL_WIDTH)
        if self._rows.count():
            self._rows.addWidget(Line())
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(CardText(name))
        if explained:
            said.addWidget(label)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        across.addLayout(said, 1)
        across.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rows.addWidget(row)

    def clear(self) -> None:
        """Take all rows out."""
        while (item := self._rows.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()

    @staticmethod
    def _spoken(name: str, control: QWidget) -> str:
        return f"{name}: {control.text()}" if isinstance(control, QPushButton) else name
