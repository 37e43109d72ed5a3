from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6 import QtGui
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.ui import accessible
from nqpf_study.ui.accessible import announce, call, let_clear, name_choice


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


def read(widget: QWidget, kind: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(kind)


@pytest.mark.parametrize(
    ("what", "name", "keys"),
    [
        ("Take back (Z, Ctrl+Z)", "Take back", "Z, Ctrl+Z"),
        ("结束（Esc）", "结束", "Esc"),
        ("More for Terms", "More for Terms", ""),
    ],
)
def test_a_control_is_called_by_what_it_does_and_its_keys_come_after(
    qtbot: QtBot, what: str, name: str, keys: str
) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    call(button, what)
    assert button.toolTip() == what
    assert read(button, QAccessible.Text.Name) == name
    assert button.accessibleDescription() == keys


@pytest.mark.parametrize("by_label", [True, False])
def test_a_list_of_choices_says_what_it_chooses_where_its_name_is_its_entry(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, by_label: bool
) -> None:
    monkeypatch.setattr(accessible, "_NAMES_BY_LABEL", by_label)
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["From memory", "Typed"])
    name_choice(box, "How cards are asked", "You answer in your head.")
    said = f"{read(box, QAccessible.Text.Name)} {read(box, QAccessible.Text.Description)}"
    assert "You answer in your head." in said
    assert ("How cards are asked. " in said) is by_label
    assert box.accessibleName() == "How cards are asked"


def test_what_empties_a_field_has_a_name(qtbot: QtBot) -> None:
    field = QLineEdit("words")
    qtbot.addWidget(field)
    let_clear(field)
    names = [read(button, QAccessible.Text.Name) for button in field.findChildren(QToolButton)]
    assert names == ["Clear"]
