"""The session's keys: one table, from which shortcuts, menus and the list of keys are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from nqpf_study.ui.native_keys import native

CONTEXT = "session keys"

_ORDER_KEYS = "↑ ↓, Alt+↑ ↓, 1–9"
_MATCH_KEYS = "↑ ↓, 1–4"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a key does: its name for code, its keys, and what it does in words."""

    name: str
    keys: tuple[str, ...]
    """Its shortcuts; none where the window or the focused control takes the key."""

    what: str
    shown: str = ""
    """The keys as they are listed, where they don't speak for themselves."""

    @property
    def keys_said(self) -> str:
        """Return the keys as a learner reads them."""
        return self.shown or ", ".join(self.keys)


def acts() -> tuple[Act, ...]:
    """Return what the keys of a session do, in the order in which they are explained."""
    return (
        Act("accept", (), _tr("Show the answer, then give the rating marked"), _tr("Space, Enter")),
        Act("number", (), _tr("Choose an answer; after the reveal Again, Hard, Good, Easy"), "1–4"),
        Act("check", (), _tr("Check what you wrote, ordered or matched"), _tr("Enter")),
        Act(
            "finish",
            (),
            _tr("A list: Enter takes each member down, on an empty line it checks them"),
            _tr("Enter, Ctrl+Enter"),
        ),
        Act("order", (), _tr("Order: choose a line, move it, or send it to a place"), _ORDER_KEYS),
        Act("match", (), _tr("Match: choose a question, put an answer to it"), _MATCH_KEYS),
        Act("give-up", ("Ctrl+D",), _tr("Show the answer: you don't know it")),
        Act("source", ("S", "Ctrl+S"), _tr("Show or hide the source beside the card")),
        Act("undo", ("Z",), _tr("Undo what was done last"), "Z, Ctrl+Z"),
        Act("redo", ("Shift+Z",), _tr("Redo what was undone"), "Shift+Z, Ctrl+Shift+Z"),
        Act("bury", ("B", "Ctrl+B"), _tr("Bury the card until tomorrow")),
        Act("flag", ("F",), _tr("Flag the card, or take its flag off")),
        Act("suspend", ("!",), _tr("Suspend the card until it is resumed")),
        Act("edit", ("E",), _tr("Edit the note, of a deck of your own")),
        Act("info", ("I", "Ctrl+I"), _tr("About this card")),
        Act("pinyin", ("P",), _tr("Show or hide pinyin")),
        Act("scroll", (), _tr("Scroll the card"), _tr("Page Up, Page Down")),
        Act("larger", (), _tr("Larger text"), "Ctrl +"),
        Act("smaller", (), _tr("Smaller text"), "Ctrl −"),
        Act("keys", ("?",), _tr("All keys; while you write, F1"), "?, F1"),
        Act("end", ("Esc",), _tr("End the session; every grade is saved already")),
    )


def action(act: Act, owner: QWidget, triggered: Callable[[], object]) -> QAction:
    """Make an act a QAction of `owner`, with its keys as shortcuts while `owner` shows."""
    made = QAction(act.what, owner)
    made.setShortcuts([QKeySequence(key) for key in act.keys])
    made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.setAutoRepeat(False)
    made.setToolTip(f"{act.what} ({native(act.keys_said)})")
    made.triggered.connect(lambda _checked=False: triggered())
    owner.addAction(made)
    return made


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
