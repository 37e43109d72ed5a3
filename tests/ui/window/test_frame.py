"""The frame: text size, full screen, names, shortcuts and sizes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton

from nqpf_study.ui.about import AboutDialog
from nqpf_study.ui.preferences import Preferences
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.window import Window


def test_text_grows_and_shrinks_and_is_remembered(window: Window, tmp_path: Path) -> None:
    for _ in range(20):
        window.actions["larger"].trigger()
    assert text_scale() == 2.0
    window.actions["smaller"].trigger()
    assert Preferences(tmp_path).text_scale == 1.75
    window.actions["normal"].trigger()
    assert text_scale() == 1.0


def test_full_screen_comes_and_goes(window: Window) -> None:
    window.actions["full"].trigger()
    assert window.shell.isFullScreen()
    window.actions["full"].trigger()
    assert not window.shell.isFullScreen()


def test_about_names_version_and_data_folder(window: Window, tmp_path: Path) -> None:
    window.actions["about"].trigger()
    (about,) = window.shell.findChildren(AboutDialog)
    said = " ".join(label.text() for label in about.findChildren(QLabel))
    assert str(tmp_path) in said
    assert "0.1.0" in said


def test_every_shortcut_does_one_thing(window: Window) -> None:
    keys = [key.toString() for action in window.actions.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+O", "Ctrl+F", "Ctrl+Z", "F1", "F11", "Ctrl+Q"} <= set(keys)


def test_every_control_of_the_frame_has_a_name(window: Window) -> None:
    for part in window.shell.findChildren(QPushButton):
        if part.isVisible():
            known = QAccessible.queryAccessibleInterface(part)
            assert known.text(QAccessible.Text.Name), part


def test_the_window_fits_on_a_small_screen(window: Window) -> None:
    assert window.shell.minimumWidth() <= 800
    assert window.shell.minimumHeight() <= 560
    for place in ("study", "browse", "sources", "explore", "progress", "settings", "help"):
        window.go(place)
        assert window.shell.minimumSizeHint().width() <= 800, place
        assert window.shell.minimumSizeHint().height() <= 560, place
