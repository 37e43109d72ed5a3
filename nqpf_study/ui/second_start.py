"""A second start hands what it was asked to the window that is open, and ends.

No socket is used: while a window is open, its data folder has a folder of requests, which it
watches. A request that vanishes was taken. A folder that a crash left behind costs the next start
PATIENCE, and no more. Nothing here imports Qt, so that a second start is quick.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeGuard
from uuid import uuid4

FOLDER = "requests"
PATIENCE = 1.5
"""Seconds after which nobody is taken to be listening."""

_LOOK_EVERY = 0.02
_LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """What a start was asked for: a session over `decks` (None: all), or `files` to open."""

    study: bool = False
    decks: tuple[str, ...] | None = None
    files: tuple[str, ...] = ()


def hand_over(home: Path, request: Request, patience: float = PATIENCE) -> bool:
    """Pass a request to the window that is open on `home`; tell whether there is one.

    Waits up to `patience` seconds for it to be taken; one that isn't is taken back.
    """
    folder = home / FOLDER
    if not folder.is_dir():
        return False
    letter = folder / f"{uuid4().hex}.json"
    try:
        unfinished = letter.with_suffix(".part")
        unfinished.write_text(json.dumps(asdict(request)), "utf-8")
        unfinished.rename(letter)
    except OSError:
        return False
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if not letter.exists():
            return True
        time.sleep(_LOOK_EVERY)
    try:
        letter.unlink()
    except FileNotFoundError:  # it was taken at the last moment
        return True
    except OSError:
        return False
    return False


def take(folder: Path) -> list[Request]:
    """Take the requests that wait, the oldest first; what is no request is dropped."""
    taken = []
    for letter in sorted(folder.glob("*.json"), key=_written):
        request = _read(letter)
        with suppress(OSError):
            letter.unlink()
            if request is not None:
                taken.append(request)
    return taken


def _written(letter: Path) -> tuple[float, str]:
    with suppress(OSError):
        return letter.stat().st_mtime, letter.name
    return 0.0, letter.name


def _read(letter: Path) -> Request | None:
    try:
        with letter.open(encoding="utf-8") as file:
            said = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(said, dict):
        return None
    study, decks, files = said.get("study"), said.get("decks"), said.get("files")
    if not isinstance(study, bool) or not _are_texts(files):
        return None
    if decks is not None and not _are_texts(decks):
        return None
    return Request(study, None if decks is None else tuple(decks), tuple(files))


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
