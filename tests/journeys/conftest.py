"""What the journeys through the window start from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.app import COLLECTION, Study
from tests.fakes.clock import Clock
from tests.journeys.desk import Desk, prepared
from tests.journeys.witness import Witness, watched


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start the application in the style of the window."""
    return ["NQPF Study", "-style", "Fusion"]


@pytest.fixture(autouse=True)
def witness(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Witness]:
    """Watch what the GUI thread does; what it should have left to a worker fails the test."""
    with watched(monkeypatch, tmp_path) as seen:
        yield seen
    assert not seen.blamed, "\n".join(sorted(seen.blamed))


@pytest.fixture
def new_desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A learner who never opened the program: there is no data folder yet."""
    desk = Desk(qtbot, qapp, tmp_path / "home")
    yield desk
    desk.leave()


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a collection in which the curated decks were just loaded."""
    home = tmp_path_factory.mktemp("loaded")
    with Study.open(home, now=Clock()) as study:
        study.load_curated()
    return home / COLLECTION


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path, loaded: Path) -> Iterator[Desk]:
    """A learner whose collection holds the curated decks, nothing studied yet."""
    desk = Desk(qtbot, qapp, prepared(tmp_path / "home", loaded))
    yield desk
    desk.leave()
