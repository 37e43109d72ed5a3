"""A note's texts to edit, and what is wrong with them beside each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.study.editing import Key, Refused, texts_of
from nqpf_study.ui.accessible import announce
from nqpf_study.ui.editing.fields import NoteField
from nqpf_study.ui.editing.words import by_labels
from nqpf_study.ui.language import told
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import STEP
from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.widgets.trouble import confirm
from nqpf_study.ui.words import running

if TYPE_CHECKING:
    from nqpf_study.study.editing import OpenNote, Wanted


class EditDialog(TallDialog):
    """Edits a note; `save` gets it and the changed texts, and tells it `saved` or `fail`."""

    def __init__(
        self,
        opened: OpenNote,
        save: Callable[[EditDialog, Wanted], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            QCoreApplication.translate("EditDialog", "Edit the note"),
            opened.deck.title,
            parent=parent,
        )
        self.opened = opened
        self._save = save
        self._saving = False
        where = self.tr("In {file}, note {note}")
        file = opened.file.path
        place = Text(
            where.replace("{file}", file.name).replace("{note}", opened.note.id), "small", wrap=True
        )
        place.setToolTip(str(file))
        self.body.addWidget(place)
        note = opened.note
        self.fields: dict[Key, NoteField] = {}
        for key, value in texts_of(note).items():
            field = NoteField(note.kind, key, value)
            field.changed.connect(self._change)
            field.finished.connect(self.accept)
            self.fields[key] = field
            self.body.addWidget(field)
        self._offer_more()
        self.body.addStretch(1)
        if note.passages:
            self.body.addWidget(
                Text(self.tr("Passages and tags are changed in the file."), "small", wrap=True)
            )
        for keys in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self._change()
        next(iter(self.fields.values())).edit.setFocus()

    @property
    def wanted(self) -> Wanted:
        """Return the texts that were changed."""
        return {key: field.value for key, field in self.fields.items() if field.is_changed}

    def accept(self) -> None:
        """Have what was changed saved; the dialog stays until it is."""
        if self._saving or not self.wanted:
            return
        self.clear_error()
        self._saving = True
        self._change()
        self._save(self, self.wanted)

    def saved(self) -> None:
        """Close: all is saved."""
        self._saving = False
        super().accept()

    def stopped(self) -> None:
        """Go on: the saving was stopped, and nothing was written."""
        self._saving = False
        self._change()

    def fail(self, error: StudyError) -> None:
        """Say what is wrong, beside the texts at fault as far as it is about them."""
        self._saving = False
        self._change()
        cause = error.__cause__
        refused = cause if isinstance(cause, Refused) else None
        kind = self.opened.note.kind
        blamed = {
            self.fields[key]: problem
            for key, problem in (refused.blamed if refused else {}).items()
            if key in self.fields
        }
        for field, problem in blamed.items():
            field.show()
            lines = filter(None, (told(problem.message), told(problem.hint)))
            field.blame(by_labels(kind, "\n".join(lines)))
        others = [one for one in refused.problems if one not in blamed.values()] if refused else []
        if blamed:
            self.take_room()
            first = next(iter(blamed))
            first.edit.setFocus()
            self._scroll.ensureWidgetVisible(first)
            announce(self, first.trouble)
        if not blamed or others:
            safe = self.tr("Nothing was written.") if refused else error.safe
            told_too = by_labels(kind, running(told(one.message) for one in others[:3]))
            super().fail(StudyError(error.what, safe=running((told_too, safe)), mend=error.mend))

    def reject(self) -> None:
        """Close; ask first where something written would be lost."""
        if self._saving:
            return
        if not self.wanted:
            super().reject()
            return
        box = confirm(
            self,
            self.tr("Close without saving?"),
            self.tr("What you have changed of this note would be lost."),
            self.tr("Discard"),
        )
        box.accepted.connect(lambda: self.done(QDialog.DialogCode.Rejected))

    def _offer_more(self) -> None:
        """Leave out the texts that the note doesn't have, until they are asked for."""
        empty = [field for field in self.fields.values() if field.was_empty]
        if not empty or len(empty) == len(self.fields):
            return
        more = QPushButton(self.tr("More fields"))
        set_role(more, "link")
        more.setAutoDefault(False)

        def show() -> None:
            more.hide()
            for field in empty:
                field.show()
            empty[0].edit.setFocus()
            self.take_room()

        for field in empty:
            field.hide()
        more.clicked.connect(show)
        self.body.addWidget(more)
        self.body.addSpacing(STEP)
        self.more = more

    def _change(self) -> None:
        save = self.buttons.button(Standard.Save)
        save.setEnabled(bool(self.wanted) and not self._saving)
        for field in self.fields.values():
            field.edit.setReadOnly(self._saving)
