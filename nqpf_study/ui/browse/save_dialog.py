"""Naming a search that is to be kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from nqpf_study.domain.search_query import SavedSearch
from nqpf_study.study.searches import LONGEST_NAME
from nqpf_study.ui.tokens import STEP
from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import CardText, Text


class SaveDialog(TallDialog):
    """Asks for a name; says when that is another search's, whose place will be taken."""

    named = Signal(str)
    """Keep the search under this name."""

    def __init__(
        self, text: str, saved: Sequence[SavedSearch], parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("SaveDialog", "Save this search")
        super().__init__(title, title, parent=parent)
        self._saved = {one.name.casefold(): one for one in saved}
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_NAME)
        label = Text(self.tr("Name"), "small")
        label.setBuddy(self.field)
        self.field.setAccessibleName(label.text())
        self.taken = Text("", "muted", wrap=True)
        self.body.setSpacing(STEP)
        for part in (CardText(text, "muted"), label, self.field, self.taken):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.field.textChanged.connect(self._look)
        known = next((one.name for one in saved if one.text == text), "")
        self.field.setText(known)
        self.field.selectAll()
        self._look()
        self.field.setFocus()

    def accept(self) -> None:
        """Ask for the search to be kept."""
        self.named.emit(self.field.text())
        super().accept()

    def _look(self) -> None:
        name = " ".join(self.field.text().split())
        there = self._saved.get(name.casefold())
        said = self.tr("This name is taken. Saving replaces the search “{search}”.")
        self.taken.setText(said.replace("{search}", there.text) if there else "")
        self.buttons.button(Standard.Save).setEnabled(bool(name))
        self.take_room()
