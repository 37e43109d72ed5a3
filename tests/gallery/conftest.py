"""The checks of the gallery look at windows in the app's own dress."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.ui.preferences import Appearance
from nqpf_study.ui.style import Look


class Screen(QWidget):
    """A window, by which the way to a fault begins."""


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["NQPF Study", "-style", "Fusion"]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    """An empty window, 400 by 300, with a layout, in light colours."""
    made = Screen()
    look = Look(qapp, Appearance.LIGHT, 1.0)
    look.dress(made)
    made.resize(400, 300)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    yield made
    look.deleteLater()
