"""The learner's saved searches, to be renamed and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QPushButton, QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.search_query import SavedSearch
from nqpf_study.ui.accessible import call
from nqpf_study.ui.explore.flow import Flow
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import STEP, scaled
from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import Text

ROW = 32
"""The height of a row in px at a text scale of 1, at least."""

_NAME = Qt.ItemDataRole.UserRole


class SearchesDialog(TallDialog):
    """Lists searches by name. F2 renames the present one in its row, Delete removes it."""

    rename_asked = Signal(str, str)
    """Give the search of this name that one."""

    remove_asked = Signal(str)
    """Keep the search of this name no longer."""

    def __init__(self, searches: Sequence[SavedSearch], parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("SearchesDialog", "Saved searches")
        super().__init__(title, title, Standard.Close, parent)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        set_role(self.list, "choices")
        self.list.setMinimumHeight(scaled(5 * ROW, text_scale()))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.text = Text("", "muted", wrap=True)
        self.none = Text(self.tr("None is saved any more."), "muted", wrap=True)
        buttons = QWidget()
        row = Flow(buttons, spacing=STEP)
        self.rename = self._button(row, self.tr("Rename"), "F2", self._edit)
        self.remove = self._button(row, self.tr("Remove"), "Del", self._remove)
        self.body.setSpacing(STEP)
        for part in (self.list, self.none, self.text, buttons):
            self.body.addWidget(part, 1 if part is self.list else 0)
        self.list.itemChanged.connect(self._renamed)
        self.list.currentRowChanged.connect(self._look)
        self.show_searches(searches)
        self.list.setFocus()

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """List these searches; the present row stays so."""
        self.clear_error()
        present = max(0, self.list.currentRow())
        quiet = QSignalBlocker(self.list)
        self.list.clear()
        for search in searches:
            item = QListWidgetItem(search.name)
            item.setData(_NAME, search)
            item.setToolTip(search.text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setSizeHint(QSize(0, scaled(ROW, text_scale())))
            self.list.addItem(item)
        self.list.setCurrentRow(min(present, self.list.count() - 1))
        quiet.unblock()
        self.list.setVisible(bool(searches))
        self.none.setVisible(not searches)
        self._look()

    def refuse(self, error: StudyError, searches: Sequence[SavedSearch]) -> None:
        """Say why a search was not renamed, and list them as they are."""
        self.show_searches(searches)
        self.fail(error)

    def _button(self, row: Flow, name: str, key: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(name)
        button.setAutoDefault(False)
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        call(button, f"{name} ({shown})")
        button.clicked.connect(lambda _checked=False: does())
        shortcut = QShortcut(QKeySequence(key), self.list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(button.click)
        row.addWidget(button)
        return button

    def _present(self) -> SavedSearch | None:
        row = self.list.currentRow()
        return None if row < 0 else self.list.item(row).data(_NAME)

    def _edit(self) -> None:
        self.list.setFocus()
        self.list.editItem(self.list.currentItem())

    def _renamed(self, item: QListWidgetItem) -> None:
        search = item.data(_NAME)
        if item.text() != search.name:
            self.rename_asked.emit(search.name, item.text())

    def _remove(self) -> None:
        search = self._present()
        if search is not None:
            self.remove_asked.emit(search.name)

    def _look(self) -> None:
        search = self._present()
        self.text.setText(search.text if search else "")
        for button in (self.rename, self.remove):
            button.setEnabled(search is not None)
