"""Dialogs whose middle scrolls."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import Line, Text


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 560)
    qtbot.addWidget(made)
    made.show()
    return made


def filled(ground: QWidget, lines: int) -> TallDialog:
    dialog = TallDialog("Title", "Heading", Standard.Close, ground)
    for number in range(lines):
        dialog.body.addWidget(Text(f"Line {number}", wrap=True))
    return dialog


def test_a_dialog_is_as_high_as_what_it_says(ground: QWidget) -> None:
    dialog = filled(ground, 3)
    dialog.resize(600, 520)
    dialog.open()
    assert dialog.height() == dialog.sizeHint().height() < 520


@pytest.mark.parametrize(("lines", "ruled"), [(3, False), (60, True)])
def test_a_line_shows_that_the_body_goes_on(
    qtbot: QtBot, ground: QWidget, lines: int, *, ruled: bool
) -> None:
    dialog = filled(ground, lines)
    dialog.open()
    (line,) = dialog.findChildren(Line)
    qtbot.waitUntil(lambda: line.isVisible() is ruled)
    assert dialog.height() < ground.height()
