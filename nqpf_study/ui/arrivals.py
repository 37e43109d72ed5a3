"""What starts of the program ask for: done first thing once the collection is open, or at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nqpf_study.ui.requests import Requests
from nqpf_study.ui.second_start import Request

if TYPE_CHECKING:
    from nqpf_study.ui.window import Window


class Arrivals(QObject):
    """Knows what is to be done first, and answers later starts while the window is open."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._first: Callable[[], object] = self.be_at_home
        self._files: list[Path] = []
        self._requests: Requests | None = None

    def ask(self, *, study: bool, decks: list[str] | None, files: Sequence[Path]) -> None:
        """Start a session over `decks`, or open deck files, once the collection is open."""
        if study:
            self._first = partial(self._study, decks)
        elif files:
            self._files += files
            self._first = self._open_files

    def begin(self) -> None:
        """Do what was asked for: the collection is open."""
        first, self._first = self._first, self.be_at_home
        first()

    def be_at_home(self) -> None:
        """Show the decks."""
        self._window.go("study")
        self._window.settle()

    def listen(self) -> None:
        """Do, from now on, what later starts are asked for."""
        self._requests = Requests(self._window.home, self)
        self._requests.arrived.connect(self._window.shell.come_forward)
        self._requests.asked.connect(self.answer)

    def answer(self, request: Request) -> None:
        """Do what a later start, or the system, asks for."""
        window = self._window
        decks = None if request.decks is None else list(request.decks)
        files = [Path(file) for file in request.files]
        if window.study is None:
            self.ask(study=request.study, decks=decks, files=files)
        elif files:
            window.open_deck_files(files)
        elif request.study:
            window.go("study") if window.sittings.on else window.start(decks)

    def close(self) -> None:
        """Listen no longer."""
        if self._requests is not None:
            self._requests.close()

    def _open_files(self) -> None:
        self.be_at_home()
        files, self._files = self._files, []
        self._window.open_deck_files(files)

    def _study(self, decks: list[str] | None) -> None:
        """Ask the first question before anything else is done."""
        self._window.session.painted.connect(self._window.settle)
        self._window.start(decks)
