"""Deck files and packages open with this program, for this user, or no more."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from nqpf_study.desktop import freedesktop, windows
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase


@dataclass(frozen=True, slots=True)
class Association:
    """What was written or taken away, and what is to be known of it."""

    places: tuple[str, ...]
    """Files, or keys of the registry."""

    remark: str = ""


def can_be_set() -> bool:
    """Tell whether this is a system where a user sets it; on macOS the app's own bundle does."""
    return sys.platform != "darwin"


def is_set() -> bool:
    """Tell whether `associate` was done, and not taken back."""
    if sys.platform == "win32":
        return windows.is_associated(windows.UserRegistry())
    else:  # noqa: RET505 - mypy takes each branch for its platform
        return freedesktop.is_associated(_data_home())


def associate(resources: Path) -> Association:
    """Let the system open deck files and packages with this program.

    `resources` is the folder that holds the icon and the desktop's files. Raises StudyError where
    the system has no such thing for a user to set, or it can't be written.
    """
    return _change(resources, remove=False)


def dissociate(resources: Path) -> Association:
    """Take back what `associate` did. Raises StudyError as it does."""
    return _change(resources, remove=True)


def _change(resources: Path, *, remove: bool) -> Association:
    try:
        if sys.platform == "win32":
            registry = windows.UserRegistry()
            if remove:
                return Association(windows.dissociate(registry))
            icon = resources / "app-icon" / "nqpf-study.ico"
            return Association(windows.associate(registry, launcher(), icon), windows.REMARK)
        elif sys.platform == "darwin":  # noqa: RET505 - mypy takes each branch for its platform
            raise StudyError(
                "On macOS the app itself tells the system which files it opens.",
                mend="In the Finder choose Get Info of a deck file, and the app under Open with.",
            )
        else:
            home = _data_home()
            if remove:
                return Association(freedesktop.dissociate(home), freedesktop.update(home))
            written = freedesktop.associate(home, launcher(), resources)
            return Association(written, freedesktop.update(home))
    except OSError as error:
        raise StudyError(
            phrase(
                "{place} can't be written: {strerror}.",
                place=error.filename or "",
                strerror=error.strerror or error,
            )
        ) from error


def launcher() -> tuple[str, ...]:
    """Return the command that opens the window, without a file."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    ending = ".exe" if sys.platform == "win32" else ""
    script = Path(sys.executable).with_name(f"nqpf-study-window{ending}")
    return (str(script),) if script.exists() else (sys.executable, "-c", _from_here())


def _from_here() -> str:
    """Return code that opens the window of a package that is not installed."""
    place = str(Path(__file__).resolve().parents[2])
    start = "from nqpf_study.__main__ import window; sys.exit(window())"
    return f"import sys; sys.path.insert(0, {place!r}); {start}"


def _data_home() -> Path:
    """Return where a user's own desktop files stand, as the XDG base directories say."""
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "share"
