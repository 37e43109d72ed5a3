"""Dialogs by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from nqpf_study.ui.widgets.dialog import Dialog


class Asking(Dialog):
    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.field = QLineEdit()
        self.other, self.view, self.save = (QPushButton(name) for name in ("other", "view", "save"))
        self.view.setCheckable(True)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        for button in (self.other, self.view, self.save):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, one=button: self.pressed.append(one.text()))
            column.addWidget(button)
        self.save.setDefault(True)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_in_hand_else_the_default_one(qtbot: QtBot, key: Qt.Key) -> None:
    dialog = Asking()
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    for widget in (dialog.other, dialog.field, dialog.view, dialog.save):
        widget.setFocus()
        QTest.keyClick(widget, key)
    assert dialog.pressed == ["other", "save", "save", "save"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
