"""What an author writes: a deck of notes."""

from __future__ import annotations

import hashlib
import json
import string
from collections.abc import Mapping
from dataclasses import dataclass, field

from nqpf_study.domain.anchoring import INVISIBLE
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Source

_BLANK = INVISIBLE + string.whitespace + "\u00a0\u3000"
_JSON = json.JSONEncoder(ensure_ascii=False)  # json.dumps would make one for every note


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a list answer; with an `id` and a `cue` it has a card of its own too."""

    text: str
    id: str = ""
    cue: str = ""


Value = str | int | bool | tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What an author wrote, and the unit of deck updates.

    `fields` are those of the note's kind (`nqpf_study.domain.kinds`). `remark` is the rest that is
    worth saying behind the answer; `derived` tells how the answer follows where no passage says it
    in so many words; `as_of` dates a fact that ages. `distractors` are wrong answers for the
    choice form of the note's first card.
    """

    id: str
    kind: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    remark: str = ""
    derived: str = ""
    as_of: str = ""
    distractors: tuple[str, ...] = ()

    def text(self, name: str) -> str:
        """Return a field as text, empty where the note doesn't have it."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""

    def members(self, name: str) -> tuple[Member, ...]:
        """Return a list field's members, none where the note doesn't have it."""
        value = self.fields.get(name, ())
        return value if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck file's content. `sources` are those that the deck brings itself."""

    id: str
    title: str
    language: str = "en"
    description: str = ""
    author: str = ""
    licence: str = ""
    sources: tuple[Source, ...] = ()
    notes: tuple[Note, ...] = ()


def trimmed(written: str) -> str:
    """Return what a written text comes to: no blanks at its ends, empty where nothing shows."""
    text = written.strip()
    return text if text.strip(_BLANK) else ""


def note_hash(note: Note) -> str:
    """Tell whether a note changed: a digest of all that it says. Never an identity."""
    said = [
        note.kind,
        [[name, _plain(value)] for name, value in sorted(note.fields.items())],
        note.tags,
        [[p.source, p.exact, p.prefix, p.suffix] for p in note.passages],
        note.remark,
        note.derived,
        note.as_of,
        note.distractors,
    ]
    return hashlib.sha256(_JSON.encode(said).encode()).hexdigest()[:32]


def _plain(value: Value) -> object:
    if isinstance(value, tuple):
        return [[member.text, member.id, member.cue] for member in value]
    return value
