"""Watching files: each way in which editors save tells once, and only of what is watched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.ui.deck_check.watch import FileWatch


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "deck.yaml"
    made.write_text("one", encoding="utf-8")
    return made


@pytest.fixture
def watch(qapp: QApplication, file: Path) -> Iterator[FileWatch]:
    made = FileWatch(qapp)
    made.watch([file])
    yield made
    made.stop()
    made.deleteLater()


def test_a_file_that_is_written_or_replaced_or_comes_back_is_told_of(
    qtbot: QtBot, file: Path, watch: FileWatch
) -> None:
    with qtbot.waitSignal(watch.changed):
        file.write_text("two", encoding="utf-8")
    watch.watch([file])
    for text in ("three", "four"):
        new = file.with_name("deck.yaml~")
        with qtbot.waitSignal(watch.changed):
            new.write_text(text, encoding="utf-8")
            new.replace(file)
        watch.watch([file])
    with qtbot.waitSignal(watch.changed):
        file.unlink()
    watch.watch([file])
    with qtbot.waitSignal(watch.changed):
        file.write_text("five", encoding="utf-8")


def test_what_is_saved_in_many_steps_is_told_of_once(
    qtbot: QtBot, file: Path, watch: FileWatch
) -> None:
    told: list[None] = []
    watch.changed.connect(lambda: told.append(None))
    with qtbot.waitSignal(watch.changed):
        for number in range(20):
            with file.open("a", encoding="utf-8") as opened:
                opened.write(str(number))
    assert len(told) == 1


def test_a_watch_that_was_stopped_tells_nothing(qtbot: QtBot, file: Path, watch: FileWatch) -> None:
    watch.stop()
    other = FileWatch(watch)
    other.watch([file])
    told: list[None] = []
    watch.changed.connect(lambda: told.append(None))
    with qtbot.waitSignal(other.changed):
        file.write_text("two", encoding="utf-8")
    assert told == []
