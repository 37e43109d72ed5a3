"""Choosing how cards are asked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from nqpf_study.domain.forms import STAGES
from nqpf_study.domain.forms.fit import NEW_CARD, Stage
from nqpf_study.domain.options import FormChoice
from nqpf_study.ui import asking, words
from nqpf_study.ui.accessible import name_choice
from nqpf_study.ui.tokens import GAP, HIT, STEP
from nqpf_study.ui.widgets.text import Text


class FormBox(QComboBox):
    """The ways of asking to choose from, and a line that says what the chosen one means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meaning = Text("", "small", wrap=True)
        for form, (name, meaning) in asking.choices().items():
            self.addItem(name, form)
            self.setItemData(self.count() - 1, meaning, Qt.ItemDataRole.ToolTipRole)
        self.currentIndexChanged.connect(self._explain)
        self._explain()

    @property
    def form(self) -> FormChoice:
        """Return the way of asking that is chosen."""
        return FormChoice(self.currentData())

    def show_form(self, form: FormChoice) -> None:
        """Show which way of asking is chosen."""
        self.setCurrentIndex(self.findData(form))

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Show every row of the list: Qt forgets the room of its frame, and hides half a row."""
        super().showPopup()
        popup, frame = self.view().window(), 2 * self.view().frameWidth()
        room = popup.screen().availableGeometry()
        if self.count() <= self.maxVisibleItems() and popup.height() + frame <= room.height():
            high = popup.height() + frame
            for more in (HIT, 0):  # with room to spare the arrow for more goes
                popup.resize(popup.width(), high + more)
            popup.move(popup.x(), min(popup.y(), room.bottom() + 1 - popup.height()))

    def _explain(self) -> None:
        _, meaning = asking.choices()[self.form]
        self.meaning.setText(meaning)
        name_choice(self, QCoreApplication.translate("forms", "How cards are asked"), meaning)


class FitTable(QWidget):
    """Which forms fit a card, by how long it is remembered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(STEP // 2)
        grid.setColumnStretch(1, 1)
        for row, (when, forms) in enumerate(fit_rows()):
            grid.addWidget(Text(when, "small", wrap=True), row, 0)
            grid.addWidget(Text(forms, "small", wrap=True), row, 1)
        self.setAccessibleName(QCoreApplication.translate("forms", "Which form fits"))


def fit_rows() -> list[tuple[str, str]]:
    """Return the table of forms that fit in words: when, and which, those tried first named first.

    A card that none of a row's forms suits is asked from memory.
    """
    names = asking.form_names()
    before: Stage | None = None
    rows = []
    for stage in (NEW_CARD, *STAGES):
        rows.append((_when(stage, before), words.listed(names[form] for form in stage.forms)))
        before = stage
    return rows


def _when(stage: Stage, before: Stage | None) -> str:
    if before is None:
        return QCoreApplication.translate("forms", "New")
    if before is NEW_CARD:
        said = QCoreApplication.translate("forms", "Being learned, or for less than {n} days")
    elif stage.below == float("inf"):
        said = QCoreApplication.translate("forms", "Longer than that")
    else:
        said = QCoreApplication.translate("forms", "For less than {n} days")
    return said.replace("{n}", f"{stage.below:g}")
