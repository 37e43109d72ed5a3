from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from nqpf_study.ui.menus import ERRANDS, fill_menus
from nqpf_study.ui.native_keys import native

SIGNS = {"Ctrl": "⌘", "Shift": "⇧", "Alt": "⌥"}


def on_a_mac(keys: str) -> str:
    """Write keys as macOS does; this machine's Qt doesn't know how."""
    assert QKeySequence(keys).toString() == keys, f"{keys} is no key"
    for name, sign in SIGNS.items():
        keys = keys.replace(f"{name}+", sign)
    return keys


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Enter checks · Ctrl+D don't know · Ctrl+S source",
            "Enter checks · ⌘D don't know · ⌘S source",
        ),
        ("Copy it (Ctrl+Shift+C)", "Copy it (⌘⇧C)"),
        ("Ctrl+Z takes it back.", "⌘Z takes it back."),
        ("Enter, Ctrl+Enter", "Enter, ⌘Enter"),
        ("Ctrl +, Ctrl −", "⌘+, ⌘-"),
        ("按Ctrl+T", "按⌘T"),
        ("1–4 choose · F1 all keys · X+Y", "1–4 choose · F1 all keys · X+Y"),
    ],
)
def test_keys_are_written_as_the_system_does(text: str, said: str) -> None:
    assert native(text, on_a_mac) == said
    assert native(text, lambda keys: keys) == text


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QMainWindow) -> dict[str, QAction]:
    places = ("study", "browse", "sources", "explore", "progress", "settings", "keys")
    more = ("quit", "undo", "redo", "find", "larger", "smaller", "normal", "full")
    return fill_menus(window, dict.fromkeys((*ERRANDS, *places, *more), lambda: None))


def test_what_every_program_has_is_at_the_systems_own_keys(actions: dict[str, QAction]) -> None:
    standard = QKeySequence.StandardKey
    for name, key in {
        "new": standard.New,
        "open": standard.Open,
        "undo": standard.Undo,
        "find": standard.Find,
        "larger": standard.ZoomIn,
        "smaller": standard.ZoomOut,
        "full": standard.FullScreen,
    }.items():
        bound = actions[name].shortcuts()
        assert set(QKeySequence.keyBindings(key)) <= set(bound), name


def test_no_key_does_two_things(actions: dict[str, QAction]) -> None:
    keys = [key.toString() for action in actions.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_first_key_is_the_one_in_the_help(actions: dict[str, QAction]) -> None:
    shown = {name: actions[name].shortcut().toString() for name in ("open", "undo", "full", "quit")}
    assert shown == {"open": "Ctrl+O", "undo": "Ctrl+Z", "full": "F11", "quit": "Ctrl+Q"}
