"""A sheet to print or to keep, written as plain text or as a page of HTML."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import zip_longest
from pathlib import Path
from typing import TypeAlias

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.phrase import Phrase, phrase
from nqpf_study.domain.script import runs
from nqpf_study.domain.source import Source
from nqpf_study.exchange.whole_file import write_whole

_COLUMNS = 80
_HTML = frozenset({".html", ".htm"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; a `new_page` begins with it where it is printed."""

    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a `strong` one is what stands out, as a question does above its answer."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """Texts that stand one below the other, each with its mark before it."""

    texts: Sequence[str]
    marks: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a source says, and where."""

    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below their heads; all columns but the first hold figures."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Lines:
    """Room to write on."""

    count: int


Block: TypeAlias = Heading | Paragraph | Items | Quotation | Table | Lines


@dataclass(frozen=True, slots=True)
class Together:
    """What stays on one page, where it fits on one."""

    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title and what stands below it; `language` is what most of it is written in."""

    title: str
    blocks: tuple[Block | Together, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sheet as HTML that stays on one page; a `new_page` begins with it."""

    html: str
    new_page: bool = False


def quotations(passages: Iterable[Passage], sources: Mapping[str, Source]) -> Iterator[Quotation]:
    """Yield what passages quote, with the citations of their sources, given by id."""
    for passage in passages:
        source = sources.get(passage.source)
        yield Quotation(passage.exact, source.citation if source else passage.source)


def retold(sheet: Sheet, tell: Callable[[str], str]) -> Sheet:
    """Return a sheet with what is ours in it, not the cards' or the sources', as `tell` says it."""

    def said(text: str) -> str:
        return tell(text) if isinstance(text, Phrase) else text

    def told(block: Block) -> Block:
        match block:
            case Heading() | Paragraph():
                return replace(block, text=said(block.text))
            case Table():
                return replace(block, heads=tuple(map(said, block.heads)))
        return block

    blocks = tuple(
        Together(tuple(map(told, block.blocks))) if isinstance(block, Together) else told(block)
        for block in sheet.blocks
    )
    return replace(sheet, title=said(sheet.title), blocks=blocks)


def write_sheet(sheet: Sheet, out: Path) -> None:
    """Write a sheet, as HTML where the file's name ends so, else as text.

    Raises StudyError for a place that cannot be written to, and for a PDF, which only the window
    makes; what was there before is still there then.
    """
    if out.suffix.lower() == ".pdf":
        raise StudyError(
            phrase("Only the window writes PDFs."), mend="Name a file that ends in .html or .txt."
        )
    written = html(sheet) if out.suffix.lower() in _HTML else text(sheet)
    write_whole(out, written.encode())


def text(sheet: Sheet) -> str:
    """Return the sheet as text."""
    title = _single(sheet.title)
    head = f"{title}\n{'=' * len(title)}"
    return "\n\n".join((head, *map(_text, _apart(sheet.blocks)))) + "\n"


def html(sheet: Sheet) -> str:
    """Return the sheet as a page that needs no other file; all that it says is escaped."""
    title = escape(_single(sheet.title))
    body = "\n".join(map(_section, sheet.blocks))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(sheet.language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n'
        f"<body>\n<h1>{_marked(sheet.title)}</h1>\n{body}\n</body>\n</html>\n"
    )


def parts(sheet: Sheet) -> tuple[Part, ...]:
    """Return the sheet as HTML part by part, its title first; a heading stays with what follows."""
    made: list[Part] = []
    above, new_page = f"<h1>{_marked(sheet.title)}</h1>", False
    for block in sheet.blocks:
        if isinstance(block, Heading):
            if block.new_page and above:
                made.append(Part(above, new_page))
                above = ""
            new_page = new_page or block.new_page
            above += _html(block)
            continue
        made.append(Part(above + _section(block), new_page))
        above, new_page = "", False
    return (*made, Part(above, new_page)) if above else tuple(made)


def _apart(blocks: Iterable[Block | Together]) -> Iterator[Block]:
    for block in blocks:
        yield from block.blocks if isinstance(block, Together) else (block,)


def _text(block: Block) -> str:
    match block:
        case Heading():
            title = _single(block.text)
            return f"{title}\n{'-' * len(title)}"
        case Paragraph():
            return _filled(block.text)
        case Items():
            marked = zip_longest(block.texts, block.marks[: len(block.texts)], fillvalue="-")
            return "\n".join(
                _filled(text, f"  {mark} ", " " * (len(mark) + 3)) for text, mark in marked
            )
        case Quotation():
            return f"{_filled(f'“{block.text}”', '    ')}\n{_filled(f'({block.citation})', '    ')}"
        case Table():
            rows = [block.heads, *block.rows]
            widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
            return "\n".join(_row(row, widths) for row in rows)
        case Lines():
            return "\n\n".join(["_" * _COLUMNS] * block.count)


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *figures = row
    cells = [first.ljust(widths[0])]
    cells += [cell.rjust(width) for cell, width in zip(figures, widths[1:], strict=True)]
    return "  ".join(cells).rstrip()


def _filled(text: str, first: str = "", indent: str | None = None) -> str:
    return textwrap.fill(
        _single(text),
        _COLUMNS,
        initial_indent=first,
        subsequent_indent=first if indent is None else indent,
        break_on_hyphens=False,
    )


def _section(block: Block | Together) -> str:
    if isinstance(block, Together):
        return f'<div class="together">{"".join(map(_html, block.blocks))}</div>'
    return _html(block)


def _html(block: Block) -> str:
    match block:
        case Heading():
            page = ' class="page"' if block.new_page else ""
            return f"<h2{page}>{_marked(block.text)}</h2>"
        case Paragraph():
            said = _marked(block.text)
            return f"<p><b>{said}</b></p>" if block.strong else f"<p>{said}</p>"
        case Items():
            marked = zip_longest(block.texts, block.marks[: len(block.texts)], fillvalue="–")
            items = (f"<li><b>{escape(mark)}</b> {_marked(text)}</li>" for text, mark in marked)
            return f"<ul>{''.join(items)}</ul>"
        case Quotation():
            cited = f"<cite>{_marked(block.citation)}</cite>"
            return f"<blockquote>“{_marked(block.text)}” {cited}</blockquote>"
        case Table():
            head = "".join(f"<th>{_marked(cell)}</th>" for cell in block.heads)
            rows = (_cells(row) for row in block.rows)
            return f"<table><tr>{head}</tr>{''.join(rows)}</table>"
        case Lines():
            return '<div class="line">&nbsp;</div><hr>' * block.count


def _cells(row: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<td>{_marked(cell)}</td>' for cell in row)}</tr>"


def _marked(text: str) -> str:
    """Escape a text, its Chinese marked as such, so that the right glyphs are chosen."""
    return "".join(
        f'<span lang="zh-Hans">{escape(part)}</span>' if chinese else escape(part)
        for part, chinese in runs(_single(text))
    )


def _single(text: str) -> str:
    return " ".join(text.split())


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:44em;margin:2em auto;padding:0 1em}"
    "h1{font-size:1.6em}h2{font-size:1.2em;margin-top:2em}ul{list-style:none;padding-left:1em}"
    "blockquote{margin:.5em 0 .5em 1em;padding-left:1em;border-left:3px solid #999}"
    "cite{color:#555;font-style:normal}table{border-collapse:collapse}"
    "th,td{padding:.2em 1em .2em 0;text-align:left;border-bottom:1px solid #ccc}"
    "th+th,td+td{text-align:right}"
    ".line{height:1.6em}hr{border:0;border-bottom:1px solid #999;margin:0}"
    ".together{margin:1.5em 0}h2,p,li,blockquote,.together{break-inside:avoid}"
    "h2{break-after:avoid}"
    "@media print{body{margin:0}.page{break-before:page}}"
)
