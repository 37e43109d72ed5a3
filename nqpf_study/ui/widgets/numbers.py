"""A field for a whole number."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

from nqpf_study.ui.tokens import STEP


class NumberBox(QSpinBox):
    """A spin box whose number stands as far from the edge as text does in other fields."""

    def __init__(
        self, value: int, least: int, most: int, suffix: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(suffix)
        self.setValue(value)
        self.lineEdit().setTextMargins(STEP, 0, 0, 0)  # style sheets don't reach this field
