"""What can be undone and redone, in words: for menus, buttons and messages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nqpf_study.study.history import Step
from nqpf_study.ui.language import told

LONGEST = 60
"""So many letters of a step's name stand on a menu or a button; a deck's title may be long."""


def undo_said(step: Step | None) -> str:
    """Name what undoing would do: “Undo suspend 12 cards”."""
    return _tr("Undo") if step is None else _tr("Undo {step}").replace("{step}", told(step.name))


def redo_said(step: Step | None) -> str:
    """Name what redoing would do."""
    return _tr("Redo") if step is None else _tr("Redo {step}").replace("{step}", told(step.name))


def undone_said(step: Step | None) -> str:
    """Say what was undone, None if there was nothing left."""
    if step is None:
        return _tr("There is nothing to undo.")
    return _tr("Undone: {step}.").replace("{step}", told(step.name))


def redone_said(step: Step | None) -> str:
    """Say what was redone, None if there was nothing."""
    if step is None:
        return _tr("There is nothing to redo.")
    return _tr("Redone: {step}.").replace("{step}", told(step.name))


def on_control(said: str) -> str:
    """Write what is said for a menu or a button: not too long, and without a key marked by `&`."""
    short = said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"
    return short.replace("&", "&&")


def _tr(text: str) -> str:
    return QCoreApplication.translate("undoing", text)
