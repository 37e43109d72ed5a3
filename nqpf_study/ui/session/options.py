"""Answers to choose from: numbered, each a button that wraps its text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.ui.session.sitting import Option
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.text import CardText, Text


class OptionButton(QPushButton):
    """One answer with its number; after the reveal it says what it was."""

    def __init__(self, number: int, option: Option, *, revealed: bool) -> None:
        super().__init__()
        set_role(self, _role(option, revealed=revealed))
        self.setEnabled(not revealed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        verdict = self._verdict(option)
        self.setAccessibleName(f"{number}: {option.text}" + (f" ({verdict})" if verdict else ""))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(STEP + HALF, STEP + 2, GAP, STEP - 2)
        self._row.setSpacing(STEP + HALF)
        self._row.addWidget(Text(str(number), "key"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(CardText(option.text, "option"), 1)
        if verdict:
            role = "good" if option.right else "again"
            self._row.addWidget(Text(verdict, role), 0, Qt.AlignmentFlag.AlignVCenter)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that a narrow answer is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the wrapped text."""
        return max(self._row.heightForWidth(width), self.minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the number and the text."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: never lower than what can be hit."""
        return QSize(80, 44)

    def _verdict(self, option: Option) -> str:
        if option.right:
            return self.tr("Your choice, right") if option.chosen else self.tr("The answer")
        return self.tr("Your choice") if option.chosen else ""


class Options(QFrame):
    """The answers of one card."""

    chosen = Signal(int)
    """An answer was clicked: its place, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, STEP, 0, 0)
        self._column.setSpacing(STEP)
        self.setAccessibleName(self.tr("Answers to choose from"))

    @property
    def buttons(self) -> list[OptionButton]:
        """Return the answers' buttons in order."""
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        parts = [item.widget() for item in items if item is not None]
        return [part for part in parts if isinstance(part, OptionButton)]

    def show_options(self, options: Sequence[Option], *, revealed: bool) -> None:
        """Show these answers instead of those before."""
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        for at, option in enumerate(options):
            button = OptionButton(at + 1, option, revealed=revealed)
            button.clicked.connect(lambda _checked=False, at=at: self.chosen.emit(at))
            self._column.addWidget(button)
        self.setVisible(bool(options))


def _role(option: Option, *, revealed: bool) -> str:
    if not revealed:
        return "option"
    if option.right:
        return "option-right"
    return "option-wrong" if option.chosen else "option-other"
