"""The kinds of note in plain words; behind `kind:` stands what deck files call them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def kind_name(kind: str) -> str:
    """Name a kind of note; one that is not known keeps the name that its file gives it."""
    names = {
        "term": _tr("term"),
        "measure": _tr("measure"),
        "event": _tr("event"),
        "target": _tr("target"),
        "basic": _tr("basic"),
        "reversed": _tr("reversed"),
        "cloze": _tr("cloze"),
        "list": _tr("list"),
    }
    return names.get(kind, kind)


def kind_meaning(kind: str) -> str:
    """Say what notes of a kind hold."""
    return {
        "term": _tr("Words and ideas, with their meaning"),
        "measure": _tr("Steps of a programme, with their parts"),
        "event": _tr("What happened at a time"),
        "target": _tr("What a province or firm pledged"),
        "basic": _tr("Questions with an answer"),
        "reversed": _tr("Pairs, asked in both directions"),
        "cloze": _tr("Sentences with gaps"),
        "list": _tr("Questions with several answers"),
    }[kind]


def _tr(text: str) -> str:
    return QCoreApplication.translate("NoteKinds", text)
