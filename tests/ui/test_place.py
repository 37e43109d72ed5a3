"""The window comes back where it was, and always where it can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.ui.shell import SMALLEST, Shell


def shown(qtbot: QtBot, place: QByteArray) -> Shell:
    shell = Shell()
    qtbot.addWidget(shell)
    shell.restoreGeometry(place)
    shell.show()
    qtbot.waitExposed(shell)
    return shell


def kept(qtbot: QtBot, geometry: QRect) -> QByteArray:
    shell = Shell()
    qtbot.addWidget(shell)
    shell.setGeometry(geometry)
    shell.show()
    qtbot.waitExposed(shell)
    return shell.saveGeometry()


def screen() -> QRect:
    return QApplication.primaryScreen().availableGeometry()


@pytest.mark.parametrize(
    "geometry",
    [QRect(5000, 4000, 900, 600), QRect(-4000, 100, 900, 600), QRect(100, -3000, 900, 600)],
    ids=["a screen to the right that is gone", "one to the left", "one above"],
)
def test_a_window_of_a_screen_that_is_gone_comes_back_in_sight(
    qtbot: QtBot, geometry: QRect
) -> None:
    shell = shown(qtbot, kept(qtbot, geometry))
    seen = screen().intersected(shell.geometry())
    assert seen.width() >= min(SMALLEST.width(), screen().width()) - 8
    assert seen.height() >= SMALLEST.height() - 8


def test_a_window_of_a_larger_screen_fits_the_one_that_is_left(qtbot: QtBot) -> None:
    shell = shown(qtbot, kept(qtbot, QRect(0, 40, 5000, 3000)))
    assert shell.height() <= screen().height()
    assert shell.width() <= max(SMALLEST.width(), screen().width())


def test_a_size_that_suits_is_kept(qtbot: QtBot) -> None:
    place = kept(qtbot, QRect(0, 60, SMALLEST.width(), 620))
    assert shown(qtbot, place).height() == 620


@pytest.mark.parametrize("place", [b"", b"no geometry", bytes(66)])
def test_a_place_that_makes_no_sense_is_no_trouble(qtbot: QtBot, place: bytes) -> None:
    shell = shown(qtbot, QByteArray(place))
    assert screen().intersects(shell.geometry())
