"""Tables as lists: where text is large, four columns leave each a word's width."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ROW = re.compile(r"\|(.*)\|\s*")
_RULE = re.compile(r"\|(\s*:?-+:?\s*\|)+\s*")
_CELL_ENDS = re.compile(r"(?<!\\)\|")
_FEW = 2
"""How many columns have room in any size of text."""


def unfolded(markdown: str) -> str:
    """Return a page in which each row of a table of many columns is an item of a list.

    The first cell heads it and the last ends it; what stands between is named by its column.
    """
    return "\n".join(_lines(markdown.split("\n"))) if "|" in markdown else markdown


def _lines(lines: list[str]) -> Iterator[str]:
    titles: list[str] = []
    for at, line in enumerate(lines):
        cells = _cells(line)
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if not titles and len(cells) > _FEW and _RULE.fullmatch(following):
            titles = cells
        elif not (titles and cells):
            titles = []
            yield line
        elif not _RULE.fullmatch(line):
            yield _item(titles, cells)


def _item(titles: list[str], cells: list[str]) -> str:
    first, *between = cells[:-1]
    named = zip(titles[1:-1], between, strict=False)
    colon = ": " if titles[0].isascii() else "："
    facts = (f"{title}{colon}{cell}" for title, cell in named if cell)
    return f"- {' · '.join((first, *facts))} · {cells[-1]}"


def _cells(line: str) -> list[str]:
    row = _ROW.fullmatch(line)
    return [cell.strip() for cell in _CELL_ENDS.split(row[1])] if row else []
