from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.ui.requests import Requests
from nqpf_study.ui.second_start import FOLDER, Request, hand_over, take

NO_PATIENCE = 0.0


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_without_an_open_window_there_is_nobody_to_hand_over_to(tmp_path: Path) -> None:
    assert not hand_over(tmp_path, Request())
    assert list(tmp_path.iterdir()) == []


def test_a_request_that_nobody_takes_is_taken_back(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    assert not hand_over(tmp_path, Request(study=True), NO_PATIENCE)
    assert list((tmp_path / FOLDER).iterdir()) == []


@pytest.mark.parametrize(
    "request_",
    [Request(), Request(study=True, decks=("a", "b")), Request(files=("/a/b.yaml", "/c.nqpf.zip"))],
)
def test_the_open_window_gets_what_was_asked(
    tmp_path: Path, window: QWidget, qtbot: QtBot, request_: Request
) -> None:
    requests = Requests(tmp_path, window)
    with ThreadPoolExecutor() as other_process, qtbot.waitSignals([requests.arrived]):
        asked: list[object] = []
        requests.asked.connect(asked.append)
        handed_over = other_process.submit(hand_over, tmp_path, request_, 20)
        qtbot.waitUntil(handed_over.done)
    assert handed_over.result()
    assert asked == [request_]


def test_a_request_waits_for_the_end_of_a_dialog(
    tmp_path: Path, window: QWidget, qtbot: QtBot
) -> None:
    requests = Requests(tmp_path, window)
    asked: list[object] = []
    requests.asked.connect(asked.append)
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    with ThreadPoolExecutor() as other_process, qtbot.waitSignals([requests.arrived]):
        other_process.submit(hand_over, tmp_path, Request(), 20)
    assert asked == []
    dialog.close()
    qtbot.waitUntil(lambda: asked == [Request()])


def test_what_a_crash_left_is_out_of_date(tmp_path: Path, window: QWidget) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "old.json").write_text(json.dumps({"study": True}), "utf-8")
    Requests(tmp_path, window)
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_a_closed_window_listens_no_longer(tmp_path: Path, window: QWidget) -> None:
    Requests(tmp_path, window).close()
    assert not (tmp_path / FOLDER).exists()


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", "[" * 5000, '{"study": 1, "files": []}', '{"study": true, "files": ""}'),
        '{"study": true, "files": [], "decks": [1]}',
    ],
)
def test_what_is_no_request_is_dropped(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text, "utf-8")
    assert take(tmp_path) == []
    assert list(tmp_path.iterdir()) == []
