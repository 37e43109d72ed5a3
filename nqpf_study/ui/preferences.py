"""How the window looks on this machine: language, colours, text size, place.

Kept beside the collection. What changes the learning itself (limits, forms, the study day) is in
the collection instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from nqpf_study.ui.language import Language
from nqpf_study.ui.tokens import SCALES

FILE = "window.ini"
MOST_RECENT = 10
"""How many of the deck files that were opened last are kept."""


class Appearance(StrEnum):
    """Which colours: the system's choice, light, or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Preferences:
    """The window's settings in `home`; what can't be read there is at its default."""

    def __init__(self, home: Path) -> None:
        self._settings = QSettings(str(home / FILE), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> Appearance:
        """Return the chosen colours."""
        value = self._text("appearance")
        return Appearance(value) if value in set(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self._settings.setValue("appearance", value.value)

    @property
    def language(self) -> Language:
        """Return the chosen language."""
        value = self._text("language")
        return Language(value) if value in set(Language) else Language.SYSTEM

    @language.setter
    def language(self, value: Language) -> None:
        self._settings.setValue("language", value.value)

    @property
    def text_scale(self) -> float:
        """Return how large text is, one of SCALES."""
        try:
            value = float(self._text("text_scale"))
        except ValueError:
            return 1.0
        return min(SCALES, key=lambda scale: abs(scale - value))

    @text_scale.setter
    def text_scale(self, value: float) -> None:
        self._settings.setValue("text_scale", str(value))

    @property
    def pinyin(self) -> bool:
        """Tell whether pinyin is shown beside Chinese."""
        return self._text("pinyin") != "hidden"

    @pinyin.setter
    def pinyin(self, shown: bool) -> None:
        self._settings.setValue("pinyin", "shown" if shown else "hidden")

    @property
    def explore_view(self) -> str:
        """Return which view of the explore page was shown last, empty before any was."""
        return self._text("explore_view")

    @explore_view.setter
    def explore_view(self, name: str) -> None:
        self._settings.setValue("explore_view", name)

    @property
    def browse_columns(self) -> str:
        """Return how the browser's columns are laid out, empty where they are as usual."""
        return self._text("browse_columns")

    @browse_columns.setter
    def browse_columns(self, layout: str) -> None:
        self._settings.setValue("browse_columns", layout)

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """Return the deck files that were opened last, the newest first."""
        kept = self._settings.value("recent_files")
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return tuple(Path(name) for name in names if isinstance(name, str) and name)[:MOST_RECENT]

    def remember_file(self, path: Path) -> None:
        """Put a deck file first among those that were opened last."""
        others = [other for other in self.recent_files if other != path]
        self._keep_files([path, *others][:MOST_RECENT])

    def forget_files(self) -> None:
        """Forget which deck files were opened."""
        self._keep_files([])

    def _keep_files(self, files: Sequence[Path]) -> None:
        self._settings.setValue("recent_files", [str(file) for file in files])

    def place(self, name: str) -> QByteArray:
        """Return the kept geometry or splitter state of that name, empty where there is none."""
        value = self._settings.value(f"place/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_place(self, name: str, state: QByteArray) -> None:
        """Keep a geometry or a splitter's state."""
        self._settings.setValue(f"place/{name}", state)

    def _text(self, key: str) -> str:
        return str(self._settings.value(key) or "")
