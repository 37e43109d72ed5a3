"""What the texts of a note are called."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from nqpf_study.study.editing import Key

SHORT = frozenset(
    {
        *("term", "chinese", "pinyin", "number", "province", "year", "horizon"),
        *("date", "until", "date_text", "as_of"),
    }
)
"""The fields that hold a few words at most."""


def label(kind: str, key: Key) -> str:
    """Return what a text of a note of this kind is called."""
    name = str(key[0])
    if len(key) == 3:
        number = str(int(key[1]) + 1)
        said = _tr("Question for member {n}") if key[2] == "cue" else _tr("Member {n}")
        return said.replace("{n}", number)
    if kind == "cloze" and name == "text":
        return _tr("Sentence with gaps")
    return _names().get(name) or name.replace("_", " ").capitalize()


def by_labels(kind: str, said: str) -> str:
    """Return what is said of a file's fields, each by what a form for a note of this kind says."""

    def named(found: re.Match[str]) -> str:
        known = found[1] in _names()
        return f"“{label(kind, (found[1],))}”" if known else found[0]

    return re.sub(r"`(\w+)`", named, said)


def hint(kind: str, key: Key, *, whole_list: bool) -> str:
    """Return how a text is to be written, nothing where that goes without saying."""
    name = str(key[0])
    if whole_list:
        return _tr("One on each line.")
    if name in {"date", "until", "as_of"}:
        return _tr("Such as 2024-01-31, 2024-01 or 2024.")
    if kind == "cloze" and name == "text":
        return _tr("A gap is written so: {{c1::hidden}} or {{c1::hidden::hint}}.")
    return ""


def _names() -> dict[str, str]:
    return {
        "term": _tr("Term"),
        "definition": _tr("What it means"),
        "question": _tr("Question"),
        "cue": _tr("Question the other way round"),
        "chinese": _tr("In Chinese"),
        "pinyin": _tr("Pinyin"),
        "chinese_question": _tr("Question for the Chinese"),
        "chinese_derived": _tr("How the Chinese follows"),
        "variants": _tr("Other wordings"),
        "number": _tr("Number"),
        "of": _tr("Part of"),
        "title": _tr("Title"),
        "parts": _tr("Parts"),
        "parts_question": _tr("Question for the parts"),
        "event": _tr("Event"),
        "date": _tr("Date"),
        "until": _tr("Until"),
        "date_text": _tr("Date in words"),
        "province": _tr("Who pledged"),
        "year": _tr("Year"),
        "horizon": _tr("For when"),
        "targets": _tr("Targets"),
        "answer": _tr("Answer"),
        "front": _tr("One side"),
        "back": _tr("Other side"),
        "back_question": _tr("Question for the first side"),
        "items": _tr("Members"),
        "remark": _tr("Remark"),
        "derived": _tr("How it follows from the source"),
        "as_of": _tr("As of"),
        "tags": _tr("Tags"),
        "passages": _tr("Passages"),
        "distractors": _tr("Wrong answers to choose from"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("editing", text)
