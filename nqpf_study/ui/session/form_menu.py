"""The menu of the ways of asking."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from nqpf_study.domain.options import FormChoice
from nqpf_study.ui import asking


class FormMenu(QMenu):
    """Lets one way of asking be chosen; the tooltips say what each means."""

    chosen = Signal(object)
    """A FormChoice."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setToolTipsVisible(True)
        group = QActionGroup(self)
        self.by_form: dict[FormChoice, QAction] = {}
        for form, (name, meaning) in asking.choices().items():
            action = self.addAction(name)
            action.setCheckable(True)
            action.setToolTip(meaning)
            action.triggered.connect(lambda _checked=False, form=form: self.chosen.emit(form))
            group.addAction(action)
            self.by_form[form] = action

    def show_form(self, form: FormChoice) -> None:
        """Mark the way of asking that is in use."""
        self.by_form[form].setChecked(True)
