from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nqpf_study.ui import screen
from nqpf_study.ui.screen import why_no_window


def test_without_a_screen_it_says_what_to_do_instead() -> None:
    said = why_no_window({}, "linux")
    assert said is not None
    assert "no screen" in said
    assert "nqpf-study study" in said


@pytest.mark.parametrize(
    "environment",
    [{"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}],
)
def test_with_a_screen_there_is_nothing_to_say(environment: dict[str, str]) -> None:
    assert why_no_window(environment, "linux") is None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(platform: str) -> None:
    assert why_no_window({}, platform) is None


@pytest.mark.parametrize("environment", [{"DISPLAY": ":0"}, {"QT_QPA_PLATFORM": "xcb"}])
def test_a_missing_library_is_named_with_how_to_get_it(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file")

    monkeypatch.setattr(screen, "_load_x11_plugin", missing)
    said = why_no_window(environment, "linux")
    assert said is not None
    assert "libxcb-cursor.so.0" in said
    assert "sudo apt install" in said
    assert "libxcb-cursor0" in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_the_program_ends_with_a_word_where_there_is_no_screen(tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "nqpf_study", "--home", str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("There is no screen here")
    assert "Traceback" not in done.stderr
