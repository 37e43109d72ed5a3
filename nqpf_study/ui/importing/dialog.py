"""The import preview: what opening a deck file would do, before anything is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.ui.importing.model import (
    Group,
    ImportPlan,
    NotesModel,
    errors_and_warnings,
    notes_table,
)
from nqpf_study.ui.importing.problems import ProblemsPanel
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import GAP, HALF, ROOM, STEP
from nqpf_study.ui.widgets.dialog import Dialog
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.app import Preview

_LARGE, _SMALL = QSize(760, 520), QSize(520, 200)


class ImportDialog(Dialog):
    """Shows a preview. Accepted means: import it; where that can't be, it can only be closed.

    `opened` is the file that was opened, where it is not the deck file itself but its package.
    """

    check_asked = Signal()
    """Check the file that can't be imported; the dialog is closed."""

    def __init__(
        self, preview: Preview, parent: QWidget | None = None, opened: Path | None = None
    ) -> None:
        super().__init__(parent)
        self.plan = ImportPlan(preview, opened)
        self.setWindowTitle(self.tr("Import {file}").format(file=self.plan.file.name))
        room = parent.window().size() if parent is not None else _LARGE
        self.resize((_LARGE * text_scale()).boundedTo(room))
        self.model = NotesModel()
        self.table = notes_table(self.model)
        self.meaning = Text("", "muted", wrap=True)
        self.parts = _Parts()
        self.choices = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        column.setSpacing(STEP)
        self._say(column)
        self._show_parts(column)
        column.addSpacing(STEP)
        column.addWidget(self._buttons())
        (self.import_button or self._close).setFocus()

    def _say(self, column: QVBoxLayout) -> None:
        file = Text(str(self.plan.file), "small", wrap=True)
        self.headline = Text(self.plan.headline(), "heading", wrap=True)
        self.explanation = Text(self.plan.explanation(), wrap=True)
        head = QVBoxLayout()
        head.setSpacing(HALF)
        head.addWidget(Text(self.plan.title, "title", wrap=True))
        head.addWidget(file)
        column.addLayout(head)
        column.addSpacing(STEP)
        column.addWidget(self.headline)
        column.addWidget(self.explanation)
        column.addSpacing(STEP)

    def _show_parts(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(STEP)
        notes = QWidget()
        inside = QVBoxLayout(notes)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(STEP)
        inside.addWidget(self.meaning)
        inside.addWidget(self.table, 1)
        self.parts.addWidget(notes)
        for group in self.plan.groups:
            button = self._choice(group.title)
            button.clicked.connect(lambda _=False, group=group: self._show_group(group))
            row.addWidget(button)
        if self.plan.problems:
            problems = ProblemsPanel(self.plan.problems)
            self.parts.addWidget(problems)
            button = self._choice(errors_and_warnings(self.plan.problems))
            button.clicked.connect(lambda: self.parts.setCurrentWidget(problems))
            row.addWidget(button)
        row.addStretch()
        choices = self.choices.buttons()
        if not choices:
            column.addStretch(1)
            self.resize(_SMALL)
            return
        if self.plan.groups:
            column.addLayout(row)
        else:
            choices[0].hide()
        choices[0].click()
        column.addWidget(self.parts, 1)

    def _choice(self, title: str) -> QPushButton:
        button = QPushButton(title, self)
        button.setCheckable(True)
        button.setAutoExclusive(True)  # what readers call it follows from that
        button.setAutoDefault(False)
        set_role(button, "flat")
        self.choices.addButton(button)
        return button

    def _show_group(self, group: Group) -> None:
        self.meaning.setText(group.meaning)
        self.model.show_notes(group.notes)
        self.table.setAccessibleName(group.title)
        self.parts.setCurrentIndex(0)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.import_button: QPushButton | None = None
        self.check_button: QPushButton | None = None
        if self.plan.importable:
            self.import_button = QPushButton(self.tr("Import"))
            set_role(self.import_button, "primary")
            box.addButton(self.import_button, QDialogButtonBox.ButtonRole.AcceptRole)
            box.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
            self.import_button.setDefault(True)
        else:
            if self.plan.problems:
                self.check_button = QPushButton(self.tr("Check the file"))
                self.check_button.setAutoDefault(False)
                self.check_button.clicked.connect(self.reject)
                self.check_button.clicked.connect(self.check_asked)
                box.addButton(self.check_button, QDialogButtonBox.ButtonRole.ActionRole)
            self._close = QPushButton(self.tr("Close"))
            box.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
            self._close.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


class _Parts(QStackedWidget):
    """Lists, one of which shows: where room is short they give way, not the buttons around."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(1)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Ask for no height of its own."""
        return False
