"""What an import preview says: a headline, counts, and the notes behind each count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QHeaderView, QTableView

from nqpf_study.domain.deck import Note
from nqpf_study.domain.errors import Level, Problem, Waived
from nqpf_study.domain.kinds import cards_of
from nqpf_study.ui.reader.controls import dress_table
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import scaled
from nqpf_study.ui.words import counted, listed, running

if TYPE_CHECKING:
    from nqpf_study.app import Preview

_ID_WIDTH, _KIND_WIDTH = 160, 88
_NONE_KNOWN: Mapping[str, Note] = MappingProxyType({})

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Group:
    """Notes to which the import would do the same: how many, what that means, and which."""

    title: str
    meaning: str
    notes: Sequence[Note | str]
    """A retired note is known by its id alone."""


class ImportPlan:
    """An import preview in words; `opened` is the package that brought the deck file."""

    def __init__(self, preview: Preview, opened: Path | None = None) -> None:
        self.file = opened or preview.checked.path
        self.problems = preview.checked.problems
        self._changes = changes = preview.changes
        deck = preview.checked.deck
        self.title = deck.title if deck is not None else self.file.name
        self.groups = (
            ()
            if changes is None
            else _groups(changes.added, changes.changed, changes.returned, changes.retired)
        )

    @property
    def importable(self) -> bool:
        """Tell whether there is something to import and no error keeps it out."""
        return self._changes is not None and not self._changes.nothing

    def headline(self) -> str:
        """Say in one line what the import comes to."""
        if self._changes is None:
            return _tr("This file can't be imported as it is.")
        if self._changes.nothing:
            return _tr("There is nothing to import.")
        return _tr("Import this deck?") if self._all_new else _tr("Update this deck?")

    def explanation(self) -> str:
        """Say what is safe, and what follows."""
        changes = self._changes
        if changes is None:
            return _tr("Nothing was changed. Mend the file and open it again.")
        if changes.nothing:
            same = _tr("Your collection holds this deck as it is in the file: {notes}.")
            one, many = _tr("1 note"), _tr("{n} notes")
            return same.format(notes=counted(changes.unchanged, one, many))
        said = [_tr("A backup is made first.")]
        if not self._all_new:
            said.append(_tr("What you have learned is kept."))
        if changes.unchanged:
            one, many = _tr("1 note stays as it is."), _tr("{n} notes stay as they are.")
            said.append(counted(changes.unchanged, one, many))
        if not self._all_new and changes.about:
            said.append(_tr("The deck's own description or its sources change."))
        if not self._all_new and changes.positions is not None:
            said.append(_tr("The order of the notes changes."))
        return running(said)

    @property
    def _all_new(self) -> bool:
        changes = self._changes
        return (
            changes is not None
            and bool(changes.added)
            and not (changes.changed or changes.returned or changes.retired or changes.unchanged)
        )


def errors_and_warnings(problems: Sequence[Problem]) -> str:
    """Count problems by their level."""
    errors = sum(problem.level is Level.ERROR for problem in problems)
    warnings = len(problems) - errors
    parts = []
    if errors:
        parts.append(counted(errors, _tr("1 error"), _tr("{n} errors")))
    if warnings:
        parts.append(counted(warnings, _tr("1 warning"), _tr("{n} warnings")))
    return listed(parts) or _tr("No problems")


def found_by_check(problems: Sequence[Problem], waived: Sequence[Waived]) -> str:
    """Count problems by their level, and the warnings that the author let pass."""
    said = errors_and_warnings(problems)
    if not waived:
        return said
    return listed((said, counted(len(waived), _tr("1 waived"), _tr("{n} waived"))))


class NotesModel(QAbstractTableModel):
    """The notes of a group: id, kind and first question, made when they show."""

    def __init__(self) -> None:
        super().__init__()
        self._notes: Sequence[Note | str] = ()
        self._known: Mapping[str, Note] = {}
        self._titles = (_tr("Note"), _tr("Kind"), _tr("First question"))

    def show_notes(
        self, notes: Sequence[Note | str], known: Mapping[str, Note] = _NONE_KNOWN
    ) -> None:
        """List these notes; `known` tells by id what those say that are named alone."""
        self.beginResetModel()
        self._notes, self._known = notes, known
        self.endResetModel()

    def note(self, row: int) -> Note | None:
        """Return the note of a row, None where there is none or only its id is known."""
        if not 0 <= row < len(self._notes):
            return None
        note = self._notes[row]
        return self._known.get(note) if isinstance(note, str) else note

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many notes there are."""
        return 0 if parent is not None and parent.isValid() else len(self._notes)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's title."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._titles[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        note = self.note(index.row())
        if note is None:
            return (self._notes[index.row()], "", "")[index.column()]
        if index.column() == 2:
            return " ".join(cards_of(note)[0].question.split())
        return note.id if index.column() == 0 else note.kind


def notes_table(model: NotesModel) -> QTableView:
    """Return a table of notes."""
    table = QTableView()
    dress_table(table)
    table.setModel(model)
    columns = table.horizontalHeader()
    columns.setStretchLastSection(True)
    columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    table.setColumnWidth(0, scaled(_ID_WIDTH, text_scale()))
    table.setColumnWidth(1, scaled(_KIND_WIDTH, text_scale()))
    return table


def _groups(
    added: Sequence[Note],
    changed: Sequence[Note],
    returned: Sequence[Note],
    retired: Sequence[str],
) -> tuple[Group, ...]:
    groups = (
        (
            added,
            counted(len(added), _tr("1 added"), _tr("{n} added")),
            _tr("New notes: their cards come up as new ones."),
        ),
        (
            changed,
            counted(len(changed), _tr("1 changed"), _tr("{n} changed")),
            _tr("Notes whose text differs: what you have learned of them is kept."),
        ),
        (
            returned,
            counted(len(returned), _tr("1 returned"), _tr("{n} returned")),
            _tr("Notes that were retired and are in the file again, with their history."),
        ),
        (
            retired,
            counted(len(retired), _tr("1 retired"), _tr("{n} retired")),
            _tr("Notes that left the file: they aren't asked any more, their history is kept."),
        ),
    )
    return tuple(Group(title, meaning, notes) for notes, title, meaning in groups if notes)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Import", text)
