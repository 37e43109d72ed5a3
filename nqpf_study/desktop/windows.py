"""Windows: the program among those that “Open with” offers, in the user's part of the registry.

Windows knows a file by what follows the last dot of its name, and .yaml and .zip belong to others:
so the program is offered for them and made the usual one for none.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

REMARK = (
    "On Windows they are opened by “Open with”, where NQPF Study is among the programs now: it "
    "knows files by their last ending, and .yaml and .zip belong to other programs too."
)
_CLASSES = r"Software\Classes"
_KINDS = (
    ("NQPFStudy.Deck", "NQPF Study deck", (".yaml", ".yml")),
    ("NQPFStudy.Package", "NQPF Study deck package", (".zip",)),
)


class Registry(Protocol):
    """The user's part of the registry, as far as it is needed here."""

    def write(self, key: str, name: str, value: str) -> None:
        """Write a text under a key, made where there is none; the name "" is the key's own."""

    def has(self, key: str) -> bool:
        """Tell whether there is such a key."""

    def remove_value(self, key: str, name: str) -> bool:
        """Remove one text; tell whether it was there."""

    def remove_key(self, key: str) -> bool:
        """Remove a key and all below it; tell whether it was there."""

    def announce(self) -> None:
        """Tell the system that associations changed."""


def associate(registry: Registry, command: Sequence[str], icon: Path) -> tuple[str, ...]:
    """Offer the program, which `command` starts, for deck files and packages; return the keys."""
    keys = []
    for key, name, value in _entries(command, icon):
        registry.write(key, name, value)
        keys.append(key)
    registry.announce()
    return tuple(keys)


def is_associated(registry: Registry) -> bool:
    """Tell whether the program is offered."""
    return registry.has(rf"{_CLASSES}\{_KINDS[0][0]}")


def dissociate(registry: Registry) -> tuple[str, ...]:
    """Offer the program no more; return the keys that are gone or changed."""
    keys = []
    for program, _, endings in _KINDS:
        for ending in endings:
            key = _offers(ending)
            if registry.remove_value(key, program):
                keys.append(key)
        key = rf"{_CLASSES}\{program}"
        if registry.remove_key(key):
            keys.append(key)
    registry.announce()
    return tuple(keys)


def _entries(command: Sequence[str], icon: Path) -> Iterator[tuple[str, str, str]]:
    """Yield key, name and value of each entry."""
    opens = f'{subprocess.list2cmdline(command)} "%1"'
    for program, title, endings in _KINDS:
        key = rf"{_CLASSES}\{program}"
        yield key, "", title
        yield rf"{key}\DefaultIcon", "", str(icon)
        yield rf"{key}\shell\open", "FriendlyAppName", "NQPF Study"
        yield rf"{key}\shell\open\command", "", opens
        for ending in endings:
            yield _offers(ending), program, ""


def _offers(ending: str) -> str:
    return rf"{_CLASSES}\{ending}\OpenWithProgids"


if sys.platform == "win32":
    import ctypes
    import winreg

    class UserRegistry:
        """HKEY_CURRENT_USER."""

        def write(self, key: str, name: str, value: str) -> None:
            """Write a text under a key."""
            with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

        def has(self, key: str) -> bool:
            """Tell whether there is such a key."""
            try:
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key).Close()
            except FileNotFoundError:
                return False
            return True

        def remove_value(self, key: str, name: str) -> bool:
            """Remove one text; tell whether it was there."""
            try:
                with winreg.OpenKey(
                    winreg.HKEY_CURRENT_USER, key, access=winreg.KEY_SET_VALUE
                ) as opened:
                    winreg.DeleteValue(opened, name)
            except FileNotFoundError:
                return False
            return True

        def remove_key(self, key: str) -> bool:
            """Remove a key and all below it; tell whether it was there."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    below = [
                        winreg.EnumKey(opened, at) for at in range(winreg.QueryInfoKey(opened)[0])
                    ]
            except FileNotFoundError:
                return False
            for name in below:
                self.remove_key(rf"{key}\{name}")
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
            return True

        def announce(self) -> None:
            """Tell the system that associations changed."""
            association_changed = 0x08000000
            ctypes.windll.shell32.SHChangeNotify(association_changed, 0, None, None)
