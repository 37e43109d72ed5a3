"""Merging another collection: chosen, what comes in shown, carried out, and said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QGridLayout, QPushButton, QWidget

from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, HALF
from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.widgets.trouble import show_trouble
from nqpf_study.ui.widgets.waiting import wait_for

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError
    from nqpf_study.study.ports import Merged


class Merging(QObject):
    """Brings in what another machine's collection has besides, when the learner says so."""

    changed = Signal()
    """The collection was changed."""

    message = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def choose(self, study: Study) -> None:
        """Ask for a collection, and show what it would bring."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Merge another collection"),
            str(Path.home()),
            self.tr("Collections and their backups (*.db)"),
        )
        if name:
            self.look(study, Path(name))

    def look(self, study: Study, other: Path) -> None:
        """Show what merging a collection would bring in."""
        wait_for(
            self.tr("Looking what {file} would bring").replace("{file}", other.name),
            lambda progress: study.preview_merge(other, progress),
            lambda merged: self._show(study, other, merged),
            self._fail,
            self._window,
            on_cancelled=self._say_stopped,
        )

    def _show(self, study: Study, other: Path, merged: Merged) -> None:
        if merged.nothing:
            said = self.tr("All that {file} holds is in your collection already.")
            self.message.emit(said.replace("{file}", other.name))
            return
        dialog = MergeDialog(other, merged, self._window)
        dialog.accepted.connect(lambda: self._merge(study, other))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _merge(self, study: Study, other: Path) -> None:
        wait_for(
            self.tr("Merging {file}").replace("{file}", other.name),
            lambda progress: study.merge(other, progress),
            self._merged,
            self._fail,
            self._window,
            on_cancelled=self._say_stopped,
        )

    def _merged(self, merged: Merged) -> None:
        said = self.tr("Merged. New here: reviews {reviews}, decks {decks}, notes {notes}.")
        self.message.emit(
            said.replace("{reviews}", f"{merged.reviews:,}")
            .replace("{decks}", f"{merged.decks:,}")
            .replace("{notes}", f"{merged.notes_added:,}")
        )
        self.changed.emit()

    def _say_stopped(self) -> None:
        self.message.emit(self.tr("The merge was stopped. Nothing was changed."))

    def _fail(self, error: StudyError) -> None:
        show_trouble(error, self._window)


class MergeDialog(TallDialog):
    """Says what a merge would bring in, and asks whether to."""

    def __init__(self, other: Path, merged: Merged, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("MergeDialog", "Merge another collection"),
            f"{other.parent.name}/{other.name}",
            Standard.Cancel,
            parent,
        )
        self.body.addWidget(Text(self.tr("This would be added:"), "lead"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF)
        for row, (name, count) in enumerate(figures(merged)):
            grid.addWidget(Text(name, wrap=True), row, 0)
            grid.addWidget(Text(f"{count:,}", "heading"), row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)
        self.body.addWidget(
            Text(
                self.tr(
                    "A backup of your collection is made first. Nothing of yours is lost: reviews "
                    "are added to yours, of a note that both have the newer text is kept, and your "
                    "settings stay. The other collection is not changed."
                ),
                "muted",
                wrap=True,
            )
        )
        self.body.addStretch(1)
        self.merge = QPushButton(self.tr("Merge"))
        set_role(self.merge, "primary")
        self.buttons.addButton(self.merge, QDialogButtonBox.ButtonRole.AcceptRole)
        self.merge.setDefault(True)
        self.merge.setFocus()


def figures(merged: Merged) -> list[tuple[str, int]]:
    """Return what comes in, each with its name; what has none is left out."""
    found = [
        (_tr("Reviews"), merged.reviews),
        (_tr("Other acts, such as suspending a card"), merged.entries - merged.reviews),
        (_tr("Decks that you don't have"), merged.decks),
        (_tr("Notes that you don't have"), merged.notes_added),
        (_tr("Notes with a newer text"), merged.notes_changed),
        (_tr("Cards that are worked out anew from both histories"), merged.cards),
        (_tr("Flags and tags that were last changed there"), merged.marks),
        (_tr("Saved searches that you don't have"), merged.searches),
    ]
    return [(name, count) for name, count in found if count]


def _tr(text: str) -> str:
    return QCoreApplication.translate("merging", text)
