"""Keys as the system writes them: Ctrl+Z is ⌘Z on a Mac, where it is that key too."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtGui import QKeySequence

_KEYS = re.compile(
    r"(?<![A-Za-z])(?:(?:(?:Ctrl|Alt|Shift|Meta)\+)+(?:F\d+|[A-Z][a-z]+|[A-Z0-9,.=+-])|Ctrl [+−])"
)


def _written(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def native(text: str, written: Callable[[str], str] = _written) -> str:
    """Return a text with every key in it, such as Ctrl+Shift+C, as this system writes it."""
    if written("Ctrl+Z") == "Ctrl+Z":
        return text
    return _KEYS.sub(lambda found: written(_proper(found[0])), text)


def _proper(keys: str) -> str:
    """Return keys as Qt reads them; “Ctrl +” is easier on the eye than “Ctrl++”."""
    return keys.replace("Ctrl −", "Ctrl+-").replace("Ctrl +", "Ctrl++")
