"""A learner starts the program again while its window is open."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nqpf_study.ui.importing.dialog import ImportDialog
from tests.journeys.desk import Desk

# without a screen no window is before another
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|propagateSizeHints)")

DECK = """\
format: 1
deck:
  id: cities
  title: Cities
notes:
  - id: capital
    kind: basic
    question: Which city is the capital of France?
    answer: Paris
"""


def start_again(home: Path, *arguments: str) -> int:
    command = [sys.executable, "-m", "nqpf_study", "--home", str(home), *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, check=False, env=environment, timeout=60).returncode


def test_a_second_start_shows_its_deck_file_in_the_window_that_is_open(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.open()
    desk.window.arrivals.listen()
    file = tmp_path / "cities.yaml"
    file.write_text(DECK, "utf-8")
    with ThreadPoolExecutor() as other:
        again = other.submit(start_again, desk.home, str(file))
        qtbot.waitUntil(again.done, timeout=60_000)
    assert again.result() == 0
    qtbot.waitUntil(lambda: bool(desk.window.shell.findChildren(ImportDialog)))


def test_a_second_start_that_asks_for_study_starts_it_in_the_window_that_is_open(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.open()
    desk.window.arrivals.listen()
    with ThreadPoolExecutor() as other:
        again = other.submit(start_again, desk.home, "--study")
        qtbot.waitUntil(again.done, timeout=60_000)
    assert again.result() == 0
    qtbot.waitUntil(lambda: desk.window.sittings.on)
