"""A part of the settings: a title, and rows of a name, an explanation and a control."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.widgets.text import CardText, Line, Text

CONTROL_WIDTH = 216
LARGE = 1.5
"""The text scale from which a control stands below its name."""

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


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
        title = CardText(name)
        title.setBuddy(control)
        said.addWidget(title)
        if explained:
            said.addWidget(label)
        row = QWidget()
        across = QBoxLayout(self._direction(), row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        across.addLayout(said, 1)
        across.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rows.addWidget(row)

    def add_below(self, part: QWidget) -> None:
        """Add what belongs to the row before it."""
        self._rows.addWidget(part)

    def clear(self) -> None:
        """Take all rows out."""
        while (item := self._rows.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Put the controls beside their names, or below them where text is large."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for row in self._panel.findChildren(QWidget, options=DIRECT):
                layout = row.layout()
                if isinstance(layout, QBoxLayout):
                    layout.setDirection(self._direction())

    @staticmethod
    def _direction() -> QBoxLayout.Direction:
        beside = text_scale() < LARGE
        direction = QBoxLayout.Direction
        return direction.LeftToRight if beside else direction.TopToBottom

    @staticmethod
    def _spoken(name: str, control: QWidget) -> str:
        return f"{name}: {control.text()}" if isinstance(control, QPushButton) else name
