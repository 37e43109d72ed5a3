"""The menus, and with them the window's shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

ERRANDS = (
    *("new", "open", "check", "pack", "export", "practice", "merge"),
    *("fit", "backup", "restore", "folder", "examine", "guide", "about"),
)
"""The entries that `nqpf_study.ui.errands` runs."""

SEPARATOR: tuple[str, ...] = ()
_Key = QKeySequence.StandardKey

_REDO = ("Ctrl+Shift+Z", "Ctrl+Y")


def fill_menus(window: QMainWindow, does: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Give `window` its menus; `does` tells by name what each entry does. Return the actions.

    The actions belong to the window too, so that they work while the menu bar is hidden.
    """
    actions: dict[str, QAction] = {}
    for title, entries in _menus():
        menu = window.menuBar().addMenu(title)
        for entry in entries:
            if entry is SEPARATOR:
                menu.addSeparator()
                continue
            name, text, *keys = entry
            action = QAction(text, window)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(lambda _checked=False, name=name: does[name]())
            menu.addAction(action)
            window.addAction(action)
            actions[name] = action
    actions["about"].setMenuRole(QAction.MenuRole.AboutRole)
    actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
    actions["settings"].setMenuRole(QAction.MenuRole.PreferencesRole)
    return actions


def insert_after(entry: QAction, menu: QMenu) -> None:
    """Put a menu of its own below an entry of the menus."""
    (around,) = (owner for owner in entry.associatedObjects() if isinstance(owner, QMenu))
    entries = around.actions()
    around.insertMenu(entries[entries.index(entry) + 1], menu)


def retell_menus(window: QMainWindow, actions: Mapping[str, QAction]) -> None:
    """Write the menus anew, in the language that is spoken now."""
    for shown, (title, entries) in zip(window.menuBar().actions(), _menus(), strict=True):
        shown.setText(title)
        for entry in entries:
            if entry is not SEPARATOR:
                name, text, *_ = entry
                actions[name].setText(text)


def _menus() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    return (
        (
            _tr("&File"),
            (
                ("new", _tr("&New deck file…"), *_standard(_Key.New, "Ctrl+N")),
                ("open", _tr("&Open a deck file…"), *_standard(_Key.Open, "Ctrl+O")),
                ("check", _tr("&Check a deck file…")),
                ("pack", _tr("Pac&k a deck to share…")),
                ("export", _tr("&Export to Anki…"), "Ctrl+E"),
                ("practice", _tr("&Practice test…"), "Ctrl+T"),
                SEPARATOR,
                ("merge", _tr("&Merge another collection…")),
                ("backup", _tr("&Back up now")),
                ("restore", _tr("&Restore a backup…")),
                ("folder", _tr("Show the &data folder")),
                ("examine", _tr("E&xamine the collection")),
                SEPARATOR,
                ("quit", _tr("&Quit"), *_standard(_Key.Quit, "Ctrl+Q")),
            ),
        ),
        (
            _tr("&Edit"),
            (
                ("undo", _tr("&Undo"), *_standard(_Key.Undo, "Ctrl+Z")),
                ("redo", _tr("&Redo"), *_standard(_Key.Redo, *_REDO)),
                ("find", _tr("&Find a card"), *_standard(_Key.Find, "Ctrl+F")),
                SEPARATOR,
                ("fit", _tr("Fit to my &memory…")),
                ("settings", _tr("&Settings"), *_standard(_Key.Preferences, "Ctrl+,")),
            ),
        ),
        (
            _tr("&View"),
            (
                ("study", _tr("&Study"), "Ctrl+1"),
                ("browse", _tr("&Browse"), "Ctrl+2"),
                ("sources", _tr("S&ources"), "Ctrl+3"),
                ("explore", _tr("&Explore"), "Ctrl+4"),
                ("progress", _tr("&Progress"), "Ctrl+5"),
                SEPARATOR,
                ("larger", _tr("&Larger text"), *_standard(_Key.ZoomIn, "Ctrl++", "Ctrl+=")),
                ("smaller", _tr("S&maller text"), *_standard(_Key.ZoomOut, "Ctrl+-")),
                ("normal", _tr("&Normal text size"), "Ctrl+0"),
                SEPARATOR,
                ("full", _tr("&Full screen"), *_standard(_Key.FullScreen, "F11")),
            ),
        ),
        (
            _tr("&Help"),
            (
                ("keys", _tr("&Help and keys"), "F1"),
                ("guide", _tr("How to &write decks")),
                ("about", _tr("&About NQPF Study")),
            ),
        ),
    )


def _standard(key: _Key, *usual: str) -> list[str]:
    """Return the keys that this platform has for something, then those usual elsewhere."""
    own = [sequence.toString() for sequence in QKeySequence.keyBindings(key)]
    return list(dict.fromkeys([*own, *usual]))


def _tr(text: str) -> str:
    return QCoreApplication.translate("menus", text)
