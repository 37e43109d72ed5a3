from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6 import QtGui
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nqpf_study.ui import accessible
from nqpf_study.ui.accessible import announce


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QtGui.QAccessibleEvent]]:
    """Return what a screen reader is sent, as if one were running."""
    sent: list[QtGui.QAccessibleEvent] = []

    class Reader(QAccessible):
        @staticmethod
        def isActive() -> bool:  # noqa: N802 - Qt's name
            return True

        @staticmethod
        def updateAccessibility(event: QtGui.QAccessibleEvent) -> None:  # noqa: N802 - Qt's name
            sent.append(event)

    monkeypatch.setattr(accessible, "QAccessible", Reader)
    yield sent
    sent.clear()


def test_a_screen_reader_is_told(qtbot: QtBot, heard: list[QtGui.QAccessibleEvent]) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    announce(label, "Innovation")
    (event,) = heard
    assert isinstance(event, QtGui.QAccessibleAnnouncementEvent)
    assert event.message() == "Innovation"
    assert event.object() is label


def test_an_older_qt_changes_the_description_instead(
    qtbot: QtBot, heard: list[QtGui.QAccessibleEvent], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(QtGui, "QAccessibleAnnouncementEvent")
    label = QLabel()
    qtbot.addWidget(label)
    announce(label, "Innovation")
    assert [event.type() for event in heard] == [QAccessible.Event.DescriptionChanged]
    assert label.accessibleDescription() == "Innovation"


def test_nothing_is_sent_where_nobody_listens(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    announce(label, "Innovation")
    assert label.accessibleDescription() == ""
