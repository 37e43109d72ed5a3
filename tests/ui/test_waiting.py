"""A job that one waits for shows itself after a while, and can be stopped."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import Cancelled, Progress
from nqpf_study.ui.widgets import waiting
from nqpf_study.ui.widgets.waiting import Waiting, wait_for


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_styled_before_the_job_begins(parent: QWidget) -> None:
    made = Waiting("Reading the deck", parent)
    parts = [made, *made.findChildren(QWidget)]
    assert all(part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) for part in parts)
    assert not made.isVisible()


def test_a_short_job_shows_nothing(qtbot: QtBot, parent: QWidget) -> None:
    results: list[int] = []
    shown = wait_for("Counting", lambda _progress: 7, results.append, lambda _: None, parent)
    seen = []
    shown.finished.connect(lambda _code: seen.append(shown.isVisible()))
    qtbot.waitUntil(lambda: results == [7])
    assert seen == [False]


def test_a_long_one_shows_how_far_it_is_and_stops_when_asked_to(
    qtbot: QtBot, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "PATIENCE", 0)
    may_end, ended = Event(), []

    def count(progress: Progress) -> None:
        progress(3, 4, "notes")
        may_end.wait(10)
        try:
            progress(4, 4, "notes")
        except Cancelled:
            ended.append("stopped")
            raise

    shown = wait_for(
        "Counting",
        count,
        lambda _: ended.append("done"),
        lambda _: None,
        parent,
        on_cancelled=lambda: ended.append("told"),
    )
    qtbot.waitUntil(shown.isVisible)
    bar = shown.findChild(QProgressBar)
    assert bar is not None
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum()) == (3, 4))
    (cancel,) = shown.findChildren(QDialogButtonBox)[0].findChildren(QPushButton)
    cancel.click()
    assert shown.isVisible(), "it closes once the job has stopped"
    with qtbot.waitSignal(shown.finished):
        may_end.set()
    qtbot.waitUntil(lambda: ended == ["stopped", "told"])
