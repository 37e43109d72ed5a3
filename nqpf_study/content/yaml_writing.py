"""Writing a text as a YAML scalar, as far as possible in the manner of the one it replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nqpf_study.content.note_places import is_plainly_text, scalars

NARROWEST = 40
"""Lines are broken no shorter than this, in code points."""

_WORDS = re.compile(r"(?<=\S) (?=\S)")
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
    "\ufeff": "\\uFEFF",
}
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text is to be written, and where.

    `style` is |, >, ', " or none; `indent` the column of the fields or the dash that it belongs to.
    `hang` is the column of its further lines and `width` where they end, 0 for a text that stood
    on one line. `flow` is inside of brackets. `block` allows | and >, which need the line's rest.
    `header` is the first line of a block as it stood. `typed` is a number or a date, which needs no
    quotes.
    """

    style: str = ""
    indent: int = 0
    hang: int = 2
    width: int = 0
    flow: bool = False
    block: bool = True
    header: str = ""
    typed: bool = False
    newline: str = "\n"


def written(text: str, manner: Manner) -> str:
    """Return `text`, which has no blanks at its ends, as a scalar that reads as it."""
    for candidate in _candidates(text, manner):
        if _reads_as(candidate, text, manner):
            return candidate
    return _double_quoted(text, replace(manner, width=0))


def _candidates(text: str, manner: Manner) -> Iterator[str]:
    style, lines = manner.style, "\n" in text
    if not text:
        yield '""'
    if style in {"|", ">"} and not manner.flow:
        yield from _blocks(text, manner)
        if "#" in manner.header:  # its comment stays
            comment = manner.header[manner.header.index("#") :]
            yield f"{_double_quoted(text, replace(manner, width=0))}  {comment}"
        return
    if style == "" and not lines and (manner.typed or is_plainly_text(text)):
        yield _folded(text, manner)
    if style == "'" and not lines:
        yield f"'{_folded(text.replace(chr(39), chr(39) * 2), manner)}'"
    if style != '"' and lines and manner.block and not manner.flow:
        yield from _blocks(text, replace(manner, style="|", header="|-"))
    yield _double_quoted(text, manner)


def _blocks(text: str, manner: Manner) -> Iterator[str]:
    """Write the text on lines of its own, below | or >."""
    pad = " " * manner.hang
    for header in dict.fromkeys((manner.header, f"{manner.style}-")):
        if manner.style == ">":
            rows = []
            for paragraph in text.split("\n"):
                rows += [*_broken(paragraph, manner.width - manner.hang), ""]
        else:
            rows = text.split("\n")
        while rows and not rows[-1]:
            rows.pop()
        yield manner.newline.join([header, *(f"{pad}{row}" if row else "" for row in rows)])


def _folded(text: str, manner: Manner) -> str:
    """Break a text at its spaces where it stood on several lines before."""
    if not manner.width:
        return text
    return f"{manner.newline}{' ' * manner.hang}".join(_broken(text, manner.width - manner.hang))


def _broken(text: str, width: int) -> list[str]:
    """Break a text at single spaces into lines of at most `width`, where it has spaces enough."""
    rows: list[str] = []
    for word in _WORDS.split(text):
        if rows and len(rows[-1]) + 1 + len(word) <= max(width, NARROWEST):
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows


def _double_quoted(text: str, manner: Manner) -> str:
    return f'"{_folded(_ESCAPED.sub(_escape, text), manner)}"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return _ESCAPES.get(character) or (
        f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}"
    )


def _reads_as(candidate: str, text: str, manner: Manner) -> bool:
    """Tell whether a candidate reads as the text, with more of the file behind it."""
    if manner.flow:
        around = f"[{candidate}, {{a: {candidate}, b: c}}]"
        return _stripped(around) == [text, "a", text, "b", "c"]
    pad = " " * manner.indent
    nl = manner.newline
    around = f"{pad}a: {candidate}{nl}{pad}b:{nl}{pad}- {candidate}{nl}{pad}- c{nl}"
    return _stripped(around) == ["a", text, "b", text, "c"]


def _stripped(document: str) -> list[str] | None:
    found = scalars(document)
    return None if found is None else [text.strip() for text in found]
