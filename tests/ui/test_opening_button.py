"""The settings let the system open deck files with the program."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nqpf_study.ui.settings.opening import OpeningButton
from nqpf_study.ui.work import end_all_jobs

pytestmark = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="freedesktop.org's rules"
)


@pytest.fixture
def button(qtbot: QtBot) -> Iterator[OpeningButton]:
    made = OpeningButton("Files")
    qtbot.addWidget(made)
    yield made
    end_all_jobs()  # else the last to hold the button may be a worker


def entry() -> Path:
    return Path(os.environ["XDG_DATA_HOME"]) / "applications" / "nqpf-study.desktop"


def test_it_is_set_up_and_taken_back(qtbot: QtBot, button: OpeningButton) -> None:
    assert button.text() == "Set up"
    with qtbot.waitSignal(button.message, timeout=20_000) as said:
        button.click()
    assert said.args == ["Deck files and packages are opened with NQPF Study now."]
    assert entry().exists()
    assert button.text() == "Take it back"
    assert button.accessibleName() == "Files: Take it back"
    with qtbot.waitSignal(button.message, timeout=20_000):
        button.click()
    assert not entry().exists()
    assert button.text() == "Set up"


def test_it_knows_what_was_set_before(qtbot: QtBot, button: OpeningButton) -> None:
    entry().parent.mkdir(parents=True)
    entry().touch()
    button.look()
    qtbot.waitUntil(lambda: button.text() == "Take it back")


def test_trouble_is_told_and_the_button_stays(qtbot: QtBot, button: OpeningButton) -> None:
    Path(os.environ["XDG_DATA_HOME"]).write_text("a file", "utf-8")
    with qtbot.waitSignal(button.message) as said:
        button.click()
    assert "can't be written" in said.args[0]
    assert button.isEnabled()
    assert button.text() == "Set up"
