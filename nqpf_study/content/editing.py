"""Changing texts of a note in its deck file, and nothing else of the file.

Only the values that are asked for are written anew, each in the manner in which it stood. Comments,
order, layout and line ends stay, byte for byte.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from nqpf_study.content.deck_file import ReadDeck, read_deck
from nqpf_study.content.files import LARGEST_DECK, read_bytes
from nqpf_study.content.note_places import (
    Placed,
    PlacedList,
    PlacedMapping,
    PlacedScalar,
    place_note,
)
from nqpf_study.content.problems import Problems
from nqpf_study.content.specs import NOTE, Holds
from nqpf_study.content.yaml_writing import Manner, written
from nqpf_study.domain.deck import trimmed
from nqpf_study.domain.errors import BadInput, Problem, Progress, StudyError, unheard
from nqpf_study.domain.kinds import KINDS, FieldType
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.source import Document
from nqpf_study.study.editing import Key, Wanted

_BOM = "\ufeff"
_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_DASH = re.compile(r"[ ]*-[ ]+\Z")
_TYPED = {
    *(spec.name for spec in NOTE.specs if spec.holds is Holds.DATE),
    *(
        each.name
        for kind in KINDS.values()
        for each in kind.fields
        if each.type in (FieldType.DATE, FieldType.NUMBER)
    ),
}
_BEHIND = ("remark", "derived", "as_of", "distractors")
"""The fields of any kind of note that hold texts, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A deck file whose notes are edited; `library` holds the sources that it may quote."""

    path: Path
    library: Mapping[str, Document]

    @property
    def is_there(self) -> bool:
        """Tell whether there is such a file."""
        return self.path.is_file()

    @property
    def is_writable(self) -> bool:
        """Tell whether it may be written anew, which takes a file beside it."""
        real = self.path.resolve()
        return os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)

    def load(self) -> bytes:
        """Return the file's bytes. Raises BadInput where it can't be read."""
        problems = Problems(str(self.path))
        data = read_bytes(self.path, LARGEST_DECK, problems)
        if data is None:
            raise BadInput(phrase("{name} can't be read.", name=self.path.name), problems.sorted())
        return data

    def read(self, data: bytes, progress: Progress = unheard) -> ReadDeck:
        """Read the deck that `data` would be in this place, with all its problems."""
        return read_deck(self.path, self.library, progress, data=data)

    def rewritten(self, data: bytes, note: str, wanted: Wanted) -> bytes:
        """Return `data`, a deck without errors, with other texts in a note.

        Raises StudyError where it is written in a way that can't be changed without touching more.
        """
        mark, text = _decoded(data)
        return (mark + rewritten(text, note, wanted)).encode()

    def blame(self, data: bytes, note: str, problem: Problem) -> Key | None:
        """Return the text of a note that a problem of `data` is about, None for none of them."""
        _, text = _decoded(data)
        placed = place_note(text, note)
        if placed is None:
            return None
        for name, value in placed.values.items():
            if not placed.names[name].line <= problem.line <= value.last:
                continue
            for number, item in enumerate(value.items if isinstance(value, PlacedList) else ()):
                if isinstance(item, PlacedMapping) and item.line <= problem.line <= item.last:
                    return next(
                        (
                            (name, number, part)
                            for part, inner in item.values.items()
                            if item.names[part].line <= problem.line <= inner.last
                        ),
                        (name,),
                    )
            return (name,)
        return None


def rewritten(text: str, note_id: str, wanted: Wanted) -> str:
    """Return a deck file's text, without byte order mark, with other texts in a note."""
    note = place_note(text, note_id)
    if note is None:
        raise StudyError(phrase("There is no note “{note}” in the file.", note=note_id))
    changes = [
        change
        for key, value in wanted.items()
        for change in _Writer(text, note).changes(key, value)
    ]
    out, at = [], 0
    for change in sorted(changes, key=lambda one: (one.start, one.end, not one.inner)):
        out += [text[at : change.start], change.new]
        at = change.end
    return "".join([*out, text[at:]])


@dataclass(frozen=True, slots=True)
class _Change:
    """What stands between two places is written anew; `inner` comes before others at its place."""

    start: int
    end: int
    new: str
    inner: bool = False


class _Writer:
    """Finds what has to be written where, for one note."""

    def __init__(self, text: str, note: PlacedMapping) -> None:
        self._text = text
        self._note = note
        found = _BREAK.search(text)
        self._newline = found[0] if found and found[0] == "\r\n" else "\n"

    def changes(self, key: Key, value: str | tuple[str, ...]) -> Iterator[_Change]:
        """Yield what makes the text of `key` to `value`."""
        if isinstance(value, tuple):
            yield from self._whole_list(str(key[0]), tuple(trimmed(text) for text in value))
        else:
            yield from self._text_of(key, trimmed(value))

    def _whole_list(self, name: str, texts: tuple[str, ...]) -> Iterator[_Change]:
        node = self._note.values.get(name)
        if isinstance(node, PlacedList):
            yield from self._list(name, node, texts)
        elif texts and node is None:
            yield self._added(name, texts)
        elif texts and node is not None:
            yield self._replaced(node, self._bracketed(texts))

    def _text_of(self, key: Key, text: str) -> Iterator[_Change]:
        name = str(key[0])
        node, parent = self._at(key)
        if isinstance(node, PlacedScalar):
            if node.text.strip() != text:
                manner = self._manner(node, parent, typed=name in _TYPED)
                yield self._replaced(node, written(text, manner))
        elif node is not None or len(key) > 1:
            raise _too_odd(name)
        elif text:
            yield self._added(name, text)

    def _at(self, key: Key) -> tuple[Placed | None, PlacedMapping | PlacedList]:
        """Return what stands under a key, and what it stands in."""
        node = self._note.values.get(str(key[0]))
        parent: PlacedMapping | PlacedList = self._note
        for step in key[1:]:
            if isinstance(node, PlacedList) and isinstance(step, int) and step < len(node.items):
                parent, node = node, node.items[step]
            elif isinstance(node, PlacedMapping) and isinstance(step, str):
                parent, node = node, node.values.get(step)
        return node, parent

    # --- one text -----------------------------------------------------------------------------

    def _replaced(self, node: Placed, new: str) -> _Change:
        """Write anew; a value that was left out stands right behind its colon or dash."""
        return _Change(node.start, node.end, f" {new}" if node.start == node.end else new)

    def _manner(
        self, node: PlacedScalar, parent: PlacedMapping | PlacedList, *, typed: bool = False
    ) -> Manner:
        rows = _BREAK.split(self._text[node.start : node.end])
        before = len(rows[0]) + node.start - self._line_start(node.start)
        further = [row for row in rows[1:] if row.strip()]
        hang = min((len(row) - len(row.lstrip(" ")) for row in further), default=parent.column + 2)
        block = node.style in {"|", ">"}
        return Manner(
            style=node.style,
            indent=parent.column,
            hang=max(hang, parent.column + 1),
            width=max([0 if block else before, *map(len, further)]) if further else 0,
            flow=parent.flow,
            block=not self._text[node.end : self._line_end(node.end)].strip(" \t"),
            header=rows[0] if block else "",
            typed=typed,
            newline=self._newline,
        )

    # --- a field that was not there -----------------------------------------------------------

    def _added(self, name: str, value: str | tuple[str, ...]) -> _Change:
        """Add a field behind the one that comes before it where all are there."""
        note = self._note
        kind = KINDS[_kind(note)]
        order = ["id", "kind", *(each.name for each in kind.fields), *_BEHIND]
        earlier = order[: order.index(name)]
        before = next(one for one in reversed(earlier) if one in note.values)
        end = note.values[before].end
        manner = Manner(
            indent=note.column,
            hang=note.column + 2,
            flow=note.flow,
            typed=name in _TYPED,
            newline=self._newline,
        )
        if note.flow:
            said = self._bracketed(value) if isinstance(value, tuple) else written(value, manner)
            return _Change(end, end, f", {name}: {said}")
        pad = " " * note.column
        if isinstance(value, tuple):
            inner = replace(manner, indent=note.column + 2, hang=note.column + 4)
            rows = [f"{pad}  - {written(text, inner)}" for text in value]
            return self._below(end, self._newline.join([f"{pad}{name}:", *rows]))
        return self._below(end, f"{pad}{name}: {written(value, manner)}")

    def _below(self, at: int, lines: str) -> _Change:
        """Put lines below the one that a place is on."""
        end = self._line_end(at)
        found = _BREAK.match(self._text, end)
        if found is None:  # the file's last line is not ended
            return _Change(end, end, self._newline + lines)
        return _Change(found.end(), found.end(), lines + self._newline)

    # --- a list -------------------------------------------------------------------------------

    def _list(self, name: str, node: PlacedList, texts: tuple[str, ...]) -> Iterator[_Change]:
        items = [item for item in node.items if isinstance(item, PlacedScalar)]
        if len(items) < len(node.items):
            raise StudyError(
                phrase("Members of `{name}` have cards of their own.", name=name),
                mend="Add and take out members in the file itself.",
            )
        old = [item.text.strip() for item in items]
        if old == list(texts):
            return
        if node.flow:
            yield from self._in_brackets(name, node, items, texts)
            return
        if not texts:
            yield from self._emptied(name, items)
            return
        matcher = SequenceMatcher(None, old, texts, autojunk=False)
        for act, first, end, start, stop in matcher.get_opcodes():
            if act == "equal":
                continue
            both = min(end - first, stop - start)
            for item, text in zip(items[first : first + both], texts[start:stop], strict=False):
                yield self._replaced(item, written(text, self._manner(item, node)))
            for item in items[first + both : end]:
                yield self._without(name, item)
            if start + both < stop:
                yield self._more(name, node, first + both, texts[start + both : stop])

    def _without(self, name: str, item: PlacedScalar) -> _Change:
        """Take a member's lines out."""
        start = self._dash(name, item)
        end = self._line_end(item.end)
        found = _BREAK.match(self._text, end)
        return _Change(start, found.end() if found else end, "")

    def _more(self, name: str, node: PlacedList, at: int, texts: tuple[str, ...]) -> _Change:
        """Put members in before the one at place `at`, or behind the last."""
        manner = Manner(indent=node.column, hang=node.column + 2, newline=self._newline)
        rows = [f"{' ' * node.column}- {written(text, manner)}" for text in texts]
        if at:
            below = self._below(node.items[at - 1].end, self._newline.join(rows))
            return replace(below, inner=True)
        start = self._dash(name, node.items[0])
        return _Change(start, start, "".join(row + self._newline for row in rows))

    def _emptied(self, name: str, items: list[PlacedScalar]) -> Iterator[_Change]:
        """Take all members out, and write an empty list behind the colon."""
        colon = self._text.index(":", self._note.names[name].end) + 1
        if self._text[self._note.names[name].end : colon].strip(" :"):
            raise _too_odd(name)
        yield _Change(colon, colon, " []")
        for item in items:
            yield self._without(name, item)

    def _in_brackets(
        self, name: str, node: PlacedList, items: list[PlacedScalar], texts: tuple[str, ...]
    ) -> Iterator[_Change]:
        """Write a list in brackets anew; members that stay are copied as they stand."""
        if len(items) == len(texts):
            for item, text in zip(items, texts, strict=True):
                if item.text.strip() != text:
                    yield self._replaced(item, written(text, self._manner(item, node)))
            return
        starts = [*(item.start for item in items), node.end - 1]
        ends = [node.start + 1, *(item.end for item in items)]
        apart = [self._text[end:start] for end, start in zip(ends, starts, strict=True)]
        if "".join(apart).strip(" ,\t\r\n"):
            raise _too_odd(name)  # a comment, which would be lost
        kept = {item.text.strip(): self._text[item.start : item.end] for item in items}
        manner = Manner(flow=True, newline=self._newline)
        said = [kept.get(text) or written(text, manner) for text in texts]
        yield _Change(node.start, node.end, f"[{', '.join(said)}]")

    def _bracketed(self, texts: tuple[str, ...]) -> str:
        manner = Manner(flow=True, newline=self._newline)
        return f"[{', '.join(written(text, manner) for text in texts)}]"

    def _dash(self, name: str, item: Placed) -> int:
        """Return where the line of a member's dash begins."""
        start = self._line_start(item.start)
        if not _DASH.match(self._text[start : item.start]):
            raise _too_odd(name)
        return start

    # --- lines --------------------------------------------------------------------------------

    def _line_start(self, at: int) -> int:
        breaks = [self._text.rfind(mark, 0, at) for mark in "\n\r\x85\u2028\u2029"]
        return max(breaks) + 1

    def _line_end(self, at: int) -> int:
        found = _BREAK.search(self._text, at)
        return found.start() if found else len(self._text)


def _decoded(data: bytes) -> tuple[str, str]:
    """Return a file's byte order mark, if it has one, and its text."""
    text = data.decode()
    return (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)


def _kind(note: PlacedMapping) -> str:
    kind = note.values.get("kind")
    return kind.text.strip() if isinstance(kind, PlacedScalar) else ""


def _too_odd(name: str) -> StudyError:
    return StudyError(
        phrase("`{name}` is written in a way that can't be changed here.", name=name),
        mend="Change it in the file itself.",
    )
