"""Setting text for a terminal, in which a Chinese character is two columns wide."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Sequence
from datetime import timedelta

_WIDEST = 96
_NARROWEST = 20
_SPACE = " \t\r\f\v"
_UNIT = re.compile(rf"[{_SPACE}]+|[^{_SPACE}\u2e80-\u9fff\uf900-\uffef]+|.", re.DOTALL)
_NO_START = frozenset("。，、；：！？）」』》】”’…")


def columns() -> int:
    """Return how many columns text may fill: the terminal's, but no longer than is read well."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))


def width(text: str) -> int:
    """Return how many columns `text` takes."""
    return sum(_character_width(character) for character in text)


def wrapped(text: str, indent: str = "", fill: int | None = None, *, first: str = "") -> str:
    """Break `text` into lines that fill at most `fill` columns, `indent` included.

    Lines break at spaces, but not at no-break ones, and beside Chinese characters, never before
    closing punctuation; a word longer than a line stays whole. Line ends in `text` are kept. The
    first line's indent is `first` where that is given, of the same width.
    """
    room = (fill or columns()) - width(indent)
    lines = [line for paragraph in text.split("\n") for line in _lines(paragraph, room)]
    said = "\n".join(indent + line if line else "" for line in lines).replace("\u00a0", " ")
    return first + said.removeprefix(indent) if first else said


def table(rows: Sequence[Sequence[object]], *, right: Sequence[int] = ()) -> str:
    """Align the cells of `rows`; the columns numbered in `right` are set flush right."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(width(cell) for cell in column) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(
            _padded(cell, wide, flush_right=number in right)
            for number, (cell, wide) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    )


def said_interval(wait: timedelta) -> str:
    """Say how long it is until a card comes back: 10 min, 3 h, 4 days, 2.5 months."""
    minutes = wait / timedelta(minutes=1)
    days = wait / timedelta(days=1)
    if minutes < 60:
        return f"{max(1, round(minutes))} min"
    if days < 1:
        return f"{round(minutes / 60)} h"
    if days < 60:
        return counted(round(days), "day")
    if days < 365:
        return f"{days / 30.4:.1f} months"
    return f"{days / 365.25:.1f} years"


def counted(number: int, noun: str, nouns: str = "") -> str:
    """Say a number with its noun: 1 card, 2 cards, 1,200 cards."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def _character_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _padded(cell: str, wide: int, *, flush_right: bool) -> str:
    space = " " * (wide - width(cell))
    return space + cell if flush_right else cell + space


def _lines(paragraph: str, room: int) -> list[str]:
    lines, line = [], ""
    for unit in _UNIT.findall(paragraph):
        space = unit[0] in _SPACE
        full = width(line) + width(unit) > room
        if line and full and not space and unit[0] not in _NO_START:
            lines.append(line.rstrip())
            line = ""
        if line or not space:
            line += " " if space else unit
    return [*lines, line.rstrip()]
