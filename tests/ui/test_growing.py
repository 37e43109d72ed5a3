from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from nqpf_study.ui.preferences import Appearance
from nqpf_study.ui.style import Look
from nqpf_study.ui.widgets.growing import grow_alone, grow_beside_words


def test_icons_grow_with_the_text_while_they_show(qtbot: QtBot, qapp: QApplication) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    alone, worded = QToolButton(), QPushButton("Study")
    for button in (alone, worded):
        qtbot.addWidget(button)
        button.show()
    grow_alone(alone, 18, 32)
    grow_beside_words(worded, 20)
    assert (alone.iconSize(), alone.size()) == (QSize(18, 18), QSize(32, 32))
    assert worded.iconSize() == QSize(24, 20)
    try:
        look.choose(Appearance.LIGHT, 2.0)
        assert (alone.iconSize(), alone.size()) == (QSize(27, 27), QSize(48, 48))
        assert worded.iconSize() == QSize(34, 30)
    finally:
        look.choose(Appearance.LIGHT, 1.0)
    assert alone.iconSize() == QSize(18, 18)


def test_a_button_that_does_not_show_grows_too_and_one_that_is_gone_is_let_go(
    qtbot: QtBot, qapp: QApplication
) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    hidden, gone = QToolButton(), QToolButton()
    qtbot.addWidget(hidden)
    for button in (hidden, gone):
        grow_alone(button, 18, 32)
    gone.deleteLater()
    qapp.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    try:
        look.choose(Appearance.LIGHT, 2.0)
        assert hidden.iconSize() == QSize(27, 27)
    finally:
        look.choose(Appearance.LIGHT, 1.0)
    assert hidden.iconSize() == QSize(18, 18)
