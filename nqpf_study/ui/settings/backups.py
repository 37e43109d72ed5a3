"""Choosing a backup to put back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.ui.tokens import GAP, ROOM
from nqpf_study.ui.widgets.dialog import Dialog
from nqpf_study.ui.widgets.plain_buttons import plain
from nqpf_study.ui.widgets.text import Text


class BackupsDialog(Dialog):
    """Lists the backups of a folder, the newest first."""

    chosen = Signal(object)
    """A backup (a Path) was chosen."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.setMinimumSize(520, 400)
        self._folder = folder
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Backups, the newest first"))
        self.list.ensurePolished()  # items are measured when they are added
        for path in backups_in(folder):
            item = QListWidgetItem(self._said(path))
            item.setData(Qt.ItemDataRole.UserRole, path)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self.accept())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        plain(buttons)
        self.restore = QPushButton(self.tr("Restore…"))
        self.restore.setEnabled(self.list.count() > 0)
        self.restore.clicked.connect(self.accept)
        other = QPushButton(self.tr("Another file…"))
        other.clicked.connect(self._choose_file)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(other, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        none = self.tr("There is no backup in the data folder yet.")
        some = self.tr("Which backup is to take the collection's place?")
        down = QVBoxLayout(self)
        down.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        down.setSpacing(GAP)
        down.addWidget(Text(some if self.list.count() else none, wrap=True))
        down.addWidget(self.list, 1)
        down.addWidget(buttons)

    def accept(self) -> None:
        """Choose the backup that is marked."""
        item = self.list.currentItem()
        if item is not None:
            super().accept()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _choose_file(self) -> None:
        kinds = self.tr("Collections (*.db)")
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Restore a backup"), str(self._folder), kinds
        )
        if name:
            super().accept()
            self.chosen.emit(Path(name))

    def _said(self, path: Path) -> str:
        at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        local = QDateTime.fromSecsSinceEpoch(round(at.timestamp()))
        when = QLocale().toString(local, self.tr("d MMMM yyyy, HH:mm"))
        size = QLocale().formattedDataSize(path.stat().st_size)
        reason = path.stem.rsplit("-", maxsplit=1)[-1]
        reasons = {
            "import": self.tr("before an import"),
            "removal": self.tr("before a deck was removed"),
            "restore": self.tr("before a backup was restored"),
            "migration": self.tr("before an update of the program"),
            "asked": self.tr("asked for"),
        }
        return f"{when}   {reasons.get(reason, reason)}   {size}"


def backups_in(folder: Path) -> list[Path]:
    """Return the backups of a folder, the newest first: their names begin with the time."""
    return sorted(folder.glob("*.db"), reverse=True) if folder.is_dir() else []
