"""What the window shows."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.window import Window


def home(window: Window) -> HomePage:
    page = window.places.page("study")
    assert isinstance(page, HomePage)
    return page


def current(window: Window) -> QWidget | None:
    return window.shell.stack.currentWidget()


def words_of(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel))


def in_session(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: current(window) is window.session)
