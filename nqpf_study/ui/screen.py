"""Whether a window can be opened at all: Qt itself would abort without a readable word."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

PACKAGES = (
    "libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1"
)


def why_no_window(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> str | None:
    """Return what keeps a window from opening, with what to do about it; None if nothing does."""
    if not platform.startswith("linux"):
        return None
    asked = environment.get("QT_QPA_PLATFORM", "")
    x11, wayland = environment.get("DISPLAY"), environment.get("WAYLAND_DISPLAY")
    if not (asked or x11 or wayland):
        return (
            "There is no screen here, so no window can be opened. Your data is untouched. "
            "Start it from a desktop session, or study in the terminal: nqpf-study study "
            "(nqpf-study --help lists all commands)."
        )
    missing = _missing_library(with_x11=asked.startswith("xcb") or bool(not asked and not wayland))
    if missing:
        return (
            f"A library that windows need is missing on this system: {missing}. "
            f"Your data is untouched. On Debian and Ubuntu this installs it: "
            f"sudo apt install {PACKAGES}"
        )
    return None


def _missing_library(*, with_x11: bool) -> str | None:
    """Load what Qt is going to load; return the loader's complaint, None where all is there."""
    try:
        from PySide6 import QtWidgets  # noqa: F401, PLC0415 - the trial is the import itself

        if with_x11:
            _load_x11_plugin()
    except (ImportError, OSError) as error:
        return str(error).split(":", maxsplit=1)[0]
    return None


def _load_x11_plugin() -> None:
    """Load the plugin for X11, unless the library that it mostly lacks is in its usual place."""
    if any(Path("/usr").glob("lib*/*/libxcb-cursor.so.0")) or any(
        Path("/usr").glob("lib*/libxcb-cursor.so.0")
    ):
        return
    import ctypes  # noqa: PLC0415 - slow to import, and hardly ever needed

    found = find_spec("PySide6")
    if found is None or found.origin is None:
        return
    plugin = Path(found.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if plugin.is_file():
        ctypes.CDLL(str(plugin))
