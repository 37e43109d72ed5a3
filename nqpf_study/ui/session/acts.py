"""The session's keys: one table, from which shortcuts, menus and the list of keys are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

CONTEXT = "session keys"


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
        Act("accept", (), _tr("Show the answer, then give the rating marked"), "Space, Enter"),
        Act("number", (), _tr("Choose an answer; after the reveal Again, Hard, Good, Easy"), "1–4"),
        Act("source", ("S",), _tr("Show or hide the source beside the card")),
        Act("undo", ("Z",), _tr("Take back the last grade or act"), "Z, Ctrl+Z"),
        Act("bury", ("B",), _tr("Bury the card until tomorrow")),
        Act("suspend", ("!",), _tr("Suspend the card until it is resumed")),
        Act("info", ("I",), _tr("What is known of this card")),
        Act("pinyin", ("P",), _tr("Show or hide pinyin")),
        Act("larger", (), _tr("Larger text"), "Ctrl +"),
        Act("smaller", (), _tr("Smaller text"), "Ctrl −"),
        Act("keys", ("?",), _tr("All keys"), "?, F1"),
        Act("end", ("Esc",), _tr("End the session; every grade is saved already")),
    )


def action(act: Act, owner: QWidget, triggered: Callable[[], object]) -> QAction:
    """Make an act a QAction of `owner`, with its keys as shortcuts while `owner` shows."""
    made = QAction(act.what, owner)
    made.setShortcuts([QKeySequence(key) for key in act.keys])
    made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.setAutoRepeat(False)
    made.setToolTip(f"{act.what} ({act.keys_said})")
    made.triggered.connect(lambda _checked=False: triggered())
    owner.addAction(made)
    return made


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
