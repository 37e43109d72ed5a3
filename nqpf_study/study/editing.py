"""Editing a note of one's own deck in its file: what the file says stays the truth.

The texts are written into the file, which is read again with all checks, and imported as any update
is. What would not read as exactly the note that was asked for is not written at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from nqpf_study.domain.deck import Deck, Member, Note, Value, trimmed
from nqpf_study.domain.errors import BadInput, Level, Problem, Progress, StudyError, unheard
from nqpf_study.domain.kinds import KINDS, FieldType
from nqpf_study.domain.phrase import phrase
from nqpf_study.study.history import TooLate
from nqpf_study.study.importing import plan_import
from nqpf_study.study.ports import DeckStore, StoredCard

Key = tuple[str | int, ...]
"""A text of a note: its field, or field, place and part of a list's member: ("items", 0, "cue")."""

Wanted = Mapping[Key, str | tuple[str, ...]]
"""Texts of a note as they are to be; a list whose members are texts alone is one, as a whole."""

_NUMBER = re.compile(r"-?[0-9]{1,9}")
_COMMON = ("remark", "derived", "as_of")


class Obstacle(StrEnum):
    """Why a note can't be edited."""

    SHIPPED = "shipped"
    UNKNOWN = "unknown"
    GONE = "gone"
    LOCKED = "locked"
    ERRORS = "errors"
    CHANGED = "changed"


class NotEditable(StudyError):  # noqa: N818 - nothing failed: it can't be begun
    """A note can't be edited; `obstacle` tells why, and `path` which file it is about."""

    def __init__(
        self, obstacle: Obstacle, path: Path | None, what: str, *, mend: str = "", safe: str = ""
    ) -> None:
        super().__init__(what, mend=mend, safe=safe)
        self.obstacle = obstacle
        self.path = path


class Refused(BadInput):
    """Texts that the file can't hold so: nothing was written. `blamed` has the text at fault."""

    def __init__(
        self,
        what: str,
        problems: tuple[Problem, ...] = (),
        blamed: Mapping[Key, Problem] | None = None,
        *,
        mend: str = "",
    ) -> None:
        super().__init__(what, problems, mend=mend)
        self.blamed = blamed or {}


class ReadFile(Protocol):
    """What was read of a deck file."""

    @property
    def deck(self) -> Deck | None:
        """Return the deck, None where an error keeps it out."""
        ...

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return all that is wrong with it."""
        ...


class NoteFile(Protocol):
    """A deck file, as `nqpf_study.content.editing` reads and changes it."""

    @property
    def path(self) -> Path:
        """Return where it is."""
        ...

    @property
    def is_there(self) -> bool:
        """Tell whether there is such a file."""
        ...

    @property
    def is_writable(self) -> bool:
        """Tell whether it may be written anew."""
        ...

    def load(self) -> bytes:
        """Return its bytes. Raises BadInput where it can't be read."""
        ...

    def read(self, data: bytes, progress: Progress = unheard) -> ReadFile:
        """Read the deck that `data` would be in its place."""
        ...

    def rewritten(self, data: bytes, note: str, wanted: Wanted) -> bytes:
        """Return `data` with other texts in a note; raises StudyError where that can't be."""
        ...

    def blame(self, data: bytes, note: str, problem: Problem) -> Key | None:
        """Return the text of a note that a problem of `data` is about."""
        ...


@dataclass(frozen=True, slots=True)
class OpenNote:
    """A note of a deck, as its file has it, ready to be edited."""

    file: NoteFile
    data: bytes
    deck: Deck
    note: Note


@dataclass(frozen=True, slots=True)
class Keeping:
    """What a file's new text goes through: it is written, and imported after a backup.

    `write` writes it whole or not at all; it raises StudyError where that can't be, and so does
    `bring_in`, which leaves the collection as before then.
    """

    write: Callable[[Path, bytes], object]
    bring_in: Callable[[Path, Progress], object]


def open_note(
    card: StoredCard, file: NoteFile | None, store: DeckStore, *, shipped: bool
) -> OpenNote:
    """Read the file of a card's note for editing; `file` None means that it isn't known.

    Raises NotEditable where it came with the program, is gone or may not be written to, has errors,
    holds another deck, or is not what the collection holds of it.
    """
    deck = card.deck_title
    if shipped or file is None:
        raise _not_own(deck) if shipped else _not_known(deck)
    if not file.is_there:
        raise NotEditable(
            Obstacle.GONE,
            file.path,
            phrase("The file of “{deck}” is not where it was: {path}", deck=deck, path=file.path),
            mend=phrase("Choose the file where it is now."),
        )
    if not file.is_writable:
        raise NotEditable(
            Obstacle.LOCKED,
            file.path,
            phrase("{name} may not be written to.", name=file.path.name),
            mend=phrase("Change its permissions, or edit a copy of it and import that."),
        )
    data = file.load()
    read = file.read(data)
    if read.deck is None:
        raise NotEditable(
            Obstacle.ERRORS,
            file.path,
            phrase("{name} has errors.", name=file.path.name),
            mend=phrase("Mend the file first; a check lists what is wrong with it."),
        )
    if read.deck.id != card.id.deck:
        raise NotEditable(
            Obstacle.UNKNOWN,
            file.path,
            phrase("{name} holds another deck.", name=file.path.name),
            mend=phrase("Choose the file of “{deck}”.", deck=deck),
        )
    note = next((note for note in read.deck.notes if note.id == card.id.note), None)
    if note is None or not plan_import(read.deck, store).nothing:
        raise NotEditable(
            Obstacle.CHANGED,
            file.path,
            phrase("{name} was changed since it was imported.", name=file.path.name),
            mend=phrase("Import the file as it is now; then edit the card."),
        )
    return OpenNote(file, data, read.deck, note)


def _not_own(deck: str) -> NotEditable:
    return NotEditable(
        Obstacle.SHIPPED,
        None,
        phrase("“{deck}” came with the program.", deck=deck),
        mend=phrase(
            "Such decks are not edited here: the next version would bring its own text again. "
            "Write what you miss into a deck of your own (File > New deck file)."
        ),
    )


def _not_known(deck: str) -> NotEditable:
    return NotEditable(
        Obstacle.UNKNOWN,
        None,
        phrase("It is not known which file “{deck}” came from.", deck=deck),
        mend=phrase("Choose its file."),
    )


def save_note(
    opened: OpenNote, wanted: Wanted, keeping: Keeping, progress: Progress = unheard
) -> Edit | None:
    """Write a note's new texts into its file, and import them; None where nothing changes.

    Raises Refused where the file would have errors or would not say exactly this, and StudyError
    where it was changed meanwhile or can't be written; file and collection are as before then.
    """
    file, note = opened.file, opened.note
    asked = with_texts(note, wanted)
    if asked == note:
        return None
    if file.load() != opened.data:
        raise _meanwhile(file)
    try:
        data = file.rewritten(opened.data, note.id, wanted)
    except UnicodeEncodeError as error:
        raise Refused(phrase("The text holds a character that can't be written.")) from error
    read = file.read(data, progress)
    errors = tuple(one for one in read.problems if one.level is Level.ERROR)
    blamed: dict[Key, Problem] = {}
    for problem in errors:
        key = file.blame(data, note.id, problem)
        if key is not None:
            blamed.setdefault(key, problem)
    if errors:
        raise Refused(phrase("The deck would have errors."), errors, blamed)
    if asked is None or read.deck != _with_note(opened.deck, asked):
        raise Refused(
            phrase("The file would not say exactly this."),
            mend=phrase("Change it in the file itself."),
        )
    named = phrase("edit of “{note}”", note=f"{opened.deck.title}: {note.id}")
    edit = Edit(named, opened.data, data, file, keeping)
    edit.redo(progress)
    return edit


@dataclass(frozen=True, slots=True, eq=False)
class Edit:
    """A deck file's text before and after a note was edited: a step of the history."""

    name: str
    before: bytes
    after: bytes
    file: NoteFile
    keeping: Keeping

    def undo(self, progress: Progress = unheard) -> None:
        """Put the earlier text of the file back, and import it."""
        self._turn(self.after, self.before, progress)

    def redo(self, progress: Progress = unheard) -> None:
        """Write the edited text, and import it."""
        self._turn(self.before, self.after, progress)

    def _turn(self, was: bytes, now: bytes, progress: Progress) -> None:
        path = self.file.path
        if self.file.load() != was:
            raise _meanwhile(self.file)
        self.keeping.write(path, now)
        try:
            self.keeping.bring_in(path, progress)
        except BaseException:
            self.keeping.write(path, was)
            raise


def texts_of(note: Note) -> dict[Key, str | tuple[str, ...]]:
    """Return the texts of a note that can be edited, in the order in which an author writes them.

    Fields that a note doesn't have, but could, are empty. A list of texts alone is one.
    """
    texts: dict[Key, str | tuple[str, ...]] = {}
    for each in KINDS[note.kind].fields:
        if each.type is FieldType.MEMBERS:
            texts |= _list_texts(each.name, note.members(each.name))
        elif each.type is not FieldType.FLAG:
            texts[each.name,] = note.text(each.name)
    for name in _COMMON:
        texts[name,] = str(getattr(note, name))
    return texts | _list_texts("distractors", tuple(map(Member, note.distractors)))


def _list_texts(name: str, members: tuple[Member, ...]) -> dict[Key, str | tuple[str, ...]]:
    if not any(member.id or "\n" in member.text for member in members):
        return {(name,): tuple(member.text for member in members)}
    texts: dict[Key, str | tuple[str, ...]] = {}
    for number, member in enumerate(members):
        texts[name, number, "item"] = member.text
        if member.id:
            texts[name, number, "cue"] = member.cue
    return texts


def with_texts(note: Note, wanted: Wanted) -> Note | None:
    """Return a note with other texts, None where one is no number and a number is due."""
    numbers = {each.name for each in KINDS[note.kind].fields if each.type is FieldType.NUMBER}
    for key, value in wanted.items():
        name = str(key[0])
        if isinstance(value, tuple):
            said: Value = tuple(Member(trimmed(text)) for text in value)
        elif len(key) == 3:
            said = _with_member(note, key, trimmed(value))
        else:
            said = trimmed(value)
            if name in numbers and said:
                if not _NUMBER.fullmatch(said):
                    return None
                said = int(said)
        note = _with_field(note, name, said)
    return note


def _with_member(note: Note, key: Key, text: str) -> tuple[Member, ...]:
    name, place, part = str(key[0]), int(key[1]), key[2]
    members = [*(map(Member, note.distractors) if name == "distractors" else note.members(name))]
    member = members[place]
    members[place] = replace(member, text=text) if part == "item" else replace(member, cue=text)
    return tuple(members)


def _with_field(note: Note, name: str, value: Value) -> Note:
    if name == "distractors" and isinstance(value, tuple):
        return replace(note, distractors=tuple(member.text for member in value))
    if name == "remark":
        return replace(note, remark=str(value))
    if name == "derived":
        return replace(note, derived=str(value))
    if name == "as_of":
        return replace(note, as_of=str(value))
    others = {one: kept for one, kept in note.fields.items() if one != name}
    return replace(note, fields=others if value in {"", ()} else {**others, name: value})


def _with_note(deck: Deck, note: Note) -> Deck:
    notes = (note if one.id == note.id else one for one in deck.notes)
    return replace(deck, notes=tuple(notes))


def _meanwhile(file: NoteFile) -> TooLate:
    return TooLate(
        phrase("{name} was changed by another program.", name=file.path.name),
        safe=phrase("Nothing was written."),
        mend=phrase("Import the file as it is now; then edit the card."),
    )
