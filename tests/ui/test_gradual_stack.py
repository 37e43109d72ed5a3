"""A stack's parts are taken in a turn each, and at once where one is to show."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.ui.widgets.gradual_stack import GradualStack


@pytest.fixture
def parts() -> list[QWidget]:
    return [QWidget() for _ in range(4)]


@pytest.fixture
def stack(qtbot: QtBot, parts: list[QWidget]) -> GradualStack:
    made = GradualStack(parts[0], parts[1:])
    qtbot.addWidget(made)
    return made


def test_only_the_first_is_there_at_once(qtbot: QtBot, parts: list[QWidget]) -> None:
    stack = GradualStack(parts[0], parts[1:])
    qtbot.addWidget(stack)
    assert stack.currentWidget() is parts[0]
    assert stack.count() == 1
    qtbot.waitUntil(lambda: stack.count() == len(parts))
    assert stack.currentWidget() is parts[0]


def test_what_is_to_show_is_taken_in_before_its_turn(
    qtbot: QtBot, stack: GradualStack, parts: list[QWidget]
) -> None:
    stack.show_part(parts[3])
    assert stack.currentWidget() is parts[3]
    qtbot.waitUntil(lambda: stack.count() == len(parts))
    assert stack.currentWidget() is parts[3]
    assert {stack.indexOf(part) for part in parts} == {0, 1, 2, 3}, "each of them once"
