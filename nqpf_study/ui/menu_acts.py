"""What the menus' entries do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nqpf_study.ui.menus import ERRANDS
from nqpf_study.ui.tokens import SCALES

if TYPE_CHECKING:
    from nqpf_study.ui.window import Window

PLACES = ("study", "browse", "sources", "explore", "progress", "settings")


class MenuActs(QObject):
    """Does in the window what an entry of its menus says; see `nqpf_study.ui.menus`."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._shell = window.shell

    def by_name(self) -> dict[str, Callable[[], object]]:
        """Return what each entry does."""
        window = self._window
        return {
            **{place: partial(window.go, place) for place in PLACES},
            **{errand: partial(self._run_errand, errand) for errand in ERRANDS},
            "quit": self._shell.close,
            "undo": lambda: self._turn(window.undoing.undo),
            "redo": lambda: self._turn(window.undoing.redo),
            "find": window.find,
            "larger": partial(self._step_text, 1),
            "smaller": partial(self._step_text, -1),
            "normal": partial(window.set_text_scale, 1.0),
            "full": self._turn_full_screen,
            "keys": self._help,
        }

    def _run_errand(self, errand: str) -> None:
        self._window.errands.run(errand, self._window.study)

    def _turn(self, turn: Callable[[], object]) -> None:
        """Undo or redo a step, but for where nothing counts."""
        if self._window.showing.practising:
            self._window.say(self.tr("Nothing counts here: there is nothing to undo."))
        else:
            turn()

    def _step_text(self, steps: int) -> None:
        at = SCALES.index(self._window.preferences.text_scale) + steps
        self._window.set_text_scale(SCALES[max(0, min(at, len(SCALES) - 1))])

    def _turn_full_screen(self) -> None:
        if self._shell.isFullScreen():
            self._shell.showNormal()
        else:
            self._shell.showFullScreen()

    def _help(self) -> None:
        if self._window.showing.studying:
            self._window.session.show_keys()
        else:
            self._window.go("help")
