"""What the window's own thread did that it should have left to a worker.

The window never waits for the collection, a file or a parser: these run in workers. Every journey
at a desk is watched for that, so that a new page or dialog is held to it by its first journey.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from nqpf_study import paths
from nqpf_study.store.engine import Database

CODE = (".py", ".pyc", ".so", ".pyd", ".dll")

ALLOWED = {
    "due_counts": "once a session, off an index: which days are full, for the intervals to avoid",
    "record": "a grade, and what else a key does to the card on the screen: saved first",
    "mark": "a flag, as a key says of the card on the screen: one row, saved first",
    "candidates": "after a grade, where the session's queue has run out: is there more today?",
    "card": "the next question, a row by its key",
    "answers_like": "the next question's wrong choices, at most some hundred rows",
    "entries": "an undo rebuilds the card from its own few rows of the log",
    "last_standing_act": "an undo asks for the newest row",
    "last_entry_id": "a grade's id is greater than the newest one",
    "card_key": "an undo finds the card of the newest row",
    "study_options": "a setting, one small row: which study day it is",
    "deck_options": "a setting, a small row for each deck",
    "seconds_per_card": "the pace, of the newest 200 rows",
}
"""What may be asked of the store on the GUI thread, by the store's method, and why."""

SMALL_FILES = {
    "resources": "an icon, a font or a translation: a few kilobytes, once",
    "window.ini": "the window's own settings",
    "requests": "what a later start asks for: a few bytes, when it comes",
}
"""Files that the GUI thread may open, by a part of their path, and why."""

LONG = (
    ("nqpf_study.content.deck_file", "read_deck"),
    ("nqpf_study.content.manifest", "read_manifest"),
    ("nqpf_study.study.lookup", "look_up"),
    ("nqpf_study.study.lookup", "marked"),
    ("nqpf_study.app.looking", "look_up"),
    ("nqpf_study.app.looking", "marked"),
    ("nqpf_study.ui.paper", "pdf"),
)
"""What reads deck files and sources, finds passages, or sets pages for paper: all take long."""

_listening: list[Callable[[str], None]] = []


def _hear(event: str, args: tuple[object, ...]) -> None:
    if event == "open" and _listening and isinstance(args[0], str):
        _listening[-1](args[0])


sys.addaudithook(_hear)  # which stays as long as Python runs


class Witness:
    """Notes what the GUI thread does that it should leave to a worker."""

    def __init__(self, *places: Path) -> None:
        """Watch the files of the program and those in `places`."""
        self.gui = threading.get_ident()
        self.blamed: set[str] = set()
        self.asked_of_store: set[str] = set()
        self.in_workers: set[str] = set()
        self._places = tuple(_slashed(place) for place in (paths.resources().parent, *places))

    def store(self) -> None:
        """Note that the store was asked, and by which of its methods."""
        name = _asked_by()
        if threading.get_ident() != self.gui:
            self.in_workers.add(name)
            return
        self.asked_of_store.add(name)
        if name not in ALLOWED:
            self._blame(f"the store's {name}")

    def file(self, path: str) -> None:
        """Note that a file was opened."""
        named = _slashed(path)
        if threading.get_ident() != self.gui or named.endswith(CODE):
            return
        if named.startswith(self._places) and not any(part in named for part in SMALL_FILES):
            self._blame(f"the file {named}")

    def long(self, name: str) -> None:
        """Note that something of `LONG` was called."""
        if threading.get_ident() == self.gui:
            self._blame(name)
        else:
            self.in_workers.add(name)

    def _blame(self, what: str) -> None:
        wanted_by = _wanted_by()
        if wanted_by:  # else it was the test itself
            self.blamed.add(f"{what}, for {wanted_by}")


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch, *places: Path) -> Iterator[Witness]:
    """Have a witness note what is asked of the store, of files and of parsers meanwhile."""
    witness = Witness(*places)
    for name in ("write", "quick_write", "read", "snapshot", "quick_read"):
        monkeypatch.setattr(Database, name, _connecting(witness, getattr(Database, name)))
    for module, name in LONG:
        original = getattr(import_module(module), name)
        monkeypatch.setattr(sys.modules[module], name, _at_length(witness, name, original))
    _listening.append(witness.file)
    try:
        yield witness
    finally:
        _listening.remove(witness.file)


def _connecting(witness: Witness, original: Callable[..., Any]) -> Callable[..., Any]:
    @contextmanager
    def connected(*args: object, **kwargs: object) -> Iterator[object]:
        witness.store()
        with original(*args, **kwargs) as connection:
            yield connection

    return connected


def _at_length(
    witness: Witness, name: str, original: Callable[..., object]
) -> Callable[..., object]:
    def parsed(*args: object, **kwargs: object) -> object:
        witness.long(name)
        return original(*args, **kwargs)

    return parsed


def _slashed(path: str | Path) -> str:
    return str(path).replace("\\", "/")


def _callers() -> Iterator[FrameType]:
    """Yield the frames at work, the innermost first."""
    return (frame for frame, _ in traceback.walk_stack(None))


def _asked_by() -> str:
    """Return the store's method that is at work."""
    asked = "engine"
    for frame in _callers():
        file = _slashed(frame.f_code.co_filename)
        if "/nqpf_study/store/" in file and not file.endswith("engine.py"):
            asked = frame.f_code.co_name
    return asked


def _wanted_by() -> str:
    """Return which part of the window is behind it."""
    codes = [frame.f_code for frame in _callers()]
    window = [code for code in codes if "/nqpf_study/ui/" in _slashed(code.co_filename)]
    return " < ".join(f"{Path(code.co_filename).name}:{code.co_name}" for code in window[:3])
