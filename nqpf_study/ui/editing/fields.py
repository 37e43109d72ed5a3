"""Fields to write a note's texts in, each with its name and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from nqpf_study.ui.editing.words import SHORT, hint, label
from nqpf_study.ui.tokens import HALF
from nqpf_study.ui.widgets.text import Text

MOST_LINES = 8


class GrowingEdit(QPlainTextEdit):
    """Several lines of text, as high as what is written in it; Tab leaves it."""

    finished = Signal()
    """Ctrl+Enter was pressed."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._grow)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Grow where narrower lines are more."""
        super().resizeEvent(event)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Finish on Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _grow(self) -> None:
        """Be as high as the lines are: Chinese ones are higher than others."""
        block, height = self.document().firstBlock(), 0.0
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        line = self.fontMetrics().lineSpacing()
        margins, inside = self.contentsMargins(), 2 * self.document().documentMargin()
        around = margins.top() + margins.bottom() + inside + 2
        wanted = round(max(line, min(height, MOST_LINES * line)) + around)
        if self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)


class NoteField(QWidget):
    """A text of a note to be written: `value` as it was, or several, one on each line."""

    changed = Signal()
    finished = Signal()

    def __init__(self, kind: str, key: tuple[str | int, ...], value: str | tuple[str, ...]) -> None:
        super().__init__()
        self._was = value
        self._whole_list = isinstance(value, tuple)
        self._shown = "\n".join(value) if isinstance(value, tuple) else value
        name = label(kind, key)
        if key[0] in SHORT and "\n" not in self._shown:
            self.edit: QLineEdit | GrowingEdit = QLineEdit(self._shown)
            self.edit.textChanged.connect(self._change)
            self.edit.setCursorPosition(0)
        else:
            self.edit = GrowingEdit(self._shown)
            self.edit.textChanged.connect(self._change)
            self.edit.finished.connect(self.finished)
        self._how = hint(kind, key, whole_list=self._whole_list)
        self.edit.setAccessibleName(name)
        title = Text(name, "muted")
        title.setBuddy(self.edit)
        self._trouble = Text("", "error", wrap=True)
        self._trouble.hide()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(HALF)
        down.addWidget(title)
        down.addWidget(self.edit)
        if self._how:
            down.addWidget(Text(self._how, "small", wrap=True))
        down.addWidget(self._trouble)
        self.blame("")

    @property
    def value(self) -> str | tuple[str, ...]:
        """Return what is written, the lines of a list without the blank ones."""
        said = self.written
        if not self._whole_list:
            return said
        return tuple(line.strip() for line in said.splitlines() if line.strip())

    @property
    def written(self) -> str:
        """Return the text as it stands in the field."""
        edit = self.edit
        return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()

    @property
    def is_changed(self) -> bool:
        """Tell whether something else is written than at first."""
        return self.written != self._shown

    @property
    def was_empty(self) -> bool:
        """Tell whether nothing was written at first."""
        return not self._was

    @property
    def trouble(self) -> str:
        """Return what is said to be wrong with it, if anything."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def blame(self, trouble: str) -> None:
        """Say what is wrong with it; nothing is."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self.edit.setAccessibleDescription(" ".join(filter(None, (self._how, trouble))))

    def _change(self) -> None:
        self.blame("")
        self.changed.emit()
