"""Finding a passage in its source: found, ambiguous or missing, and never a guess.

Text is compared normalised: NFC, every run of white space (no-break and ideographic spaces and
line ends included) folded to one space, invisible marks (byte-order mark, zero-width space, soft
hyphen) left out. Punctuation, full-width punctuation above all, is kept as it is. Offsets are
mapped back, so that a reader can mark the raw text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from nqpf_study.domain.passage import Passage

INVISIBLE = "\ufeff\u200b\u2060\u00ad"
_PLAIN = re.compile(r"[!-~]+")


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
    def _folded(self) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
        return _fold(self.raw)

    def span(self, start: int, end: int) -> Span:
        """Map a range of the normalised text (not empty) to the raw text."""
        _, starts, ends = self._folded
        return Span(starts[start], ends[end - 1])


def normalise(text: str) -> str:
    """Fold `text` as sources are folded; leading and trailing space is dropped."""
    return _fold(text)[0].strip()


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


def _fold(raw: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    composed = unicodedata.is_normalized("NFC", raw)
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(raw):
        if composed and (plain := _PLAIN.match(raw, at)):
            characters.append(plain.group())
            starts.extend(range(at, plain.end()))
            ends.extend(range(at + 1, plain.end() + 1))
            at = plain.end()
            continue
        end = at + 1 if composed else _cluster_end(raw, at)
        for character in unicodedata.normalize("NFC", raw[at:end]):
            if character in INVISIBLE:
                continue
            if character.isspace():
                if characters and characters[-1] == " ":
                    ends[-1] = end
                    continue
                character = " "  # noqa: PLW2901 - folding is what the loop is for
            characters.append(character)
            starts.append(at)
            ends.append(end)
        at = end
    return "".join(characters), tuple(starts), tuple(ends)


def _cluster_end(raw: str, start: int) -> int:
    """Return the end of the code points that compose with the one at `start`."""
    end = start + 1
    while end < len(raw):
        joined = unicodedata.normalize("NFC", raw[start : end + 1])
        apart = unicodedata.normalize("NFC", raw[start:end]) + unicodedata.normalize(
            "NFC", raw[end]
        )
        if joined == apart and not unicodedata.combining(raw[end]):
            break
        end += 1
    return end
