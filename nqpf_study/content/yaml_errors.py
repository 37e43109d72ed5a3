"""Saying in plain words, and with the place, why a file is no YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol, Self

import yaml

from nqpf_study.content.problems import Code, Problems
from nqpf_study.domain.phrase import phrase

BAD_CHARACTER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
_INDENTATION = phrase("check the indentation and the quotation marks of this line and those before")
_SAID = (  # a piece of what either parser says; what is wrong; how to mend it
    (
        "mapping values are not allowed",
        phrase("a colon with a space after it stands where no field can begin"),
        phrase("put text that holds a colon in quotes, and check the indentation"),
    ),
    ("found a tab", phrase("a tab stands where only spaces may"), phrase("indent with spaces")),
    (
        "that cannot start any token",
        phrase("no text can begin with this character"),
        phrase("indent with spaces, not tabs; put text that begins with @, ` or % in quotes"),
    ),
    (
        "found unexpected end of stream",
        phrase("the file ends inside a quoted text"),
        phrase("close the quotation mark"),
    ),
    (
        "found unexpected document",
        phrase("a line of three dashes or dots stands inside a quoted text"),
        phrase("close the quotation mark"),
    ),
    (
        "could not find expected ':'",
        phrase("a field name without a colon, or a text that is not indented"),
        phrase("indent the further lines of a text more than its field name"),
    ),
    (
        "<document start>",
        phrase("this stands further to the left than the fields before it, or outside of them"),
        _INDENTATION,
    ),
    ("did not find expected key", phrase("this does not fit what stands before it"), _INDENTATION),
    ("expected <block end>", phrase("this does not fit what stands before it"), _INDENTATION),
    ("did not find expected '-'", phrase("a list goes on without a dash"), _INDENTATION),
    (
        "scanning a block scalar",
        phrase("after | or > the text begins on the next line"),
        phrase("put text that begins with | or > in quotes"),
    ),
    (
        "sequence entries are not allowed",
        phrase("a list cannot begin in this place"),
        phrase("begin the list on a new line; put text that begins with a dash in quotes"),
    ),
    (
        "mapping keys are not allowed",
        phrase("a question mark with a space after it begins no text"),
        phrase("put text that begins with a question mark in quotes"),
    ),
    (
        "expected ',' or",
        phrase("a list in brackets is not closed"),
        phrase("close it, or put text that begins with [ or { in quotes"),
    ),
    (
        "node content",
        phrase("a value begins with a mark that cannot begin one, or is missing"),
        phrase("put text that begins with a bracket, a comma or another such mark in quotes"),
    ),
    (
        "unexpected ':'",
        phrase("a colon stands where none can"),
        phrase("put text that holds a colon in quotes"),
    ),
    (
        "unknown escape character",
        phrase("a backslash in double quotes is followed by a character that means nothing"),
        phrase("write \\\\ for a backslash, or use single quotes"),
    ),
    (
        "quoted scalar",
        phrase("an escape in double quotes stands for no character"),
        phrase("write the character itself, or use single quotes"),
    ),
    (
        "incompatible YAML document",
        phrase("the file asks for another version of YAML"),
        phrase("leave the %YAML line out"),
    ),
    ("directive", phrase("a line begins with %"), phrase("put text that begins with % in quotes")),
    (
        "scanning an a",
        phrase("* or & begins a text"),
        phrase("put text that begins with * or & in quotes"),
    ),
)
_OTHER_FILES = (  # how a file begins, what it is
    (
        b"PK\x03\x04",
        phrase("this is a packed file, such as an Anki package or an office document"),
    ),
    (b"%PDF", phrase("this is a PDF")),
)
_DECK_FILES = phrase("open a deck file (.yaml) or a deck package (.nqpf.zip)")
_ANY_HINT = phrase("put text that holds marks of YAML in quotes")


class _Mark(Protocol):
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file, counted from 1."""

    line: int
    column: int

    @classmethod
    def of(cls, mark: _Mark | None) -> Self:
        """Return the place of a parser's mark."""
        return cls(mark.line + 1, mark.column + 1) if mark else cls(0, 0)


def report_failure(
    error: Exception, data: bytes, problems: Problems, last: yaml.ScalarEvent | None = None
) -> None:
    """Tell why the parser gave up: the bytes are no text, or the text is no YAML.

    `last` is the text that it read last.
    """
    if _report_bytes(data, problems):
        return
    if not isinstance(error, yaml.MarkedYAMLError):
        problems.error(None, Code.SYNTAX, "the file is no YAML that can be read")
        return
    parser_says = f"{error.problem or ''} {error.context or ''}"
    mark = error.problem_mark or error.context_mark
    spot = Spot.of(mark) if mark else None
    if mark and last and _report_open_quote(mark, last, problems):
        return
    for sign, message, hint in _SAID:
        if sign in parser_says:
            told, begun = message, error.context_mark
            if begun and mark and begun.line < mark.line:
                line = begun.line + 1
                told = phrase(
                    "{message}; what it belongs to begins in line {line}",
                    message=message,
                    line=line,
                )
            problems.error(spot, Code.SYNTAX, told, hint)
            return
    problems.error(spot, Code.SYNTAX, parser_says.strip(), _ANY_HINT)


def _report_open_quote(mark: _Mark, last: yaml.ScalarEvent, problems: Problems) -> bool:
    """Report a quoted text that took in further lines and ends where the parser gave up."""
    begun, ended = last.start_mark, last.end_mark
    if not last.style or last.style not in "'\"" or begun is None or ended is None:
        return False
    if not begun.line < ended.line == mark.line:
        return False
    problems.error(
        Spot.of(begun),
        Code.SYNTAX,
        phrase(
            "the quoted text that begins here ends only in line {line}, amid another text",
            line=ended.line + 1,
        ),
        "close the quotation mark at the end of its own text",
    )
    return True


def _report_bytes(data: bytes, problems: Problems) -> bool:
    """Report the first byte that is no UTF-8 or no character of a text; tell whether one is."""
    for sign, message in _OTHER_FILES:
        if data.startswith(sign):
            problems.error(None, Code.NOT_UTF8, message, _DECK_FILES)
            return True
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        problems.error(
            _end_of(before),
            Code.NOT_UTF8,
            phrase("the byte {data} is no UTF-8", data=f"{data[error.start]:02X}"),
            "save the file with the encoding UTF-8",
        )
        return True
    found = BAD_CHARACTER.search(text)
    if found is None:
        return False
    problems.error(
        _end_of(text[: found.start()]),
        Code.BAD_CHARACTER,
        phrase(
            "the file holds the character U+{ord}, which is no text", ord=f"{ord(found[0]):04X}"
        ),
        "leave it out; a file full of them is no text file",
    )
    return True


def _end_of(text: str) -> Spot:
    lines = re.split("\r\n|[\r\n\x85\u2028\u2029]", text.removeprefix("\ufeff"))
    return Spot(len(lines), len(lines[-1]) + 1)
