from __future__ import annotations

import pytest
import yaml

from nqpf_study.content import yaml_tree
from nqpf_study.content.problems import Code, Problems
from nqpf_study.content.yaml_errors import Spot, report_failure
from nqpf_study.content.yaml_tree import read_tree
from nqpf_study.domain.errors import Problem


@pytest.fixture(params=["C", "Python"], autouse=True)
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "Python":
        monkeypatch.setattr(yaml_tree, "_Loader", yaml.SafeLoader)


def failure(data: bytes) -> Problem:
    problems = Problems("a-file")
    assert read_tree(data, problems) is None
    (problem,) = problems.sorted()
    return problem


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("a: First: the second", 1, "put text that holds a colon in quotes"),
        ("a:\n\tb: c", 2, "indent with spaces"),
        ("a: @home", 1, "put text that begins with @, ` or % in quotes"),
        ("a: 'open\nb: c", 2, "close the quotation mark"),
        ("a: 'open\n---\n'", 2, "close the quotation mark"),
        ("a: b\nc\nd: e", 3, "indent the further lines of a text"),
        ("  a: b\nc: d", 2, "check the indentation"),
        ("a: 'it's'", 1, "check the indentation and the quotation marks"),
        ("- a\nb: c", 2, "check the indentation"),
        ("a: |not\n  b", 1, "put text that begins with | or > in quotes"),
        ("a: - b", 1, "begin the list on a new line"),
        ("a: ? b", 1, "put text that begins with a question mark in quotes"),
        ("a: [b\nc: d", 2, "put text that begins with [ or { in quotes"),
        ("a: }", 1, "put text that begins with a bracket"),
        ('a: "\\q"', 1, "write \\\\ for a backslash"),
        ('a: "\\xzz"', 1, "use single quotes"),
        ("%YAML 3.0\n---\na: b", 1, "leave the %YAML line out"),
        ("%", 1, "put text that begins with % in quotes"),
        ("a: *", 1, "put text that begins with * or & in quotes"),
    ],
)
def test_a_slip_gets_a_hint(text: str, line: int, hint: str) -> None:
    problem = failure(text.encode())
    assert problem.code == Code.SYNTAX
    assert hint in problem.hint
    assert problem.line == line


def test_what_an_open_text_belongs_to_is_named() -> None:
    assert "begins in line 2" in failure(b"a: b\nc: 'open\nd: e\n").message


@pytest.mark.parametrize("end", ['b: "other"', 'b: it\'s "so"', 'b: 1\nc: 2\nd: "x"'])
def test_a_quotation_mark_that_was_forgotten_is_missed_where_its_text_begins(end: str) -> None:
    problem = failure(f'z: 0\na: "open\n{end}\n'.encode())
    assert (problem.line, problem.column, problem.code) == (2, 4, Code.SYNTAX)
    last = 2 + len(end.splitlines())
    assert f"ends only in line {last}" in problem.message
    assert problem.hint == "close the quotation mark at the end of its own text"


def test_what_follows_a_text_of_several_lines_is_wrong_in_its_own_place() -> None:
    assert failure(b'a: "two\n  lines"\n b: c\n').line == 3


@pytest.mark.parametrize(
    ("data", "line", "column", "code"),
    [
        (b"a: b\nc: \xff", 2, 4, Code.NOT_UTF8),
        ("a: b\r\n新: ".encode() + b"\xff", 2, 4, Code.NOT_UTF8),
        (b"a: b\nc: x\x07y", 2, 5, Code.BAD_CHARACTER),
        ("\ufeffa: \x00".encode(), 1, 4, Code.BAD_CHARACTER),
        (b"a: b\rc: \x7f", 2, 4, Code.BAD_CHARACTER),
    ],
)
def test_bytes_that_are_no_text_have_a_place(
    data: bytes, line: int, column: int, code: Code
) -> None:
    problem = failure(data)
    assert (problem.line, problem.column, problem.code) == (line, column, code)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04\x14\x00\x08", "this is a packed file"),
        (b"%PDF-1.7\n\xe2\xe3", "this is a PDF"),
    ],
)
def test_files_of_other_kinds_are_known(data: bytes, said: str) -> None:
    problem = failure(data)
    assert problem.message.startswith(said)
    assert problem.hint == "open a deck file (.yaml) or a deck package (.nqpf.zip)"


def test_a_failure_without_a_place_is_said_of_the_whole_file() -> None:
    problems = Problems("a-file")
    report_failure(RecursionError(), b"a: b", problems)
    report_failure(yaml.MarkedYAMLError(problem="odd"), b"a: b", problems)
    assert [(p.line, p.column, p.code) for p in problems.sorted()] == [(0, 0, Code.SYNTAX)] * 2
    assert Spot.of(None) == Spot(0, 0)
