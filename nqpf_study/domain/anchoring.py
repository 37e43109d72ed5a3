"""Finding a passage in its source: found, ambiguous or missing, and never a guess.

Text is compared normalised: invisible marks (byte-order mark, zero-width space, soft hyphen) left
out, NFC, every run of white space (no-break and ideographic spaces and line ends included) folded
to one space. Punctuation, full-width punctuation above all, is kept as it is. Offsets are
mapped back, so that a reader can mark the raw text.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import cached_property

from nqpf_study.domain.passage import Passage

INVISIBLE = "\ufeff\u200b\u2060\u00ad"
_LEFT_OUT = re.compile(f"[{INVISIBLE}]")
# Characters that stay as they are and join nothing before them; the last of a run is held back
# where a mark may follow that joins it.
_ALONE = "!-~\xa1-\xac\xae-\u024f\u2010-\u2027\u2030-\u205e\u3001-\u3020\u3400-\u9fff\uff01-\uff60"
_PLAIN = re.compile(rf"[{_ALONE}]+(?=[{_ALONE}\s]|\Z)")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a passage stands in the raw text: code points, `start` included, `end` not."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """The passage stands in its source exactly once."""

    span: Span


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The passage stands in its source several times: it needs a prefix or a suffix."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """The passage does not stand in its source."""


Anchored = Found | Ambiguous | Missing


@dataclass(frozen=True)
class NormalText:
    """Raw text beside its normalised form.

    `starts[i]` and `ends[i]` tell which raw code points `normal[i]` stands for.
    """

    raw: str

    @cached_property
    def normal(self) -> str:
        """Return the normalised text."""
        return self._folded[0]

    @cached_property
    def _folded(self) -> tuple[str, array[int], array[int]]:
        return _fold(self.raw)

    def span(self, start: int, end: int) -> Span:
        """Map a range of the normalised text (not empty) to the raw text."""
        _, starts, ends = self._folded
        return Span(starts[start], ends[end - 1])


def normalise(text: str) -> str:
    """Fold `text` as sources are folded; leading and trailing space is dropped."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _LEFT_OUT.sub("", text))
    return " ".join(text.split())


def anchor(text: NormalText, passage: Passage) -> Anchored:
    """Find `passage` in `text` by its quotation, narrowed by prefix and suffix."""
    exact = normalise(passage.exact)
    if not exact:
        return Missing()
    prefix, suffix = normalise(passage.prefix), normalise(passage.suffix)
    spans: list[Span] = []
    at = text.normal.find(exact)
    while at >= 0:
        end = at + len(exact)
        if _fits(text.normal, at, end, prefix, suffix):
            spans.append(text.span(at, end))
        at = text.normal.find(exact, at + 1)
    if not spans:
        return Missing()
    return Found(spans[0]) if len(spans) == 1 else Ambiguous(tuple(spans))


def _fits(normal: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    if prefix:
        before = start - 1 if normal[start - 1 : start] == " " else start
        if not (normal.endswith(prefix, 0, before) or normal.endswith(prefix, 0, start)):
            return False
    if suffix:
        after = end + 1 if normal[end : end + 1] == " " else end
        return normal.startswith(suffix, after) or normal.startswith(suffix, end)
    return True


def _fold(raw: str) -> tuple[str, array[int], array[int]]:
    """Return the normalised text, and the raw start and end of each of its characters."""
    characters: list[str] = []
    starts, ends = array("I"), array("I")
    at = 0
    while at < len(raw):
        if plain := _PLAIN.match(raw, at):
            characters.append(plain.group())
            starts.extend(range(at, plain.end()))
            ends.extend(range(at + 1, plain.end() + 1))
            at = plain.end()
            continue
        composed, end = _cluster(raw, at)
        for character in composed:
            if character.isspace() and characters and characters[-1] == " ":
                ends[-1] = end
                continue
            characters.append(" " if character.isspace() else character)
            starts.append(at)
            ends.append(end)
        at = end
    return "".join(characters), starts, ends


def _cluster(raw: str, start: int) -> tuple[str, int]:
    """Return the composed form of the code points that join the one at `start`, and their end."""
    if raw[start] in INVISIBLE:
        return "", start + 1
    parts, end = raw[start], start + 1
    composed = unicodedata.normalize("NFC", parts)
    while True:
        joined = end
        while (at := _visible(raw, joined)) < len(raw) and _is_mark(raw[at]):
            parts += raw[at]
            joined = at + 1
        if joined > end:
            composed = unicodedata.normalize("NFC", parts)
        elif at < len(raw) and _composes(composed[-1], raw[at]):
            parts += raw[at]
            composed = unicodedata.normalize("NFC", parts)
            joined = at + 1
        else:
            return composed, end
        end = joined


def _visible(raw: str, at: int) -> int:
    while at < len(raw) and raw[at] in INVISIBLE:
        at += 1
    return at


def _is_mark(character: str) -> bool:
    return (
        character >= "\u0300"
        and unicodedata.combining(unicodedata.normalize("NFD", character)[0]) > 0
    )


def _composes(before: str, character: str) -> bool:
    """Tell whether a character that is no mark composes with the one before, as Hangul does."""
    apart = before + unicodedata.normalize("NFC", character)
    return character >= "\u0300" and unicodedata.normalize("NFC", before + character) != apart
