"""What the details of a note say, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nqpf_study.domain.deck import Note
from nqpf_study.domain.kinds import cards_of
from nqpf_study.ui.explore.words import horizon


@dataclass(frozen=True, slots=True)
class Told:
    """A note in words: what it is, its name, what it says, its members, what is said besides.

    `question` is what `text` answers, where that is not plain.
    """

    what: str
    name: str
    chinese: str = ""
    pinyin: str = ""
    question: str = ""
    text: str = ""
    members: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def told(note: Note) -> Told:
    """Return what the details of a note say."""
    tell = _KINDS.get(note.kind)
    if tell is None:
        face = cards_of(note)[0]
        return Told(note.kind, face.question, text=face.answer)
    return tell(note)


def _term(note: Note) -> Told:
    return Told(
        _tr("Term"),
        note.text("term"),
        chinese=note.text("chinese"),
        pinyin=note.text("pinyin"),
        question=note.text("question"),
        text=note.text("definition"),
        also=tuple(member.text for member in note.members("variants")),
    )


def _measure(note: Note) -> Told:
    what = _tr("Measure {number} of {programme}")
    return Told(
        what.format(number=note.text("number"), programme=note.text("of")),
        note.text("title"),
        members=tuple(member.text for member in note.members("parts")),
    )


def _event(note: Note) -> Told:
    return Told(cards_of(note)[0].answer, note.text("event"))


def _target(note: Note) -> Told:
    return Told(
        " · ".join(filter(None, (horizon(note.text("horizon")), note.text("year")))),
        note.text("province"),
        members=tuple(member.text for member in note.members("targets")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Explore", text)


_KINDS: Mapping[str, Callable[[Note], Told]] = {
    "term": _term,
    "measure": _measure,
    "event": _event,
    "target": _target,
}
